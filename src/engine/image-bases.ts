import { type BlockStore, VolumeNotFound } from '../blocks/block-store.ts';
import type { ImageContent, ImageSource } from './images.ts';
import { BYTES_PER_GB } from './request-fields.ts';

/**
 * Each version of an image is copied into the block store once, as a snapshot, its base; every volume of the
 * image is made from that, in constant time and without using space twice. A base is made in this order, and
 * whoever is interrupted begins again from the start:
 *
 *     volume    image-<image id>-<version>-<id of the volume that wants it>   filled, then flushed
 *     snapshot  image-<image id>-<version>                                    is there only when it is whole
 *
 * The volume goes then. No base is a resource of a tenant, and the catalog knows none: the ids say it all.
 */
export interface ImageBases {
  /** Makes a volume of `size` bytes that begins with those of the image. */
  createVolume(order: ImageVolume): Promise<void>;
  /** Removes the bases that no volume would be made of any more, and what was broken off. */
  sweep(): Promise<void>;
}

export interface ImageVolume {
  readonly volumeId: string;
  readonly size: number;
  readonly imageId: string;
  readonly content: ImageContent;
  readonly signal: AbortSignal;
  /** Told on the way how many bytes are copied, of how many; never when the base is there. */
  readonly progress: (done: number, total: number) => Promise<void>;
}

const PREFIX = 'image-';
const UUID_LENGTH = 36;

/** Whether the block store holds it for an image. Servers remove it by themselves. */
export const isOfImage = (id: string): boolean => id.startsWith(PREFIX);

/** The volume that an image is made of: swept as what was broken off, when nobody is left to remove it. */
export const copyIdOf = (imageId: string): string => `${PREFIX}${imageId}-copy`;

const baseIdOf = (imageId: string, { version }: ImageContent): string => `${PREFIX}${imageId}-${version}`;
const fillingIdOf = (baseId: string, { volumeId }: ImageVolume): string => `${baseId}-${volumeId}`;
const imageIdOfBase = (baseId: string): string => baseId.slice(PREFIX.length, PREFIX.length + UUID_LENGTH);

export function createImageBases(blocks: BlockStore, images: ImageSource): ImageBases {
  async function fill(fillingId: string, { content, signal, progress }: ImageVolume): Promise<void> {
    const size = Math.ceil(content.size / BYTES_PER_GB) * BYTES_PER_GB;
    await blocks.createVolume(fillingId, size);
    const device = await blocks.openVolume(fillingId);
    try {
      for await (const { offset, bytes } of content.read(signal)) {
        await device.write(offset, bytes);
        await progress(offset + bytes.length, content.size);
      }
      await device.flush();
    } finally {
      await device.close();
    }
  }

  async function makeBase(baseId: string, order: ImageVolume): Promise<void> {
    // Those of earlier versions first, for their space. Volumes that were made of them keep their bytes.
    const { snapshots } = await blocks.find(`${PREFIX}${order.imageId}-`);
    for (const id of snapshots) if (id !== baseId) await blocks.deleteSnapshot(id);
    const fillingId = fillingIdOf(baseId, order);
    try {
      await fill(fillingId, order);
      await blocks.createSnapshot(baseId, fillingId);
    } finally {
      await blocks.deleteVolume(fillingId);
    }
  }

  return {
    async createVolume(order) {
      const { volumeId, size } = order;
      const baseId = baseIdOf(order.imageId, order.content);
      // An attempt before this one may have made it of another version, or filled a part of what it is made of.
      await blocks.deleteVolume(volumeId);
      await blocks.deleteVolume(fillingIdOf(baseId, order));
      try {
        await blocks.createVolumeFromSnapshot(volumeId, baseId, size);
      } catch (error) {
        if (!(error instanceof VolumeNotFound)) throw error;
        await makeBase(baseId, order);
        await blocks.createVolumeFromSnapshot(volumeId, baseId, size);
      }
    },

    async sweep() {
      const { volumes, snapshots } = await blocks.find(PREFIX);
      for (const id of volumes) await blocks.deleteVolume(id);
      for (const id of snapshots) {
        const imageId = imageIdOfBase(id);
        const content = (await images.find(imageId))?.content;
        if (content === undefined || baseIdOf(imageId, content) !== id) await blocks.deleteSnapshot(id);
      }
    },
  };
}
