import type { Catalog } from '../catalog/catalog.ts';
import type { EngineLog } from './engine-log.ts';
import { exportOptionsOf } from './export-jobs.ts';
import type { VolumeExports } from './exports.ts';

const AT_A_TIME = 16;

/**
 * Opens the exports of the volumes that servers have or hosts are connected to, as after a restart. To be called before
 * jobs start, which may want to close some. One that cannot be opened stays as it is and is told of in the log: a server that does not
 * start helps nobody.
 */
export async function openExportedVolumes(
  catalog: Pick<Catalog, 'exportedVolumes'>,
  exports: VolumeExports,
  log: EngineLog,
): Promise<void> {
  const waiting = await catalog.exportedVolumes();
  async function openNext(): Promise<void> {
    for (let volume = waiting.shift(); volume !== undefined; volume = waiting.shift()) {
      try {
        await exports.open(volume.id, exportOptionsOf(volume));
      } catch (error) {
        log.error({ err: error, volume: volume.id }, 'an attached volume cannot be reached');
      }
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, openNext));
}
