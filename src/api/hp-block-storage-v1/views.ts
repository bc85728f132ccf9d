import { hostname } from 'node:os';
import type { components } from '../../../generated/types.ts';
import type { Attachment, Snapshot, Volume } from '../../catalog/records.ts';
import type { Caller } from '../../engine/engine.ts';
import type { Profile } from '../../profile/profile.ts';
import { formatTimestamp } from '../timestamps.ts';

type Schemas = components['schemas'];

/** What the engine gives out is never a tombstone, so no document's enum has the word. */
export const shown = <Status extends string>(status: Status) => status as Exclude<Status, 'deleted'>;

const word = (flag: boolean): string => (flag ? 'True' : 'False');

/** What Cinder shows among what the user stored, once an action has said something about it. */
const shownMetadata = ({ metadata, readOnly, attachment }: Volume): Readonly<Record<string, string>> => {
  const mode = attachment?.mode ?? null;
  if (readOnly === null && mode === null) return metadata;
  return {
    ...metadata,
    ...(readOnly === null ? {} : { readonly: word(readOnly) }),
    ...(mode === null ? {} : { attached_mode: mode }),
  };
};

/** Section 4.5.1. `bootable` and `volume_type` are strings, and a type that is not set is the word None. */
export function volumeView(volume: Volume): Schemas['Volume'] {
  return {
    attachments: volume.attachment === null ? [] : [volumeAttachmentView(volume.attachment)],
    availability_zone: volume.availabilityZone,
    bootable: volume.bootable ? 'true' : 'false',
    created_at: formatTimestamp(volume.createdAt),
    display_description: volume.description,
    display_name: volume.name,
    id: volume.id,
    metadata: shownMetadata(volume),
    size: volume.size,
    snapshot_id: volume.snapshotId,
    source_volid: volume.sourceVolumeId,
    status: shown(volume.status),
    volume_type: volume.volumeType ?? 'None',
  };
}

/** The view of what has just been created: where services were released, it names the image that was asked for. */
export function newVolumeView(volume: Volume, { volumeImageId }: Profile): Schemas['Volume'] {
  const view = volumeView(volume);
  return volumeImageId && volume.imageId !== null ? { ...view, image_id: volume.imageId } : view;
}

/** The view of the detailed list and of one volume: what a bootable volume was made from is shown there. */
function volumeDetailView(volume: Volume): Schemas['VolumeDetail'] {
  const view = volumeView(volume);
  if (volume.imageMetadata === null) return view;
  return { ...view, volume_image_metadata: volume.imageMetadata };
}

/** The same with what administrators see of it. */
const volumeAdministratorView = (volume: Volume): Schemas['VolumeDetail'] => ({
  ...volumeDetailView(volume),
  'os-vol-host-attr:host': hostname(),
  'os-vol-tenant-attr:tenant_id': volume.tenantId,
});

export const volumeDetailViewFor = ({
  isAdministrator,
}: Caller): ((volume: Volume) => Schemas['VolumeDetail']) =>
  isAdministrator === true ? volumeAdministratorView : volumeDetailView;

/** Inside of a volume; `id` is the volume's (hp-block-storage-v1/4.5.1.1/attachment-fields). */
const volumeAttachmentView = ({ device, serverId, volumeId }: Attachment) => ({
  device,
  id: volumeId,
  server_id: serverId,
  volume_id: volumeId,
});

/** Section 4.5.2.1. */
function snapshotView(snapshot: Snapshot): Schemas['Snapshot'] {
  return {
    created_at: formatTimestamp(snapshot.createdAt),
    display_description: snapshot.description,
    display_name: snapshot.name,
    id: snapshot.id,
    size: snapshot.size,
    status: shown(snapshot.status),
    volume_id: snapshot.volumeId,
  };
}

/** Sections 4.5.2.2 and 4.5.2.3: with the extended attributes. */
function snapshotDetailView(snapshot: Snapshot): Schemas['SnapshotDetail'] {
  return {
    created_at: formatTimestamp(snapshot.createdAt),
    display_description: snapshot.description,
    display_name: snapshot.name,
    id: snapshot.id,
    'os-extended-snapshot-attributes:progress': `${snapshot.progress}%`,
    'os-extended-snapshot-attributes:project_id': snapshot.tenantId,
    size: snapshot.size,
    status: shown(snapshot.status),
    volume_id: snapshot.volumeId,
  };
}

/** How snapshots look in a profile: the services showed their metadata, which the document has no word of. */
export function snapshotViews({ snapshotMetadata }: Profile) {
  const more = ({ metadata }: Snapshot) => (snapshotMetadata ? { metadata } : {});
  return {
    plain: (snapshot: Snapshot): Schemas['Snapshot'] => ({ ...snapshotView(snapshot), ...more(snapshot) }),
    detail: (snapshot: Snapshot): Schemas['SnapshotDetail'] => ({
      ...snapshotDetailView(snapshot),
      ...more(snapshot),
    }),
  };
}

/** Section 4.5.4: camelCase here, and `id` is the volume's. */
export const attachmentView = ({ device, serverId, volumeId }: Attachment): Schemas['VolumeAttachment'] => ({
  device,
  id: volumeId,
  serverId,
  volumeId,
});
