import type { Finding } from './check.ts';
import type { LayerRow } from './graph-database.ts';
import type { LayerFiles } from './layer-files.ts';
import { BLOCK_BYTES, dataName, mapName } from './layer-format.ts';
import { type LayerScan, scanLayer } from './map-scan.ts';

const RESTORE =
  'Stop the server, bring the file back from a copy if there is one, or restore the volumes of this layer (`cinderblock layers`) from their backups.';

/**
 * What is wrong with the files of a layer, which may hold bytes up to `size`. Errors of the disk are findings, too.
 */
export async function* checkLayer(
  files: LayerFiles,
  folder: string,
  { id, stored }: LayerRow,
  size: number,
): AsyncGenerator<Finding> {
  let scan: LayerScan;
  try {
    scan = await scanLayer(files, folder, id);
  } catch (error) {
    yield damaged(id, `Its files cannot be read: ${error instanceof Error ? error.message : error}.`);
    return;
  }
  const { map } = scan;
  if (typeof map === 'object') yield damaged(id, `It ${map.fault}: layers/${mapName(id)}.`);
  else if (map === 'none' && stored === 1) {
    yield damaged(
      id,
      `Its map, layers/${mapName(id)}, is missing or empty, and it had one when it was frozen.`,
    );
  }
  yield* checkExtent(id, size, scan);
  if (scan.isCutShort) {
    yield damaged(id, `Its map, layers/${mapName(id)}, ends in the middle of a page: it has been cut.`);
  }
  if (scan.contradictions > 0) {
    yield damaged(
      id,
      `Its map says of ${scan.contradictions} blocks that they hold data and that they are zeros.`,
    );
  }
}

function* checkExtent(
  id: number,
  size: number,
  { dataEnd, mapEnd, dataSize }: LayerScan,
): Generator<Finding> {
  const limit = Math.ceil(size / BLOCK_BYTES) * BLOCK_BYTES;
  const name = `layers/${dataName(id)}`;
  if (mapEnd > limit) yield damaged(id, `Its map names bytes up to ${mapEnd}, and the volume has ${size}.`);
  if (dataEnd > 0 && dataSize === undefined) yield damaged(id, `Its data file, ${name}, is missing.`);
  else if (dataEnd > (dataSize ?? 0)) {
    yield damaged(
      id,
      `Its map names data up to ${dataEnd}, and the data file, ${name}, ends at ${dataSize}.`,
    );
  }
  if ((dataSize ?? 0) > limit) {
    yield {
      severity: 'warning',
      where: `layer ${id}`,
      what: `Its data file, ${name}, has ${dataSize} bytes, and the volume has ${size}: something else has written to it.`,
      advice: 'Nothing reads what is behind the end; compare the volume with a backup.',
    };
  }
}

function damaged(id: number, what: string): Finding {
  return { severity: 'damage', where: `layer ${id}`, what, advice: RESTORE };
}
