import { describe, expect, it } from 'vitest';
import { Contents, readSector, SECTOR, writeSector } from './sectors.ts';

const RANGE = { first: 8, count: 2 };

/** Which of the stamps the first sector of the range may hold. */
const allowed = (contents: Contents, ...stamps: number[]) =>
  stamps.filter((stamp) => contents.allows(RANGE.first, stamp));

describe('a sector', () => {
  it('tells which write it is of, and whether it is where it belongs', () => {
    const bytes = Buffer.alloc(2 * SECTOR);
    writeSector(bytes, 0, 7, 8);
    expect(readSector(bytes, 0, 8)).toBe(7);
    expect(readSector(bytes, 0, 9)).toBeUndefined();
    expect(readSector(bytes, SECTOR, 9)).toBe(0);
    bytes[100] = 0xff;
    expect(readSector(bytes, 0, 8)).toBeUndefined();
  });
});

describe('what a volume may hold after a crash', () => {
  it('is anything that was written since the last flush, or what was there before', () => {
    const contents = new Contents();
    contents.write(RANGE, 1).answered();
    contents.write(RANGE, 2);
    expect(allowed(contents, 0, 1, 2, 3)).toEqual([0, 1, 2]);
    expect(allowed(contents, 0)).toEqual([0]);
  });

  it('is no longer what a durable write has replaced', () => {
    const contents = new Contents();
    contents.write(RANGE, 1).answered();
    const flushed = contents.flush();
    contents.write(RANGE, 2).answered();
    flushed();
    expect(allowed(contents, 0, 1, 2)).toEqual([1, 2]);
    contents.write(RANGE, 3).durable();
    expect(allowed(contents, 0, 1, 2, 3)).toEqual([3]);
  });

  it('is not what a flush does not cover that was sent before the answer', () => {
    const contents = new Contents();
    const write = contents.write(RANGE, 1);
    const flushed = contents.flush();
    write.answered();
    flushed();
    expect(allowed(contents, 0, 1)).toEqual([0, 1]);
  });

  it('is what was found, once somebody has looked', () => {
    const contents = new Contents();
    contents.write(RANGE, 1).answered();
    contents.seen(RANGE.first, 0);
    expect(allowed(contents, 0, 1)).toEqual([0]);
    contents.seen(RANGE.first, 5);
    expect(allowed(contents, 0, 1, 5)).toEqual([5]);
  });
});

describe('what a copy may hold that a crash came upon', () => {
  it('stays in doubt when a copy of it is made without one', () => {
    const volume = new Contents();
    volume.write(RANGE, 1).durable();
    volume.write(RANGE, 2).answered();
    const snapshot = volume.copy();
    snapshot.leaveInDoubt();
    const restored = snapshot.copy();
    restored.settleAll();
    expect(allowed(restored, 0, 1, 2)).toEqual([1, 2]);
    expect(restored.describe(RANGE.first)).toBe('durable 1 or 2');
  });

  it('is what is written into it from then on', () => {
    const copy = new Contents();
    copy.write(RANGE, 1).answered();
    copy.leaveInDoubt();
    copy.write(RANGE, 3).answered();
    copy.settleAll();
    expect(allowed(copy, 0, 1, 3)).toEqual([3]);
  });
});
