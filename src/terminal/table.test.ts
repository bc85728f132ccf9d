import { describe, expect, it } from 'vitest';
import { styleFor } from './style.ts';
import { type Column, Table } from './table.ts';
import { widthOf } from './text.ts';

interface Row {
  readonly id: string;
  readonly name?: string;
  readonly tenant: string;
}

const columns: readonly Column<Row>[] = [
  { title: 'ID', text: ({ id }) => id, paint: (text, _, style) => style.red(text) },
  { title: 'NAME', goes: 1, least: 4, text: ({ name }) => name },
  { title: 'TENANT', goes: 2, align: 'right', text: ({ tenant }) => tenant },
];
const plain = styleFor(false, {});
const rows: Row[] = [
  { id: 'one', name: 'the first of them', tenant: 'acme' },
  { id: 'two', tenant: 'lab' },
];

function printed(width: number | undefined, given: readonly Row[] = rows, style = plain) {
  const table = new Table(columns, { style, width });
  const lines = [...given.flatMap((row) => table.row(row)), ...table.end()];
  return { lines, leftOut: table.leftOut() };
}

describe('a table', () => {
  it('is as wide as it needs to be where there is no terminal', () => {
    expect(printed(undefined)).toEqual({
      lines: [
        'ID   NAME               TENANT',
        'one  the first of them    acme',
        'two  -                     lab',
      ],
      leftOut: [],
    });
  });

  it('cuts what may be cut before it leaves a column out', () => {
    const { lines, leftOut } = printed(20);
    expect(lines[1]).toBe('one  the fi…    acme');
    expect(leftOut).toEqual([]);
  });

  it('leaves out the least important columns, and says which', () => {
    const { lines, leftOut } = printed(10);
    expect(lines).toEqual(['ID   NAME', 'one  the …', 'two  -']);
    expect(leftOut).toEqual(['TENANT']);
    expect(printed(3).leftOut).toEqual(['NAME', 'TENANT']);
  });

  it('has colours that take no room', () => {
    const { lines } = printed(20, rows, styleFor(true, {}));
    expect(lines[1]).toContain('\u001b[31mone\u001b[39m');
    expect(widthOf(lines[1] ?? '')).toBe(20);
  });

  it('keeps every cell on its line', () => {
    const { lines } = printed(undefined, [{ id: 'x\ny', name: '\u001b[2J', tenant: '\u202e' }]);
    expect(lines[1]).toBe('x\\ny  \\x1b[2J  \\u{202e}');
  });

  it('prints rows as they come once it knows the first of them', () => {
    const table = new Table(columns, { style: plain, width: undefined });
    const many = Array.from({ length: 2_000 }, (_, i) => ({ id: `${i}`, tenant: 'acme' }));
    const lines = many.map((row) => table.row(row).length);
    expect(Math.max(...lines.slice(0, 400))).toBe(0);
    expect(lines.slice(1_000)).toEqual(Array(1_000).fill(1));
    expect(lines.reduce((sum, count) => sum + count, table.end().length)).toBe(2_001);
  });

  it('of nothing is nothing', () => {
    expect(printed(80, []).lines).toEqual([]);
  });
});
