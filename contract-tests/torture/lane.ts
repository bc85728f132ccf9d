import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectNbd, type NbdClient } from '../support/nbd-client.ts';
import { type Ask, asker } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { audit } from './audit.ts';
import { Ledger } from './ledger.ts';
import * as operations from './operations.ts';
import { worldAtRest } from './operations.ts';
import { integer, pickOf, writeSome } from './writing.ts';

const ARGS = [
  ...['--quota-volumes=-1', '--quota-snapshots=-1', '--quota-gigabytes=-1'],
  ...['--log-level=warn', '--response-checks=off', '--nbd-port=0', '--nbd-grace=1'],
];
const MOST = { volumes: 7, snapshots: 6, backups: 3 } as const;
/** Things that are done at the same time. */
const WORKERS = 4;

/** One server after the other on the same folder, each of them killed. */
export class Lane {
  readonly folder: string;
  readonly ledger = new Ledger();
  readonly #random: () => number;
  readonly #count: (what: string) => void;

  constructor(folder: string, random: () => number, count: (what: string) => void) {
    this.folder = folder;
    this.#random = random;
    this.#count = count;
  }

  /** Starts a server, compares what it says with what was promised, works with it, kills it, and looks at what is left. */
  async round(): Promise<void> {
    const random = this.#random;
    const server = await startServer({ folder: this.folder, args: ARGS });
    try {
      const ask = asker(server.url);
      // Some are killed while they still take up what the one before has left.
      if (random() < 0.85) {
        await this.#reconcile(ask);
        await this.#workUntilKilled(server, ask, 20 + random() ** 2 * 700);
      } else {
        await killAfter(server, random() * 60);
      }
    } finally {
      await server.kill();
    }
    const log = server.log();
    if (/"level":(50|60)/.test(log)) throw new Error(`the server logged an error: ${log}`);
    for (const operation of this.ledger.underWay) operation.isInterrupted = true;
    await audit(this.folder, this.ledger, random() < 0.2);
  }

