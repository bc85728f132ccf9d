import type { Logger } from 'pino';
import type { OperationId } from '../../generated/server/contract.ts';
import { NotImplemented } from '../../generated/server/contract.ts';
import type { FaultCategory, FaultNames } from '../api/fault-names.ts';
import { EngineFault } from '../engine/faults.ts';
import type { Context, Step } from './context.ts';
import { HttpFault, refuse } from './fault.ts';
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

export interface FaultDialects {
  readonly operations: OperationTable;
  /** By document, as named in the contract. */
  readonly byDocument: Readonly<Record<string, FaultNames>>;
  /** Whose names and XML namespace a request gets that matched no operation, by the start of its path. */
  readonly unmatched: readonly { readonly prefix: string; readonly operationId: OperationId }[];
}

function asFault(error: unknown): Fault {
  if (error instanceof HttpFault) return error;
  if (error instanceof EngineFault) {
    // A static limit frees up when the tenant deletes something, not with time: retry after 0 as sampled.
    const overLimit = error.category === 'overLimit';
    return {
      category: error.category,
      message: error.message,
      headers: overLimit ? { 'Retry-After': '0' } : {},
      retryAfter: overLimit ? 0 : undefined,
      cause: error.cause,
    };
  }
  if (error instanceof NotImplemented) return refuse.notImplemented(error.operationId);
  return refuse.internal(error);
}

/**
 * Everything that goes wrong further in becomes a fault of the document here, in the format of the request.
 * What is not a known fault is a bug or a broken disk: the caller gets a plain 500, the log gets the cause.
 */
export function faultBoundary(dialects: FaultDialects, xml: XmlEncoder, log: Logger): Step {
  const speakerOf = (ctx: Context): OperationId => {
    const known = ctx.state.operationId;
    if (known !== undefined) return known;
    const entry = dialects.unmatched.find(({ prefix }) => ctx.path.startsWith(prefix));
    if (entry === undefined) throw new Error('the last unmatched prefix must be empty');
    return entry.operationId;
  };

  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const fault = asFault(error);
      const speaker = speakerOf(ctx);
      const names =
        dialects.byDocument[dialects.operations[speaker].document] ?? dialects.byDocument['default'];
      if (names === undefined) throw new Error(`no fault names for ${speaker}`);
      const { status, name } = names[fault.category];
      if (status >= 500 && status !== 501) {
        log.error({ requestId: ctx.state.requestId, err: fault.cause ?? error }, 'request failed');
      }
      const body = {
        [name]: {
          code: status,
          message: fault.message,
          ...(fault.retryAfter === undefined ? {} : { retryAfter: fault.retryAfter }),
        },
      };
      write(ctx, speaker, status, { body, headers: fault.headers }, xml);
    }
  };
}
