import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { RunningEngine } from '../engine/create-engine.ts';
import { anyImage, type ImageSource } from '../engine/images.ts';
import { SettingsError } from './settings.ts';

/** Where images of volumes are, without a folder of images. */
const folderWithin = (data: string): string => join(data, 'images');

/**
 * Any id is an image, without bytes, but for those that were made of volumes. Nothing is loaded and no folder made
 * before there is one of these.
 */
function anyImageAnd(folder: string, warn: (problem: string) => void): ImageSource {
  let opening: Promise<Required<ImageSource>> | undefined;
  const opened = () => {
    opening ??= import('../images/directory.ts').then(({ imagesIn }) =>
      imagesIn(folder, warn, anyImage.find),
    );
    return opening;
  };
  return {
    find: async (id) => (existsSync(folder) ? await opened() : anyImage).find(id),
    keep: async (image, signal) => (await opened()).keep(image, signal),
  };
}

/** The images of the folder; without one, those of `data`, and any id is an image. */
export async function openImages(
  folder: string | undefined,
  data: string,
  log: Logger,
): Promise<ImageSource> {
  const warn = (problem: string) => log.warn({ problem }, 'image is not usable');
  if (folder === undefined) return anyImageAnd(folderWithin(data), warn);
  const { openImageDirectory } = await import('../images/directory.ts');
  try {
    const images = await openImageDirectory(folder, warn);
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
