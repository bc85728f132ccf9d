import { strict as assert } from 'node:assert';
import type { Profile } from '../row.ts';
import type { Tell } from '../script.ts';
import { copies } from './copies.ts';
import { logins } from './logins.ts';
import { type Scene, sceneAt } from './scene.ts';
import { services } from './services.ts';
import { openShell } from './shell.ts';
import { unserved } from './unserved.ts';
import { volumes } from './volumes.ts';

/** What `cinder help` lists. */
async function subcommandsOf({ does }: Scene): Promise<readonly string[]> {
  const { stdout } = await does(['help']);
  const subcommands = [...stdout.matchAll(/^ {4}([a-z][a-z-]*)(?: |$)/gm)].map(([, name = '']) => name);
  assert.ok(subcommands.length > 50, `cinder help lists ${subcommands.length} subcommands`);
  return subcommands;
}

/** Runs the whole script of the command line; a subcommand that it does not know of is a row that failed. */
export async function runCinder(python: string, url: string, profile: Profile, tell: Tell): Promise<void> {
  const shell = openShell(python, url);
  const scene = sceneAt(url, profile, shell, tell);
  try {
    for (const section of [logins, volumes, copies, services, unserved]) await section(scene);
    for (const subcommand of await subcommandsOf(scene)) {
      if (shell.called.has(subcommand)) continue;
      tell({ call: `cinder ${subcommand}`, ok: false, ms: 0, detail: 'the script does not call it' });
    }
  } finally {
    await shell.end();
  }
}
