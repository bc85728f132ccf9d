import { Command, CommandFlag, MOST_PAYLOAD_BYTES, NbdError } from './protocol.ts';
import type { ServedVolume } from './served-volume.ts';

const KNOWN_FLAGS =
  CommandFlag.FUA | CommandFlag.NO_HOLE | CommandFlag.DF | CommandFlag.REQ_ONE | CommandFlag.FAST_ZERO;
const SLOW_ZERO = CommandFlag.FAST_ZERO | CommandFlag.NO_HOLE;

const CHANGES: ReadonlySet<number> = new Set([Command.WRITE, Command.WRITE_ZEROES, Command.TRIM]);

/** What the error of a request depends on, besides the request. */
export interface RequestRules {
  readonly volume: Pick<ServedVolume, 'state' | 'size' | 'isReadOnly'>;
  /** Whether the client has asked for `base:allocation`. */
  readonly hasAllocation: boolean;
}

/** The protocol's number for the error that a request gets before anything is done for it, or 0. */
export function errorBefore(
  { volume, hasAllocation }: RequestRules,
  command: number,
  flags: number,
  offset: number,
  length: number,
): number {
  if (volume.state === 'gone') return NbdError.ESHUTDOWN;
  if (volume.state === 'broken') return NbdError.EIO;
  if ((flags & ~KNOWN_FLAGS) !== 0) return NbdError.EINVAL;
  if (volume.isReadOnly && CHANGES.has(command)) return NbdError.EPERM;
  const isOutside = offset + length > volume.size;
  switch (command) {
    case Command.READ:
      return isOutside || length > MOST_PAYLOAD_BYTES ? NbdError.EINVAL : 0;
    case Command.WRITE:
      if (length > MOST_PAYLOAD_BYTES) return NbdError.EINVAL;
      return isOutside ? NbdError.ENOSPC : 0;
    case Command.WRITE_ZEROES:
      // A hole is made faster than zeros are written, and room on the disk is had by writing them.
      if ((flags & SLOW_ZERO) === SLOW_ZERO) return NbdError.ENOTSUP;
      return isOutside ? NbdError.ENOSPC : 0;
    case Command.TRIM:
      return isOutside ? NbdError.EINVAL : 0;
    case Command.BLOCK_STATUS:
      return isOutside || !hasAllocation || length === 0 ? NbdError.EINVAL : 0;
    case Command.FLUSH:
      return 0;
    default:
      return NbdError.EINVAL;
  }
}

/** The protocol's number for a fault of the storage. */
export function errorOf(fault: unknown): number {
  const code = fault instanceof Error && 'code' in fault ? fault.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return NbdError.ENOSPC;
  return code === 'ENOMEM' ? NbdError.ENOMEM : NbdError.EIO;
}
