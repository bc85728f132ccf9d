import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./swift_server.py', import.meta.url));

/** Swift of this machine's Debian packages, with a user `test:tester`, key `testing`, and an `admin:admin`, `admin`. */
export interface SwiftServer {
  readonly origin: string;
  stop(): Promise<void>;
}

export async function startSwift(): Promise<SwiftServer> {
  const folder = mkdtempSync(join(tmpdir(), 'cinderblock-swift-'));
  // Debian's modules belong to Debian's Python, whatever python3 is on the path.
  const child = spawn('/usr/bin/python3', [program, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const errors = text(child.stderr);
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(async () => {
      throw new Error(`Swift did not start: ${await errors}`);
    }),
  ]);
  const { port } = JSON.parse(line) as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      const gone = once(child, 'exit');
      child.stdin.end();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
