import type { Answer } from './requests.ts';

/** The same numbers from 0 up to 1 each time that it is given the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const shuffled = <T>(items: readonly T[], random: () => number): T[] =>
  items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);

export type Actions = ReadonlyMap<string, () => Promise<Answer>>;

/**
 * Sends all requests at once and kills the server when so many of them have been answered. Gives back the
 * answers by name; who got none is missing.
 */
export async function killAfter(
  server: { kill(): Promise<void> },
  answered: number,
  actions: Actions,
): Promise<Map<string, Answer>> {
  const answers = new Map<string, Answer>();
  let killed: Promise<void> | undefined;
  const requests = [...actions].map(async ([name, request]) => {
    const answer = await request().catch(() => undefined);
    if (answer !== undefined) answers.set(name, answer);
    if (answers.size >= answered) killed ??= server.kill();
  });
  await Promise.all(requests);
  await (killed ?? server.kill());
  return answers;
}
