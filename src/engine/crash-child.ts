import { join } from 'node:path';
import { openLayerStore } from '../blocks/layer-store.ts';
import { openSqliteCatalog } from '../catalog/sqlite.ts';
import { openDirectoryStore } from '../objects/directory.ts';
import { realClock } from './clock.ts';
import { createEngine } from './create-engine.ts';
import { createQuotas } from './quotas.ts';

// For crash.test.ts: creates volumes as fast as it can and prints the id of each that it has been promised,
// until it is killed.

const [folder = ''] = process.argv.slice(2);
const { volumes, jobs } = createEngine({
  catalog: await openSqliteCatalog({ path: join(folder, 'catalog.db') }),
  blocks: await openLayerStore(join(folder, 'blocks')),
  objects: await openDirectoryStore(join(folder, 'objects')),
  clock: realClock(),
  quotas: createQuotas({ defaults: { volumes: -1 } }),
  takeOverAtStart: true,
});
await jobs.start();
const worker = async () => {
  for (;;) {
    const { id } = await volumes.create({ tenantId: 'alice', userName: 'alice' }, { size: 1 });
    process.stdout.write(`${id}\n`);
  }
};
await Promise.all(Array.from({ length: 4 }, worker));
