import {
  FIXED_NEWSTYLE,
  MOST_PAYLOAD_BYTES,
  NBD_MAGIC,
  NO_ZEROES,
  OPTION_MAGIC,
  PREFERRED_BLOCK_BYTES,
  TransmissionFlag,
} from './protocol.ts';
import type { ServedVolume } from './served-volume.ts';

/** The greeting, which the server sends as soon as a client has connected. */
export function greeting(): Buffer {
  const bytes = Buffer.alloc(18);
  bytes.writeBigUInt64BE(NBD_MAGIC, 0);
  bytes.writeBigUInt64BE(OPTION_MAGIC, 8);
  bytes.writeUInt16BE(FIXED_NEWSTYLE | NO_ZEROES, 16);
  return bytes;
}

const FLAGS =
  TransmissionFlag.HAS_FLAGS |
  TransmissionFlag.SEND_FLUSH |
  TransmissionFlag.SEND_FUA |
  TransmissionFlag.SEND_TRIM |
  TransmissionFlag.SEND_WRITE_ZEROES |
  TransmissionFlag.SEND_FAST_ZERO |
  // All connections of a volume share one device in one thread: a flush on one is a flush for all.
  TransmissionFlag.CAN_MULTI_CONN;

/** Size and transmission flags of an export. */
export function exportOffer(
  { size, isReadOnly }: Pick<ServedVolume, 'size' | 'isReadOnly'>,
  hasStructuredReplies: boolean,
): Buffer {
  const bytes = Buffer.alloc(10);
  bytes.writeBigUInt64BE(BigInt(size), 0);
  const readOnly = isReadOnly ? TransmissionFlag.READ_ONLY : 0;
  const dontFragment = hasStructuredReplies ? TransmissionFlag.SEND_DF : 0;
  bytes.writeUInt16BE(FLAGS | readOnly | dontFragment, 8);
  return bytes;
}

/** The smallest, the best and the largest request. */
export function blockSizes(): Buffer {
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32BE(1, 0);
  sizes.writeUInt32BE(PREFERRED_BLOCK_BYTES, 4);
  sizes.writeUInt32BE(MOST_PAYLOAD_BYTES, 8);
  return sizes;
}
