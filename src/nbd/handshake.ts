import { blockSizes, exportOffer } from './offer.ts';
import { type MetaContextQuery, readExportRequest, readMetaContextQuery } from './option-requests.ts';
import {
  BASE_ALLOCATION,
  BASE_ALLOCATION_ID,
  FIXED_NEWSTYLE,
  Info,
  NO_ZEROES,
  OPTION_MAGIC,
  OPTION_REPLY_MAGIC,
  Option,
  OptionReply,
} from './protocol.ts';
import type { ServedVolume } from './served-volume.ts';

/** What client and server have agreed on. */
export interface Negotiated {
  readonly volume: ServedVolume;
  readonly hasStructuredReplies: boolean;
  /** Whether the client may ask which blocks are allocated. */
  readonly hasAllocation: boolean;
}

/** `more`: the next option, or the rest of this one, has to arrive first. */
export type HandshakeStep = 'more' | 'close' | 'begin-tls' | Negotiated;

export interface Handshake {
  /** Answers what has arrived and tells how many bytes of it are done with; the rest is to be given again. */
  take(bytes: Buffer): { readonly taken: number; readonly step: HandshakeStep };
}

export interface HandshakeParts {
  readonly find: (name: string) => ServedVolume | undefined;
  readonly send: (bytes: Buffer) => void;
  /** `required`: nothing is said before the client has begun TLS. `begun`: this is the handshake inside it. */
  readonly tls: 'off' | 'required' | 'begun';
}

// A name and a handful of queries. What is longer is an attempt to make us hold it.
const MOST_OPTION_BYTES = 32 * 1024;
const OPTION_HEADER_BYTES = 16;
const ZEROES_AFTER_EXPORT_NAME = 124;
const BASE_NAMESPACE = 'base:';

