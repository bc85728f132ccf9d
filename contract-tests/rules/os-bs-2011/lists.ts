import { expect } from 'vitest';
import type { Format } from '../../support/faults.ts';
import type { Ask } from '../../support/requests.ts';
import { speaking } from '../../support/speaking.ts';
import { BASE, type Kind, type Resource } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];

/** What the short and the detailed list of a kind answer to a query, which must be the same in both formats. */
export function lists(ask: Ask, kind: Kind) {
  /** One answer of each list in each format, read by `read`. */
  async function answers<T>(query: string, status: number, read: (body: Resource) => T): Promise<T> {
    const found: T[] = [];
    for (const list of [`${kind}s`, `${kind}s/detail`]) {
      for (const format of FORMATS) {
        const answer = await speaking(ask, format)('GET', `${BASE}/${list}?${query}`);
        expect(answer.status, query).toBe(status);
        found.push(read(answer.body));
      }
    }
    const [first, ...others] = found;
    for (const other of others) expect(other).toEqual(first);
    // There are four answers, so there is a first.
    return first as T;
  }
  return {
    /** Ids of what is found. */
    found: (query: string) =>
      answers<string[]>(query, 200, (body) => body[`OS-BS:${kind}s`].map(({ id }: Resource) => id)),
    /** The message of the refusal. */
    refusalOf: (query: string) => answers<string>(query, 400, (body) => body.badRequest.message),
  };
}
