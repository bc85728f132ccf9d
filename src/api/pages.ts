import type { OffsetPageRequest } from '../engine/engine.ts';

export interface PageQuery {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

/** The page that a query asks for; the engine says what is meant where it says nothing. */
export const pageOf = ({ limit, offset }: PageQuery = {}): OffsetPageRequest => ({
  ...(limit === undefined ? {} : { limit }),
  ...(offset === undefined ? {} : { offset }),
});
