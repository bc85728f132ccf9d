import { randomFillSync } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import type { ObjectStore } from '../objects/object-store.ts';
import { chunkName, formatManifest, manifestName, parseManifest } from './backup-format.ts';
import { alice, readBytes, type TestEngine, writeBytes } from './testing.ts';
import { bytes, places } from './testing-actions.ts';
import { openSabotaged } from './testing-sabotage.ts';

vi.setConfig({ testTimeout: 120_000 });

const CONTAINER = 'volumebackups';

async function objectOf(store: ObjectStore, name: string): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of store.get('alice', CONTAINER, name)) parts.push(part);
  return Buffer.concat(parts);
}

const replace = (store: ObjectStore, name: string, content: Uint8Array): Promise<void> =>
  store.put(
    'alice',
    CONTAINER,
    name,
    (async function* () {
      yield content;
    })(),
  );

/** What is in the store, as the one who does the damage sees it. */
interface Victim {
  readonly objects: ObjectStore;
  readonly first: string;
  readonly second: string;
  readonly manifest: string;
  /** The metadata object of another backup of the same volume. */
  readonly otherManifest: string;
}

interface Damage {
  readonly words: string;
  readonly reason: RegExp;
  /** Known before anything is written, so that a volume that would be overwritten keeps what it has. */
  readonly isSeenFirst: boolean;
  do(victim: Victim): Promise<void>;
}

const changedBy =
  (name: 'first' | 'manifest', change: (content: Buffer) => Uint8Array) => async (victim: Victim) =>
    replace(victim.objects, victim[name], change(await objectOf(victim.objects, victim[name])));

const flip = (content: Buffer, at: number): Buffer => {
  content[at] = (content[at] ?? 0) ^ 1;
  return content;
};

const damages: readonly Damage[] = [
  {
    words: 'a chunk is missing',
    reason: /^1 of 21 objects of the backup are missing, the first of them volume_.*-00001$/,
    isSeenFirst: true,
    do: ({ objects, first }) => objects.delete('alice', CONTAINER, first),
  },
  {
    words: 'a chunk is cut off',
    reason: /^object volume_.*-00001 could not be restored: it has \d+ of the \d+ bytes that were stored$/,
    isSeenFirst: false,
    do: changedBy('first', (content) => content.subarray(0, content.length - 1)),
  },
  {
    words: 'a chunk is empty',
    reason: /could not be restored: it has 0 of the \d+ bytes that were stored$/,
    isSeenFirst: false,
    do: changedBy('first', () => Buffer.alloc(0)),
  },
  {
    words: 'a chunk is longer than it was',
    reason: /could not be restored: it is longer than the \d+ bytes that were stored$/,
    isSeenFirst: false,
    do: changedBy('first', (content) => Buffer.concat([content, Buffer.from('more')])),
  },
  {
    words: 'a bit at the end of a chunk is another',
    reason:
      /could not be restored: it is (not what was backed up: its digest differs|damaged and cannot be decompressed)$/,
    isSeenFirst: false,
    do: changedBy('first', (content) => flip(content, content.length - 1)),
  },
  {
    words: 'a bit at the start of a chunk is another',
    reason:
      /could not be restored: it is (not what was backed up: its digest differs|damaged and cannot be decompressed)$/,
    isSeenFirst: false,
    do: changedBy('first', (content) => flip(content, 0)),
  },
  {
    words: 'two chunks have changed places',
    reason:
      /could not be restored: it (is not what was backed up: its digest differs|has \d+ of|is longer than)/,
    isSeenFirst: false,
    async do({ objects, first, second }) {
      const [one, two] = [await objectOf(objects, first), await objectOf(objects, second)];
      await replace(objects, first, two);
      await replace(objects, second, one);
    },
  },
  {
    words: 'the metadata object is missing',
    reason: /^the metadata object could not be read: it is missing$/,
    isSeenFirst: true,
    do: ({ objects, manifest }) => objects.delete('alice', CONTAINER, manifest),
  },
  {
    words: 'the metadata object is cut off',
    reason: /^the metadata object of the backup is damaged$/,
    isSeenFirst: true,
    do: changedBy('manifest', (content) => content.subarray(0, 1000)),
  },
  {
    words: 'the metadata object calls a chunk of data zeros',
    reason: /^the metadata object of the backup is damaged$/,
    isSeenFirst: true,
    do: changedBy('manifest', (content) => {
      const { sha256, ...manifest } = JSON.parse(content.toString());
      const [first, ...others] = manifest.chunks;
      const { name, length } = first;
      const chunks = [{ name, length, encoding: 'zero', objectBytes: 0 }, ...others];
      return Buffer.from(JSON.stringify({ ...manifest, chunks, sha256 }));
    }),
  },
  {
    words: 'the metadata object is that of another backup',
    reason: /^the metadata object belongs to another backup$/,
    isSeenFirst: true,
    do: async ({ objects, manifest, otherManifest }) =>
      replace(objects, manifest, await objectOf(objects, otherManifest)),
  },
  {
    words: 'the metadata object comes from a later version',
    reason: /^the backup has format version 3, and this server reads version 2 only$/,
    isSeenFirst: true,
    do: changedBy('manifest', (content) =>
      Buffer.from(content.toString().replace('"version":2', '"version":3')),
    ),
  },
];

