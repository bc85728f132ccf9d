import type { BlockDevice, BlockStore } from '../blocks/block-store.ts';
import type { Catalog, CatalogTransaction } from '../catalog/catalog.ts';
import type { Job, Volume } from '../catalog/records.ts';
import { dataRuns } from '../files/sparse-bytes.ts';
import { piecesOf, readPiece } from './chunk-source.ts';
import type { Clock } from './clock.ts';
import { copyIdOf } from './image-bases.ts';
import { type ImageRun, type ImageSource, ImageUnusable, type NewImage } from './images.ts';
import { type JobHandler, PermanentFailure } from './job-handler.ts';
import { BYTES_PER_GB } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';
import { requireVolume } from './volume-jobs.ts';
import { draftOf, type ImageDraft, uploadOf } from './volume-upload.ts';

export interface UploadJobParts {
  readonly catalog: Catalog;
  readonly blocks: BlockStore;
  readonly images: ImageSource;
  readonly clock: Clock;
}

async function* runsOf(device: BlockDevice, signal: AbortSignal): AsyncGenerator<ImageRun> {
  for await (const { offset, length, zero } of device.extents(0, device.size)) {
    if (zero) continue;
    for (const piece of piecesOf({ offset, length })) {
      signal.throwIfAborted();
      const bytes = await readPiece(device, piece);
      for (const { start, run } of dataRuns(bytes)) yield { offset: piece.offset + start, bytes: run };
    }
  }
}

/** What a bootable volume knows of its image holds for an image of it as well, but for which one it was. */
function propertiesOf({ imageMetadata }: Volume): Pick<NewImage, 'properties'> {
  const { image_id: _id, image_name: _name, ...properties } = imageMetadata ?? {};
  return Object.keys(properties).length === 0 ? {} : { properties };
}

/**
 * Makes an image of a volume, which a server may be writing to: the bytes are those of a clone, which is there while
 * they are copied. An attempt that finds the image has only the end left to write.
 */
export function uploadVolumeJob({ catalog, blocks, images, clock }: UploadJobParts): JobHandler {
  async function keep(volume: Volume, { id, name }: ImageDraft, signal: AbortSignal): Promise<void> {
    if (images.keep === undefined) throw new PermanentFailure('images are no longer kept here');
    const copyId = copyIdOf(id);
    // An attempt before this one may have been killed.
    await blocks.deleteVolume(copyId);
    try {
      await blocks.cloneVolume(copyId, volume.id, volume.size * BYTES_PER_GB);
      const device = await blocks.openVolume(copyId);
      const image: NewImage = {
        id,
        name,
        minimumSize: volume.size,
        ...propertiesOf(volume),
        size: device.size,
        read: (aborted) => runsOf(device, aborted),
      };
      await images.keep(image, signal).finally(() => device.close());
    } catch (error) {
      if (error instanceof ImageUnusable) throw new PermanentFailure(error.message, { cause: error });
      throw error;
    } finally {
      await blocks.deleteVolume(copyId);
    }
  }

  const now = (tx: CatalogTransaction, { tenantId, resourceId }: Job) => tx.findVolume(tenantId, resourceId);

  return {
    async run(job, { signal }) {
      const volume = await requireVolume(catalog, job.resourceId);
      const draft = draftOf(job.payload);
      const isKept = (await images.find(draft.id))?.content !== undefined;
      if (!isKept) await keep(volume, draft, signal);
      return async (tx) => {
        await volumeTransitions.finish(tx, volume.id, uploadOf(await now(tx, job)), clock.now());
      };
    },
    giveUp: (job) => async (tx) => {
      await volumeTransitions.fail(tx, job.resourceId, uploadOf(await now(tx, job)), clock.now());
    },
  };
}
