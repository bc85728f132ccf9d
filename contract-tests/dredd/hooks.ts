import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { canonicalXml } from '../../src/http/xml/canonical.ts';
import { xmlCodec } from '../../src/http/xml/codec.ts';
import { expectedModel } from './differences.ts';
import { afterTransaction, beforeTransaction, tenants } from './worlds.ts';

/** One line of `generated/conformance/expected.json`. */
interface Expectation {
  readonly name: string;
  readonly operationId: string;
  readonly exampleId: string | null;
  readonly status: number;
  readonly requestMediaType: string | null;
  readonly responseMediaType: string;
  readonly requestExampleId: string | null;
}

/** The parts of Dredd's transactions that are used here. */
interface Transaction {
  readonly name: string;
  fullPath: string;
  fail?: string | boolean;
  readonly request: { uri: string; body: string; headers: Record<string, string> };
  readonly expected: { body: string; headers: Record<string, string>; bodySchema?: unknown };
  /** Dredd leaves the body out when it is empty. */
  readonly real: { statusCode: number; body?: string; headers: Record<string, string> };
}

interface Hooks {
  // Dredd looks at the number of parameters: a hook that declares none ends the run, and it ends green.
  beforeEach(hook: (transaction: Transaction, done: () => void) => void): void;
  beforeEachValidation(hook: (transaction: Transaction, done: () => void) => void): void;
  afterEach(hook: (transaction: Transaction, done: () => void) => void): void;
}

const generated = new URL('../../generated/', import.meta.url);
const readJson = (path: string) => JSON.parse(readFileSync(new URL(path, generated), 'utf8'));

const url = process.env['CONFORMANCE_URL'] ?? 'http://127.0.0.1:8776';
const codec = xmlCodec(readJson('openapi.json'));
const expectations = new Map<string, Expectation>(
  readJson('conformance/expected.json').map((expectation: Expectation) => [expectation.name, expectation]),
);

function expectationOf({ name }: Transaction): Expectation {
  const expectation = expectations.get(name);
  if (expectation === undefined) throw new Error(`${name} is not in expected.json`);
  return expectation;
}

/** The request's model: what `request:` rules of differences.json point into. */
function requestModel({ operationId, requestMediaType }: Expectation, body: string): unknown {
  if (requestMediaType === null) return undefined;
  if (requestMediaType.endsWith('json')) return parsed(body);
  const decoded = codec.decodeRequest(operationId, body);
  return decoded.ok ? decoded.model : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const show = (value: unknown) => JSON.stringify(value);

function bodyProblem(expectation: Expectation, { request, expected, real }: Transaction): string | undefined {
  const body = real.body ?? '';
  const { operationId, exampleId, status, responseMediaType } = expectation;
  if (exampleId === null) return body === '' ? undefined : `a body where none is documented: ${body}`;
  const sent = requestModel(expectation, request.body);
  if (responseMediaType.endsWith('json')) {
    const model = parsed(body);
    const wanted = expectedModel(exampleId, JSON.parse(expected.body), model, sent);
    return isDeepStrictEqual(model, wanted) ? undefined : `expected ${show(wanted)}\n  but got ${body}`;
  }
  const documented = codec.decodeResponse(operationId, status, expected.body);
  if (!documented.ok) return `the example cannot be read: ${documented.message}`;
  const answered = codec.decodeResponse(operationId, status, body);
  if (!answered.ok) return `${answered.message}: ${body}`;
  const wanted = expectedModel(exampleId, documented.model, answered.model, sent);
  const text = codec.encodeResponse(operationId, status, wanted);
  // Compared as XML, not as models: namespaces, attributes and order are part of what is documented.
  return canonicalXml(text) === canonicalXml(body) ? undefined : `expected ${text}\n  but got ${body}`;
}

function headerProblem(
  { exampleId, responseMediaType, status }: Expectation,
  { real }: Transaction,
): string | undefined {
  const header = (name: string) => real.headers[name] ?? '';
  if (real.statusCode !== status) return `status ${real.statusCode}, expected ${status}: ${real.body}`;
  if (!/^req-[0-9a-f-]{36}$/.test(header('x-compute-request-id'))) return 'no X-Compute-Request-Id';
  if (header('content-length') !== String(Buffer.byteLength(real.body ?? '')))
    return 'a wrong Content-Length';
  const mediaType = header('content-type').split(';')[0];
  if (exampleId !== null && mediaType !== responseMediaType) return `Content-Type ${mediaType}`;
  if (status === 401 && header('www-authenticate') === '') return 'no WWW-Authenticate';
  if (status === 413 && !/^\d+$/.test(header('retry-after'))) return 'no Retry-After';
  return undefined;
}

const settled = (work: Promise<void>, transaction: Transaction, done: () => void) =>
  void work
    .catch((error: unknown) => {
      transaction.fail = error instanceof Error ? error.message : String(error);
    })
    .then(done);

/**
 * Dredd's own pass is not equality: of a JSON body it compares the keys. These hooks compare deeply, XML in
 * canonical form, with the differences that `differences.json` lists and nothing else.
 */
export function register(hooks: Hooks): void {
  hooks.beforeEach((transaction, done) => {
    const { operationId, exampleId, responseMediaType, requestMediaType, status } =
      expectationOf(transaction);
    const { headers } = transaction.request;
    headers['Accept'] = responseMediaType;
    if (requestMediaType !== null) headers['Content-Type'] = requestMediaType;
    if (status !== 401) headers['X-Auth-Token'] = tenants.documents.token;
    const outgoing = { uri: transaction.fullPath, body: transaction.request.body, headers };
    const prepared = beforeTransaction(url, operationId, exampleId, outgoing).then(() => {
      transaction.fullPath = outgoing.uri;
      transaction.request.uri = outgoing.uri;
      transaction.request.body = outgoing.body;
    });
    settled(prepared, transaction, done);
  });

  hooks.beforeEachValidation((transaction, done) => {
    const expectation = expectationOf(transaction);
    const problem = headerProblem(expectation, transaction) ?? bodyProblem(expectation, transaction);
    if (problem !== undefined) {
      transaction.fail = problem;
      // Dredd's reporter shows the request and its own reasons, not this one.
      process.stdout.write(`${transaction.name}\n  ${problem}\n`);
    }
    // What is equal as a document need not be equal as text, which is all that Dredd can tell of XML.
    else transaction.expected.body = transaction.real.body ?? '';
    done();
  });

  hooks.afterEach((transaction, done) => {
    settled(afterTransaction(url, expectationOf(transaction).exampleId), transaction, done);
  });
}
