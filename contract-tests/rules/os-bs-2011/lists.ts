import { expect } from 'vitest';
import type { Format } from '../../support/faults.ts';
import { type Spoken, speaking } from '../../support/speaking.ts';
import type { World } from '../world.ts';
import { BASE, type Kind, type Resource } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];

/** The short and the detailed list of one kind: what is true of one has to be true of both, in both formats. */
export interface BothLists {
  /** Ids of what a query finds. */
  found(query: string): Promise<string[]>;
  /** Why a query is answered with 400. */
  refusalOf(query: string): Promise<string>;
}

export function bothLists({ ask }: Pick<World, 'ask'>, kind: Kind): BothLists {
  /** What `tell` makes of each of the four answers, which has to be the same of all. */
  async function agreed<T>(query: string, status: number, tell: (body: Spoken['body']) => T): Promise<T> {
    const told: T[] = [];
    for (const list of [`${kind}s`, `${kind}s/detail`]) {
      for (const format of FORMATS) {
        const answer = await speaking(ask, format)('GET', `${BASE}/${list}?${query}`);
        expect(answer.status, query).toBe(status);
        told.push(tell(answer.body));
      }
    }
    for (const one of told) expect(one).toEqual(told[0]);
    return told[0] as T; // there are four
  }

  return {
    found: (query) =>
      agreed(query, 200, (body) => body[`OS-BS:${kind}s`].map(({ id }: Resource): string => id)),
    refusalOf: (query) => agreed(query, 400, (body): string => body.badRequest.message),
  };
}
