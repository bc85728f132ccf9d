import { EngineFault } from './faults.ts';

/** A server takes this many volumes: `/dev/vdb` and the 25 names after it. */
export const MOST_VOLUMES_PER_SERVER = 26;

const DEVICE_PATH = /^\/dev\/[A-Za-z0-9]{1,32}$/;

/** Undefined when the choice is left to us: null, empty, and the word of hp-block-storage-v1/4.5.4.2/device-auto-open. */
export function askedDevice(device: string | null | undefined): string | undefined {
  if (device === null || device === undefined || device === '' || device === 'auto') return undefined;
  if (!DEVICE_PATH.test(device)) throw new EngineFault('devicePathInvalid', { device });
  return device;
}

/** `b` to `z`, then `aa` to `zz`, as Linux names its disks; `a` is the server's own. */
function* diskLetters(): Generator<string> {
  const alphabet = [...'abcdefghijklmnopqrstuvwxyz'];
  yield* alphabet.slice(1);
  for (const first of alphabet) for (const second of alphabet) yield first + second;
}

/** The first free device from `/dev/vdb` upward. */
export function nextDevice(used: ReadonlySet<string>): string {
  for (const letters of diskLetters()) {
    const device = `/dev/vd${letters}`;
    if (!used.has(device)) return device;
  }
  throw new RangeError('every device name is in use');
}
