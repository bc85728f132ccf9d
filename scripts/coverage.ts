/**
 * `node scripts/coverage.ts`: is every rule of the documents accounted for?
 *
 * Counts the rules of contract-tests/manifest/rules.tsv against the ids in brackets in the titles of tests,
 * the first column of docs/DEVIATIONS.md, and contract-tests/rules/open.tsv. Ends with 1 when a rule has no
 * proof, or a proof no rule. `--json` prints the accounts for other programs.
 */

import { parseArgs } from 'node:util';
import { account } from './coverage/account.ts';
import { readEvidence } from './coverage/evidence.ts';
import { countOf, printAccount } from './coverage/print.ts';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const result = account(readEvidence());
if (options.json) {
  process.stdout.write(`${JSON.stringify({ count: countOf(result.rules), ...result }, undefined, 2)}\n`);
} else {
  printAccount(result, process.stdout);
}
process.exitCode = result.problems.length === 0 ? 0 : 1;
