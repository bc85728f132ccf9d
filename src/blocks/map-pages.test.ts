import { describe, expect, it } from 'vitest';
import { PageCache } from './map-pages.ts';

describe('the pages of maps', () => {
  function pages(capacity: number) {
    const cache = new PageCache(capacity);
    const kept = new Set<number>();
    const owner = { forget: (index: number) => void kept.delete(index) };
    const take = (index: number) => {
      kept.add(index);
      return cache.take(owner, index);
    };
    return { kept, take };
  }

  it('are bounded, whatever the size of the volume', () => {
    const { kept, take } = pages(8);
    for (let index = 0; index < 32_752; index += 1) {
      take(index);
      expect(kept.size).toBeLessThanOrEqual(8);
    }
  });

  it('come back empty when they are given to others', () => {
    const { take } = pages(1);
    const page = take(1);
    page.owners.fill(7);
    page.words.fill(7);
    const again = take(2);
    expect(again).toBe(page);
    expect([again.owners.every((owner) => owner === 0), again.words.every((word) => word === 0)]).toEqual([
      true,
      true,
    ]);
  });

  it('stay while their words are not on the disk', () => {
    const { kept, take } = pages(4);
    take(1).isDirty = true;
    take(2).isWriting = true;
    for (let index = 3; index < 100; index += 1) take(index);
    expect(kept).toContain(1);
    expect(kept).toContain(2);
  });

  it('that are used stay longer than those that are not', () => {
    const { kept, take } = pages(4);
    const page = take(0);
    for (let index = 1; index < 100; index += 1) {
      take(index);
      page.isUsed = true;
    }
    expect(kept).toContain(0);
  });
});
