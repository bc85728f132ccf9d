import { randomInt, randomUUID } from 'node:crypto';
import type { Suite } from './suite.ts';

/** A server that nobody has attached anything to: the block storage service does not know which there are. */
export const newServerId = ({ serverIds }: Pick<Suite, 'serverIds'>): string =>
  serverIds === 'uuid' ? randomUUID() : String(randomInt(100_000_000, 999_999_999));
