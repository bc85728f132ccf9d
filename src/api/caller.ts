import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../engine/engine.ts';

/** Who calls an operation, from where, and under which address: documents with links build them on it. */
export interface ApiCaller extends Caller {
  /** Such as `http://127.0.0.1:8776`, without a slash at the end. */
  readonly origin: string;
  /** Of the client, or of the proxy in front of it. */
  readonly address: string;
  /** As they were sent, by name in lower case: for the few operations that the contract gives parameters there. */
  readonly headers: IncomingHttpHeaders;
  /** Of the caller's tenant; undefined where requests are not limited. */
  rateStanding(): RateStanding | undefined;
}

/** Where a tenant stands with its requests. */
export interface RateStanding {
  readonly perSecond: number;
  /** How many may be made at this moment. */
  readonly remaining: number;
  /** Seconds until the next may be made; 0 while some remain. */
  readonly wait: number;
}
