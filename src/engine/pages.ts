import type { ListKey, Page } from '../catalog/catalog.ts';
import type { OffsetPageRequest, PageRequest } from './engine.ts';
import { EngineFault } from './faults.ts';

const LARGEST_PAGE = 1000;

/** Rows of a page: no limit, 0 and more than 1000 all mean 1000. */
export function limitOf(limit = 0): number {
  if (!Number.isSafeInteger(limit) || limit < 0) throw new EngineFault('pageInvalid', { parameter: 'limit' });
  return limit === 0 ? LARGEST_PAGE : Math.min(limit, LARGEST_PAGE);
}

export function pageOf({ limit, offset = 0 }: OffsetPageRequest = {}): Page {
  const rows = limitOf(limit);
  if (!Number.isSafeInteger(offset) || offset < 0)
    throw new EngineFault('pageInvalid', { parameter: 'offset' });
  return { limit: rows, offset };
}

/** A page by offset or marker; `find` looks up where the resource is that the marker names. */
export async function pageBehind(
  { marker, ...page }: PageRequest = {},
  find: (id: string) => Promise<ListKey | undefined>,
): Promise<Page> {
  const first = pageOf(page);
  if (marker === undefined) return first;
  const after = await find(marker);
  if (after === undefined) throw new EngineFault('markerNotFound', { marker });
  return { ...first, after };
}
