import { openStored, type StoredReader } from '../blocks/stored.ts';
import { CatalogError } from '../catalog/errors.ts';
import { volumePages } from '../catalog/operator-reads.ts';
import { type DataFolder, DataFolderError, openDataFolder } from '../operator/data-folder.ts';
import { counted } from '../terminal/units.ts';
import type { VolumesSettings } from './operator-options.ts';
import { endingIn, printRows, remark } from './output.ts';
import { showVolume } from './volume-details.ts';
import { rowOf, type VolumeRow, volumeColumns, volumeJson } from './volume-rows.ts';

async function* rowsOf(
  folder: DataFolder,
  stored: StoredReader,
  { tenant, status, server, limit = Number.POSITIVE_INFINITY }: VolumesSettings,
): AsyncGenerator<VolumeRow> {
  let left = limit;
  for (const page of volumePages(folder.catalog, { tenantId: tenant, statuses: status, serverId: server })) {
    for (const volume of page.slice(0, left)) yield rowOf(folder, await stored(volume.id), volume);
    left -= page.length;
    if (left <= 0) return;
  }
}

/** What the block store holds; without it the list is still worth having. */
function storedOrNothing({ blocks }: DataFolder): StoredReader {
  let failed = false;
  const tell = (error: unknown): undefined => {
    const reason = error instanceof Error ? error.message : String(error);
    if (!failed)
      remark(`The block store cannot be read, so bytes are missing; cinderblock check says more. ${reason}`);
    failed = true;
    return undefined;
  };
  try {
    const stored = openStored(blocks);
    return (id) => stored(id).catch(tell);
  } catch (error) {
    tell(error);
    return async () => undefined;
  }
}

/** `cinderblock volumes [ID]`: all volumes of all tenants, or one in full. */
export async function volumes(id: string | undefined, settings: VolumesSettings): Promise<void> {
  await endingIn(1, [DataFolderError, CatalogError], async () => {
    const folder = openDataFolder(settings.data);
    try {
      const stored = storedOrNothing(folder);
      if (id !== undefined) return await showVolume(folder, stored, id, settings.json === true);
      const count = await printRows(rowsOf(folder, stored, settings), {
        columns: volumeColumns,
        json: settings.json ? volumeJson : undefined,
        more: 'A wider terminal or --json has them, and `cinderblock volumes ID` shows one volume in full.',
      });
      if (!settings.json && process.stdout.isTTY) remark(counted(count, 'volume'));
    } finally {
      folder.close();
    }
  });
}
