import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, textOf } from './reader.ts';
import { escapeAttribute, escapeText } from './writer.ts';

function readBack(text: string): { attribute: string | undefined; content: string } {
  const read = readXml(`<a b="${escapeAttribute(text)}">${escapeText(text)}</a>`);
  if (!read.ok) throw new Error(read.message);
  return { attribute: read.root.attributes[0]?.value, content: textOf(read.root) };
}

describe('escaping', () => {
  it('keeps markup, quotes, white space and every plane of Unicode', () => {
    const text = `<&>"' ]]> \t \n \r\n \r é \u0085\u2028 \u{1F600} \u{1FFFE} \ufffd`;
    expect(readBack(text)).toEqual({ attribute: text, content: text });
  });

  it('puts U+FFFD for what XML 1.0 cannot carry', () => {
    const text = 'a\u0000b\u000bc\u001fd\ufffee\uffff f\ud83d g\ude00';
    const carried = 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffd f\ufffd g\ufffd';
    expect(readBack(text)).toEqual({ attribute: carried, content: carried });
  });

  it('leaves ordinary text as it is', () => {
    expect(escapeAttribute("it's 100% ok; a=b")).toBe("it's 100% ok; a=b");
    expect(escapeText('say "hi"\n')).toBe('say "hi"\n');
  });

  it('makes well-formed XML of any string, and the same text back of any that XML can carry', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const carried = text
          .toWellFormed()
          .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
        expect(readBack(text)).toEqual({ attribute: carried, content: carried });
      }),
    );
  });
});
