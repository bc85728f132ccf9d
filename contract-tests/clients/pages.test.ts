import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blocksOf, clientsOf, PAGES, readPage, tablesOf, withTables } from './pages.ts';
import { CLIENTS, promisesOf } from './promises.ts';

describe('the pages of the clients', () => {
  test.each(PAGES)('%s: its tables are what `make clients` requires', (page) => {
    expect(readPage(page)).toBe(withTables(readPage(page)));
  });

  test('every client whose calls are promised has tables on one page', () => {
    expect(PAGES.flatMap((page) => clientsOf(readPage(page))).toSorted()).toEqual([...CLIENTS].toSorted());
  });

  test('every page of the folder is in its list', () => {
    const folder = new URL('../../docs/clients/', import.meta.url);
    const pages = readdirSync(folder).filter((file) => file !== 'README.md');
    expect(pages.toSorted()).toEqual([...PAGES, 'others'].map((page) => `${page}.md`).toSorted());
  });

  test.each(PAGES)('%s: its commands are tried, but for those that install', (page) => {
    const blocks = blocksOf(readPage(page));
    expect(blocks.filter(({ isTried }) => isTried).length).toBeGreaterThan(1);
    for (const { text } of blocks.filter(({ isTried }) => !isTried)) expect(text).toMatch(/install|make run/);
  });
});

describe('what is promised', () => {
  test.each(CLIENTS)('%s: every call stands there once', (client) => {
    const calls = promisesOf(client).groups.flatMap((group) => group.calls.map(({ call }) => call));
    expect(calls).toEqual([...new Set(calls)]);
  });

  test.each(CLIENTS)('%s: what does not work everywhere says where, in known words, and why', (client) => {
    const { versions, groups } = promisesOf(client);
    for (const { call, only, why } of groups.flatMap((group) => group.calls)) {
      if (only === undefined) expect(why, call).toBeUndefined();
      else expect([...versions, 'documented', 'released', 'nowhere'], call).toContain(only);
      if (only !== undefined) expect(why, call).toMatch(/\w/);
    }
  });

  test('tells in a table what works, what does not, and where', () => {
    const tables = tablesOf({
      versions: ['1'],
      groups: [
        {
          title: 'Volumes',
          calls: [
            { call: 'list' },
            { call: 'fly', only: 'nowhere', why: 'no wings' },
            { call: 'name', only: 'released', why: 'another word' },
            { call: 'old', only: '1', why: 'gone since' },
          ],
        },
      ],
    });
    expect(tables.split('\n')).toEqual([
      '| Volumes | result |',
      '| ------- | --- |',
      '| `list`  | works |',
      '| `fly`   | no: no wings |',
      '| `name`  | with `--profile released` only: another word |',
      '| `old`   | in 1 only: gone since |',
    ]);
  });
});
