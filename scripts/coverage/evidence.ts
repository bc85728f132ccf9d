import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { manifest, type Rule, table } from '../../contract-tests/support/manifest.ts';
import type { Citation, Evidence } from './account.ts';
import { bracketed, testTitles } from './test-titles.ts';

const root = new URL('../../', import.meta.url);
const TEST_FILES = ['src/**/*.test.ts', 'contract-tests/**/*.test.ts'];

/** Only what starts like a rule of a document is one: titles may have other things in brackets. */
const isRuleId = (text: string, documents: ReadonlySet<string>): boolean =>
  documents.has(text.slice(0, text.indexOf('/')));

function citedInTests(documents: ReadonlySet<string>): Citation[] {
  const files = globSync(TEST_FILES, { cwd: fileURLToPath(root) }).sort();
  return files.flatMap((file) =>
    testTitles(file, readFileSync(new URL(file, root), 'utf8')).flatMap(({ titles, line }) =>
      titles
        .flatMap(bracketed)
        .filter((id) => isRuleId(id, documents))
        .map((id) => ({ id, where: `${file}:${line}` })),
    ),
  );
}

/** Ids in backticks in the first column of a row; those in the columns of prose only point elsewhere. */
export function citedInDeviations(text: string, documents: ReadonlySet<string>): Citation[] {
  return text.split('\n').flatMap((line, index) => {
    const [, first = ''] = /^\|([^|]*)\|/.exec(line) ?? [];
    return [...first.matchAll(/`([^`\s]+\/[^`\s]+)`/g)]
      .map((match) => match[1] ?? '')
      .filter((id) => isRuleId(id, documents))
      .map((id) => ({ id, where: `docs/DEVIATIONS.md:${index + 1}` }));
  });
}

/** Reads the manifest and every place of this repository where a rule may be named. */
export function readEvidence(): Evidence {
  const rules = manifest<keyof Rule>('rules');
  const documents = new Set(rules.map(({ id }) => id.slice(0, id.indexOf('/'))));
  return {
    rules,
    tests: citedInTests(documents),
    deviations: citedInDeviations(readFileSync(new URL('docs/DEVIATIONS.md', root), 'utf8'), documents),
    open: table<'id' | 'reason'>(new URL('contract-tests/rules/open.tsv', root)),
  };
}
