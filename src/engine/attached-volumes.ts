import type { Catalog } from '../catalog/catalog.ts';
import type { EngineLog } from './engine-log.ts';
import type { VolumeExports } from './exports.ts';

const AT_A_TIME = 16;

/**
 * Opens the exports of the volumes that are attached, as after a restart. To be called before jobs start, which may
 * want to close some. One that cannot be opened stays attached and is told of in the log: a server that does not
 * start helps nobody.
 */
export async function openAttachedVolumes(
  catalog: Pick<Catalog, 'attachedVolumes'>,
  exports: VolumeExports,
  log: EngineLog,
): Promise<void> {
  const waiting = await catalog.attachedVolumes();
  async function openNext(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        await exports.open(id);
      } catch (error) {
        log.error({ err: error, volume: id }, 'an attached volume cannot be reached');
      }
    }
  }
  await Promise.all(Array.from({ length: AT_A_TIME }, openNext));
}
