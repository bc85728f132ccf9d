import type Koa from 'koa';
import type { OperationId } from '../../generated/server/contract.ts';
import type { Principal } from '../identity/identity.ts';
import type { MediaType } from './media-types.ts';

/** What the steps of the pipeline hand to those after them. */
export interface RequestState {
  requestId: string;
  /** What the response is written in; settled before anything can fail. */
  mediaType: MediaType;
  /** Set once a route has matched. */
  operationId?: OperationId;
  /** Set by the token step, on operations that need one. */
  principal?: Principal;
  /** The decoded body: the one JSON model, whatever came over the wire. */
  model?: unknown;
}

export type Context = Koa.ParameterizedContext<RequestState>;
export type Step = Koa.Middleware<RequestState>;

/** A step with nothing to do once the handler has answered. It refuses a request by throwing. */
export type Check = (ctx: Context) => Promise<void> | void;
