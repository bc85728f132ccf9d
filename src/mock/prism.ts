import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PrismListens } from './prism-preload.ts';

export interface PrismOptions {
  readonly contractPath: string;
  readonly log: Logger;
  /** Called each time that Prism has read the contract and listens: at start, and after it was started again. */
  readonly onListening: () => void;
}

export interface Prism {
  /** The loopback port that Prism listens on; waits while it starts. Rejects when it could not start. */
  port(): Promise<number>;
  stop(): Promise<void>;
}

/** Thrown where Prism ended before it listened; the message has what it said. */
export class PrismFailure extends Error {}

/** One life of the process. */
interface Life {
  readonly listening: Promise<void>;
  /** Undefined until it listens. */
  readonly port: () => number | undefined;
  /** Resolves with why it ended. */
  readonly ended: Promise<string>;
  end(): void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;
const REMEMBERED_OUTPUT = 2_000;

/** The file behind the `prism` command. */
function prismCommand(): string {
  let manifest: string;
  try {
    manifest = createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json');
  } catch {
    throw new PrismFailure('Prism is not installed: run `npm ci`, with development dependencies.');
  }
  const { bin }: { bin: { prism: string } } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), bin.prism);
}

function spawnPrism(contractPath: string): ChildProcess {
  const preload = new URL('./prism-preload.ts', import.meta.url).href;
  // Prism leaves some of its promises unhandled; one bad request must not end it for all the others.
  const quiet = ['--unhandled-rejections=warn', '--no-deprecation'];
  // Two thirds of the memory at the same speed.
  const lean = ['--max-semi-space-size=2'];
  const node = [...quiet, ...lean, '--import', preload];
  // A line per step of every request would cost more than the requests; failures come over stderr.
  const prism = ['mock', '--host', '127.0.0.1', '--port', '0', '--multiprocess', 'false', '--cors', 'false'];
  return spawn(
    process.execPath,
    [...node, prismCommand(), ...prism, '--verboseLevel', 'silent', contractPath],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
}

function startLife({ contractPath, log, onListening }: PrismOptions): Life {
  const child = spawnPrism(contractPath);
  log.debug({ process: child.pid }, 'Prism starts');
  const listening = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<string>();
  // Whoever asks for the port sees the failure; nobody has to ask.
  listening.promise.catch(() => {});
  let port: number | undefined;
  let output = '';

  const end = (reason: string): void => {
    const said = output.trim();
    const why = said === '' ? reason : `${reason}: ${said}`;
    listening.reject(new PrismFailure(`Prism ended before it could serve the contract: ${why}`));
    ended.resolve(why);
  };
  // The preload is ours, and Prism itself sends nothing.
  child.on('message', (message) => {
    port = (message as PrismListens).port;
    log.debug({ prism: child.pid, port }, 'Prism listens');
    onListening();
    listening.resolve();
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-REMEMBERED_OUTPUT);
    if (port !== undefined) log.warn({ output: text.trim().slice(0, REMEMBERED_OUTPUT) }, 'Prism complains');
  });
  child.on('error', (error) => end(error.message));
  // 'close' comes after the last of its output.
  child.on('close', (code, signal) => end(signal ?? `exit code ${code}`));

  return {
    listening: listening.promise,
    port: () => port,
    ended: ended.promise,
    // It holds nothing that would have to be saved, and it ignores the gentler signals.
    end: () => void child.kill('SIGKILL'),
  };
}

/**
 * Runs Prism's command as a child process over the contract, and again whenever it dies, until it is stopped.
 * It ends with this process, also when this one is killed.
 *
 * @throws PrismFailure when it cannot serve the contract at all
 */
export async function startPrism(options: PrismOptions): Promise<Prism> {
  const stopping = new AbortController();
  let life = startLife(options);
  await life.listening;

  const keepAlive = async (): Promise<void> => {
    let pause = FIRST_PAUSE_MS;
    for (;;) {
      const reason = await life.ended;
      if (stopping.signal.aborted) return;
      options.log.warn({ reason }, 'Prism died, starting it again');
      // At once after a life that served; ever slower when it dies before it can.
      if (life.port() !== undefined) pause = FIRST_PAUSE_MS;
      else {
        await delay(pause, undefined, { signal: stopping.signal }).catch(() => {});
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      if (stopping.signal.aborted) return;
      life = startLife(options);
    }
  };
  const kept = keepAlive();

  return {
    async port() {
      const { listening, port } = life;
      await listening;
      const listened = port();
      if (listened === undefined) throw new PrismFailure('Prism listens on no port');
      return listened;
    },
    async stop() {
      stopping.abort();
      life.end();
      await kept;
    },
  };
}
