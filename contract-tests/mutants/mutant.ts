import type { OperationId } from '../../generated/server/contract.ts';
import type { Catalog } from '../../src/catalog/catalog.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { Context } from '../../src/http/context.ts';
import type { HandlerResponse } from '../../src/http/respond.ts';
import type { Identity } from '../../src/identity/identity.ts';

// biome-ignore lint/suspicious/noExplicitAny: a spoiled handler answers what its type forbids; that is the point
export type Anything = any;

/** Serves an operation as far as spoiling goes: what it is given and gives back may be of any shape. */
export type AnyHandler = (request: Anything, caller: Anything) => Promise<HandlerResponse>;

/** What is put around the parts of the server; what is left out stays as it is. */
export interface Spoil {
  /** Around the answers of some operations, in both formats. */
  readonly handler?: (operationId: OperationId, handler: AnyHandler) => AnyHandler;
  readonly engine?: (engine: Engine) => Engine;
  readonly catalog?: (catalog: Catalog) => Catalog;
  readonly identity?: (identity: Identity) => Identity;
  /** Before anything else looks at the request. */
  readonly request?: (ctx: Context) => void;
  /** The answer as it would have gone out. */
  readonly answer?: (ctx: Context) => void;
}

/** Says that the fault has shown itself: without it, a fault that was never met would count as escaped. */
export type Met = () => void;

/** One fault that an implementation could have. */
export interface Mutant {
  readonly id: string;
  readonly document: string;
  /** What is wrong, as a client would say it. */
  readonly what: string;
  /** Operations that it shows at, without the document: what `conform --only` is given. */
  readonly at: readonly string[];
  /** When it is in one format alone. */
  readonly media?: 'json' | 'xml';
  plant(met: Met): Spoil;
}
