import type { Stored, StoredReader } from '../blocks/stored.ts';
import { copiesOf, jobsWithResources, lastFailureOf, volumeByName } from '../catalog/operator-reads.ts';
import type { Backup, JobFailure, Snapshot } from '../catalog/records.ts';
import { type DataFolder, DataFolderError } from '../operator/data-folder.ts';
import { Table } from '../terminal/table.ts';
import { padded, visible } from '../terminal/text.ts';
import { bytesText, counted } from '../terminal/units.ts';
import { type JobRow, jobColumns, jobJson, jobRow } from './job-rows.ts';
import { type Output, standardOutput } from './output.ts';
import { isoTime, paintStatus, rowOf, type VolumeRow, volumeJson } from './volume-rows.ts';

const snapshotJson = (
  { id, serial, name, status, createdAt, progress }: Snapshot,
  stored: ReadonlyMap<string, Stored>,
): object => ({
  id,
  serial,
  name,
  status,
  ownBytes: stored.get(id)?.own ?? null,
  progress,
  createdAt: isoTime(createdAt),
});

const backupJson = (backup: Backup): object => ({
  id: backup.id,
  serial: backup.serial,
  name: backup.name,
  status: backup.status,
  container: backup.container,
  objectPrefix: backup.objectPrefix,
  objectCount: backup.objectCount,
  failReason: backup.failReason,
  progress: backup.progress,
  createdAt: isoTime(backup.createdAt),
});

const failureJson = ({ kind, reason, failedAt }: JobFailure): object => ({
  kind,
  reason,
  failedAt: isoTime(failedAt),
});

/** The facts about a volume that there are, in the order in which they are asked for. */
function facts(
  { volume, stored, nbd }: VolumeRow,
  failure: JobFailure | undefined,
): [string, string | undefined][] {
  const { attachment, metadata } = volume;
  const origin =
    volume.snapshotId !== null
      ? `snapshot ${volume.snapshotId}`
      : volume.sourceVolumeId !== null
        ? `volume ${volume.sourceVolumeId}`
        : volume.backupId !== null
          ? `backup ${volume.backupId}`
          : volume.imageId !== null
            ? `image ${volume.imageId}`
            : undefined;
  return [
    ['name', volume.name ?? undefined],
    ['description', volume.description ?? undefined],
    ['tenant', volume.tenantId],
    ['user', volume.userName],
    ['number', String(volume.serial)],
    ['size', bytesText(volume.size * 2 ** 30)],
    [
      'used',
      stored &&
        `${bytesText(stored.data)} in ${counted(stored.depth, 'layer')}; without it ${bytesText(stored.own)} would be free`,
    ],
    ['progress', volume.progress < 100 ? `${volume.progress} %` : undefined],
    ['failure', failure && `${failure.kind} at ${isoTime(failure.failedAt)}: ${failure.reason}`],
    ['attached', attachment === null ? undefined : `${attachment.device} of server ${attachment.serverId}`],
    ['since', attachment === null ? undefined : isoTime(attachment.attachedAt)],
    ['nbd', nbd],
    ['made from', origin],
    ['bootable', volume.bootable ? 'yes' : undefined],
    ['zone', volume.availabilityZone],
    ['type', volume.volumeType ?? undefined],
    [
      'metadata',
      Object.entries(metadata)
        .map(([key, value]) => `${key}=${value}`)
        .join(', '),
    ],
    ['created', isoTime(volume.createdAt)],
    ['changed', volume.updatedAt === null ? undefined : isoTime(volume.updatedAt)],
    ['deleted', volume.deletedAt === null ? undefined : isoTime(volume.deletedAt)],
  ];
}

async function section<Row>(
  output: Output,
  title: string,
  rows: readonly Row[],
  table: Table<Row>,
): Promise<void> {
  if (rows.length === 0) return;
  await output.line('');
  await output.line(output.style.bold(title));
  for (const row of rows) for (const line of table.row(row)) await output.line(`  ${line}`);
  for (const line of table.end()) await output.line(`  ${line}`);
}

