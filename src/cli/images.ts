import type { Logger } from 'pino';
import type { RunningEngine } from '../engine/create-engine.ts';
import { anyImage, type ImageSource } from '../engine/images.ts';
import { SettingsError } from './settings.ts';

/** The images of the folder; without one, any id is an image. */
export async function openImages(folder: string | undefined, log: Logger): Promise<ImageSource> {
  if (folder === undefined) return anyImage;
  const { openImageDirectory } = await import('../images/directory.ts');
  try {
    const images = await openImageDirectory(folder, (problem) =>
      log.warn({ problem }, 'image is not usable'),
    );
    log.info({ folder, images: images.count }, 'images were read');
    return images;
  } catch (error) {
    throw new SettingsError(
      `CINDERBLOCK_IMAGES (--images): ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** What is left of images that are gone only takes up space: nothing to refuse to start for. */
export async function sweepImages(engine: RunningEngine, log: Logger): Promise<void> {
  try {
    await engine.sweepImages();
  } catch (error) {
    log.warn({ err: error }, 'what images have left behind could not be removed');
  }
}
