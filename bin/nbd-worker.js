// The entry of the thread that serves network block devices; plain JavaScript for the reason that `startQuickly` has.
import { enableCompileCache } from 'node:module';
import { packed } from './packed.js';

enableCompileCache();
await import(packed('nbd-worker') ?? '../src/nbd/worker.ts');
