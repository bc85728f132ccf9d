import { enableCompileCache } from 'node:module';

/**
 * Lets the command answer in a fraction of the time after its start, and with 40 MB less. To be called before
 * anything else is imported, from plain JavaScript: an entry in TypeScript is compiled at every start, by a
 * compiler that stays in memory.
 */
export function startQuickly() {
  // What has been compiled once, and stripped of its types, is kept between starts.
  enableCompileCache();

  // An import of node:http reads everything that it exports, and these three load a whole HTTP client.
  const http = process.getBuiltinModule('node:http');
  for (const name of ['WebSocket', 'CloseEvent', 'MessageEvent']) delete http[name];
}