  async #reconcile(ask: Ask): Promise<void> {
    const { ledger } = this;
    const world = await worldAtRest(ask, 30_000);
    for (const operation of ledger.underWay) operation.settle(world);
    ledger.underWay.clear();
    for (const entry of [
      ...ledger.volumes.values(),
      ...ledger.snapshots.values(),
      ...ledger.backups.values(),
    ]) {
      entry.busy = false;
    }
    ledger.expectSame(world);
  }

  async #workUntilKilled(server: ServerProcess, ask: Ask, milliseconds: number): Promise<void> {
    let isKilled = false;
    const failures: unknown[] = [];
    const clients = new Map<string, Promise<NbdClient>>();
    const work = async (): Promise<void> => {
      while (!isKilled && failures.length === 0) {
        await this.#step(ask, clients).catch((error: unknown) => {
          // Without a server everything fails.
          if (!isKilled) failures.push(error);
        });
      }
    };
    const killed = sleep(milliseconds).then(() => {
      isKilled = true;
      return server.kill();
    });
    await Promise.all([killed, ...Array.from({ length: WORKERS }, work)]);
    for (const client of clients.values()) await client.then((each) => each.destroy()).catch(() => undefined);
    if (failures.length > 0) throw failures[0];
  }

  /** Does one thing with something that nobody else is doing anything with. */
  async #step(ask: Ask, clients: Map<string, Promise<NbdClient>>): Promise<void> {
    const { ledger } = this;
    const random = this.#random;
    const volumes = [...ledger.volumes.values()].filter(
      ({ busy, contents }) => !busy && contents.length === 1,
    );
    const attached = volumes.filter(({ isAttached }) => isAttached);
    const available = volumes.filter(({ isAttached }) => !isAttached);
    const snapshots = [...ledger.snapshots.values()].filter(({ busy }) => !busy);
    const backups = [...ledger.backups.values()].filter(({ busy }) => !busy);
    const hasRoom = ledger.volumes.size < MOST.volumes;

    type Choice = readonly [name: string, weight: number, does: () => Promise<void>];
    const choices: Choice[] = [];
    const choose = (name: string, weight: number, may: boolean, does: () => Promise<void>) => {
      if (may) choices.push([name, weight, does]);
    };
    const isFull = (kind: 'snapshots' | 'backups') => ledger[kind].size >= MOST[kind];

    choose('create', 2, hasRoom, () => operations.createVolume(ledger, ask));
    choose('attach', 6, available.length > 0, () =>
      operations.attach(ledger, ask, pickOf(random, available)),
    );
    choose('write', 30, attached.length > 0, async () => {
      const volume = pickOf(random, attached);
      volume.busy = true;
      await writeSome(ledger, random, await this.#client(clients, volume.id), volume);
      volume.busy = false;
    });
    choose('detach', 3, attached.length > 0, async () => {
      const volume = pickOf(random, attached);
      volume.busy = true;
      const client = await clients.get(volume.id);
      clients.delete(volume.id);
      // Who does not go by himself is cut, after a while.
      if (random() < 0.95) await client?.disconnect();
      await operations.detach(ledger, ask, volume);
      client?.destroy();
    });
    choose('snapshot', 5, volumes.length > 0 && !isFull('snapshots'), () =>
      operations.createSnapshot(ledger, ask, pickOf(random, volumes)),
    );
    choose('clone', 2, volumes.length > 0 && hasRoom, () =>
      operations.createVolume(ledger, ask, pickOf(random, volumes)),
    );
    choose('copy', 3, snapshots.length > 0 && hasRoom, () =>
      operations.createVolume(ledger, ask, pickOf(random, snapshots)),
    );
    choose('delete volume', hasRoom ? 1 : 4, available.length > 1, () =>
      operations.deleteVolume(ledger, ask, pickOf(random, available)),
    );
    choose('delete snapshot', isFull('snapshots') ? 6 : 3, snapshots.length > 0, () =>
      operations.deleteSnapshot(ledger, ask, pickOf(random, snapshots)),
    );
    choose('backup', 2, available.length > 0 && !isFull('backups'), () =>
      operations.createBackup(ledger, ask, pickOf(random, available)),
    );
    choose('restore', 2, available.length > 0 && backups.length > 0, () =>
      operations.restore(ledger, ask, pickOf(random, backups), pickOf(random, available)),
    );
    choose('restore to a new volume', 1, backups.length > 0 && hasRoom, () =>
      operations.restoreToNewVolume(ledger, ask, pickOf(random, backups)),
    );
    choose('copy of a backup', 1, backups.length > 0 && hasRoom, () =>
      operations.createVolumeFromBackup(ledger, ask, pickOf(random, backups)),
    );
    choose('delete backup', isFull('backups') ? 3 : 1, backups.length > 0, () =>
      operations.deleteBackup(ledger, ask, pickOf(random, backups)),
    );

    let left = integer(
      random,
      choices.reduce((sum, [, weight]) => sum + weight, 0),
    );
    for (const [name, weight, does] of choices) {
      left -= weight;
      if (left >= 0) continue;
      await does();
      this.#count(name);
      return;
    }
    // Everything is busy.
    await sleep(1);
  }

  #client(clients: Map<string, Promise<NbdClient>>, volumeId: string): Promise<NbdClient> {
    const client = clients.get(volumeId) ?? connectNbd({ ...addressIn(this.folder), exportName: volumeId });
    clients.set(volumeId, client);
    return client;
  }
}

/** Where the running server has its network block devices. */
function addressIn(folder: string): { host: string; port: number } {
  return JSON.parse(readFileSync(join(folder, 'nbd.json'), 'utf8'));
}

const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

async function killAfter(server: ServerProcess, milliseconds: number): Promise<void> {
  await sleep(milliseconds);
  await server.kill();
}
