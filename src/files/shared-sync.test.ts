import { describe, expect, it } from 'vitest';
import { sharedSync } from './shared-sync.ts';

/** Syncs that end when they are told to. */
function syncs() {
  const begun: { readonly name: string; end(error?: Error): void }[] = [];
  const shared = sharedSync(
    (name) =>
      new Promise((resolve, reject) => {
        begun.push({ name, end: (error) => (error === undefined ? resolve() : reject(error)) });
      }),
  );
  return { begun, shared };
}

/** Lets promises that are settled be heard. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('a shared sync', () => {
  it('serves all who come while another is under way, and not with that one', async () => {
    const { begun, shared } = syncs();
    const first = shared('a');
    let served = 0;
    const others = [1, 2, 3].map(() => shared('a').then(() => ++served));
    begun[0]?.end();
    await first;
    await turn();
    expect(served).toBe(0);
    expect(begun).toHaveLength(2);
    begun[1]?.end();
    await Promise.all(others);
    expect(begun).toHaveLength(2);
  });

  it('is begun anew for who comes after it has begun', async () => {
    const { begun, shared } = syncs();
    const first = shared('a');
    const second = shared('a');
    begun[0]?.end();
    await first;
    await turn();
    const third = shared('a');
    begun[1]?.end();
    await second;
    await turn();
    expect(begun).toHaveLength(3);
    begun[2]?.end();
    await third;
  });

  it('of one thing does not wait for that of another', () => {
    const { begun, shared } = syncs();
    void shared('a');
    void shared('b');
    expect(begun.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('fails for all who share it, and for nobody else', async () => {
    const { begun, shared } = syncs();
    const first = shared('a');
    const sharing = [shared('a'), shared('a')];
    begun[0]?.end(new Error('first'));
    await expect(first).rejects.toThrow('first');
    await turn();
    begun[1]?.end(new Error('second'));
    for (const each of sharing) await expect(each).rejects.toThrow('second');
    const after = shared('a');
    begun[2]?.end();
    await expect(after).resolves.toBeUndefined();
  });
});
