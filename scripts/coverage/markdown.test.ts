import { describe, expect, it } from 'vitest';
import { anchorsOf, cellCode, cellText, markdownTable } from './markdown.ts';

describe('a cell of a table', () => {
  it('shows text as it is', () => {
    expect(cellText('a|b <id> *all* of_it [x] & `y`\nz')).toBe(
      'a\\|b &lt;id> \\*all\\* of\\_it \\[x\\] &amp; \\`y\\` z',
    );
  });

  it('shows code as it is', () => {
    expect(cellCode("curl -d '<a|b>'\n  x")).toBe("`curl -d '<a\\|b>' x`");
    expect(cellCode('date `x`')).toBe('`` date `x` ``');
  });
});

describe('a table', () => {
  it('has its numbers to the right', () => {
    expect(markdownTable(['what', 'how many'], [['a', '1']], 1)).toBe(
      '| what | how many |\n| --- | ---: |\n| a | 1 |',
    );
  });
});

describe('anchors', () => {
  it('are those of Git hosts, numbered when a heading comes again', () => {
    const page = '# Of v1.1\n\ntext # no heading\n## Requests\n### `or` so!\n## Requests';
    expect(anchorsOf(page)).toEqual([
      { line: 0, anchor: 'of-v11' },
      { line: 3, anchor: 'requests' },
      { line: 4, anchor: 'or-so' },
      { line: 5, anchor: 'requests-1' },
    ]);
  });
});
