import type { Answer, Ask } from '../support/requests.ts';
import { until } from '../support/requests.ts';
import type { BackupEntry, Ledger, Listed, Operation, SnapshotEntry, VolumeEntry, World } from './ledger.ts';
import { Contents } from './sectors.ts';

type Kind = keyof World;

/** What an operation moves, by which it is known when it has come to rest. */
interface Watch {
  readonly kind: Kind;
  readonly isIt: (row: Listed) => boolean;
}

interface Plan {
  readonly text: string;
  readonly busy: readonly { busy: boolean }[];
  /** Those of which the bytes are replaced or removed. */
  readonly flux?: readonly { isInFlux: boolean }[];
  readonly watch: readonly Watch[];
  readonly request: (ask: Ask) => Promise<Answer>;
  /** What the answer tells, such as the id of what was made. */
  readonly acknowledge?: (answer: Answer) => void;
  readonly settle: (world: World, operation: Operation) => void;
}

const SERVER = '3b1c5d02-9a1b-4a51-8e5b-6a7e7f0f2a11';
const ATTACHMENTS = `/v2/dev/servers/${SERVER}/os-volume_attachments`;

const MOVING = /^(creating|downloading|attaching|detaching|backing-up|restoring-backup|restoring|deleting)$/;
const isMoving = ({ status }: Listed) => MOVING.test(status);

async function list(ask: Ask, kind: Kind): Promise<Listed[]> {
  const answer = await ask('GET', `/v1/dev/${kind}/detail`);
  if (answer.status !== 200) throw new Error(`list of ${kind}: ${answer.status} ${answer.text}`);
  return answer.json()[kind];
}

/** Everything, once nothing moves any more. */
export async function worldAtRest(ask: Ask, withinMs: number): Promise<World> {
  const settled = (kind: Kind) =>
    until(
      () => list(ask, kind),
      (rows) => !rows.some(isMoving),
      withinMs,
    );
  // A job of one kind ends before one that waits for it begins: the second look finds what the first let go.
  await Promise.all([settled('volumes'), settled('snapshots'), settled('backups')]);
  const [volumes, snapshots, backups] = [
    await settled('volumes'),
    await settled('snapshots'),
    await settled('backups'),
  ];
  return { volumes, snapshots, backups };
}

/** The lists that are watched, once what is watched in them is at rest. */
async function watched(ask: Ask, watch: readonly Watch[], withinMs: number): Promise<World> {
  const world: Record<Kind, Listed[]> = { volumes: [], snapshots: [], backups: [] };
  for (const { kind, isIt } of watch) {
    world[kind] = await until(
      () => list(ask, kind),
      (rows) => !rows.some((row) => isIt(row) && isMoving(row)),
      withinMs,
    );
  }
  return world;
}

/** Asks for something, waits until it is done, and keeps account of it. Rejects when the server goes on the way. */
async function perform(ledger: Ledger, ask: Ask, plan: Plan): Promise<void> {
  const operation: Operation = {
    text: plan.text,
    isAcknowledged: false,
    isInterrupted: false,
    settle: (world) => plan.settle(world, operation),
  };
  for (const entry of plan.busy) entry.busy = true;
  for (const entry of plan.flux ?? []) entry.isInFlux = true;
  ledger.underWay.add(operation);
  ledger.note(`asked      ${plan.text}`);
  const answer = await plan.request(ask);
  if (answer.status !== 200 && answer.status !== 202 && answer.status !== 204) {
    throw new Error(`${plan.text}: ${answer.status} ${answer.text}`);
  }
  operation.isAcknowledged = true;
  ledger.note(`answered   ${plan.text}`);
  plan.acknowledge?.(answer);
  operation.settle(await watched(ask, plan.watch, 30_000));
  ledger.note(`done       ${plan.text}`);
  ledger.underWay.delete(operation);
  for (const entry of plan.busy) entry.busy = false;
  for (const entry of plan.flux ?? []) entry.isInFlux = false;
}

/** The row of what was to be made; undefined when it was not, which only an unanswered request may be. */
function made(
  rows: readonly Listed[],
  name: string,
  { text, isAcknowledged }: Operation,
): Listed | undefined {
  const [row, ...more] = rows.filter(({ display_name }) => display_name === name);
  if (more.length > 0) throw new Error(`${text}: was done ${more.length + 1} times`);
  if (row === undefined && isAcknowledged) throw new Error(`${text}: was acknowledged and is lost`);
  if (row !== undefined) expectStatus(row, text, 'available');
  return row;
}

/** Whether what was to be removed is gone, which after an acknowledgement it has to be. */
function isGone(rows: readonly Listed[], id: unknown, { text, isAcknowledged }: Operation): boolean {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) return true;
  if (isAcknowledged) throw new Error(`${text}: was acknowledged, and it is there with status ${row.status}`);
  expectStatus(row, text, 'available');
  return false;
}

function expectStatus(row: Listed | undefined, text: string, ...statuses: string[]): string {
  const status = row?.status ?? 'not there';
  if (!statuses.includes(status)) throw new Error(`${text}: ended ${status}, not ${statuses.join(' or ')}`);
  return status;
}

