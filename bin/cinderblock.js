#!/usr/bin/env node
// Starts the command on the Node that the project pins, whatever Node the machine has. Plain JavaScript,
// because an older Node cannot read TypeScript.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
const self = fileURLToPath(import.meta.url);
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url));
const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  const isServer = process.argv[2] === 'serve';
  if (isServer) (await import('./lean.js')).beginLean();
  const { startQuickly } = await import('./quick-start.js');
  startQuickly();
  const { packed } = await import('./packed.js');
  await import((isServer && packed('serve')) || main);
} else if (existsSync(pinned)) {
  const { spawn } = await import('node:child_process');
  const child = spawn(pinned, [self, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A terminal signals the whole group; a supervisor signals this process alone.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 1));
} else {
  console.error(
    `error: Node ${NEEDED_MAJOR} or later is needed; run "make install" to get it with the project.`,
  );
  process.exit(1);
}
