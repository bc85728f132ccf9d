import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import type { Places } from './places.ts';
import type { Done } from './report.ts';

/** Starts from nothing: what an earlier, failed run left must not reach generated/. */
export async function clearStaging(places: Places): Promise<Done<void>> {
  for (const folder of [places.staging, places.scratch]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
  return { did: `${places.shown(places.staging)} is empty`, value: undefined };
}

/** Wipes generated/ and puts the complete new tree in its place. */
export async function replaceGenerated(places: Places): Promise<Done<void>> {
  const before = await filesIn(places.generated);
  await rm(places.generated, { recursive: true, force: true });
  await cp(places.staging, places.generated, { recursive: true });
  const after = await filesIn(places.generated);
  const stale = before.filter((file) => !after.includes(file)).length;
  const wiped = `wiped ${before.length} files${stale > 0 ? ` (${stale} stale)` : ''}`;
  return { did: `${places.shown(places.generated)}/: ${wiped}, wrote ${after.length}`, value: undefined };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => `${entry.parentPath}/${entry.name}`);
}
