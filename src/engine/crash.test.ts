import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import type { BlockStore } from '../blocks/block-store.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { noExports } from './exports.ts';
import type { Image } from './images.ts';
import { createQuotas } from './quotas.ts';
import {
  alice,
  availableVolume,
  openTestEngine,
  readBytes,
  type TestEngine,
  type TestEngineOptions,
  writeBytes,
} from './testing.ts';

vi.setConfig({ testTimeout: 120_000 });

const never = () => new Promise<never>(() => undefined);

// What hangs holds open files, which are not to be closed by the garbage collector.
const hanging: unknown[] = [];

/** Stores that stop answering at one call, before or after it has had its effect: the moment of the crash. */
function crashAt<Store extends object>(store: Store, name: keyof Store, when: 'before' | 'after', skip = 0) {
  const reached = Promise.withResolvers<void>();
  let left = skip;
  const method = store[name];
  if (typeof method !== 'function') throw new TypeError(`${String(name)} is not a method`);
  const wrapped = {
    ...store,
    [name]: async (...args: unknown[]) => {
      left -= 1;
      if (left >= 0) return method.apply(store, args);
      if (when === 'after') hanging.push(await method.apply(store, args));
      hanging.push(args);
      reached.resolve();
      return never();
    },
  };
  return { wrapped, reached: reached.promise };
}

interface Crash {
  readonly store: 'blocks' | 'objects';
  readonly method: keyof BlockStore | keyof ObjectStore;
  readonly when: 'before' | 'after';
  readonly skip?: number;
}

/**
 * Prepares with one engine, begins an action with a second that crashes in the middle of the job, and hands
 * over a third, which has taken the job up and finished it.
 */