/** The options of the fixed newstyle handshake, from the client's flags to the choice of an export. */
export function createHandshake({ find, send, tls }: HandshakeParts): Handshake {
  let hasFlags = tls === 'begun';
  let sendsZeroes = true;
  let hasStructuredReplies = false;
  /** The export that `base:allocation` was asked for. */
  let allocationOf: string | undefined;
  /** Bytes of an option that is too long, still to be thrown away. */
  let excess = 0;

  function reply(option: number, type: number, data: Buffer = Buffer.alloc(0)): void {
    const header = Buffer.alloc(20);
    header.writeBigUInt64BE(OPTION_REPLY_MAGIC, 0);
    header.writeUInt32BE(option, 8);
    header.writeUInt32BE(type, 12);
    header.writeUInt32BE(data.length, 16);
    send(Buffer.concat([header, data]));
  }

  function refuse(option: number, type: number, why: string): HandshakeStep {
    reply(option, type, Buffer.from(why));
    return 'more';
  }

  const negotiated = (name: string, volume: ServedVolume): Negotiated => ({
    volume,
    hasStructuredReplies,
    hasAllocation: hasStructuredReplies && allocationOf === name,
  });

  const sizeAndFlags = (volume: ServedVolume): Buffer => exportOffer(volume, hasStructuredReplies);

  /** The oldest way to choose an export: its only way to refuse is to hang up. */
  function exportName(data: Buffer): HandshakeStep {
    const name = data.toString();
    const volume = find(name);
    if (volume === undefined) return 'close';
    send(Buffer.concat([sizeAndFlags(volume), Buffer.alloc(sendsZeroes ? ZEROES_AFTER_EXPORT_NAME : 0)]));
    return negotiated(name, volume);
  }

  function infoOrGo(option: number, data: Buffer): HandshakeStep {
    const request = readExportRequest(data);
    if (request === undefined) return refuse(option, OptionReply.ERR_INVALID, 'the option is malformed');
    const { name, infos } = request;
    const volume = find(name);
    if (volume === undefined) return refuse(option, OptionReply.ERR_UNKNOWN, 'no volume is exported as that');
    const info = (type: number, bytes: Buffer) => {
      reply(option, OptionReply.INFO, Buffer.concat([Buffer.from([type >> 8, type & 0xff]), bytes]));
    };
    info(Info.EXPORT, sizeAndFlags(volume));
    if (infos.has(Info.NAME)) info(Info.NAME, Buffer.from(name));
    if (infos.has(Info.BLOCK_SIZE)) info(Info.BLOCK_SIZE, blockSizes());
    reply(option, OptionReply.ACK);
    return option === Option.GO ? negotiated(name, volume) : 'more';
  }

  function structuredReply(data: Buffer): HandshakeStep {
    const option = Option.STRUCTURED_REPLY;
    if (data.length > 0) return refuse(option, OptionReply.ERR_INVALID, 'the option takes no data');
    hasStructuredReplies = true;
    reply(option, OptionReply.ACK);
    return 'more';
  }

  const isAsked = ({ queries }: MetaContextQuery, option: number): boolean =>
    option === Option.SET_META_CONTEXT
      ? queries.includes(BASE_ALLOCATION)
      : queries.length === 0 || queries.includes(BASE_ALLOCATION) || queries.includes(BASE_NAMESPACE);

  function metaContext(option: number, data: Buffer): HandshakeStep {
    const isSet = option === Option.SET_META_CONTEXT;
    // Every SET takes the place of the one before, also when it fails.
    if (isSet) allocationOf = undefined;
    if (!hasStructuredReplies) {
      return refuse(option, OptionReply.ERR_INVALID, 'structured replies have to be agreed on first');
    }
    const query = readMetaContextQuery(data);
    if (query === undefined) return refuse(option, OptionReply.ERR_INVALID, 'the option is malformed');
    if (find(query.name) === undefined) {
      return refuse(option, OptionReply.ERR_UNKNOWN, 'no volume is exported as that');
    }
    if (isAsked(query, option)) {
      const context = Buffer.alloc(4);
      context.writeUInt32BE(isSet ? BASE_ALLOCATION_ID : 0, 0);
      reply(option, OptionReply.META_CONTEXT, Buffer.concat([context, Buffer.from(BASE_ALLOCATION)]));
      if (isSet) allocationOf = query.name;
    }
    reply(option, OptionReply.ACK);
    return 'more';
  }

  function startTls(data: Buffer): HandshakeStep {
    const option = Option.STARTTLS;
    if (tls === 'off') return refuse(option, OptionReply.ERR_UNSUP, 'TLS is not set up here');
    if (tls === 'begun') return refuse(option, OptionReply.ERR_INVALID, 'TLS has begun already');
    if (data.length > 0) return refuse(option, OptionReply.ERR_INVALID, 'the option takes no data');
    reply(option, OptionReply.ACK);
    return 'begin-tls';
  }

  function answer(option: number, data: Buffer): HandshakeStep {
    if (option === Option.ABORT) {
      reply(option, OptionReply.ACK);
      return 'close';
    }
    if (tls === 'required' && option !== Option.STARTTLS) {
      if (option === Option.EXPORT_NAME) return 'close';
      return refuse(option, OptionReply.ERR_TLS_REQD, 'begin TLS first');
    }
    switch (option) {
      case Option.EXPORT_NAME:
        return exportName(data);
      case Option.LIST:
        // The names are ids of volumes, and to know one is half of the way to reading it.
        return refuse(option, OptionReply.ERR_POLICY, 'exports are not listed here');
      case Option.STARTTLS:
        return startTls(data);
      case Option.INFO:
      case Option.GO:
        return infoOrGo(option, data);
      case Option.STRUCTURED_REPLY:
        return structuredReply(data);
      case Option.LIST_META_CONTEXT:
      case Option.SET_META_CONTEXT:
        return metaContext(option, data);
      default:
        return refuse(option, OptionReply.ERR_UNSUP, 'the option is not known here');
    }
  }

  function takeFlags(flags: number): HandshakeStep {
    // A client that has agreed to something that we did not offer cannot be understood.
    if ((flags & ~(FIXED_NEWSTYLE | NO_ZEROES)) !== 0) return 'close';
    sendsZeroes = (flags & NO_ZEROES) === 0;
    hasFlags = true;
    return 'more';
  }

  return {
    take(bytes) {
      let at = 0;
      const left = () => bytes.length - at;
      const done = (step: HandshakeStep) => ({ taken: at, step });
      if (!hasFlags) {
        if (left() < 4) return done('more');
        at += 4;
        if (takeFlags(bytes.readUInt32BE(0)) === 'close') return done('close');
      }
      for (;;) {
        const skipped = Math.min(excess, left());
        excess -= skipped;
        at += skipped;
        if (excess > 0 || left() < OPTION_HEADER_BYTES) return done('more');
        if (bytes.readBigUInt64BE(at) !== OPTION_MAGIC) return done('close');
        const option = bytes.readUInt32BE(at + 8);
        const length = bytes.readUInt32BE(at + 12);
        if (length > MOST_OPTION_BYTES) {
          refuse(option, OptionReply.ERR_TOO_BIG, `options have ${MOST_OPTION_BYTES} bytes at the most`);
          at += OPTION_HEADER_BYTES;
          excess = length;
          continue;
        }
        if (left() < OPTION_HEADER_BYTES + length) return done('more');
        const data = bytes.subarray(at + OPTION_HEADER_BYTES, at + OPTION_HEADER_BYTES + length);
        at += OPTION_HEADER_BYTES + length;
        const step = answer(option, data);
        if (step !== 'more') return done(step);
      }
    },
  };
}
