import { type Audited, audit } from './audit.ts';
import { CannotExercise, type Media, mediaTypeOf, type Problem } from './case.ts';
import type { Contract, OperationContract } from './contract.ts';
import { type Answer, type Client, NoAnswer, type Request } from './http.ts';
import type { Caller, Target } from './target.ts';

export interface Call {
  /** Path parameters, the tenant aside. */
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  /** A JSON model, written in the format of the call. */
  readonly body?: unknown;
  /** A body as it is, in place of `body`. */
  readonly text?: string;
  readonly media?: Media;
  /** Who asks; the first tenant when it is left out. */
  readonly as?: Caller;
  /** The tenant of the path, where it is not the caller's. */
  readonly tenant?: string;
  /** Put behind the path: `.xml`. */
  readonly suffix?: string;
  readonly method?: string;
  /** Headers that replace those of the call; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Reply extends Answer, Audited {}

/** Calls operations of the contract by their ids, and holds every answer against the contract. */
export interface Api {
  readonly contract: Contract;
  readonly target: Target;
  operation(id: string): OperationContract;
  /** @throws NoAnswer; CannotExercise once the implementation has stopped answering */
  call(operationId: string, call?: Call): Promise<Reply>;
  /** How a call would go over the wire. */
  requestOf(operationId: string, call?: Call): Request;
  /** Requests in a row that got no answer are counted: after three nothing is asked any more. */
  noteSilence(silent: boolean): void;
  readonly answered: boolean;
  readonly stopped: boolean;
  readonly requests: number;
}

/** After so many requests in a row without an answer, the rest of the run would only be waiting. */
const SILENCES = 3;

export function createApi(contract: Contract, client: Client, target: Target): Api {
  let silences = 0;
  let answered = false;
  let requests = 0;
  const ids = new Set<string>();

  function operation(id: string): OperationContract {
    const found = contract.operations.get(id);
    if (found === undefined) throw new Error(`the contract has no operation ${id}`);
    return found;
  }

  function requestOf(operationId: string, call: Call = {}): Request {
    const { method, path, takesBody } = operation(operationId);
    const { params = {}, query = {}, media = 'json', as = target.first, suffix = '' } = call;
    const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
      const value = name === 'tenant_id' ? (call.tenant ?? as.tenant) : params[name];
      if (value === undefined) throw new Error(`${operationId} was called without ${name}`);
      return encodeURIComponent(value);
    });
    const search = new URLSearchParams(
      Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]),
    );
    const text = call.text ?? bodyText(operationId, media, call.body);
    const headers: Record<string, string | null> = {
      Accept: mediaTypeOf(media),
      'X-Auth-Token': as.token === '' ? null : as.token,
      'Content-Type': text !== undefined && takesBody ? mediaTypeOf(media) : null,
      ...call.headers,
    };
    const sent = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null);
    return {
      method: call.method ?? method,
      path: `${filled}${suffix}${search.size === 0 ? '' : `?${search}`}`,
      headers: Object.fromEntries(sent),
      ...(text === undefined ? {} : { body: text }),
    };
  }

  function bodyText(operationId: string, media: Media, body: unknown): string | undefined {
    if (body === undefined) return undefined;
    return media === 'json' ? JSON.stringify(body) : contract.codec.encodeRequest(operationId, body);
  }

  function noteSilence(silent: boolean): void {
    silences = silent ? silences + 1 : 0;
    if (!silent) answered = true;
  }

  /** An id that comes twice is not one of the request. */
  function repeated(answer: Answer): Problem[] {
    const id = answer.headers['x-compute-request-id'];
    if (typeof id !== 'string') return [];
    if (ids.has(id))
      return [{ what: 'X-Compute-Request-Id header: an id that another request had', got: id }];
    ids.add(id);
    return [];
  }

  return {
    contract,
    target,
    operation,
    requestOf,
    noteSilence,
    get answered() {
      return answered;
    },
    get stopped() {
      return silences >= SILENCES;
    },
    get requests() {
      return requests;
    },
    async call(operationId, call = {}) {
      if (silences >= SILENCES) throw new CannotExercise('the implementation stopped answering');
      const request = requestOf(operationId, call);
      requests += 1;
      const answer = await client.send(request).catch((error: unknown) => {
        if (error instanceof NoAnswer) noteSilence(true);
        throw error;
      });
      noteSilence(false);
      const asked = {
        operation: operation(operationId),
        method: request.method,
        media: call.media ?? 'json',
      };
      const { problems, model } = audit(contract, asked, answer);
      return { ...answer, model, problems: [...problems, ...repeated(answer)] };
    },
  };
}
