import { randomUUID } from 'node:crypto';
import { atSite } from './site.ts';
import type { Story } from './story.ts';
import { must, run } from './tools.ts';

const GIB = 2 ** 30;

/** What `nbdinfo --json` has to say of an export, whatever else it says. */
const FACTS = {
  'export-size': GIB,
  is_read_only: false,
  is_rotational: false,
  can_flush: true,
  can_fua: true,
  can_trim: true,
  can_zero: true,
  can_multi_conn: true,
  can_df: true,
} as const;

const NO_EXPORT = /No such file or directory for/;

interface Info {
  readonly protocol: string;
  readonly structured: boolean;
  readonly exports: readonly Readonly<Record<string, unknown>>[];
}

/** Runs a client against what has to be refused; gives what it complains about. */
async function refused(program: string, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(program, args);
  if (code === 0) throw new Error(`${program} ${args.join(' ')} succeeded: ${stdout}`);
  return stderr;
}

const mentions = (text: string, wanted: RegExp): void => {
  if (!wanted.test(text)) throw new Error(`not ${wanted}: ${text}`);
};

export const facts: Story = {
  name: 'nbdinfo',
  title: 'what nbdinfo sees',
  tell: (step) =>
    atSite(['--nbd-socket', '{folder}/nbd.sock'], async ({ tenant, uri }) => {
      const volume = await tenant.createVolume({ size: 1 });
      const other = await tenant.createVolume({ size: 2 });
      await tenant.attach(other);
      await step('there is no export before the volume is attached', async () =>
        mentions(await refused('nbdinfo', uri(volume)), NO_EXPORT),
      );
      await tenant.attach(volume);
      for (const over of ['tcp', 'unix'] as const) {
        await step(
          `the export over ${over}: fixed newstyle, structured replies, its size and flags`,
          async () => {
            const info: Info = JSON.parse(await must('nbdinfo', '--json', uri(volume, over)));
            if (info.protocol !== 'newstyle-fixed' || !info.structured) throw new Error(JSON.stringify(info));
            const [shown = {}] = info.exports;
            const wrong = Object.entries(FACTS).filter(([name, value]) => shown[name] !== value);
            if (wrong.length > 0) throw new Error(`not ${JSON.stringify(wrong)}: ${JSON.stringify(info)}`);
            if (!JSON.stringify(shown['contexts']).includes('base:allocation'))
              throw new Error(`no base:allocation: ${JSON.stringify(info)}`);
          },
        );
      }
      await step('each volume has its own size', async () => {
        const size = await must('nbdinfo', '--size', uri(other));
        if (Number(size) !== 2 * GIB) throw new Error(size);
      });
      await step('the map of an empty volume is one hole', async () => {
        const map: { readonly offset: number; readonly length: number; readonly type: number }[] = JSON.parse(
          await must('nbdinfo', '--map', '--json', uri(volume)),
        );
        const holes = map.filter(({ type }) => type === 3).reduce((sum, { length }) => sum + length, 0);
        if (holes !== GIB) throw new Error(JSON.stringify(map));
      });
      await step('a list of exports is refused: their names are those of other tenants, too', async () => {
        await refused('nbdinfo', '--list', uri(volume));
        const { hostname, port } = new URL(uri(volume));
        const said = await refused('qemu-nbd', '--list', '--bind', hostname, '--port', port);
        mentions(said, /policy|denied/i);
      });
      await step('an unknown export is refused', async () =>
        mentions(await refused('nbdinfo', uri(randomUUID())), NO_EXPORT),
      );
      await step('so is the default one, whose name is empty', async () =>
        mentions(await refused('nbdinfo', uri('')), NO_EXPORT),
      );
      await tenant.detach(volume);
      await step('the export is gone with the attachment, and the other stays', async () => {
        await refused('nbdinfo', uri(volume));
        await must('nbdinfo', uri(other));
      });
    }),
};
