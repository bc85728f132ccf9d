import type { BlockStore } from '../blocks/block-store.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Volume } from '../catalog/records.ts';
import type { Clock } from './clock.ts';
import type { ImageBases } from './image-bases.ts';
import { type Image, type ImageSource, ImageUnusable } from './images.ts';
import { type JobContext, type JobHandler, PermanentFailure } from './job-handler.ts';
import { volumeLifecycle } from './lifecycle.ts';
import { createProgress } from './progress.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';
import { requireVolume } from './volume-jobs.ts';

export interface ImageJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly images: ImageSource;
  readonly imageBases: ImageBases;
  readonly clock: Clock;
}

const metadataOf = ({ id, name, properties }: Image) => ({ ...properties, image_id: id, image_name: name });

/**
 * Fills a new volume from an image. Jobs of one image name it in their payload and so take turns: the first
 * copies its bytes, and those behind it find them.
 */
export function createVolumeFromImageJob(parts: ImageJobParts): JobHandler {
  const { catalog, blocks, images, imageBases, clock } = parts;
  const row = volumeLifecycle.createBootable;

  async function requireImage(id: string, { size }: Volume): Promise<Image> {
    const image = await images.find(id);
    if (image === undefined) throw new PermanentFailure(`image ${id} is no longer there`);
    if (image.minimumSize > size)
      throw new PermanentFailure(`image ${id} needs ${image.minimumSize} GB by now`);
    return image;
  }

  async function makeBytes(volume: Volume, image: Image, { step, signal }: JobContext): Promise<void> {
    const size = volume.size * BYTES_PER_GB;
    const { id: imageId, content } = image;
    if (content === undefined) return blocks.createVolume(volume.id, size);
    const progress = createProgress(clock, (percent) =>
      step((tx) =>
        volumeTransitions.proceed(tx, volume.id, row, row.during[1], clock.now(), { progress: percent }),
      ),
    );
    try {
      await imageBases.createVolume({ volumeId: volume.id, size, imageId, content, signal, progress });
    } catch (error) {
      if (error instanceof ImageUnusable) throw new PermanentFailure(error.message, { cause: error });
      throw error;
    }
  }

  return {
    async run({ resourceId }, context) {
      const volume = await requireVolume(catalog, resourceId);
      const image = await requireImage(volume.imageId ?? '', volume);
      await context.step((tx) => volumeTransitions.proceed(tx, volume.id, row, row.during[1], clock.now()));
      await makeBytes(volume, image, context);
      const patch = { bootable: true, imageMetadata: metadataOf(image), progress: 100 };
      return async (tx) => {
        await volumeTransitions.finish(tx, volume.id, row, clock.now(), patch);
      };
    },
    giveUp:
      ({ resourceId }) =>
      (tx) =>
        volumeTransitions.fail(tx, resourceId, row, clock.now()),
  };
}
