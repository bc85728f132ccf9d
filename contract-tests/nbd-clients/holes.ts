import { join } from 'node:path';
import { atSite } from './site.ts';
import type { Story } from './story.ts';
import { must } from './tools.ts';

interface MapEntry {
  readonly start: number;
  readonly length: number;
  readonly zero: boolean;
  readonly data: boolean;
}

const GRAIN = 64 * 1024;

/** Where the source has bytes: at the beginning, within, over the border of two grains, and at the end. */
const WRITTEN: readonly (readonly [offset: number, length: number])[] = [
  [0, 4096],
  [10 * GRAIN, GRAIN],
  [500 * GRAIN - 4096, 8192],
  [2 ** 30 - 4096, 4096],
];

const mapOf = async (format: string, uri: string): Promise<MapEntry[]> =>
  JSON.parse(await must('qemu-img', 'map', '--output=json', '-f', format, uri));

const dataIn = (map: readonly MapEntry[]): number =>
  map.filter(({ data }) => data).reduce((sum, { length }) => sum + length, 0);

/** Every byte of `within` that reads as data lies in a range of `map` that is data. */
function covers(map: readonly MapEntry[], [offset, length]: readonly [number, number]): boolean {
  let at = offset;
  for (const { start, length, data } of map) {
    if (data && start <= at && at < start + length) at = start + length;
  }
  return at >= offset + length;
}

export const holes: Story = {
  name: 'holes',
  title: 'holes, as qemu-img sees them',
  tell: (step) =>
    atSite(['--nbd-socket', '{folder}/nbd.sock'], async ({ tenant, folder, uri }) => {
      const image = join(folder, 'sparse.qcow2');
      await step('a sparse qcow2 image with four written places', async () => {
        await must('qemu-img', 'create', '-q', '-f', 'qcow2', image, '1G');
        const writes = WRITTEN.flatMap(([offset, length]) => ['-c', `write -q -P 0x5a ${offset} ${length}`]);
        await must('qemu-io', '-f', 'qcow2', ...writes, image);
      });
      const volume = await step('create and attach a volume', async () => {
        const id = await tenant.createVolume({ size: 1 });
        await tenant.attach(id);
        return id;
      });
      await step('the map of an empty volume is one hole', async () => {
        const map = await mapOf('raw', uri(volume));
        if (dataIn(map) !== 0) throw new Error(JSON.stringify(map));
      });
      await step('convert the image onto it, compare over both ways in', async () => {
        await must('qemu-img', 'convert', '-n', '-f', 'qcow2', '-O', 'raw', image, uri(volume, 'unix'));
        for (const over of ['tcp', 'unix'] as const)
          await must('qemu-img', 'compare', '-f', 'qcow2', '-F', 'raw', image, uri(volume, over));
      });
      await step('the map shows what was written, and holes elsewhere', async () => {
        const map = await mapOf('raw', uri(volume));
        const lost = WRITTEN.filter((range) => !covers(map, range));
        // One grain or two for each place.
        if (lost.length > 0 || dataIn(map) > 2 * WRITTEN.length * GRAIN) throw new Error(JSON.stringify(map));
      });
      await step('what is discarded becomes a hole and reads as zeros', async () => {
        const [, [offset, length] = [0, 0]] = WRITTEN;
        await must('qemu-io', '-f', 'raw', '-d', 'unmap', '-c', `discard ${offset} ${length}`, uri(volume));
        await must('qemu-io', '-f', 'raw', '-c', `read -P 0 ${offset} ${length}`, uri(volume));
        const map = await mapOf('raw', uri(volume));
        if (covers(map, [offset, 1])) throw new Error(JSON.stringify(map));
      });
      const copy = await step('a clone has the same holes', async () => {
        await tenant.detach(volume);
        const id = await tenant.createVolume({ size: 1, source_volid: volume });
        await tenant.attach(id);
        await tenant.attach(volume);
        const [mine, theirs] = [await mapOf('raw', uri(id)), await mapOf('raw', uri(volume))];
        if (dataIn(mine) !== dataIn(theirs) || dataIn(mine) === 0)
          throw new Error(`${JSON.stringify(mine)}\n${JSON.stringify(theirs)}`);
        return id;
      });
      await step('and the same bytes', () =>
        must('qemu-img', 'compare', '-f', 'raw', '-F', 'raw', uri(volume), uri(copy, 'unix')),
      );
    }),
};
