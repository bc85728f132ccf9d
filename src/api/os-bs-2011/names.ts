import { randomUUID } from 'node:crypto';

/** The name that was given, or one of our own (os-bs-2011/2.3.1.2.1/random-name). */
export const nameOf = (kind: 'volume' | 'backup', given: string | null | undefined): string =>
  given ?? `${kind}-${randomUUID()}`;
