import type { LayerFiles } from './layer-files.ts';
import { dataPath, mapPath } from './layer-format.ts';

export interface RemovalWork {
  readonly files: LayerFiles;
  readonly folder: string;
  /** Waits a little between two steps; false when the removal is to stop. */
  goOn(): Promise<boolean>;
}

/** A file system frees so much in a few milliseconds; more at once can keep every other write waiting. */
const STEP_BYTES = 1024 * 1024 * 1024;

/**
 * Removes the files of a layer that is not in the graph any more, a large one from its end in steps. Broken
 * off, it leaves files that no layer names, which the next opening of the store removes.
 */
export async function removeLayer({ files, folder, goOn }: RemovalWork, id: number): Promise<void> {
  await files.unlink(mapPath(folder, id));
  const data = files.open(dataPath(folder, id));
  if (data === undefined) return;
  try {
    const { size, allocated } = data.stat();
    const steps = Math.ceil(allocated / STEP_BYTES);
    for (let left = steps - 1; left > 0; left -= 1) {
      await data.truncate(Math.floor((size * left) / steps));
      if (!(await goOn())) return;
    }
  } finally {
    data.close();
  }
  await files.unlink(dataPath(folder, id));
  await goOn();
}
