import type { Stored } from '../blocks/stored.ts';
import type { Timestamp, Volume } from '../catalog/records.ts';
import type { DataFolder } from '../operator/data-folder.ts';
import type { Style } from '../terminal/style.ts';
import type { Column } from '../terminal/table.ts';
import { bytesText } from '../terminal/units.ts';

/** A volume with what the catalog does not know of it. */
export interface VolumeRow {
  readonly volume: Volume;
  readonly stored: Stored | undefined;
  readonly nbd: string | undefined;
}

const BYTES_PER_GB = 2 ** 30;

export const isoTime = (at: Timestamp): string => new Date(at / 1000).toISOString().replace(/\.\d+Z$/, 'Z');

/** Red for what somebody has to see to, yellow for what is under way. */
export function paintStatus(text: string, status: string, style: Style): string {
  if (status.startsWith('error')) return style.red(text);
  if (status === 'available') return style.green(text);
  if (status === 'in-use') return style.bold(text);
  return status === 'deleted' ? style.dim(text) : style.yellow(text);
}

export const volumeColumns: readonly Column<VolumeRow>[] = [
  { title: 'ID', text: ({ volume }) => volume.id },
  {
    title: 'STATUS',
    text: ({ volume }) => volume.status,
    paint: (text, { volume }, style) => paintStatus(text, volume.status, style),
  },
  { title: 'SIZE', align: 'right', text: ({ volume }) => bytesText(volume.size * BYTES_PER_GB) },
  {
    title: 'USED',
    align: 'right',
    goes: 1,
    text: ({ stored }) => (stored === undefined ? undefined : bytesText(stored.data)),
  },
  { title: 'NAME', goes: 2, least: 8, text: ({ volume }) => volume.name ?? undefined },
  { title: 'TENANT', goes: 3, text: ({ volume }) => volume.tenantId },
  { title: 'SERVER', goes: 4, text: ({ volume }) => volume.attachment?.serverId },
  { title: 'DEVICE', goes: 4, text: ({ volume }) => volume.attachment?.device },
  { title: 'CREATED', goes: 6, text: ({ volume }) => isoTime(volume.createdAt) },
  {
    title: 'OWN',
    align: 'right',
    goes: 7,
    text: ({ stored }) => (stored === undefined ? undefined : bytesText(stored.own)),
  },
  {
    title: 'LAYERS',
    align: 'right',
    goes: 7,
    text: ({ stored }) => (stored === undefined ? undefined : String(stored.depth)),
  },
  { title: 'SERIAL', align: 'right', goes: 8, text: ({ volume }) => String(volume.serial) },
  { title: 'NBD', goes: 9, text: ({ nbd }) => nbd },
];

/** The fields of `--json`; they keep their names. Times are ISO 8601, amounts bytes, what is not there null. */
export function volumeJson({ volume, stored, nbd }: VolumeRow): object {
  return {
    id: volume.id,
    serial: volume.serial,
    tenant: volume.tenantId,
    name: volume.name,
    status: volume.status,
    sizeBytes: volume.size * BYTES_PER_GB,
    usedBytes: stored?.data ?? null,
    ownBytes: stored?.own ?? null,
    layers: stored?.depth ?? null,
    server: volume.attachment?.serverId ?? null,
    device: volume.attachment?.device ?? null,
    attachedAt: volume.attachment === null ? null : isoTime(volume.attachment.attachedAt),
    nbd: nbd ?? null,
    zone: volume.availabilityZone,
    bootable: volume.bootable,
    image: volume.imageId,
    snapshot: volume.snapshotId,
    sourceVolume: volume.sourceVolumeId,
    backup: volume.backupId,
    progress: volume.progress,
    user: volume.userName,
    createdAt: isoTime(volume.createdAt),
    updatedAt: volume.updatedAt === null ? null : isoTime(volume.updatedAt),
    deletedAt: volume.deletedAt === null ? null : isoTime(volume.deletedAt),
  };
}

export function rowOf({ nbd }: DataFolder, stored: Stored | undefined, volume: Volume): VolumeRow {
  const isExported = volume.status === 'in-use' && volume.attachment !== null;
  return { volume, stored, nbd: isExported ? nbd?.uriOf(volume.id) : undefined };
}
