import { expect, it, vi } from 'vitest';
import { alice, availableVolume, bob, openTestEngine } from '../engine/testing.ts';
import { seedDocuments } from './documents.ts';
import { hpVolumeBackupV11Seed } from './hp-volume-backup-v1.1.ts';

vi.setConfig({ testTimeout: 60_000 });

const [{ id: NINE } = { id: '' }] = hpVolumeBackupV11Seed('alice').volumes;

it('the seed gives resources the numbers that the examples show', async () => {
  const engine = await openTestEngine();
  await seedDocuments(engine, 'alice');
  expect(await engine.volumes.get(alice, 9)).toMatchObject({ id: NINE, size: 10 });
  expect(await engine.backups.get(alice, 101)).toMatchObject({ volumeSerial: 9, objectCount: 2 });
});

it('the seed gives them others where these are taken, be it by another tenant, and is there once', async () => {
  const engine = await openTestEngine();
  for (let made = 0; made < 9; made += 1) await availableVolume(engine, bob);
  await seedDocuments(engine, 'alice');
  const seeded = await engine.volumes.list(alice);
  expect(seeded.map(({ id }) => id)).toContain(NINE);
  expect(seeded.every(({ serial }) => serial > 9)).toBe(true);
  await seedDocuments(engine, 'alice');
  expect(await engine.volumes.list(alice)).toEqual(seeded);
});

it('a restore of a seeded backup brings its beginning back', async () => {
  const engine = await openTestEngine();
  await seedDocuments(engine, 'alice');
  const { id: backupId } = await engine.backups.get(alice, 101);
  const { volume } = await engine.backups.restore(alice, { backupId, volumeId: NINE });
  await engine.jobs.idle();
  expect((await engine.volumes.get(alice, volume.id)).status).toBe('available');
});
