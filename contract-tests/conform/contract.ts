/** `make contract`: starts the server and holds it against its own documents, as any other implementation is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { profileNames } from '../../src/profile/profile.ts';
import { asTenants, startConformServer } from './server.ts';

const command = fileURLToPath(new URL('../../bin/cinderblock.js', import.meta.url));

// The server is started in the profile that the command is told; what else it is told is its own to judge.
const { values } = parseArgs({ options: { profile: { type: 'string' } }, strict: false });
const server = await startConformServer(profileNames.find((name) => name === values.profile));
try {
  const args = [command, 'conform', server.url, ...asTenants, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  process.exitCode = typeof code === 'number' ? code : 2;
} finally {
  await server.stop();
}