async function afterCrash<T>(
  crash: Crash,
  prepare: (engine: TestEngine) => Promise<T>,
  act: (engine: TestEngine, prepared: T, reached: Promise<void>) => Promise<unknown>,
  options: TestEngineOptions = {},
): Promise<{ engine: TestEngine; prepared: T }> {
  const first = await openTestEngine(options);
  const prepared = await prepare(first);
  await first.jobs.stop();

  let reached: Promise<void> = never();
  const crashing = <Store extends object>(store: Store): Store => {
    // The table of crashes names methods of the store that it names.
    const trap = crashAt(store, crash.method as keyof Store, crash.when, crash.skip);
    reached = trap.reached;
    return trap.wrapped;
  };
  const second = await openTestEngine({
    ...options,
    folder: first.folder,
    ...(crash.store === 'blocks' ? { wrapBlocks: crashing } : { wrapObjects: crashing }),
  });
  await act(second, prepared, reached);
  await reached;

  const engine = await openTestEngine({ ...options, folder: first.folder, takeOverAtStart: true });
  await engine.jobs.idle();
  expect(await engine.catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  return { engine, prepared };
}

async function makeBackup(engine: TestEngine, volumeId: string): Promise<string> {
  const { id } = await engine.backups.create(alice, { volumeId });
  await engine.jobs.idle();
  return id;
}

const statusOf = async (engine: TestEngine, id: string) => (await engine.volumes.get(alice, id)).status;

describe('a crash in the middle of a job', () => {
  for (const when of ['before', 'after'] as const) {
    it(`creates a volume all the same (${when} its bytes are made)`, async () => {
      const crash: Crash = { store: 'blocks', method: 'createVolume', when };
      const { engine } = await afterCrash(
        crash,
        async () => undefined,
        (it) => it.volumes.create(alice, { size: 1 }),
      );
      const [volume] = await engine.volumes.list(alice);
      expect(volume?.status).toBe('available');
      expect(await readBytes(engine.blocks, volume?.id ?? '', 0, 10)).toEqual(Buffer.alloc(10));
    });

    it(`deletes a volume all the same (${when} its bytes are gone)`, async () => {
      const crash: Crash = { store: 'blocks', method: 'deleteVolume', when };
      const { engine } = await afterCrash(
        crash,
        (it) => availableVolume(it),
        (it, id) => it.volumes.delete(alice, id),
      );
      expect(await engine.volumes.list(alice)).toEqual([]);
      expect(await engine.catalog.quotaUsage('alice')).toEqual({ volumes: 0, snapshots: 0, gigabytes: 0 });
    });

    it(`takes a snapshot all the same (${when} the copy)`, async () => {
      const crash: Crash = { store: 'blocks', method: 'createSnapshot', when };
      const { engine } = await afterCrash(
        crash,
        (it) => availableVolume(it),
        (it, volumeId) => it.snapshots.create(alice, { volumeId }),
      );
      const [snapshot] = await engine.snapshots.list(alice);
      const { id } = await engine.volumes.create(alice, { snapshotId: snapshot?.id ?? '' });
      await engine.jobs.idle();
      expect(await statusOf(engine, id)).toBe('available');
    });

    it(`finishes a backup under the names it began with (${when} the third object)`, async () => {
      const crash: Crash = { store: 'objects', method: 'put', when, skip: 2 };
      const { engine, prepared: volumeId } = await afterCrash(
        crash,
        (it) => availableVolume(it),
        (it, id) => it.backups.create(alice, { volumeId: id }),
      );
      const [backup] = await engine.backups.list(alice);
      expect(backup).toMatchObject({ status: 'available', objectCount: 22 });
      expect(await statusOf(engine, volumeId)).toBe('available');
      expect(await engine.objects.list('alice', 'volumebackups', '')).toHaveLength(22);
    });

    it(`deletes a backup with all its objects (${when} the third one)`, async () => {
      const crash: Crash = { store: 'objects', method: 'delete', when, skip: 2 };
      const { engine } = await afterCrash(
        crash,
        async (it) => makeBackup(it, await availableVolume(it)),
        (it, backupId) => it.backups.delete(alice, backupId),
      );
      expect(await engine.backups.list(alice)).toEqual([]);
      expect(await engine.objects.list('alice', 'volumebackups', '')).toEqual([]);
    });

    it(`restores over a volume all the same (${when} the old bytes are gone)`, async () => {
      const crash: Crash = { store: 'blocks', method: 'deleteVolume', when };
      const { engine, prepared } = await afterCrash(
        crash,
        async (it) => {
          const volumeId = await availableVolume(it);
          const backupId = await makeBackup(it, volumeId);
          await writeBytes(it.blocks, volumeId, 0, Buffer.from('to be overwritten'));
          return { volumeId, backupId };
        },
        (it, ids) => it.backups.restore(alice, ids),
      );
      expect(await statusOf(engine, prepared.volumeId)).toBe('available');
      expect(await readBytes(engine.blocks, prepared.volumeId, 0, 20)).toEqual(Buffer.alloc(20));
      expect((await engine.backups.get(alice, prepared.backupId)).status).toBe('available');
    });
  }

  for (const method of ['deleteVolume', 'createVolume', 'openVolume'] as const) {
    for (const when of ['before', 'after'] as const) {
      it(`makes a volume from a backup all the same (${when} ${method})`, async () => {
        const crash: Crash = { store: 'blocks', method, when };
        const { engine } = await afterCrash(
          crash,
          async (it) => {
            const volumeId = await availableVolume(it);
            await writeBytes(it.blocks, volumeId, 100, Buffer.from('backed up'));
            return makeBackup(it, volumeId);
          },
          (it, backupId) => it.volumes.create(alice, { backupId, size: 2 }),
        );
        const [copy] = await engine.volumes.list(alice);
        expect(copy).toMatchObject({ status: 'available', progress: 100, size: 2 });
        expect((await readBytes(engine.blocks, copy?.id ?? '', 100, 9)).toString()).toBe('backed up');
        expect(await engine.catalog.quotaUsage('alice')).toMatchObject({ volumes: 2, gigabytes: 3 });
      });
    }
  }

  const image: Image = {
    id: '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b',
    name: 'precise-server',
    minimumSize: 1,
    content: {
      size: 2 ** 20,
      version: 'first',
      async *read() {
        yield { offset: 100, bytes: Buffer.from('boot') };
      },
    },
  };

  for (const [method, skip] of [
    // Of the volume, and of what fills the base.
    ['deleteVolume', 0],
    ['deleteVolume', 1],
    ['createVolume', 0],
    ['openVolume', 0],
    ['createSnapshot', 0],
    // Once it is full.
    ['deleteVolume', 2],
    // In vain, and then with the base.
    ['createVolumeFromSnapshot', 0],
    ['createVolumeFromSnapshot', 1],
  ] as const) {
    for (const when of ['before', 'after'] as const) {
      // A call that fails has no moment after it.
      if (method === 'createVolumeFromSnapshot' && skip === 0 && when === 'after') continue;
      it(`makes a volume from an image all the same (${when} ${method} ${skip + 1})`, async () => {
        const { engine } = await afterCrash(
          { store: 'blocks', method, when, skip },
          async () => undefined,
          (it) => it.volumes.create(alice, { size: 2, imageRef: image.id }),
          { images: { find: async () => image } },
        );
        const [volume] = await engine.volumes.list(alice);
        expect(volume).toMatchObject({ status: 'available', bootable: true, progress: 100 });
        const expected = Buffer.alloc(1000);
        expected.write('boot', 100);
        expect(await readBytes(engine.blocks, volume?.id ?? '', 0, 1000)).toEqual(expected);
        expect(await engine.blocks.find('image-')).toEqual({
          volumes: [],
          snapshots: [`image-${image.id}-first`],
        });
      });
    }
  }

  it('leaves nothing of a copy that was broken off behind the end of the backup', async () => {
    // The first attempt writes over the end of what the backup fills: as if a larger one had been begun.
    const crash: Crash = { store: 'blocks', method: 'openVolume', when: 'before' };
    const { engine } = await afterCrash(
      crash,
      async (it) => makeBackup(it, await availableVolume(it)),
      async (it, backupId, reached) => {
        const { id } = await it.volumes.create(alice, { backupId, size: 2 });
        // From here on the attempt stands still, with its volume made and not yet opened.
        await reached;
        await writeBytes(it.blocks, id, 2 ** 30, Buffer.from('left over'));
      },
    );
    const [copy] = await engine.volumes.list(alice);
    expect(await readBytes(engine.blocks, copy?.id ?? '', 2 ** 30, 9)).toEqual(Buffer.alloc(9));
  });

  it('finishes an attachment that was answered by nobody', async () => {
    const first = await openTestEngine();
    const volumeId = await availableVolume(first);
    await first.jobs.stop();
    const reached = Promise.withResolvers<void>();
    const crashing = {
      ...noExports,
      open: () => {
        reached.resolve();
        return never();
      },
      close: never,
    };
    const second = await openTestEngine({ folder: first.folder, exports: crashing });
    void second.attachments.attach(alice, { serverId: 'server', volumeId });
    await reached.promise;
    const third = await openTestEngine({ folder: first.folder });
    await third.jobs.idle();
    expect(await third.volumes.get(alice, volumeId)).toMatchObject({ status: 'in-use' });
    await third.attachments.detach(alice, 'server', volumeId);
    expect(await statusOf(third, volumeId)).toBe('available');
  });
});

describe('kill -9', () => {
  const script = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

  async function killed(child: ChildProcess): Promise<void> {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  it('loses no acknowledged change, and what was under way ends available or error', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'cinderblock-crash-'));
    const acknowledged = new Set<string>();
    for (const lines of [10, 25, 60]) {
      const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      let left = lines;
      for await (const line of createInterface({ input: child.stdout })) {
        acknowledged.add(line);
        left -= 1;
        if (left === 0) break;
      }
      await killed(child);
    }
    const engine = await openTestEngine({ folder, quotas: createQuotas({ defaults: { volumes: -1 } }) });
    await engine.jobs.idle();
    const volumes = await engine.volumes.list(alice);
    const ids = new Set(volumes.map(({ id }) => id));
    expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
    expect(ids.size).toBe(volumes.length);
    expect(new Set(volumes.map(({ status }) => status))).toEqual(new Set(['available']));
    const usage = await engine.catalog.quotaUsage('alice');
    expect(usage).toMatchObject({ volumes: volumes.length, gigabytes: volumes.length });
    for (const { id } of volumes) await (await engine.blocks.openVolume(id)).close();
    expect(await engine.catalog.claimableJobs(Number.MAX_SAFE_INTEGER, 10)).toEqual([]);
  });
});
