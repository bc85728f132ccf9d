/**
 * The documents that the contract has, with what each of them holds: what is proven is counted against these
 * figures, so that a row which falls out of a table is missed. The tables of `manifest/` list all four
 * documents; rows of a document that is not here yet are left aside.
 */
export const documents = {
  'hp-block-storage-v1': { operations: 20, payloads: 48, curlCommands: 38, rules: 203 },
  'hp-bock-v1.1': { operations: 13, payloads: 25, curlCommands: 15, rules: 107 },
  'hp-volume-backup-v1.1': { operations: 6, payloads: 25, curlCommands: 6, rules: 72 },
  'os-bs-2011': { operations: 27, payloads: 66, curlCommands: 0, rules: 165 },
} as const satisfies Record<string, Counts>;

export interface Counts {
  readonly operations: number;
  /** Requests, responses, errors and parts of them in JSON or XML. */
  readonly payloads: number;
  readonly curlCommands: number;
  readonly rules: number;
}

const counts: readonly Counts[] = Object.values(documents);

/** How many of them all documents hold together. */
export const total = (what: keyof Counts): number => counts.reduce((sum, count) => sum + count[what], 0);

/** Whether something with this id is of a document that the contract has. */
export const isServed = (id: string): boolean => id.slice(0, id.indexOf('/')) in documents;
