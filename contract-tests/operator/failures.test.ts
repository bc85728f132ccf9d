import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openSqliteCatalog } from '../../src/catalog/sqlite.ts';
import { newJob, newVolume } from '../../src/catalog/testing.ts';
import { jsonLines, newFolder, on, removeFolder } from './world.ts';

const data = newFolder();
afterAll(() => removeFolder(data));

it('why a job has failed is shown with the job, and with the volume that it works for', async () => {
  const catalog = await openSqliteCatalog({ path: join(data, 'catalog.db') });
  const reason = 'image 7 is damaged: its digest is not the one that is on record';
  const kind = 'create-volume-from-image' as const;
  await catalog.transaction(async (tx) => {
    await tx.insertVolume(newVolume({ id: 'v', status: 'downloading' }));
    await tx.insertJob(newJob({ id: 'job', kind, resourceId: 'v', attempts: 1 }));
    await tx.noteFailure({
      resourceId: 'v',
      jobId: 'before',
      kind: 'extend-volume',
      reason: 'x',
      failedAt: 0,
    });
    await tx.noteFailure({ resourceId: 'v', jobId: 'job', kind, reason, failedAt: 1_357_000_000_000_000 });
  });
  await catalog.close();

  expect(jsonLines((await on(data, 'jobs', '--json')).stdout)).toMatchObject([
    { id: 'job', lastError: reason },
  ]);
  expect((await on(data, 'jobs')).stdout).toContain(reason);
  const failedAt = '2013-01-01T00:26:40Z';
  expect(jsonLines((await on(data, 'volumes', 'v', '--json')).stdout)).toMatchObject([
    { lastFailure: { kind, reason, failedAt } },
  ]);
  const { stdout } = await on(data, 'volumes', 'v');
  expect(stdout).toMatch(new RegExp(`failure +${kind} at ${failedAt}: ${reason}`));
});
