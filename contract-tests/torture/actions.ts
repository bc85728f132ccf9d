import type { NbdClient } from '../support/nbd-client.ts';
import type { Ask } from '../support/requests.ts';
import type { BackupEntry, Ledger, SnapshotEntry, VolumeEntry } from './ledger.ts';
import * as operations from './operations.ts';
import { pickOf, writeSome } from './writing.ts';

/** A running server, and what is known of it. */
export interface Site {
  readonly ledger: Ledger;
  readonly ask: Ask;
  readonly random: () => number;
  /** The one connection to an attached volume. */
  client(volumeId: string): Promise<NbdClient>;
  /** The same if there is one; it is forgotten. */
  takeClient(volumeId: string): Promise<NbdClient> | undefined;
}

/** What nobody is doing anything with. */
interface Free {
  readonly attached: readonly VolumeEntry[];
  readonly available: readonly VolumeEntry[];
  readonly snapshots: readonly SnapshotEntry[];
  readonly backups: readonly BackupEntry[];
  readonly hasRoom: { readonly volumes: boolean; readonly snapshots: boolean; readonly backups: boolean };
}

/** Something that can be asked of a server. */
interface Action {
  /** How often it is chosen; 0 when it cannot be done. */
  readonly weight: (free: Free) => number;
  readonly run: (site: Site, free: Free) => Promise<void>;
  /** What to do first when it cannot be done. */
  readonly first: (free: Free) => ActionName;
}

export type ActionName =
  | 'create'
  | 'attach'
  | 'write'
  | 'detach'
  | 'snapshot'
  | 'clone'
  | 'copy'
  | 'delete volume'
  | 'delete snapshot'
  | 'backup'
  | 'restore'
  | 'restore to new'
  | 'copy of backup'
  | 'delete backup';

const MOST = { volumes: 7, snapshots: 6, backups: 3 } as const;

export function freeOf({ volumes, snapshots, backups }: Ledger): Free {
  const isFree = ({ busy }: { busy: boolean }) => !busy;
  // Of which it is not known what they hold nothing is asked either.
  const known = [...volumes.values()].filter((volume) => isFree(volume) && volume.contents.length === 1);
  return {
    attached: known.filter(({ isAttached }) => isAttached),
    available: known.filter(({ isAttached }) => !isAttached),
    snapshots: [...snapshots.values()].filter(isFree),
    backups: [...backups.values()].filter(isFree),
    hasRoom: {
      volumes: volumes.size < MOST.volumes,
      snapshots: snapshots.size < MOST.snapshots,
      backups: backups.size < MOST.backups,
    },
  };
}

const when = (may: boolean, weight: number): number => (may ? weight : 0);
const some = (items: readonly unknown[]): boolean => items.length > 0;
const roomOr = (free: Free, first: ActionName): ActionName =>
  free.hasRoom.volumes ? first : 'delete volume';

