import type { Handler, OperationId } from '../../generated/server/contract.ts';
import type { ApiCaller } from '../api/caller.ts';
import type { Check, Context, Step } from './context.ts';
import type { ContractValidator } from './contract-validator.ts';
import { refuse } from './fault.ts';
import type { OperationTable } from './operation-table.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Responder } from './respond.ts';

export interface OperationSteps {
  readonly operations: OperationTable;
  readonly token: Check;
  readonly rateLimit: RateLimit;
  readonly body: (operationId: OperationId) => Check;
  readonly validator: ContractValidator;
  readonly respond: Responder;
  /** What clients call this server, where that is not the address that they called. */
  readonly publicUrl: string | undefined;
  /** True for operations that the rate limit of the tenant is for, if they need a token. */
  readonly isLimited: (operationId: OperationId) => boolean;
  /** True for operations that have a request body. */
  readonly takesBody: (operationId: OperationId) => boolean;
}

/** Makes the middleware of one operation from its handler; what the generated routers ask for. */
export type Bind = <Id extends OperationId>(operationId: Id, handler: Handler<Id, ApiCaller>) => Step;

/**
 * The second half of a request's way through, settled once for each operation at start:
 * token -> rate limit -> body -> contract -> handler -> response.
 */
export function bindOperation(steps: OperationSteps): Bind {
  return (operationId, handler) => {
    const { public: isPublic, administrator: forAdministrators } = steps.operations[operationId];
    const isLimited = steps.isLimited(operationId);
    const readBody = steps.takesBody(operationId) ? steps.body(operationId) : undefined;
    return async (ctx) => {
      ctx.state.operationId = operationId; // for the log, and for faults in the document's own words
      if (!isPublic) {
        await steps.token(ctx);
        if (forAdministrators && !ctx.state.principal?.isAdministrator)
          throw refuse.notAdministrator(operationId);
        if (isLimited) steps.rateLimit.check(ctx);
      }
      if (readBody !== undefined) await readBody(ctx);
      const params: Record<string, string> = ctx['params'];
      const query: Record<string, unknown> = ctx.querystring === '' ? {} : { ...ctx.query };
      steps.validator.request(operationId, { params, query, body: ctx.state.model });
      // The validator has just held the request against the schemas that this type was generated from.
      const request = { path: params, query, body: ctx.state.model } as unknown as Parameters<
        typeof handler
      >[0];
      const { tenantId, userName, isAdministrator } = ctx.state.principal ?? NOBODY;
      const origin = steps.publicUrl ?? originOf(ctx);
      const address = ctx.req.socket.remoteAddress ?? '';
      const token = String(ctx.req.headers['x-auth-token'] ?? '');
      const { headers } = ctx.req;
      const rateStanding = () => steps.rateLimit.standing(tenantId);
      const caller = { tenantId, userName, isAdministrator, token, origin, address, headers, rateStanding };
      const response = await handler(request, caller);
      steps.respond(ctx, operationId, response);
    };
  };
}

const NOBODY = { tenantId: '', userName: '', isAdministrator: false } as const;

/** A client need not say whom it calls, with HTTP/1.0 or an empty name; it gets links to where it has come in. */
function originOf({ req }: Context): string {
  const { localAddress = '', localPort } = req.socket;
  const address = localAddress.includes(':') ? `[${localAddress}]` : localAddress;
  return `http://${req.headers.host || `${address}:${localPort}`}`;
}
