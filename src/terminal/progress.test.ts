import { describe, expect, it } from 'vitest';
import { showProgress } from './progress.ts';
import { styleFor } from './style.ts';

const MIB = 2 ** 20;

function started(isTTY: boolean, total: number | undefined, columns = 80) {
  const written: string[] = [];
  let time = 0;
  // Of a terminal's stream this is all that is used.
  const stream = {
    isTTY,
    columns,
    write: (text: string) => written.push(text),
  } as unknown as NodeJS.WriteStream;
  const progress = showProgress({
    stream,
    style: styleFor(false, {}),
    label: 'import',
    total,
    now: () => time,
  });
  return {
    written,
    progress,
    at(ms: number, done: number) {
      time = ms;
      progress.to(done);
      return written.at(-1)?.replaceAll('\r', '').replaceAll('\u001b[K', '');
    },
  };
}

describe('progress on a terminal', () => {
  it('is a bar that fits, with how much, how fast and how long still', () => {
    const { at } = started(true, 100 * MIB);
    expect(at(0, 0)).toMatch(/^import {2}─+ {2} {2}0 % {2}0 B of 100 MiB$/);
    expect(at(1000, 10 * MIB)).toMatch(/^import {2}━+─+ {2} 10 % {2}10 MiB of 100 MiB, 10 MiB\/s, 9 s left$/);
    expect(at(2000, 50 * MIB)?.length).toBeLessThan(80);
  });

  it('has no bar where there is no room, and no line break anywhere', () => {
    const { at } = started(true, 100 * MIB, 30);
    expect(at(1000, 10 * MIB)).toBe('import   10 %  10 MiB of 100…');
  });

  it('says what it knows where nobody knows the total', () => {
    const { at } = started(true, undefined);
    at(0, 0);
    expect(at(1000, 5 * MIB)).toBe('import  5 MiB, 5 MiB/s');
  });

  it('is not drawn more often than one can look', () => {
    const { at, written } = started(true, 100 * MIB);
    for (let ms = 0; ms < 1000; ms += 1) at(ms, ms * 1000);
    expect(written.length).toBeLessThanOrEqual(10);
  });

  it('takes its line away at the end', () => {
    const { at, written, progress } = started(true, 100);
    at(0, 0);
    progress.done();
    expect(written.at(-1)).toBe('\r\u001b[K');
  });
});

describe('progress without a terminal', () => {
  it('is a plain line every few seconds', () => {
    const { at, written } = started(false, 100 * MIB);
    for (let ms = 0; ms <= 11_000; ms += 100) at(ms, Math.floor((ms / 20_000) * 100) * MIB);
    expect(written).toHaveLength(2);
    expect(written[0]).toBe('import 25 %: 25 MiB of 100 MiB, 5 MiB/s, 15 s left\n');
  });
});
