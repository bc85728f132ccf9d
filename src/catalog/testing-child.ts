import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { lockFolder } from './lock.ts';
import { openSqliteCatalog } from './sqlite.ts';
import { newVolume } from './testing.ts';

/**
 * A process for tests to kill. `node testing-child.ts write PATH` inserts volumes until it is stopped, eight
 * at a time, and prints `stored ID` once one is durable, `refused ID` when it could not be stored;
 * `node testing-child.ts lock FOLDER` prints `locked` and stays.
 */
const [task, path = ''] = process.argv.slice(2);
// Straight to the pipe: a line that is printed was printed before the kill.
const print = (line: string) => writeSync(1, `${line}\n`);

async function write(): Promise<void> {
  const catalog = await openSqliteCatalog({ path });
  let refused = 0;
  const writer = async () => {
    while (refused < 50) {
      const id = randomUUID();
      try {
        await catalog.transaction((tx) => tx.insertVolume(newVolume({ id, description: 'x'.repeat(500) })));
        print(`stored ${id}`);
      } catch {
        refused += 1;
        print(`refused ${id}`);
      }
    }
  };
  await Promise.all(Array.from({ length: 8 }, writer));
}

if (task === 'write') await write();
if (task === 'lock') {
  await lockFolder(path);
  print('locked');
  setInterval(() => {}, 1000);
}
