import { join } from 'node:path';
import { atSite } from './site.ts';
import type { Story } from './story.ts';
import { must, python } from './tools.ts';

/** A disk of nbdkit that is the same each time, and that takes a write only when it has these very bytes. */
const disk = ['nbdkit', '--exit-with-parent', '-f', 'sparse-random', 'size=1G', 'seed=15', 'percent=20'];

export const nbdkit: Story = {
  name: 'nbdkit',
  title: 'nbdkit as a source, as a judge and in between',
  tell: (step) =>
    atSite(['--nbd-socket', '{folder}/nbd.sock'], async ({ tenant, folder, uri }) => {
      const volume = await tenant.createVolume({ size: 1 });
      await tenant.attach(volume);
      await step('a sparse disk of 1 GiB copied from nbdkit', () =>
        must('nbdcopy', '--', '[', ...disk, ']', uri(volume, 'unix')),
      );
      await step('copied back to nbdkit, which compares every byte', () =>
        must('nbdcopy', '--', uri(volume), '[', ...disk, ']'),
      );
      await step('the same from a clone', async () => {
        await tenant.detach(volume);
        const clone = await tenant.createVolume({ size: 1, source_volid: volume });
        await tenant.attach(clone);
        await must('nbdcopy', '--', uri(clone), '[', ...disk, ']');
        await tenant.attach(volume);
      });
      await step('a storm of requests through a proxy that delays and shuffles them', async () => {
        const [program, ...args] = python(
          'storm.py',
          '"$uri"',
          '3',
          '6000',
          '4',
          '100000',
          join(folder, 'model'),
        );
        const proxy = ['--exit-with-parent', '-f', '-U', '-', '--filter=delay', 'nbd', `uri=${uri(volume)}`];
        const delays = [
          'shared=true',
          'delay-read=1ms',
          'delay-write=2ms',
          'delay-trim=3ms',
          'delay-zero=1ms',
        ];
        await must('nbdkit', ...proxy, ...delays, '--run', [program, ...args].join(' '));
      });
    }),
};
