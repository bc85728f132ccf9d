/**
 * `make run`, once for each state of the sources: makes one file of the server and all that it imports, and one of the
 * thread that serves block devices, so that a start need not find and link nine hundred modules. `bin/cinderblock.js`
 * takes them while they are up to date. A server does without: not to be able to pack is said, and no failure.
 */

import { fileURLToPath } from 'node:url';

try {
  const { pack } = await import('./pack/pack.ts');
  await pack({
    root: fileURLToPath(new URL('..', import.meta.url)),
    entries: [
      { name: 'serve', module: 'src/cli/main.ts' },
      { name: 'nbd-worker', module: 'src/nbd/worker.ts' },
    ],
    external: [
      'better-sqlite3', // is partly machine code
      '@aws-sdk/client-s3', // most servers do without, and it is larger than all the rest
      'pino-pretty', // for terminals
      'koa-body', // for the first body; brings the alphabets of the world
      // The other commands, which are started from their modules.
      /\/cli\/(mock|conform|hash-password|volumes|layers|jobs|check|import|export)\.ts$/,
    ],
  });
} catch (error) {
  const reason = error instanceof Error ? error.message : error;
  process.stderr.write(`not packed, the server is started from its modules: ${reason}\n`);
}