/** One volume with everything that belongs to it; by its UUID or its number. */
export async function showVolume(
  folder: DataFolder,
  storedOf: StoredReader,
  name: string,
  json: boolean,
): Promise<void> {
  const volume = volumeByName(folder.catalog, name);
  if (volume === undefined)
    throw new DataFolderError(`there is no volume ${visible(name)} in ${folder.path}`);
  const row = rowOf(folder, await storedOf(volume.id), volume);
  const { snapshots, backups } = copiesOf(folder.catalog, volume);
  const stored = new Map<string, Stored>();
  for (const { id } of snapshots) {
    const found = await storedOf(id);
    if (found !== undefined) stored.set(id, found);
  }
  const related = new Set([volume.id, ...snapshots.map(({ id }) => id), ...backups.map(({ id }) => id)]);
  const jobs = jobsWithResources(folder.catalog)
    .filter(
      ({ resourceId, payload }) =>
        related.has(resourceId) || Object.values(payload).some((id) => related.has(id)),
    )
    .map((job) => jobRow(job, folder.server));
  const failure = lastFailureOf(folder.catalog, volume.id);
  const output = standardOutput();
  if (json) {
    await output.line(
      JSON.stringify({
        ...volumeJson(row),
        lastFailure: failure === undefined ? null : failureJson(failure),
        snapshots: snapshots.map((snapshot) => snapshotJson(snapshot, stored)),
        backups: backups.map(backupJson),
        jobs: jobs.map(jobJson),
      }),
    );
    return;
  }
  const { style } = output;
  const { status } = volume;
  await output.line(`${style.bold(`volume ${volume.id}`)}  ${paintStatus(status, status, style)}`);
  for (const [fact, text] of facts(row, failure)) {
    if (text) await output.line(`  ${style.dim(padded(fact, 11))}  ${visible(text)}`);
  }
  await showCopies(output, stored, snapshots, backups, jobs);
}

async function showCopies(
  output: Output,
  stored: ReadonlyMap<string, Stored>,
  snapshots: readonly Snapshot[],
  backups: readonly Backup[],
  jobs: readonly JobRow[],
): Promise<void> {
  // Everything below a title is two columns further in.
  const options = { ...output, width: output.width === undefined ? undefined : output.width - 2 };
  const snapshotTable = new Table<Snapshot>(
    [
      { title: 'ID', text: ({ id }) => id },
      {
        title: 'STATUS',
        text: ({ status }) => status,
        paint: (text, { status }, style) => paintStatus(text, status, style),
      },
      { title: 'CREATED', goes: 2, text: ({ createdAt }) => isoTime(createdAt) },
      {
        title: 'OWN',
        align: 'right',
        goes: 3,
        text: ({ id }) => {
          const own = stored.get(id)?.own;
          return own === undefined ? undefined : bytesText(own);
        },
      },
      { title: 'NAME', goes: 1, least: 8, text: ({ name }) => name ?? undefined },
    ],
    options,
  );
  const backupTable = new Table<Backup>(
    [
      { title: 'ID', text: ({ id }) => id },
      {
        title: 'STATUS',
        text: ({ status, progress }) => (status === 'creating' ? `${status} ${progress} %` : status),
        paint: (text, { status }, style) => paintStatus(text, status, style),
      },
      { title: 'NUMBER', align: 'right', goes: 4, text: ({ serial }) => String(serial) },
      { title: 'CREATED', goes: 3, text: ({ createdAt }) => isoTime(createdAt) },
      {
        title: 'OBJECTS',
        align: 'right',
        goes: 5,
        text: ({ objectCount }) => (objectCount === null ? undefined : String(objectCount)),
      },
      { title: 'NAME', goes: 2, least: 8, text: ({ name }) => name ?? undefined },
      { title: 'FAILURE', goes: 1, least: 16, text: ({ failReason }) => failReason ?? undefined },
    ],
    options,
  );
  await section(output, 'snapshots', snapshots, snapshotTable);
  await section(output, 'backups', backups, backupTable);
  await section(output, 'jobs', jobs, new Table(jobColumns, options));
}
