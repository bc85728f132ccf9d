import { strict as assert } from 'node:assert';
import { type Ask, asker, until } from '../../support/requests.ts';
import type { Profile } from '../row.ts';
import type { Tell } from '../script.ts';
import type { Ran, Shell, User } from './shell.ts';
import { listOf, propertiesOf } from './tables.ts';

/** What stands for the id of something that could not be made. */
const NOT_MADE = 'not-made';

/** A subcommand and its arguments, and how it has to end: with 0 unless something else is said. */
export interface Scene {
  readonly url: string;
  readonly profile: Profile;
  readonly shell: Shell;
  /** One call of the table: the work gives the id of what it made, if anything. */
  row(call: string, work: () => Promise<string | undefined>): Promise<string>;
  /** Its output as one object of properties; fails unless the command succeeds. */
  properties(args: readonly string[], as?: User): Promise<Record<string, string>>;
  /** Its output as a list. */
  list(args: readonly string[], as?: User): Promise<Record<string, string>[]>;
  does(args: readonly string[], as?: User): Promise<Ran>;
  /** The command fails and says so. */
  fails(args: readonly string[], saying: RegExp, as?: User): Promise<undefined>;
  /** Resolves once the volume, snapshot or backup has the status; `gone` when there is none of it. */
  settled(kind: 'volume' | 'snapshot' | 'backup', id: string, status: string): Promise<void>;
  readonly ask: Ask;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The lines that matter of what a command that failed has said. */
const complaint = ({ stdout, stderr, code }: Ran): string => {
  const lines = `${stdout}\n${stderr}`.split('\n').filter((line) => /error|fail/i.test(line));
  return (
    lines.join(' ').trim().slice(0, 400) || `ended with ${code}: ${(stderr || stdout).trim().slice(-300)}`
  );
};

export function sceneAt(url: string, profile: Profile, shell: Shell, tell: Tell): Scene {
  const ask = asker(url);
  const does = async (args: readonly string[], as?: User): Promise<Ran> => {
    const ran = await shell.run(args, as);
    if (ran.code !== 0) throw new Error(complaint(ran));
    return ran;
  };
  return {
    url,
    profile,
    shell,
    ask,
    does,
    async row(call, work) {
      const began = performance.now();
      const ms = () => Math.round(performance.now() - began);
      try {
        const id = await work();
        tell({ call, ok: true, ms: ms() });
        return id ?? NOT_MADE;
      } catch (error) {
        tell({ call, ok: false, ms: ms(), detail: messageOf(error).slice(0, 500) });
        return NOT_MADE;
      }
    },
    properties: async (args, as) => propertiesOf((await does(args, as)).stdout),
    list: async (args, as) => listOf((await does(args, as)).stdout),
    async fails(args, saying, as) {
      const ran = await shell.run(args, as);
      assert.notEqual(ran.code, 0, `cinder ${args.join(' ')} succeeded`);
      assert.match(`${ran.stdout}\n${ran.stderr}`, saying);
      return undefined;
    },
    async settled(kind, id, status) {
      const path = `/v1/dev/${kind}s/${id}`;
      const answer = await until(
        () => ask('GET', path),
        (found) => {
          if (status === 'gone') return found.status === 404;
          const now = found.status === 200 ? found.json()[kind].status : `${found.status}`;
          return now === status || (now.startsWith('error') && !status.startsWith('error'));
        },
        60_000,
      );
      if (status !== 'gone') assert.equal(answer.json()[kind]?.status, status);
    },
  };
}
