import type { Contents } from './sectors.ts';

/** A resource as the server lists it. */
export interface Listed {
  readonly id: string | number;
  readonly status: string;
  readonly display_name: string | null;
}

/** Everything that the server lists, at a moment when nothing of what is asked about is on its way. */
export interface World {
  readonly volumes: readonly Listed[];
  readonly snapshots: readonly Listed[];
  readonly backups: readonly Listed[];
}

/**
 * Something that was asked of the server. It is told what the server lists once that has come to rest, be it
 * right away or after a crash, and writes into the ledger what has come of it.
 */
export interface Operation {
  readonly text: string;
  /** The server has said yes: from then on it has to be done, whatever happens. */
  isAcknowledged: boolean;
  /** The server was killed since it was asked. */
  isInterrupted: boolean;
  /** Throws when the server does not list what it has to. */
  settle(world: World): void;
}

/** Of a resource that an operation is under way with nothing else is asked. */
interface Entry {
  readonly name: string;
  busy: boolean;
  /** Its bytes are being replaced or removed: after a crash they are anything until that has ended. */
  isInFlux: boolean;
}

export interface VolumeEntry extends Entry {
  readonly id: string;
  /** More than one when a restore may have happened or not. */
  contents: Contents[];
  isAttached: boolean;
}

export interface SnapshotEntry extends Entry {
  readonly id: string;
  contents: Contents;
}

export interface BackupEntry extends Entry {
  readonly id: number;
  contents: Contents;
}

/** What the server has promised, kept where no crash of it can reach. */
export class Ledger {
  readonly volumes = new Map<string, VolumeEntry>();
  readonly snapshots = new Map<string, SnapshotEntry>();
  readonly backups = new Map<number, BackupEntry>();
  readonly underWay = new Set<Operation>();
  /** What has been done so far, for whoever has to find out how something came about. */
  readonly journal: string[] = [];
  #stamps = 0;
  #names = 0;

  note(text: string): void {
    this.journal.push(`${new Date().toISOString()} ${text}`);
  }

  newStamp(): number {
    this.#stamps += 1;
    return this.#stamps;
  }

  newName(kind: string): string {
    this.#names += 1;
    return `${kind} ${this.#names}`;
  }

  /** Throws unless the server lists what the ledger has, and nothing else. */
  expectSame(world: World): void {
    const volumes = [...this.volumes.values()].map(({ id, isAttached }) => ({
      id,
      status: isAttached ? 'in-use' : 'available',
    }));
    const available = ({ id }: { id: string | number }) => ({ id, status: 'available' });
    expectList('volumes', world.volumes, volumes);
    expectList('snapshots', world.snapshots, [...this.snapshots.values()].map(available));
    expectList('backups', world.backups, [...this.backups.values()].map(available));
  }
}

type Row = Pick<Listed, 'id' | 'status'>;

function expectList(kind: string, found: readonly Row[], wanted: readonly Row[]): void {
  const lines = (rows: readonly Row[]) => rows.map(({ id, status }) => `${id} ${status}`).sort();
  const [have, want] = [lines(found), lines(wanted)];
  if (have.join() === want.join()) return;
  const missing = want.filter((line) => !have.includes(line));
  const extra = have.filter((line) => !want.includes(line));
  throw new Error(`${kind}: missing [${missing.join(', ')}], not expected [${extra.join(', ')}]`);
}
