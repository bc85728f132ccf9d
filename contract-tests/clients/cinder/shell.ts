import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** For all the commands of a script. */
const WITHIN_MS = 600_000;

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type User = 'dev' | 'admin';

/** The installed command line, and what was called with it. */
export interface Shell {
  /** Runs `cinder SUBCOMMAND ...` as a user of the tenant `dev`, whatever its exit code. */
  run(args: readonly string[], as?: User, env?: Readonly<Record<string, string>>): Promise<Ran>;
  /** The subcommands so far. */
  readonly called: ReadonlySet<string>;
  end(): Promise<void>;
}

/** The environment variables by which `cinder` finds the server, as the page has them. */
export const variables = (url: string, user: User): Readonly<Record<string, string>> => ({
  OS_AUTH_URL: `${url}/v2.0`,
  OS_USERNAME: user,
  OS_PASSWORD: user,
  OS_TENANT_NAME: 'dev',
  OS_VOLUME_API_VERSION: '1',
});

/** Opens the command line of a Python that has the client, against the server at `url`. */
export function openShell(python: string, url: string): Shell {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(
    python,
    ['-B', '-W', 'ignore', fileURLToPath(new URL('commands.py', import.meta.url))],
    {
      stdio: ['pipe', 'pipe', 'inherit'],
      // Wide enough that nothing in a table or a help text is broken.
      env: { PATH, HOME, LC_ALL: 'C.UTF-8', COLUMNS: '200', PYTHONWARNINGS: 'ignore' },
      timeout: WITHIN_MS,
      killSignal: 'SIGKILL',
    },
  );
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
  // Whoever waits for an answer learns of it.
  ended.catch(() => {});
  const called = new Set<string>();
  return {
    called,
    async run(args, as = 'dev', env = {}) {
      const subcommand = args.find((arg) => !arg.startsWith('-'));
      if (subcommand !== undefined) called.add(subcommand);
      child.stdin.write(`${JSON.stringify({ args, env: { ...variables(url, as), ...env } })}\n`);
      const { done, value } = await answers.next();
      if (done === true) {
        await ended;
        throw new Error(`the command line ended at: cinder ${args.join(' ')}`);
      }
      return JSON.parse(value);
    },
    async end() {
      child.stdin.end();
      await ended;
    },
  };
}
