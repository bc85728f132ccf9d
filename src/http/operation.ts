import type { Handler, OperationId } from '../../generated/server/contract.ts';
import type { Caller } from '../engine/engine.ts';
import type { Check, Context, Step } from './context.ts';
import type { ContractValidator } from './contract-validator.ts';
import type { OperationTable } from './operation-table.ts';
import type { Responder } from './respond.ts';

export interface OperationSteps {
  readonly operations: OperationTable;
  readonly token: Check;
  readonly rateLimit: Check;
  readonly body: (operationId: OperationId) => Check;
  readonly validator: ContractValidator;
  readonly respond: Responder;
  /** True for operations that have a request body. */
  readonly takesBody: (operationId: OperationId) => boolean;
}

/** Makes the middleware of one operation from its handler; what the generated routers ask for. */
export type Bind = <Id extends OperationId>(operationId: Id, handler: Handler<Id, Caller>) => Step;

/**
 * The second half of a request's way through, settled once for each operation at start:
 * token -> rate limit -> body -> contract -> handler -> response.
 */
export function bindOperation(steps: OperationSteps): Bind {
  return (operationId, handler) => {
    const needsToken = !steps.operations[operationId].public;
    const readBody = steps.takesBody(operationId) ? steps.body(operationId) : undefined;
    return async (ctx) => {
      ctx.state.operationId = operationId; // for the log, and for faults in the document's own words
      if (needsToken) {
        await steps.token(ctx);
        steps.rateLimit(ctx);
      }
      if (readBody !== undefined) await readBody(ctx);
      const params: Record<string, string> = ctx['params'];
      const query: Record<string, unknown> = ctx.querystring === '' ? {} : { ...ctx.query };
      steps.validator.request(operationId, { params, query, body: ctx.state.model });
      // The validator has just held the request against the schemas that this type was generated from.
      const request = { path: params, query, body: ctx.state.model } as unknown as Parameters<
        typeof handler
      >[0];
      const response = await handler(request, callerOf(ctx));
      steps.respond(ctx, operationId, response);
    };
  };
}

const ANYONE: Caller = { tenantId: '' };

function callerOf(ctx: Context): Caller {
  const { principal } = ctx.state;
  return principal === undefined ? ANYONE : { tenantId: principal.tenantId };
}
