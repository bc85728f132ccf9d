import type { FaultCategory, FaultDialect, PipelineRefusal } from '../api/fault-names.ts';

/**
 * A refusal by the pipeline itself, before or after the engine. The message goes to the caller, so it says
 * what to do and nothing about the inside.
 */
export class HttpFault extends Error {
  readonly category: FaultCategory;
  readonly headers: Readonly<Record<string, string>>;
  /** Seconds until another try makes sense; part of the body of `overLimit`. */
  readonly retryAfter: number | undefined;
  /** Set where a document may have a sentence of its own. */
  readonly kind: PipelineRefusal | undefined;

  constructor(
    category: FaultCategory,
    message: string,
    options: {
      headers?: Record<string, string>;
      retryAfter?: number;
      kind?: PipelineRefusal;
      cause?: unknown;
    } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'HttpFault';
    this.category = category;
    this.headers = options.headers ?? {};
    this.retryAfter = options.retryAfter;
    this.kind = options.kind;
  }

  /** What the caller is told: the document's sentence where it has one. */
  messageIn({ sentences = {} }: FaultDialect): string {
    const sentence = this.kind === undefined ? undefined : sentences[this.kind];
    return typeof sentence === 'function' ? sentence(this.message) : (sentence ?? this.message);
  }
}

/** Says where a token is to be had; goes with every 401. */
export const whereToLogIn = (url: string) => ({ 'WWW-Authenticate': `Keystone uri='${url}'` });

/** One line for each refusal that the pipeline knows, so that their wording stands in one place. */
export const refuse = {
  /** The tenant in the path is not the token's. */
  otherTenant: () => new HttpFault('invalid', 'Malformed request url'),
  malformedBody: (reason: string) =>
    new HttpFault('invalid', `Malformed request body: ${reason}`, { kind: 'malformedBody' }),
  invalidInput: (reason: string) => new HttpFault('invalid', `Invalid input received: ${reason}`),
  invalidBody: (reason: string) =>
    new HttpFault('invalid', `Invalid input received: ${reason}`, { kind: 'invalidBody' }),
  noToken: (loginUrl: string) =>
    new HttpFault('unauthorized', 'A token is required: send one in the X-Auth-Token header.', {
      headers: whereToLogIn(loginUrl),
    }),
  badToken: (loginUrl: string) =>
    new HttpFault('unauthorized', 'The token is invalid or has expired: authenticate again for a new one.', {
      headers: whereToLogIn(loginUrl),
    }),
  notAdministrator: (operationId: string) =>
    new HttpFault(
      'forbidden',
      `Policy doesn't allow ${operationId} to be performed: it takes a role of administrators.`,
    ),
  noRoute: () => new HttpFault('notFound', 'The resource could not be found.'),
  wrongMethod: (method: string, allowed: string) =>
    new HttpFault('wrongMethod', `The method ${method} is not allowed here; use one of ${allowed}.`, {
      headers: { Allow: allowed },
    }),
  tooLarge: (limit: number) =>
    new HttpFault('overLimit', `Request is too large: a body may have ${limit} bytes at most.`, {
      headers: { 'Retry-After': '0' },
      retryAfter: 0,
    }),
  rateLimited: (seconds: number) =>
    new HttpFault('overLimit', 'This request was rate-limited.', {
      headers: { 'Retry-After': String(seconds) },
      retryAfter: seconds,
    }),
  mediaType: (given: string | undefined, known: readonly string[]) =>
    new HttpFault(
      'unsupportedMediaType',
      `${given === undefined ? 'A Content-Type is required' : `The media type ${given} is not supported`}; use one of ${known.join(', ')}.`,
    ),
  contentEncoding: (given: string, known: readonly string[]) =>
    new HttpFault(
      'unsupportedMediaType',
      `The Content-Encoding ${given} is not supported; use one of ${known.join(', ')}, or none.`,
    ),
  /** Cinder's answer to a body that is not there, or is not the one object that it should be. */
  unprocessable: () => new HttpFault('unprocessable', 'Unable to process the contained instructions'),
  notImplemented: (operationId: string) =>
    new HttpFault('notImplemented', `${operationId} is documented but not served here.`),
  /** Says nothing of the cause: that is in the log, under the request id. */
  internal: (cause: unknown) =>
    new HttpFault(
      'internal',
      'The server has either erred or is incapable of performing the requested operation.',
      { kind: 'internal', cause },
    ),
};
