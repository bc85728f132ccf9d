import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { probePort, probeSocket } from './probe.ts';

async function newPath(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-probe-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, name);
}

async function listening(at: string | number): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(at, resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

describe('looking whether an address can be had', () => {
  it('leaves it free', async () => {
    const path = await newPath('nbd.sock');
    for (let time = 0; time < 2; time += 1) {
      await probeSocket(path);
      await probePort('127.0.0.1', 0);
    }
  });

  it('says so when somebody listens there', async () => {
    const path = await newPath('nbd.sock');
    await listening(path);
    await expect(probeSocket(path)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(probePort('0.0.0.0', await listening(0))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('never removes what is no socket', async () => {
    const path = await newPath('letter');
    await writeFile(path, 'dear');
    await expect(probeSocket(path)).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(await readFile(path, 'utf8')).toBe('dear');
  });
});