export const actions: Readonly<Record<ActionName, Action>> = {
  create: {
    weight: ({ hasRoom }) => when(hasRoom.volumes, 2),
    run: ({ ledger, ask }) => operations.createVolume(ledger, ask),
    first: () => 'delete volume',
  },
  attach: {
    weight: ({ available }) => when(some(available), 6),
    run: ({ ledger, ask, random }, { available }) =>
      operations.attach(ledger, ask, pickOf(random, available)),
    first: (free) => roomOr(free, 'create'),
  },
  write: {
    weight: ({ attached }) => when(some(attached), 30),
    async run({ ledger, random, client }, { attached }) {
      const volume = pickOf(random, attached);
      volume.busy = true;
      await writeSome(ledger, random, await client(volume.id), volume);
      volume.busy = false;
    },
    first: () => 'attach',
  },
  detach: {
    weight: ({ attached }) => when(some(attached), 3),
    async run({ ledger, ask, random, takeClient }, { attached }) {
      const volume = pickOf(random, attached);
      volume.busy = true;
      const client = await takeClient(volume.id);
      // Who does not go by himself is cut, after a while.
      if (random() < 0.95) await client?.disconnect();
      await operations.detach(ledger, ask, volume);
      client?.socket.destroy();
    },
    first: () => 'attach',
  },
  snapshot: {
    weight: ({ attached, available, hasRoom }) =>
      when(some([...attached, ...available]) && hasRoom.snapshots, 5),
    run: ({ ledger, ask, random }, { attached, available }) =>
      operations.createSnapshot(ledger, ask, pickOf(random, [...attached, ...available])),
    first: ({ hasRoom }) => (hasRoom.snapshots ? 'create' : 'delete snapshot'),
  },
  clone: {
    weight: ({ attached, available, hasRoom }) =>
      when(some([...attached, ...available]) && hasRoom.volumes, 2),
    run: ({ ledger, ask, random }, { attached, available }) =>
      operations.createVolume(ledger, ask, pickOf(random, [...attached, ...available])),
    first: (free) => roomOr(free, 'create'),
  },
  copy: {
    weight: ({ snapshots, hasRoom }) => when(some(snapshots) && hasRoom.volumes, 3),
    run: ({ ledger, ask, random }, { snapshots }) =>
      operations.createVolume(ledger, ask, pickOf(random, snapshots)),
    first: (free) => roomOr(free, 'snapshot'),
  },
  'delete volume': {
    weight: ({ available, hasRoom }) => when(some(available), hasRoom.volumes ? 1 : 4),
    run: ({ ledger, ask, random }, { available }) =>
      operations.deleteVolume(ledger, ask, pickOf(random, available)),
    first: ({ hasRoom }) => (hasRoom.volumes ? 'create' : 'detach'),
  },
  'delete snapshot': {
    weight: ({ snapshots, hasRoom }) => when(some(snapshots), hasRoom.snapshots ? 3 : 6),
    run: ({ ledger, ask, random }, { snapshots }) =>
      operations.deleteSnapshot(ledger, ask, pickOf(random, snapshots)),
    first: () => 'snapshot',
  },
  backup: {
    weight: ({ available, hasRoom }) => when(some(available) && hasRoom.backups, 2),
    run: ({ ledger, ask, random }, { available }) =>
      operations.createBackup(ledger, ask, pickOf(random, available)),
    first: (free) => (free.hasRoom.backups ? roomOr(free, 'create') : 'delete backup'),
  },
  restore: {
    weight: ({ available, backups }) => when(some(available) && some(backups), 2),
    run: ({ ledger, ask, random }, { available, backups }) =>
      operations.restore(ledger, ask, pickOf(random, backups), pickOf(random, available)),
    first: (free) => (some(free.backups) ? roomOr(free, 'create') : 'backup'),
  },
  'restore to new': {
    weight: ({ backups, hasRoom }) => when(some(backups) && hasRoom.volumes, 1),
    run: ({ ledger, ask, random }, { backups }) =>
      operations.restoreToNewVolume(ledger, ask, pickOf(random, backups)),
    first: (free) => roomOr(free, 'backup'),
  },
  'copy of backup': {
    weight: ({ backups, hasRoom }) => when(some(backups) && hasRoom.volumes, 1),
    run: ({ ledger, ask, random }, { backups }) =>
      operations.createVolumeFromBackup(ledger, ask, pickOf(random, backups)),
    first: (free) => roomOr(free, 'backup'),
  },
  'delete backup': {
    weight: ({ backups, hasRoom }) => when(some(backups), hasRoom.backups ? 1 : 3),
    run: ({ ledger, ask, random }, { backups }) =>
      operations.deleteBackup(ledger, ask, pickOf(random, backups)),
    first: () => 'backup',
  },
};

export const actionNames = Object.keys(actions) as readonly ActionName[];

/** One of those that can be done; undefined when everything is busy. */
export function chooseAction({ ledger, random }: Site): ActionName | undefined {
  const free = freeOf(ledger);
  const weights = actionNames.map((name) => actions[name].weight(free));
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return actionNames.find((_, index) => {
    left -= weights[index] ?? 0;
    return left < 0;
  });
}

export const perform = (site: Site, name: ActionName): Promise<void> =>
  actions[name].run(site, freeOf(site.ledger));

/** Does what has to be done before the action can be. */
export async function prepare(site: Site, name: ActionName): Promise<void> {
  for (let steps = 0; actions[name].weight(freeOf(site.ledger)) === 0; steps += 1) {
    if (steps > 10) throw new Error(`the way to '${name}' is not found`);
    const first = actions[name].first(freeOf(site.ledger));
    await prepare(site, first);
    await perform(site, first);
    // There have to be some bytes to lose.
    if (first === 'attach') await perform(site, 'write');
  }
}