const byName = (kind: Kind, name: string): Watch => ({ kind, isIt: (row) => row.display_name === name });
const byId = (kind: Kind, id: string | number): Watch => ({ kind, isIt: (row) => row.id === id });

/** What a copy of the volume will hold; `settle` is for when it has been taken. */
function copied(source: VolumeEntry) {
  const contents = onlyOf(source).copy();
  return {
    contents,
    settle({ isInterrupted }: Operation) {
      if (isInterrupted) {
        // It was made before the crash, or after it of what that has left.
        contents.leaveInDoubt();
        return;
      }
      // The copy holds what was answered before, and what it holds is durable.
      contents.settleAll();
      onlyOf(source).settleAll();
    },
  };
}

/** What the volume holds, as far as that is known. */
export function onlyOf({ contents: [contents, ...others] }: VolumeEntry): Contents {
  if (contents === undefined || others.length > 0)
    throw new Error('it is not known which bytes the volume has');
  return contents;
}

export function createVolume(ledger: Ledger, ask: Ask, source?: VolumeEntry | SnapshotEntry): Promise<void> {
  const name = ledger.newName('volume');
  const isClone = source !== undefined && 'isAttached' in source;
  const copy = isClone ? copied(source) : undefined;
  const contents = copy?.contents ?? (source as SnapshotEntry | undefined)?.contents.copy() ?? new Contents();
  const from = source === undefined ? {} : isClone ? { source_volid: source.id } : { snapshot_id: source.id };
  return perform(ledger, ask, {
    text: `create ${name}${source === undefined ? '' : ` from ${source.name}`}`,
    busy: source === undefined ? [] : [source],
    watch: [byName('volumes', name)],
    request: (ask) =>
      ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1, display_name: name, ...from } } }),
    settle({ volumes }, operation) {
      const row = made(volumes, name, operation);
      if (row === undefined) return;
      copy?.settle(operation);
      const id = String(row.id);
      ledger.volumes.set(id, {
        id,
        name,
        busy: false,
        isInFlux: false,
        isAttached: false,
        contents: [contents],
      });
    },
  });
}

export async function createVolumeFromBackup(ledger: Ledger, ask: Ask, source: BackupEntry): Promise<void> {
  const name = ledger.newName('volume');
  source.busy = true;
  const backups: { id: string; name: string }[] = (await ask('GET', '/v1.1/dev/OS-BS/backups')).json()[
    'OS-BS:backups'
  ];
  const backupId = backups.find((each) => each.name === source.name)?.id;
  const contents = source.contents.copy();
  await perform(ledger, ask, {
    text: `create ${name} from ${source.name}`,
    busy: [source],
    watch: [byName('volumes', name)],
    request: (ask) =>
      ask('POST', '/v1.1/dev/OS-BS/volumes', { body: { 'OS-BS:volume': { size: 1, name, backupId } } }),
    settle({ volumes }, operation) {
      const row = made(volumes, name, operation);
      if (row === undefined) return;
      const id = String(row.id);
      ledger.volumes.set(id, {
        id,
        name,
        busy: false,
        isInFlux: false,
        isAttached: false,
        contents: [contents],
      });
    },
  });
}

export function deleteVolume(ledger: Ledger, ask: Ask, volume: VolumeEntry): Promise<void> {
  const { id, name } = volume;
  return perform(ledger, ask, {
    text: `delete ${name}`,
    busy: [volume],
    flux: [volume],
    watch: [byId('volumes', id)],
    request: (ask) => ask('DELETE', `/v1/dev/volumes/${id}`),
    settle({ volumes }, operation) {
      if (isGone(volumes, id, operation)) ledger.volumes.delete(id);
    },
  });
}

export function createSnapshot(ledger: Ledger, ask: Ask, volume: VolumeEntry): Promise<void> {
  const name = ledger.newName('snapshot');
  const { contents, settle } = copied(volume);
  return perform(ledger, ask, {
    text: `${name} of ${volume.name}`,
    busy: [volume],
    watch: [byName('snapshots', name)],
    request: (ask) =>
      ask('POST', '/v1/dev/snapshots', {
        body: { snapshot: { volume_id: volume.id, display_name: name, force: true } },
      }),
    settle({ snapshots }, operation) {
      const row = made(snapshots, name, operation);
      if (row === undefined) return;
      settle(operation);
      const id = String(row.id);
      ledger.snapshots.set(id, { id, name, busy: false, isInFlux: false, contents });
    },
  });
}

export function deleteSnapshot(ledger: Ledger, ask: Ask, snapshot: SnapshotEntry): Promise<void> {
  const { id, name } = snapshot;
  return perform(ledger, ask, {
    text: `delete ${name}`,
    busy: [snapshot],
    flux: [snapshot],
    watch: [byId('snapshots', id)],
    request: (ask) => ask('DELETE', `/v1/dev/snapshots/${id}`),
    settle({ snapshots }, operation) {
      if (isGone(snapshots, id, operation)) ledger.snapshots.delete(id);
    },
  });
}

