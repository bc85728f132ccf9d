import { readFileSync } from 'node:fs';
import type { ProfileName } from '../profile/profile.ts';

/** One place in which an answer may differ from the example, how far, and why. */
interface Difference {
  /** Ids of examples, `*` for anything. */
  readonly examples: readonly string[];
  /** JSON pointer into the example, `*` for any member. */
  readonly path: string;
  readonly rule: string;
  readonly reason: string;
}

const read = (name: string): readonly Difference[] =>
  JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));

const common = read('differences.json');

const asPattern = (glob: string) =>
  new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);

const compiled = (differences: readonly Difference[]) =>
  differences.map((difference) => ({
    ...difference,
    examples: difference.examples.map(asPattern),
    steps: difference.path.split('/').slice(1),
  }));

export type AllowedDifference = ReturnType<typeof compiled>[number] & { readonly isDemanded?: boolean };

/** What answers may have in a profile. What the released services had besides is not theirs to leave out. */
export const allowedDifferences: Readonly<Record<ProfileName, readonly AllowedDifference[]>> = {
  documented: compiled(common),
  released: [
    ...compiled(common),
    ...compiled(read('differences-released.json')).map((one) => ({ ...one, isDemanded: true })),
  ],
};
