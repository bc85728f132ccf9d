/**
 * `node scripts/coverage.ts`: is every rule of the documents accounted for?
 *
 * Counts the rules of contract-tests/manifest/rules.tsv against the ids in brackets in the titles of tests,
 * the first column of docs/DEVIATIONS.md, and contract-tests/rules/open.tsv. Ends with 1 when a rule has no
 * proof, or a proof no rule, or docs/COVERAGE.md does not say so. `--json` prints the accounts for other
 * programs; `--page` writes docs/COVERAGE.md.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { account } from './coverage/account.ts';
import { readEvidence } from './coverage/evidence.ts';
import { readFacts } from './coverage/facts.ts';
import { coveragePage } from './coverage/page.ts';
import { countOf, printAccount } from './coverage/print.ts';

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, page: { type: 'boolean', default: false } },
});

const PAGE = new URL('../docs/COVERAGE.md', import.meta.url);

if (options.page) {
  writeFileSync(PAGE, coveragePage(readFacts()));
} else if (options.json) {
  const result = account(readEvidence());
  process.stdout.write(`${JSON.stringify({ count: countOf(result.rules), ...result }, undefined, 2)}\n`);
  process.exitCode = result.problems.length === 0 ? 0 : 1;
} else {
  const { rules, problems } = account(readEvidence());
  const isStale = readFileSync(PAGE, 'utf8') !== coveragePage(readFacts());
  const stale = isStale ? ['docs/COVERAGE.md is not what the sources make: run `make coverage-page`'] : [];
  const result = { rules, problems: [...problems, ...stale] };
  printAccount(result, process.stdout);
  process.exitCode = result.problems.length === 0 ? 0 : 1;
}
