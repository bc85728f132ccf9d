import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorsOf } from '../scripts/coverage/markdown.ts';
import { conformOptions } from '../src/cli/conform-options.ts';
import { serveOptions } from '../src/cli/settings.ts';

/** What the pages say of the project itself: links, settings, targets, dependencies. */

const ROOT = new URL('..', import.meta.url).pathname;
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const pages = globSync(['*.md', 'docs/**/*.md', 'contract-tests/manifest/*.md'], { cwd: ROOT });
const withoutCode = (page: string): string =>
  page.replace(/^```[\s\S]*?^```/gm, (code) => code.replace(/[^\n]/g, ''));

describe.each(pages)('%s', (path) => {
  const page = read(path);

  it('has links that lead somewhere', () => {
    const links = [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
    const lost = links.filter((target) => {
      if (/^https?:/.test(target)) return false;
      const [file = '', anchor] = target.split('#');
      const to = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(ROOT, to))) return true;
      return anchor !== undefined && !anchorsOf(withoutCode(read(to))).some((one) => one.anchor === anchor);
    });
    expect(lost).toEqual([]);
  });

  it('names targets of make that there are', () => {
    const targets = new Set([...read('Makefile').matchAll(/^([a-z-]+):/gm)].map(([, name]) => name));
    const named = [...page.matchAll(/(?:^|`|&& )make ([a-z][a-z-]*)/gm)].map(([, name]) => name);
    expect(named.filter((name) => !targets.has(name))).toEqual([]);
  });

  it('names settings that there are', () => {
    const known = [...serveOptions, ...conformOptions].map(({ envVar }) => envVar);
    const named = [...page.matchAll(/CINDERBLOCK_[A-Z0-9_]*[A-Z0-9]/g)].map(([name]) => name);
    // A name that the text goes on with, `CINDERBLOCK_CONFORM_` and the name of the option.
    const isKnown = (name: string) => known.some((one) => one === name || one?.startsWith(`${name}_`));
    expect(named.filter((name) => !isKnown(name))).toEqual([]);
  });
});

describe('the README', () => {
  const linked = [...read('README.md').matchAll(/\]\(([^)#\s]+)/g)].map(([, target]) => target);

  it.each(globSync('{*.md,docs/*.md,docs/*/README.md}', { cwd: ROOT }))('leads to %s', (path) => {
    if (path !== 'README.md') expect(linked).toContain(path);
  });
});

/** The settings that a cell names: `CINDERBLOCK_QUOTA_VOLUMES`, `_SNAPSHOTS` are two, the second as the first begins. */
function settingsIn(cell: string): string[] {
  let whole: string[] = [];
  return [...cell.matchAll(/`(CINDERBLOCK)?(_[A-Z0-9_]+)`/g)].flatMap(([, start, rest = '']) => {
    if (start === undefined) return whole.map((_, words) => `${whole.slice(0, words + 1).join('_')}${rest}`);
    whole = `${start}${rest}`.split('_');
    return [whole.join('_')];
  });
}

describe('the settings in the README', () => {
  const rows = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `CINDERBLOCK_'))
    .map((line) => line.split('|').map((cell) => cell.trim()));

  it.each(serveOptions.map((option) => [option.envVar ?? '', option] as const))('have %s', (name, option) => {
    const row = rows.find(([, names = '']) => settingsIn(names).includes(name));
    expect(row, 'has no row').toBeDefined();
    if (option.defaultValue !== undefined) expect(row?.[2]).toContain(String(option.defaultValue));
  });
});

/** The names by which docs/DECISIONS.md calls packages that are called otherwise there. */
const CALLED: Readonly<Record<string, string>> = {
  '@aws-sdk/client-s3': 'AWS SDK',
  '@biomejs/biome': 'Biome',
  '@openapitools/openapi-generator-cli': 'openapi-generator',
  '@redocly/cli': 'Redocly',
  '@stoplight/prism-cli': 'Prism',
  '@stoplight/spectral-cli': 'Spectral',
  node: 'npm package `node`',
};

describe('the dependencies', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !name.startsWith('@types/'),
  );
  const decisions = read('docs/DECISIONS.md').toLowerCase();

  it.each(names)('are argued for in docs/DECISIONS.md: %s', (name) => {
    const called = (CALLED[name] ?? name).toLowerCase().replaceAll('.', '\\.');
    expect(decisions).toMatch(new RegExp(`(?<![\\w-])${called}(?![\\w-])`));
  });

  // `npm install` writes the address of the registry that it used, which may be one of a company.
  it.each(globSync(['package-lock.json', 'contract-tests/**/package-lock.json'], { cwd: ROOT }))(
    'come from no registry by name: %s',
    (path) => {
      expect(read(path)).not.toMatch(/"resolved": "https?:/);
    },
  );
});
