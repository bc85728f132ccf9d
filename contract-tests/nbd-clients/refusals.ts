import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { atSite } from './site.ts';
import type { Story } from './story.ts';
import { must, python, run } from './tools.ts';

/** Seconds that a client has to leave when its volume is detached. */
const GRACE = 1;

/** A client that writes until it is cut, or until it is told to leave. */
interface Writer {
  ready: Promise<unknown>;
  /** What it tells at its end. */
  report(): Promise<{ acknowledged: number; errors: string[]; cut: boolean }>;
}

function startWriter(uri: string): Writer {
  const [program, ...args] = python('writer.py', uri);
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const output = text(child.stdout);
  return {
    ready: once(child.stdout, 'data'),
    report: async () => JSON.parse((await output).split('\n')[1] ?? ''),
  };
}

export const refusals: Story = {
  name: 'refusals',
  title: "the protocol's errors, as libnbd gets them",
  tell: (step) =>
    atSite(['--nbd-grace', String(GRACE)], async ({ tenant, uri }) => {
      const volume = await tenant.createVolume({ size: 1 });
      await tenant.attach(volume);
      const { hostname, port } = new URL(uri(volume));
      const refused = async (name: string, wanted: RegExp) => {
        const answer = await must(...python('refusals.py', name, uri(volume), hostname, port, volume));
        if (!wanted.test(answer)) throw new Error(`${answer.trim()} and not ${wanted}`);
      };
      await step('reads outside of the device: EINVAL', () => refused('read', /EINVAL/));
      await step('writes outside of it: ENOSPC', () => refused('write', /ENOSPC/));
      await step('trims outside of it: EINVAL or ENOSPC', () => refused('trim', /EINVAL|ENOSPC/));
      await step('zeroes outside of it: ENOSPC', () => refused('zero', /ENOSPC/));
      await step('an unknown export: ENOENT, and another name may be tried', () =>
        refused('unknown-export', /ENOENT/),
      );
      await step('a list: refused by policy, and the export may be entered', () =>
        refused('list', /EPERM|ENOTSUP/),
      );
      const { acknowledged } = await step(
        'a client of a volume that is detached: told so, then cut',
        async () => {
          const writer = startWriter(uri(volume));
          await writer.ready;
          await tenant.detach(volume);
          const report = await writer.report();
          if (!report.cut || report.acknowledged === 0) throw new Error(JSON.stringify(report));
          if (!report.errors.includes('ESHUTDOWN'))
            throw new Error(`no ESHUTDOWN: ${JSON.stringify(report)}`);
          return report;
        },
      );
      await step('it cannot come back', async () => {
        const { code } = await run('nbdinfo', [uri(volume)]);
        if (code === 0) throw new Error('there still is an export');
      });
      await step('what it was told is written, is written', async () => {
        await tenant.attach(volume);
        const place = (acknowledged % 1000) * 4096;
        const script = `import sys; sys.exit(int.from_bytes(h.pread(8, ${place}), "little") != ${acknowledged})`;
        await must('/usr/bin/python3', '-m', 'nbd', '-u', uri(volume), '-c', script);
      });
    }),
};
