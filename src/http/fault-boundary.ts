import { STATUS_CODES } from 'node:http';
import type { Logger } from 'pino';
import type { OperationId } from '../../generated/server/contract.ts';
import { NotImplemented } from '../../generated/server/contract.ts';
import type { FaultCategory, FaultDialect, Refusal } from '../api/fault-names.ts';
import { EngineFault, type FaultKind } from '../engine/faults.ts';
import { IdentityRefusal } from '../identity/refusal.ts';
import type { Context, Step } from './context.ts';
import { HttpFault, refuse, whereToLogIn } from './fault.ts';
import { neighbourOf } from './fault-dialects.ts';
import type { OperationTable } from './operation-table.ts';
import { write, type XmlEncoder } from './respond.ts';

/** What the boundary needs of a fault, whoever threw it. */
interface Fault {
  readonly category: FaultCategory;
  readonly message: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly retryAfter: number | undefined;
  readonly cause?: unknown;
}

function fromPipeline(fault: HttpFault, dialect: FaultDialect): Fault {
  const { category, headers, retryAfter, cause } = fault;
  return { category, message: fault.messageIn(dialect), headers, retryAfter, cause };
}

function asFault(error: unknown, dialect: FaultDialect, loginUrl: string): Fault {
  if (error instanceof HttpFault) return fromPipeline(error, dialect);
  if (error instanceof EngineFault) {
    // The table pairs each kind with its own parameters, which is more than one look-up can say.
    const { category = error.category, message } = (dialect.refusals?.[error.kind as FaultKind] ??
      {}) as Refusal<FaultKind>;
    // A static limit frees up when the tenant deletes something, not with time: retry after 0 as sampled.
    const overLimit = category === 'overLimit';
    return {
      category,
      message: message?.(error.params as never) ?? error.message,
      headers: category === 'unauthorized' ? whereToLogIn(loginUrl) : overLimit ? { 'Retry-After': '0' } : {},
      retryAfter: overLimit ? 0 : undefined,
      cause: error.cause,
    };
  }
  if (error instanceof IdentityRefusal) {
    const { category, message, retryAfter, cause } = error;
    const wait = retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) };
    const headers = category === 'unauthorized' ? whereToLogIn(loginUrl) : wait;
    return {
      category,
      message,
      headers,
      retryAfter: category === 'overLimit' ? retryAfter : undefined,
      cause,
    };
  }
  if (error instanceof NotImplemented) return refuse.notImplemented(error.operationId);
  return fromPipeline(refuse.internal(error), dialect);
}

/** Who speaks of what went wrong, and how. */
export interface FaultWords {
  readonly operations: OperationTable;
  readonly dialectOf: (document: string) => FaultDialect;
  /** Where a token is to be had. */
  readonly loginUrl: string;
}

/**
 * Everything that goes wrong further in becomes a fault of the document here, in the format of the request.
 * What is not a known fault is a bug or a broken disk: the caller gets a plain 500, the log gets the cause.
 */
export function faultBoundary(
  { operations, dialectOf, loginUrl }: FaultWords,
  xml: XmlEncoder,
  log: Logger,
): Step {
  const speakerOf = (ctx: Context): OperationId => ctx.state.operationId ?? neighbourOf(ctx.path);

  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const speaker = speakerOf(ctx);
      const dialect = dialectOf(operations[speaker].document);
      const fault = asFault(error, dialect, loginUrl);
      const { status, name } = dialect.names[fault.category];
      if (status >= 500 && status !== 501) {
        log.error({ requestId: ctx.state.requestId, err: fault.cause ?? error }, 'request failed');
      }
      const body = {
        [name]: {
          code: status,
          message: fault.message,
          ...(dialect.titled ? { title: STATUS_CODES[status] ?? name } : {}),
          ...(fault.retryAfter === undefined ? {} : { retryAfter: fault.retryAfter }),
        },
      };
      write(ctx, speaker, status, { body, headers: fault.headers }, xml);
    }
  };
}
