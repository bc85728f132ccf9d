// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import type { Middleware } from 'koa';
import type { operations } from '../types.ts';

export type OperationId = keyof operations;

type JsonOf<Content> = Content extends { 'application/json': infer Body } ? Body : undefined;

type ParametersOf<Parameters> = [Parameters] extends [never] ? Readonly<Record<string, never>> : Parameters;

type RequestBodyOf<Operation> = Operation extends { requestBody: { content: infer Content } }
  ? JsonOf<Content>
  : Operation extends { requestBody?: { content: infer Content } }
    ? JsonOf<Content> | undefined
    : undefined;

/** A request as a handler sees it: validated, and the JSON form of the body whatever came over the wire. */
export interface OperationRequest<Id extends OperationId> {
  readonly path: ParametersOf<NonNullable<operations[Id]['parameters']['path']>>;
  readonly query: ParametersOf<NonNullable<operations[Id]['parameters']['query']>>;
  readonly body: RequestBodyOf<operations[Id]>;
}

type ResponseOf<Status, Response> = Response extends { content: infer Content extends object }
  ? { readonly status: Status; readonly body: JsonOf<Content>; readonly headers?: ResponseHeaders }
  : { readonly status: Status; readonly body?: undefined; readonly headers?: ResponseHeaders };

/** Headers beyond those that the server sets on every response. */
export type ResponseHeaders = Readonly<Record<string, string>>;

type StatusOf<Id extends OperationId> = keyof operations[Id]['responses'] & number;

/** One of the documented responses, told apart by its status; no body where none is documented. */
export type OperationResponse<Id extends OperationId> = {
  [Status in StatusOf<Id>]: ResponseOf<Status, operations[Id]['responses'][Status]>;
}[StatusOf<Id>];

/** Serves one operation for a caller, who is whatever the server's identity says. */
export type Handler<Id extends OperationId, Caller> = (
  request: OperationRequest<Id>,
  caller: Caller,
) => Promise<OperationResponse<Id>>;

/** How the server turns a handler into middleware: reads the request, calls it, writes the response. */
export type Bind<Caller> = <Id extends OperationId>(id: Id, handler: Handler<Id, Caller>) => Middleware;

/** Thrown by the stubs; the server answers 501. */
export class NotImplemented extends Error {
  override readonly name = 'NotImplemented';
  readonly operationId: OperationId;

  constructor(operationId: OperationId) {
    super(`${operationId} is not implemented`);
    this.operationId = operationId;
  }
}

/** A handler for an operation that is not written yet. */
export function notImplemented<Id extends OperationId>(id: Id): Handler<Id, unknown> {
  return async () => {
    throw new NotImplemented(id);
  };
}
