import { describe, expect, it } from 'vitest';
import { bracketed, testTitles } from './test-titles.ts';

const idsIn = (source: string) =>
  testTitles('a.test.ts', source).flatMap(({ titles }) => titles.flatMap(bracketed));

describe('ids in titles of tests', () => {
  it('are found in every way to write a test', () => {
    const source = `
      it('[d/1/plain] works', () => {});
      test(\`[d/1/template] works\`, async () => {});
      it.each([1, 2])('[d/1/each] works with %i', (n) => { expect(n); });
      it.each\`a\${1}\`('[d/1/tagged] works', () => {});
      it.skipIf(!hasCurl)('[d/1/condition] works', function () {});
      it('[d/1/two] and ' + '[d/1/three] work', { timeout: 5 }, () => {});
      it(\`[d/1/part] works with \${name}\`, () => {});
    `;
    expect(idsIn(source)).toEqual([
      'd/1/plain',
      'd/1/template',
      'd/1/each',
      'd/1/tagged',
      'd/1/condition',
      'd/1/two',
      'd/1/three',
      'd/1/part',
    ]);
  });

  it('may begin with a constant of the file, not with what only running the test can tell', () => {
    const source = `
      const D = 'd';
      let other = 'd';
      it(\`works [\${D}/1/constant] [\${other}/1/variable] [\${D}/1/\${name}]\`, () => {});
    `;
    expect(idsIn(source)).toEqual(['d/1/constant']);
  });

  it('of a suite count once for each test in it, and not at all without one', () => {
    const source = `
      describe('[d/1/suite] a', () => {
        it('x', () => {});
        describe.each(table)('[d/1/inner] b', () => { it('[d/1/own] y', () => {}); });
      });
      describe('[d/1/empty] c', () => { const it = 'not a test'; });
    `;
    expect(idsIn(source)).toEqual(['d/1/suite', 'd/1/suite', 'd/1/inner', 'd/1/own']);
  });

  it('do not count in comments, in other strings or in tests that prove nothing', () => {
    const source = `
      // it('[d/1/comment] works', () => {});
      /* it('[d/1/block] works', () => {}); */
      const text = "it('[d/1/string] works', () => {})";
      expect(value, '[d/1/argument] says').toBe(1);
      it.skip('[d/1/skip] works', () => {});
      it.todo('[d/1/todo] works');
      it.fails('[d/1/fails] works', () => {});
      it('[d/1/nothing] works');
      describe.skip('[d/1/skipped] suite', () => { it('[d/1/within] works', () => {}); });
    `;
    expect(idsIn(source)).toEqual([]);
  });

  it('stand in brackets and have a section', () => {
    expect(bracketed('d/1/bare [d/1/one] [no-slash] [d/1/two words] [d/1/two][d/1/three]')).toEqual([
      'd/1/one',
      'd/1/two',
      'd/1/three',
    ]);
  });

  it('come with the line of their test', () => {
    expect(testTitles('a.test.ts', "\n\nit('[d/1/x]', () => {});").map(({ line }) => line)).toEqual([3]);
  });
});
