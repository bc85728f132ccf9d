/** `make contract`: starts the server and holds it against its own documents, as any other implementation is. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { asTenants, startConformServer } from './server.ts';

const command = fileURLToPath(new URL('../../bin/cinderblock.js', import.meta.url));

const server = await startConformServer();
try {
  const args = [command, 'conform', server.url, ...asTenants, ...process.argv.slice(2)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  process.exitCode = typeof code === 'number' ? code : 2;
} finally {
  await server.stop();
}
