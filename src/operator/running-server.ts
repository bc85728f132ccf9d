import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a server has the data folder; `unknown` where the system does not tell who has locks. */
export type ServerState =
  | { readonly state: 'running'; readonly pid: number }
  | { readonly state: 'stopped' | 'unknown' };

/**
 * Who holds the lock of a data folder (`catalog/lock.ts`), from the kernel's list of locks. To try the lock would be
 * to hold it for a moment, in which a server that starts would be refused.
 */
export function serverOf(folder: string): ServerState {
  let inode: number;
  try {
    inode = statSync(join(folder, 'server.lock')).ino;
  } catch {
    // No server has ever been here.
    return { state: 'stopped' };
  }
  let locks: string;
  try {
    locks = readFileSync('/proc/locks', 'utf8');
  } catch {
    return { state: 'unknown' };
  }
  // 9: POSIX  ADVISORY  WRITE 27290 fe:00:10141747 1073741824 1073742335
  // The device is not compared: file systems made of others report another one here than they do for the file.
  const holder = new RegExp(String.raw`^\d+: POSIX\s+\S+\s+WRITE (-?\d+) [\da-f]+:[\da-f]+:${inode} `, 'm');
  const pid = holder.exec(locks)?.[1];
  return pid === undefined ? { state: 'stopped' } : { state: 'running', pid: Number(pid) };
}
