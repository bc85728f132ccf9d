import { describe, expect, it } from 'vitest';
import { cut, padded, visible, widthOf } from './text.ts';

describe('text of others', () => {
  it('is written out where it would move the cursor, change colours or break the line', () => {
    expect(visible('a\u001b[31mred\r\nb\tc\u0007')).toBe('a\\x1b[31mred\\r\\nb\\tc\\x07');
  });

  it('is written out where it would turn the direction of the text or not be seen', () => {
    expect(visible('abc\u202egnp.exe')).toBe('abc\\u{202e}gnp.exe');
    expect(visible('a\u200bb\u2028c\u009bd')).toBe('a\\u{200b}b\\u{2028}c\\x9bd');
  });

  it('is left alone where it is only foreign', () => {
    expect(visible('Größe 東京 🙂')).toBe('Größe 東京 🙂');
  });
});

describe('the width of text', () => {
  it.each([
    ['plain', 5],
    ['東京', 4],
    ['e\u0301', 1],
    ['🙂', 2],
    ['\u001b[31mred\u001b[39m', 3],
  ])('%j takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it('is never more than asked for when it is cut', () => {
    expect(cut('abcdef', 4)).toBe('abc…');
    expect(cut('東京都', 4)).toBe('東…');
    expect(cut('abc', 3)).toBe('abc');
    expect(cut('abc', 0)).toBe('');
  });

  it('is what was asked for when it is padded', () => {
    expect(padded('東京', 6)).toBe('東京  ');
    expect(padded('7', 3, 'right')).toBe('  7');
  });
});
