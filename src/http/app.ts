import type { Router } from '@koa/router';
import Koa from 'koa';
import type { Logger } from 'pino';
import type { Identity } from '../identity/identity.ts';
import { documentedProfile, type Profile } from '../profile/profile.ts';
import { accessLog } from './access-log.ts';
import type { Context } from './context.ts';
import { contractValidator } from './contract-validator.ts';
import { dispatch } from './dispatch.ts';
import { faultBoundary } from './fault-boundary.ts';
import { dialectsIn } from './fault-dialects.ts';
import { type MediaTypeContract, mediaTypes } from './media-types.ts';
import { type Bind, bindOperation } from './operation.ts';
import type { OperationTable } from './operation-table.ts';
import { type RateLimits, rateLimit } from './rate-limit.ts';
import { requestBody } from './request-body.ts';
import { requestId } from './request-id.ts';
import { requestTypes } from './request-types.ts';
import { type ResponseChecks, responder } from './respond.ts';
import { responseFormat } from './response-format.ts';
import { requireToken } from './token.ts';
import { wrappers } from './wrappers.ts';
import { type Contract, xmlCodec } from './xml/codec.ts';

export interface AppOptions {
  /** The bundled contract of the profile, as parsed from `generated/`. */
  readonly contract: Contract & MediaTypeContract;
  /** What the contract's operations are, as generated beside it. */
  readonly operations: OperationTable;
  /** The generated routers over their handlers, given the steps that each operation goes through. */
  readonly routers: (bind: Bind) => Router[];
  readonly identity: Identity;
  readonly log: Logger;
  readonly rateLimits: RateLimits;
  readonly responseChecks: ResponseChecks;
  /** Base of links; left out, what the client has called. */
  readonly publicUrl?: string | undefined;
  /** Left out, what the documents say. */
  readonly profile?: Profile;
}

/** The pipeline, as a table of contents: a request goes through from the top to the bottom. */
export async function createApp(options: AppOptions): Promise<Koa> {
  const { contract, operations, log, profile = documentedProfile } = options;
  const types = mediaTypes(contract);
  const bodyTypes = requestTypes(contract, types);
  const wrapperOf = wrappers(contract);
  const passesOverUnreadable = profile.unreadableBody === 422;
  const codec = xmlCodec(contract);
  const validator = contractValidator(contract, operations, {
    responses: options.responseChecks !== 'off',
  });

  // Bound per operation at start: which steps a request needs is settled by the contract, not per request.
  const bind = bindOperation({
    operations,
    token: requireToken(options.identity), // before the body: strangers cost no parsing
    rateLimit: rateLimit(options.rateLimits), // after the token: the limit is the tenant's
    isLimited: (operationId) => !operations[operationId].document.startsWith('identity-'), // to log in is no load of a tenant's
    takesBody: (operationId) => codec.takesBody(operationId),
    body: (operationId) =>
      requestBody(
        operationId,
        { types: bodyTypes(operationId), wrapper: wrapperOf(operationId), passesOverUnreadable },
        codec.decodeRequest,
      ),
    validator, // the contract decides, before a handler sees anything
    publicUrl: options.publicUrl,
    respond: responder(validator, codec, options.responseChecks),
  });

  const app = new Koa<Context['state']>();
  app.use(requestId); // first: every answer carries it, failures too
  app.use(accessLog(log)); // outside of the boundary: it sees the final status
  app.use(responseFormat(types)); // before the boundary: faults are written in the asked format
  const words = { operations, dialectOf: dialectsIn(profile), loginUrl: options.identity.loginUrl };
  app.use(faultBoundary(words, codec, log)); // from here on a throw is a fault
  app.use(dispatch(options.routers(bind))); // then the operation's own steps, see operation.ts
  // Nothing reaches Koa's own handler but a broken connection; it would print to stderr.
  app.on('error', (error: Error) => log.debug({ err: error }, 'connection error'));
  return app as unknown as Koa;
}
