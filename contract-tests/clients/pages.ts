import { readFileSync } from 'node:fs';
import { CLIENTS, type PromisedCall, type Promises, promisesOf } from './promises.ts';

const folder = new URL('../../docs/clients/', import.meta.url);

/** The pages of the clients that are run, and whose calls each has tables of. */
export const PAGES = ['python-cinderclient', 'pkgcloud'] as const;
export type PageName = (typeof PAGES)[number];

export const pageUrl = (page: PageName): URL => new URL(`${page}.md`, folder);
export const readPage = (page: PageName): string => readFileSync(pageUrl(page), 'utf8');

const whereWorks = ({ only, why }: PromisedCall): string => {
  if (only === undefined) return 'works';
  const because = why === undefined ? '' : `: ${why}`;
  if (only === 'nowhere') return `no${because}`;
  return only === 'released' ? `with \`--profile released\` only${because}` : `in ${only} only${because}`;
};

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The tables of what is promised of a client, one for each subject. */
export function tablesOf({ groups }: Promises): string {
  const tables = groups.map(({ title, calls }) => {
    const rows = calls.map((call) => [`\`${cell(call.call)}\``, cell(whereWorks(call))]);
    const width = Math.max(...rows.map(([call = '']) => call.length), title.length);
    const line = (first: string, second: string) => `| ${first.padEnd(width)} | ${second} |`;
    const rule = line('-'.repeat(width), '---');
    return [line(title, 'result'), rule, ...rows.map(([call = '', result = '']) => line(call, result))].join(
      '\n',
    );
  });
  return tables.join('\n\n');
}

const PLACE =
  /(<!-- calls of ([a-z-]+), written by `make clients ARGS=--pages` -->\n)[\s\S]*?(<!-- end of calls -->)/g;

/** The page with its tables as the promises have them now. */
export function withTables(page: string): string {
  return page.replaceAll(PLACE, (_, begin: string, name: string, end: string) => {
    const client = CLIENTS.find((known) => known === name);
    if (client === undefined) throw new Error(`a page has a place for ${name}, of which nothing is promised`);
    return `${begin}\n${tablesOf(promisesOf(client))}\n\n${end}`;
  });
}

/** The clients that a page has tables of. */
export const clientsOf = (page: string): string[] => [...page.matchAll(PLACE)].map(([, , name = '']) => name);

/** A fenced block of a page. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** False where the page says so, by a comment before the block: what installs or starts something. */
  readonly isTried: boolean;
}

const FENCE = /(<!-- not tried: [^>]+ -->\n)?```([a-z]+)\n([\s\S]*?)\n```/g;

export const blocksOf = (page: string): Block[] =>
  [...page.matchAll(FENCE)].map(([, mark, language = '', text = '']) => ({
    language,
    text,
    isTried: mark === undefined,
  }));
