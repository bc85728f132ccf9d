import type { components } from '../../../generated/types.ts';
import type { Attachment, Snapshot, Volume } from '../../catalog/records.ts';
import {
  attachmentView as numberedAttachmentView,
  volumeView as numberedVolumeView,
} from '../hp-bock-v1.1/views.ts';
import { formatTimestamp } from '../timestamps.ts';

type Schemas = components['schemas'];

/** What the engine gives out is never a tombstone, so no enum of this API has the word. */
const shown = <Status extends string>(status: Status) => status as Exclude<Status, 'deleted'>;

/** The image of a volume that was made of one, or of a volume that was. */
const imageOf = ({ imageId, imageMetadata }: Volume): string | undefined =>
  imageId ?? imageMetadata?.['image_id'];

/** Whether a volume is one to boot from, be it on its way to that yet. */
export const isBootable = (volume: Volume): boolean => volume.bootable || volume.imageId !== null;

/** As in `os-volumes`, but for what is said of where it is attached, and of its image. */
export const bootableVolumeView = (volume: Volume): Schemas['NovaBootableVolume'] => ({
  ...numberedVolumeView(volume),
  attachments: volume.attachment === null ? [] : [numberedAttachmentView(volume.attachment)],
  sourceImageRef: imageOf(volume) ?? '',
});

const attachmentView = ({ device, serverId, volumeId }: Attachment): Schemas['NovaAttachmentOfVolume'] => ({
  device,
  serverId,
  id: volumeId,
  volumeId,
});

export const volumeView = (volume: Volume): Schemas['NovaVolume'] => ({
  id: volume.id,
  status: shown(volume.status),
  size: volume.size,
  availabilityZone: volume.availabilityZone,
  createdAt: formatTimestamp(volume.createdAt),
  attachments: [volume.attachment === null ? {} : attachmentView(volume.attachment)],
  displayName: volume.name,
  displayDescription: volume.description,
  volumeType: volume.volumeType,
  snapshotId: volume.snapshotId,
  metadata: volume.metadata,
});

export const snapshotView = (snapshot: Snapshot): Schemas['NovaSnapshot'] => ({
  id: snapshot.id,
  status: shown(snapshot.status),
  displayName: snapshot.name,
  displayDescription: snapshot.description,
  volumeId: snapshot.volumeId,
  createdAt: formatTimestamp(snapshot.createdAt),
  size: snapshot.size,
});