const ways: Readonly<
  Record<string, (engine: TestEngine, backupId: string, volumeId: string) => Promise<string>>
> = {
  'a restore over a volume': async (engine, backupId, volumeId) =>
    (await engine.backups.restore(alice, { backupId, volumeId })).volume.id,
  'a restore to a new volume': async (engine, backupId) =>
    (await engine.backups.restore(alice, { backupId })).volume.id,
  'a volume made from it': async (engine, backupId) => (await engine.volumes.create(alice, { backupId })).id,
};

describe.each(['none', 'zstd', 'zlib'] as const)('of a backup with compression %s', (compression) => {
  async function victimised() {
    const { engine, reasons, prepared, saboteur } = await openSabotaged({ backupSettings: { compression } });
    const { volumeId, backupId } = prepared;
    await engine.jobs.idle();
    const { objectPrefix: prefix } = await engine.backups.get(alice, backupId);
    const { id } = await engine.backups.create(alice, { volumeId });
    await engine.jobs.idle();
    const other = await engine.backups.get(alice, id);
    const victim: Victim = {
      objects: engine.objects,
      first: chunkName(prefix ?? '', 1),
      second: chunkName(prefix ?? '', 2),
      manifest: manifestName(prefix ?? ''),
      otherManifest: manifestName(other.objectPrefix ?? ''),
    };
    return { engine, reasons, victim, volumeId, backupId, saboteur };
  }

  for (const [way, act] of Object.entries(ways)) {
    it(`${way} has every byte, and holes where there were holes`, async () => {
      const { engine, reasons, victim, volumeId, backupId } = await victimised();
      const manifest = parseManifest((await objectOf(engine.objects, victim.manifest)).toString());
      const expected = compression === 'none' ? 'raw' : compression;
      expect(new Set(manifest.chunks.map(({ encoding }) => encoding))).toEqual(new Set([expected, 'zero']));
      expect(formatManifest(manifest)).toBe((await objectOf(engine.objects, victim.manifest)).toString());
      await writeBytes(engine.blocks, volumeId, 0, Buffer.from('overwritten'));
      const id = await act(engine, backupId, volumeId);
      await engine.jobs.idle();
      expect(reasons).toEqual([]);
      expect((await engine.volumes.get(alice, id)).status).toBe('available');
      for (const place of places)
        expect(await readBytes(engine.blocks, id, place, bytes.length)).toEqual(bytes);
      expect(await readBytes(engine.blocks, id, 0, 100)).toEqual(Buffer.alloc(100));
    });

    for (const damage of damages) {
      it(`${way} ends in its error status when ${damage.words}`, async () => {
        const { engine, reasons, victim, volumeId, backupId } = await victimised();
        await damage.do(victim);
        const id = await act(engine, backupId, volumeId);
        await engine.jobs.idle();
        const { status } = await engine.volumes.get(alice, id);
        expect(status).toBe(way === 'a volume made from it' ? 'error' : 'error_restoring');
        expect(reasons).toEqual([expect.stringMatching(damage.reason)]);
        expect((await engine.backups.get(alice, backupId)).status).toBe('available');
        if (id === volumeId && damage.isSeenFirst)
          expect(await readBytes(engine.blocks, id, places[0] ?? 0, bytes.length)).toEqual(bytes);
        else await expect(engine.blocks.openVolume(id)).rejects.toThrow();
      });
    }
  }
});

it('does not compress what would not become smaller', async () => {
  const { engine, prepared } = await openSabotaged({ backupSettings: { compression: 'zstd' } });
  const noise = Buffer.alloc(1024 * 1024);
  for (let count = 0; count < 50; count += 1)
    await writeBytes(engine.blocks, prepared.volumeId, count * noise.length, randomFillSync(noise));
  const { id } = await engine.backups.create(alice, { volumeId: prepared.volumeId });
  await engine.jobs.idle();
  const { objectPrefix } = await engine.backups.get(alice, id);
  const text = (await objectOf(engine.objects, manifestName(objectPrefix ?? ''))).toString();
  const encodings = parseManifest(text).chunks.map(({ encoding }) => encoding);
  expect(encodings.slice(0, 3)).toEqual(['raw', 'zstd', 'zero']);
});
