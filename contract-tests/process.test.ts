import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startServer } from './support/server.ts';

/** What the system says of a process: items end with a zero. */
const itemsOf = (pid: number, file: 'cmdline' | 'environ'): string[] =>
  readFileSync(`/proc/${pid}/${file}`, 'utf8').split('\0');

// Other systems have no such files, and nothing else tells of a process how it was started.
describe.skipIf(!existsSync('/proc/self/cmdline'))('the process of the server', () => {
  const started = async (env: Record<string, string>) => {
    const server = await startServer({ env });
    onTestFinished(async () => void (await server.stop()));
    return server;
  };

  it('begins again under its own id with the settings that keep it small', async () => {
    const { pid } = await started({});
    expect(itemsOf(pid, 'cmdline')).toContain('--max-semi-space-size=4');
    expect(itemsOf(pid, 'environ')).toContain('MALLOC_ARENA_MAX=1');
  });

  it('stays as it is when somebody has set flags of their own', async () => {
    const { pid } = await started({ NODE_OPTIONS: '--max-semi-space-size=16' });
    expect(itemsOf(pid, 'cmdline')).not.toContain('--max-semi-space-size=4');
  });
});
