import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { BlockDevice } from '../../src/blocks/block-store.ts';
import { openLayerStore } from '../../src/blocks/layer-store.ts';
import { type Ask, asker, availableVolume, until } from '../support/requests.ts';
import { startServer } from '../support/server.ts';
import { type SwiftServer, startSwift } from './swift-server.ts';

const MIB = 1024 * 1024;
const PATIENCE_MS = 180_000;

let swift: SwiftServer;
beforeAll(async () => {
  swift = await startSwift();
});
afterAll(() => swift.stop());

/** What a user of the account `AUTH_test` sees, asked of Swift itself. */
async function containerOf(name: string): Promise<{ names: string[]; status: number }> {
  const login = await fetch(`${swift.origin}/auth/v1.0`, {
    headers: { 'X-Auth-User': 'test:tester', 'X-Auth-Key': 'testing' },
  });
  const headers = { 'X-Auth-Token': login.headers.get('x-auth-token') ?? '' };
  const answer = await fetch(`${login.headers.get('x-storage-url')}/${name}`, { headers });
  return { status: answer.status, names: (await answer.text()).split('\n').filter((one) => one !== '') };
}

async function withDevice<T>(
  folder: string,
  id: string,
  use: (device: BlockDevice) => Promise<T>,
): Promise<T> {
  const store = await openLayerStore(join(folder, 'blocks'));
  const device = await store.openVolume(id);
  try {
    return await use(device);
  } finally {
    await device.close();
    await store.close();
  }
}

/** Data at both ends of the volume, around the end of the first chunk, and in a chunk in the middle. */
async function scatter(device: BlockDevice): Promise<void> {
  for (const offset of [0, 50 * MIB - 4096, 500 * MIB + 512, 1023 * MIB]) {
    await device.write(offset, randomBytes(MIB));
  }
  await device.flush();
}

async function digestOf(device: BlockDevice): Promise<string> {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(4 * MIB);
  for (let offset = 0; offset < device.size; offset += piece.length) {
    await device.read(offset, piece);
    hash.update(piece);
  }
  return hash.digest('hex');
}

async function settledBackup(ask: Ask, id: string) {
  return until(
    async () => (await ask('GET', `/v1/dev/backups/${id}`)).json().backup,
    (backup) => backup?.status !== 'creating' && backup?.status !== 'restoring',
    PATIENCE_MS,
  );
}

describe('a backup in Swift', () => {
  it(
    'is of the documented objects in the named container, restores, and leaves none behind [hp-block-storage-v1/4.5.3.4/object-names] [hp-block-storage-v1/4.5.3.4/container-created]',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'cinderblock-backup-'));
      const settings = {
        folder,
        env: {
          CINDERBLOCK_OBJECTS: `swift:${swift.origin}/auth/v1.0`,
          CINDERBLOCK_SWIFT_USER: 'test:tester',
          CINDERBLOCK_SWIFT_KEY: 'testing',
        },
      };
      let server = await startServer(settings);
      onTestFinished(async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      });
      const again = async () => {
        server = await startServer(settings);
        return asker(server.url);
      };

      const source = await availableVolume(asker(server.url));
      await server.stop();
      const written = await withDevice(folder, source.id, async (device) => {
        await scatter(device);
        return digestOf(device);
      });

      let ask = await again();
      const made = await ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: source.id } } });
      expect(made.status).toBe(200);
      const backup = await settledBackup(ask, made.json().backup.id);
      expect(backup).toMatchObject({ status: 'available', container: 'volumebackups', object_count: 22 });

      const { names } = await containerOf('volumebackups');
      const stamp = backup.created_at.replaceAll(/[-:T]/g, '').slice(0, 14);
      const prefix = `volume_${source.id}/${stamp}/az_nova_backup_${backup.id}`;
      const numbers = Array.from({ length: 21 }, (_, index) => String(index + 1).padStart(5, '0'));
      expect(names).toEqual([...numbers.map((number) => `${prefix}-${number}`), `${prefix}_metadata`]);

      expect((await ask('DELETE', `/v1/dev/volumes/${source.id}`)).status).toBe(202);
      const restore = await ask('POST', `/v1/dev/backups/${backup.id}/restore`, { body: { restore: {} } });
      const { volume_id: restoredId } = restore.json().restore;
      await settledBackup(ask, backup.id);
      const restored = await until(
        async () => (await ask('GET', `/v1/dev/volumes/${restoredId}`)).json().volume,
        ({ status }) => !['creating', 'restoring-backup'].includes(status),
        PATIENCE_MS,
      );
      expect(restored.status).toBe('available');
      await server.stop();
      expect(await withDevice(folder, restoredId, digestOf)).toBe(written);

      ask = await again();
      expect((await ask('DELETE', `/v1/dev/backups/${backup.id}`)).status).toBe(202);
      await until(
        () => containerOf('volumebackups'),
        (container) => container.names.length === 0,
        PATIENCE_MS,
      );
    },
    4 * PATIENCE_MS,
  );
});
