import { randomUUID } from 'node:crypto';
import type { Volume } from '../catalog/records.ts';
import type { Engine } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { volumeLifecycle } from './lifecycle.ts';
import { reachOf } from './reach.ts';
import { forceOf, textOf } from './request-fields.ts';
import { volumeTransitions } from './transitions.ts';

/** What a job needs to know of the image, which nobody else remembers until it is kept. */
export interface ImageDraft {
  readonly id: string;
  readonly name: string;
}

/** JSON, which is the id of nothing that jobs could take turns at. */
export const payloadOf = (draft: ImageDraft) => ({ image: JSON.stringify(draft) });
// Only this module writes it.
export const draftOf = (payload: Readonly<Record<string, string>>): ImageDraft =>
  JSON.parse(payload['image'] ?? '') as ImageDraft;

/** Whatever happened to the volume meanwhile, it is in use when a server has it. */
export const uploadOf = (volume: Pick<Volume, 'attachment'> | undefined) =>
  (volume?.attachment ?? null) === null ? volumeLifecycle.uploadImage : volumeLifecycle.uploadImageInUse;

/** One line, as the descriptions of images have it. */
function nameOf(given: string | null | undefined): string {
  const name = textOf('image_name', given);
  if (name === null || name === '') throw new EngineFault('imageNameMissing', {});
  if (/\p{Cc}/u.test(name)) {
    throw new EngineFault('textInvalid', { field: 'image_name', problem: 'must be on one line' });
  }
  return name;
}

function formatOf<Format extends string>(
  field: string,
  given: string | null | undefined,
  known: Format,
): Format {
  if (given !== null && given !== undefined && given !== known) {
    throw new EngineFault('imageFormatUnknown', { field, format: given, known });
  }
  return known;
}

/** The bytes are stored as they are: there is nothing here that could convert or wrap them. */
export function createUploadImage({ change, images }: EngineParts): Engine['volumes']['uploadImage'] {
  return async (caller, id, request) => {
    const imageName = nameOf(request.imageName);
    const containerFormat = formatOf('container_format', request.containerFormat, 'bare');
    const diskFormat = formatOf('disk_format', request.diskFormat, 'raw');
    const force = forceOf(request.force);
    if (images.keep === undefined) throw new EngineFault('imagesNotKept', {});
    const imageId = randomUUID();

    const { value } = await change(async ({ tx, at, schedule }) => {
      const isInUse = (await tx.findVolume(reachOf(caller), id))?.status === 'in-use';
      const row = isInUse && force ? volumeLifecycle.uploadImageInUse : volumeLifecycle.uploadImage;
      const refuse = (status: string) => new EngineFault('volumeNotForImage', { status });
      const volume = await volumeTransitions.start(tx, reachOf(caller), id, row, at, refuse);
      const payload = payloadOf({ id: imageId, name: imageName });
      await schedule({ kind: 'upload-volume', tenantId: volume.tenantId, resourceId: id, payload });
      return volume;
    });
    return { volume: value, imageId, imageName, containerFormat, diskFormat };
  };
}
