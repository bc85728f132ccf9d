import { join, relative, resolve } from 'node:path';

/** Where generation reads and writes. Absolute paths; `shown` makes them short for people. */
export interface Places {
  readonly root: string;
  /** The root document of the authored contract. */
  readonly contract: string;
  /** The committed tree that is replaced as a whole. */
  readonly generated: string;
  /** The next tree, until it is complete. */
  readonly staging: string;
  /** What is between the contract and the skeleton: the annotated copy and the generator's raw output. */
  readonly scratch: string;
  readonly templates: string;
  readonly shown: (path: string) => string;
}

/** @param options paths as typed on the command line, relative to the project's root. */
export function placesFor(options: { contract: string; out: string }): Places {
  const root = resolve(import.meta.dirname, '../..');
  return {
    root,
    contract: resolve(root, options.contract),
    generated: resolve(root, options.out),
    staging: join(root, '.cache/generate/staging'),
    scratch: join(root, '.cache/generate/scratch'),
    templates: join(root, 'scripts/templates'),
    shown: (path) => relative(root, path),
  };
}
