import compose from 'koa-compose';
import type { Handler, OperationId } from '../../generated/server/contract.ts';
import type { Caller } from '../engine/engine.ts';
import type { Context, Step } from './context.ts';
import type { ContractValidator } from './contract-validator.ts';
import type { OperationTable } from './operation-table.ts';
import type { Responder } from './respond.ts';

export interface OperationSteps {
  readonly operations: OperationTable;
  readonly token: Step;
  readonly rateLimit: Step;
  readonly body: (operationId: OperationId) => Step;
  readonly validator: ContractValidator;
  readonly respond: Responder;
  /** True for operations that have a request body. */
  readonly takesBody: (operationId: OperationId) => boolean;
}

/** Marks the request as matched, for the log and for faults in the document's own words. */
const matched =
  (operationId: OperationId): Step =>
  (ctx, next) => {
    ctx.state.operationId = operationId;
    return next();
  };

/** Makes the middleware of one operation from its handler; what the generated routers ask for. */
export type Bind = <Id extends OperationId>(operationId: Id, handler: Handler<Id, Caller>) => Step;

/**
 * The second half of a request's way through, put together once for each operation at start:
 * token -> rate limit -> body -> contract -> handler -> response.
 */
export function bindOperation(steps: OperationSteps): Bind {
  return (operationId, handler) => {
    const handle: Step = async (ctx) => {
      const params: Record<string, string> = ctx['params'];
      const query: Record<string, unknown> = { ...ctx.query };
      steps.validator.request(operationId, { params, query, body: ctx.state.model });
      // The validator has just held the request against the schemas that this type was generated from.
      const request = { path: params, query, body: ctx.state.model } as unknown as Parameters<
        typeof handler
      >[0];
      const response = await handler(request, callerOf(ctx));
      await steps.respond(ctx, operationId, response);
    };
    const open = steps.operations[operationId].public;
    const way: Step[] = [matched(operationId)];
    if (!open) way.push(steps.token, steps.rateLimit);
    if (steps.takesBody(operationId)) way.push(steps.body(operationId));
    way.push(handle);
    return compose(way);
  };
}

const ANYONE: Caller = { tenantId: '' };

function callerOf(ctx: Context): Caller {
  const { principal } = ctx.state;
  return principal === undefined ? ANYONE : { tenantId: principal.tenantId };
}
