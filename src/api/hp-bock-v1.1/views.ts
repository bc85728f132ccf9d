import type { components } from '../../../generated/types.ts';
import type { Attachment, Snapshot, Timestamp, Volume } from '../../catalog/records.ts';
import { formatTimestamp } from '../timestamps.ts';

type Schemas = components['schemas'];

/** What the engine gives out is never a tombstone, so no enum of this document has the word. */
const shown = <Status extends string>(status: Status) => status as Exclude<Status, 'deleted'>;

/** `2012-12-05 14:48:28.643980` (hp-bock-v1.1/4.4.4.2/create-answers-creating). */
const toTheMicrosecond = (timestamp: Timestamp): string => formatTimestamp(timestamp).replace('T', ' ');

/** `2012-06-27 19:20:35`, as everywhere else (hp-bock-v1.1/4.4.2.1/timestamps). */
const toTheSecond = (timestamp: Timestamp): string =>
  toTheMicrosecond(timestamp).slice(0, 'YYYY-MM-DD HH:MM:SS'.length);

/** An id of a server is whatever the client says it is; it gets a number back as a number. */
const serverIdOf = (id: string): number | string => (/^(0|[1-9]\d{0,14})$/.test(id) ? Number(id) : id);

/** Section 4.4.3.1: `id` is the volume's (hp-bock-v1.1/4.4.3.1/attachment-fields). */
export const attachmentView = ({
  device,
  serverId,
  volumeSerial,
}: Attachment): Schemas['BockVolumeAttachment'] => ({
  device,
  serverId: serverIdOf(serverId),
  id: volumeSerial,
  volumeId: volumeSerial,
});

/** Sections 4.4.2.2 and 4.4.2.3. What there is none of is written as hp-bock-v1.1/4.4.2.1/empty-values says. */
export function volumeView(volume: Volume): Schemas['BockVolume'] {
  return {
    status: shown(volume.status),
    displayDescription: volume.description,
    availabilityZone: volume.availabilityZone,
    displayName: volume.name,
    attachments: [volume.attachment === null ? {} : attachmentView(volume.attachment)],
    volumeType: volume.volumeType,
    snapshotId: volume.snapshotSerial ?? '',
    size: volume.size,
    id: volume.serial,
    createdAt: toTheSecond(volume.createdAt),
    metadata: volume.metadata,
  };
}

/** Section 4.4.2.1: the image is in the list alone (hp-bock-v1.1/4.4.2.1/image-ref-only-in-list). */
export const listedVolumeView = (volume: Volume): Schemas['BockListedVolume'] => ({
  ...volumeView(volume),
  imageRef: volume.imageId ?? '',
});

/** Sections 4.4.4.1 and 4.4.4.3. */
export const snapshotView = (snapshot: Snapshot): Schemas['BockSnapshot'] => ({
  status: shown(snapshot.status),
  displayDescription: snapshot.description,
  displayName: snapshot.name,
  volumeId: snapshot.volumeSerial,
  id: snapshot.serial,
  createdAt: toTheSecond(snapshot.createdAt),
  size: snapshot.size,
});

/** Section 4.4.4.2. */
export const createdSnapshotView = (snapshot: Snapshot): Schemas['BockCreatedSnapshot'] => ({
  ...snapshotView(snapshot),
  createdAt: toTheMicrosecond(snapshot.createdAt),
});
