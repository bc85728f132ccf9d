/**
 * Numbers of the network block device protocol (https://github.com/NetworkBlockDevice/nbd, doc/proto.md), under the
 * names that it gives them. All integers on the wire are big-endian.
 */

export const NBD_MAGIC = 0x4e42_444d_4147_4943n; // NBDMAGIC
export const OPTION_MAGIC = 0x4948_4156_454f_5054n; // IHAVEOPT
export const OPTION_REPLY_MAGIC = 0x0003_e889_0455_65a9n;
export const REQUEST_MAGIC = 0x2560_9513;
export const SIMPLE_REPLY_MAGIC = 0x6744_6698;
export const STRUCTURED_REPLY_MAGIC = 0x668e_33ef;

/** Of the server's greeting and, with the same bits, of the client's answer to it. */
export const FIXED_NEWSTYLE = 1;
export const NO_ZEROES = 2;

export const Option = {
  EXPORT_NAME: 1,
  ABORT: 2,
  LIST: 3,
  STARTTLS: 5,
  INFO: 6,
  GO: 7,
  STRUCTURED_REPLY: 8,
  LIST_META_CONTEXT: 9,
  SET_META_CONTEXT: 10,
} as const;

const ERROR = 0x8000_0000;
export const OptionReply = {
  ACK: 1,
  INFO: 3,
  META_CONTEXT: 4,
  ERR_UNSUP: ERROR + 1,
  ERR_POLICY: ERROR + 2,
  ERR_INVALID: ERROR + 3,
  ERR_TLS_REQD: ERROR + 5,
  ERR_UNKNOWN: ERROR + 6,
  ERR_TOO_BIG: ERROR + 9,
} as const;

export const Info = { EXPORT: 0, NAME: 1, BLOCK_SIZE: 3 } as const;

/** What an export can do, told before the first request. */
export const TransmissionFlag = {
  HAS_FLAGS: 1,
  READ_ONLY: 1 << 1,
  SEND_FLUSH: 1 << 2,
  SEND_FUA: 1 << 3,
  SEND_TRIM: 1 << 5,
  SEND_WRITE_ZEROES: 1 << 6,
  SEND_DF: 1 << 7,
  CAN_MULTI_CONN: 1 << 8,
  SEND_FAST_ZERO: 1 << 11,
} as const;

export const Command = {
  READ: 0,
  WRITE: 1,
  DISC: 2,
  FLUSH: 3,
  TRIM: 4,
  WRITE_ZEROES: 6,
  BLOCK_STATUS: 7,
} as const;

export const CommandFlag = { FUA: 1, NO_HOLE: 2, DF: 4, REQ_ONE: 8, FAST_ZERO: 16 } as const;

export const ReplyType = {
  NONE: 0,
  OFFSET_DATA: 1,
  OFFSET_HOLE: 2,
  BLOCK_STATUS: 5,
  ERROR: 0x8001,
} as const;
/** Of a chunk of a structured reply: the last one. */
export const REPLY_DONE = 1;

export const BASE_ALLOCATION = 'base:allocation';
/** The number that stands for `base:allocation` in replies; any will do. */
export const BASE_ALLOCATION_ID = 1;
export const Allocation = { HOLE: 1, ZERO: 2 } as const;

export const NbdError = {
  EPERM: 1,
  EIO: 5,
  ENOMEM: 12,
  EINVAL: 22,
  ENOSPC: 28,
  ENOTSUP: 95,
  ESHUTDOWN: 108,
} as const;

/** Longest export name and longest string of any other kind. */
export const MOST_STRING_BYTES = 4096;
/** What clients may read or write in one request, unless they agree on something else; ours too. */
export const MOST_PAYLOAD_BYTES = 32 * 1024 * 1024;
export const PREFERRED_BLOCK_BYTES = 4096;
export const REQUEST_BYTES = 28;
export const SIMPLE_REPLY_BYTES = 16;
export const CHUNK_HEADER_BYTES = 20;
