import { join } from 'node:path';
import { checkBlocks, type Finding } from '../../blocks/check.ts';
import type { DataFolder } from '../data-folder.ts';
import { checkBytes } from './bytes.ts';
import { checkFile, checkRows } from './catalog-rows.ts';
import { checkBackup, type ObjectReads, restorableBackups } from './objects.ts';

/** What a check tells on its way. */
export type CheckEvent =
  | { readonly kind: 'finding'; readonly finding: Finding }
  /** Another part has begun; `total` is how much there is to do in it, where that is known. */
  | { readonly kind: 'part'; readonly name: string; readonly total?: number }
  | { readonly kind: 'done'; readonly count: number };

export interface CheckOptions {
  /** Looks at the objects of backups too. */
  readonly objects?: ObjectReads;
  /** Reads every byte of them. */
  readonly deep: boolean;
  readonly signal: AbortSignal;
  /** Told how much is done of the part that runs. */
  readonly progress: (count: number) => void;
}

const found = (finding: Finding): CheckEvent => ({ kind: 'finding', finding });

/** Looks for everything that is wrong with a data folder, and changes nothing. */
export async function* check(folder: DataFolder, options: CheckOptions): AsyncGenerator<CheckEvent> {
  const { catalog, blocks, path } = folder;
  yield { kind: 'part', name: 'catalog' };
  const damages = checkFile(catalog, join(path, 'catalog.db'));
  yield* damages.map(found);
  // Rows of a damaged file say wrong things about each other.
  if (damages.length === 0) yield* checkRows(catalog).map(found);

  yield { kind: 'part', name: 'blocks' };
  for await (const finding of checkBlocks(blocks)) yield found(finding);
  if (damages.length > 0) return;

  yield { kind: 'part', name: 'volumes and snapshots' };
  yield* bytes(folder, options);
  if (options.objects !== undefined) yield* objects(folder, options.objects, options);
}

async function* bytes({ blocks, catalog }: DataFolder, options: CheckOptions): AsyncGenerator<CheckEvent> {
  try {
    for await (const finding of checkBytes(blocks, catalog, options.progress)) yield found(finding);
  } catch (error) {
    // What cannot be opened at all is in the findings of the block store; those of the catalog are worth having.
    yield found({
      severity: 'damage',
      where: blocks,
      what: `The block store could not be compared with the catalog: ${error instanceof Error ? error.message : error}.`,
      advice: 'Mend what was found in the block store first, then check again.',
    });
  }
}

async function* objects(
  { catalog }: DataFolder,
  store: ObjectReads,
  { deep, signal, progress }: CheckOptions,
): AsyncGenerator<CheckEvent> {
  const [counts] = catalog.rows((db) =>
    db
      .selectFrom('backups')
      .select((eb) => [eb.fn.countAll<number>().as('backups'), eb.fn.sum<number | null>('size').as('size')])
      .where('status', 'in', ['available', 'restoring']),
  );
  const total = deep ? (counts?.size ?? 0) * 2 ** 30 : (counts?.backups ?? 0);
  yield { kind: 'part', name: deep ? 'bytes of backups' : 'backups', total };
  let done = 0;
  const read = (bytes: number): void => {
    done += bytes;
    progress(done);
  };
  for (const backup of restorableBackups(catalog, store)) {
    signal.throwIfAborted();
    const findings = await checkBackup(catalog, backup, { signal, deep, read: deep ? read : () => {} });
    yield* findings.map(found);
    if (!deep) read(1);
  }
}
