/**
 * Successes that a document states and this service answers with another status: by operation, what it answers.
 * The contract has both, the stated one marked `x-superseded-by`; each has its row in docs/DEVIATIONS.md.
 */
const answeredOtherwise: Readonly<Record<string, string>> = {
  'hp-bock-v1.1/delete-snapshot': '202',
};

interface Stated {
  readonly id: string;
  readonly success_codes: string;
}

/** The successes that the contract has of an operation: those that the document states, and what is answered. */
export function successesOf({ id, success_codes }: Stated): string[] {
  const stated = success_codes.split(',');
  const answered = answeredOtherwise[id];
  return answered === undefined ? stated : [...stated, answered].sort();
}

/** The success that this service answers. */
export const answeredSuccess = ({ id, success_codes }: Stated): string =>
  answeredOtherwise[id] ?? success_codes.split(',')[0] ?? '200';
