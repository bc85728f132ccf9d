// The entry of the thread that serves network block devices; plain JavaScript for the reason that `startQuickly` has.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('../src/nbd/worker.ts');
