import { VolumeNotFound } from '../blocks/block-store.ts';
import { UnknownFormat } from '../blocks/graph-database.ts';
import { LayerDamaged } from '../blocks/layer-format.ts';
import { type LayerStore, openLayerStore } from '../blocks/layer-store.ts';
import { CatalogError } from '../catalog/errors.ts';
import { DataFolderError } from '../operator/data-folder.ts';
import { TransferError } from '../operator/transfer/pieces.ts';
import { type HeldFolder, holdFolder } from '../operator/transfer/stores.ts';
import { TEMPORARY_PREFIXES } from '../operator/transfer/temporary.ts';
import { type Progress, showProgress } from '../terminal/progress.ts';
import { styleFor } from '../terminal/style.ts';
import { bytesText, durationText } from '../terminal/units.ts';
import { endingIn } from './output.ts';
import { onStopSignal } from './signals.ts';

/** What an operator can mend; that is said by what went wrong, or by `cinderblock check`. */
const KNOWN = [DataFolderError, CatalogError, TransferError, UnknownFormat, LayerDamaged, VolumeNotFound];

export interface Transfer extends HeldFolder {
  readonly store: LayerStore;
  readonly signal: AbortSignal;
}

/**
 * Runs an import or export on a data folder that nobody else has. The first Ctrl-C breaks it off and cleans up, a
 * second one ends the process.
 */
export async function transfer(
  direction: 'import' | 'export',
  { data, volume }: { readonly data: string; readonly volume: string },
  work: (transfer: Transfer) => Promise<void>,
): Promise<void> {
  await endingIn(1, KNOWN, async () => {
    const abort = new AbortController();
    void onStopSignal().then((signal) => {
      const kept = direction === 'import' ? 'the volume is as it was' : 'no file was left';
      abort.abort(new TransferError(`broken off by ${signal}: ${kept}`));
    });
    const held = await holdFolder(data, volume, direction);
    try {
      const store = await openLayerStore(held.blocks);
      try {
        await removeLeftOvers(store);
        await work({ ...held, store, signal: abort.signal });
      } finally {
        await store.close();
      }
    } finally {
      await held.release();
    }
  });
}

/** Of imports and exports that were killed. Nobody else has the folder, so none of them goes on. */
async function removeLeftOvers(store: LayerStore): Promise<void> {
  for (const prefix of TEMPORARY_PREFIXES) {
    for (const id of (await store.find(prefix)).volumes) await store.deleteVolume(id);
  }
}

/** On standard error: standard output may be the export. */
export function transferProgress(label: string, total: number | undefined): Progress {
  const style = styleFor(process.stderr.isTTY, process.env);
  return showProgress({ stream: process.stderr, style, label, total });
}

/** How a transfer went, such as `imported 1 GiB (350 MiB of data) into volume … in 3 s, 340 MiB/s`. */
export function tellEnd(
  done: string,
  {
    length,
    data,
    where,
    since,
  }: {
    readonly length: number;
    readonly data: number;
    readonly where: string;
    readonly since: number;
  },
): void {
  const took = (performance.now() - since) / 1000;
  const rate = took > 0.5 ? `, ${bytesText(length / took)}/s` : '';
  const time = took < 1 ? 'less than a second' : durationText(took);
  process.stderr.write(
    `${done} ${bytesText(length)} (${bytesText(data)} of data) ${where} in ${time}${rate}\n`,
  );
}