export function createBackup(ledger: Ledger, ask: Ask, volume: VolumeEntry): Promise<void> {
  const name = ledger.newName('backup');
  const contents = onlyOf(volume).copy();
  return perform(ledger, ask, {
    text: `${name} of ${volume.name}`,
    busy: [volume],
    watch: [byName('backups', name), byId('volumes', volume.id)],
    request: (ask) =>
      ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: volume.id, display_name: name } } }),
    settle({ backups, volumes }, operation) {
      expectStatus(
        volumes.find(({ id }) => id === volume.id),
        operation.text,
        'available',
      );
      const row = made(backups, name, operation);
      if (row === undefined) return;
      const id = Number(row.id);
      ledger.backups.set(id, { id, name, busy: false, isInFlux: false, contents });
    },
  });
}

export function deleteBackup(ledger: Ledger, ask: Ask, backup: BackupEntry): Promise<void> {
  const { id, name } = backup;
  return perform(ledger, ask, {
    text: `delete ${name}`,
    busy: [backup],
    watch: [byId('backups', id)],
    request: (ask) => ask('DELETE', `/v1/dev/backups/${id}`),
    settle({ backups }, operation) {
      if (isGone(backups, id, operation)) ledger.backups.delete(id);
    },
  });
}

export function restore(ledger: Ledger, ask: Ask, backup: BackupEntry, volume: VolumeEntry): Promise<void> {
  const { id } = backup;
  return perform(ledger, ask, {
    text: `restore ${backup.name} to ${volume.name}`,
    busy: [backup, volume],
    flux: [volume],
    watch: [byId('backups', id), byId('volumes', volume.id)],
    request: (ask) =>
      ask('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: { volume_id: volume.id } } }),
    settle({ backups, volumes }, { text, isAcknowledged }) {
      expectStatus(
        backups.find((row) => row.id === id),
        text,
        'available',
      );
      expectStatus(
        volumes.find((row) => row.id === volume.id),
        text,
        'available',
      );
      const restored = backup.contents.copy();
      // Nobody said whether the request had arrived: all of it is as before, or all of it is the backup's.
      volume.contents = isAcknowledged ? [restored] : [...volume.contents, restored];
    },
  });
}

export function restoreToNewVolume(ledger: Ledger, ask: Ask, backup: BackupEntry): Promise<void> {
  const { id } = backup;
  let volumeId: string | undefined;
  const known = new Set(ledger.volumes.keys());
  return perform(ledger, ask, {
    text: `restore ${backup.name} to a new volume`,
    busy: [backup],
    watch: [byId('backups', id), { kind: 'volumes', isIt: (row) => row.id === volumeId }],
    request: (ask) => ask('POST', `/v1/dev/backups/${id}/restore`, { body: { restore: {} } }),
    acknowledge(answer) {
      volumeId = String(answer.json().restore.volume_id);
    },
    settle({ backups, volumes }, { text, isAcknowledged }) {
      expectStatus(
        backups.find((row) => row.id === id),
        text,
        'available',
      );
      // Unanswered, the volume is the new one that is named after the backup.
      const isUnknown = (row: Listed) =>
        !known.has(String(row.id)) && row.display_name === `restore_backup_${id}`;
      const row = volumes.find((each) => (isAcknowledged ? each.id === volumeId : isUnknown(each)));
      if (row === undefined && !isAcknowledged) return;
      expectStatus(row, text, 'available');
      const made = String(row?.id);
      const name = ledger.newName('restored volume');
      const contents = [backup.contents.copy()];
      ledger.volumes.set(made, { id: made, name, busy: false, isInFlux: false, isAttached: false, contents });
    },
  });
}

export function attach(ledger: Ledger, ask: Ask, volume: VolumeEntry): Promise<void> {
  return perform(ledger, ask, {
    text: `attach ${volume.name}`,
    busy: [volume],
    watch: [byId('volumes', volume.id)],
    request: (ask) => ask('POST', ATTACHMENTS, { body: { volumeAttachment: { volumeId: volume.id } } }),
    settle({ volumes }, { text, isAcknowledged }) {
      const row = volumes.find(({ id }) => id === volume.id);
      const allowed = isAcknowledged ? ['in-use'] : ['in-use', 'available'];
      volume.isAttached = expectStatus(row, text, ...allowed) === 'in-use';
    },
  });
}

export function detach(ledger: Ledger, ask: Ask, volume: VolumeEntry): Promise<void> {
  return perform(ledger, ask, {
    text: `detach ${volume.name}`,
    busy: [volume],
    watch: [byId('volumes', volume.id)],
    request: (ask) => ask('DELETE', `${ATTACHMENTS}/${volume.id}`),
    // What was answered is durable once the volume is given back.
    acknowledge: () => onlyOf(volume).settleAll(),
    settle({ volumes }, { text, isAcknowledged }) {
      const row = volumes.find(({ id }) => id === volume.id);
      const allowed = isAcknowledged ? ['available'] : ['in-use', 'available'];
      volume.isAttached = expectStatus(row, text, ...allowed) === 'in-use';
    },
  });
}
