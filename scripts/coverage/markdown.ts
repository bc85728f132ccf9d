/** Text in a cell of a table, as a Git host shows it: nothing in it is markup, and it stays on one line. */
export const cellText = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~]/g, (mark) => `\\${mark}`)
    .replace(/\s+/g, ' ');

/** Code in a cell of a table; a bar would end the cell even there, and a backtick the code. */
export const cellCode = (text: string): string => {
  const fence = text.includes('`') ? ['`` ', ' ``'] : ['`', '`'];
  return fence.join(text.replaceAll('|', '\\|').replace(/\s+/g, ' '));
};

export const link = (text: string, target: string): string => `[${text}](${target})`;

/** A table; the last columns are numbers when `numbers` says how many. */
export function markdownTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbers = 0,
): string {
  const rule = heads.map((_, column) => (column < heads.length - numbers ? '---' : '---:'));
  return [heads, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Anchors of the headings of a page as Git hosts make them, each with the number of its line from 0. */
export function anchorsOf(page: string): { readonly line: number; readonly anchor: string }[] {
  const seen = new Map<string, number>();
  return page.split('\n').flatMap((text, line) => {
    const [, title] = /^#+ +(.*)$/.exec(text) ?? [];
    if (title === undefined) return [];
    const slug = title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(slug) ?? 0;
    seen.set(slug, before + 1);
    return [{ line, anchor: before === 0 ? slug : `${slug}-${before}` }];
  });
}
