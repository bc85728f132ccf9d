/**
 * What a conformance run must exercise: one transaction per documented response, JSON and XML.
 *
 * - every response example of a document, on the operation that shows it; an example that many operations
 *   share (bad request, over limit) once, on the document's home for it;
 * - every success without a body, once per media type that a client may accept;
 * - 401 on every operation that wants a token, once per media type.
 *
 * A request that has a body carries its documented example in the same format as the response, and the one
 * that the document shows with it where there are several. A response that another one supersedes (x-superseded-by)
 * is left out: of the two, a run can see one.
 */

import { type Contract, examplesOf, type MediaType, type Operation } from './contract.ts';
import { CannotGenerate } from './report.ts';

/**
 * The operations that stand for all others where examples are shared: the first one that shows an example
 * exercises it. Each has a body that can be wrong and something that can run out. Two, because the faults
 * of the volume and of the compute API differ in namespace.
 */
const HOMES_OF_SHARED_EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'hp-block-storage-v1': ['hp-block-storage-v1/create-volume', 'hp-block-storage-v1/attach-volume'],
};

export interface BodyExample {
  readonly mediaType: string;
  readonly id: string;
  readonly value: unknown;
}

export interface Transaction {
  readonly operation: Operation;
  readonly status: number;
  /** Sent as Accept, whether or not a body comes back. */
  readonly responseMediaType: string;
  /** Null when the response has no body. */
  readonly response: BodyExample | null;
  /** Null when the operation takes no body. */
  readonly request: BodyExample | null;
}

/**
 * All transactions of all documents, in the order of the contract.
 * @throws CannotGenerate when an example, a success or a refusal of a document would not be exercised.
 */
export function transactionsOf(contract: Contract, operations: readonly Operation[]): Transaction[] {
  const users = usersOfExamples(contract, operations);
  const transactions = operations
    .filter(isDocumented)
    .flatMap((operation) => transactionsOfOperation(contract, operation, users));
  requireEveryExample(contract, operations, transactions);
  requireEveryResponse(operations, transactions);
  return transactions;
}

/** Health checks are ours: no document says what a server has to answer. */
function isDocumented({ section }: Operation): boolean {
  return section !== null;
}

function transactionsOfOperation(
  contract: Contract,
  operation: Operation,
  users: ReadonlyMap<string, ReadonlySet<string>>,
): Transaction[] {
  return Object.entries(operation.responses).flatMap(([code, response]) => {
    const { content } = response;
    const status = Number(code);
    if (response['x-superseded-by'] !== undefined) return [];
    if (content === undefined)
      return acceptable(operation).map((type) => bodyless(contract, operation, status, type));
    return bodyExamples(contract, content)
      .filter(({ id }) => status === 401 || isShownHere(id, operation, users))
      .map((response) => ({
        operation,
        status,
        responseMediaType: response.mediaType,
        response,
        request: requestFor(contract, operation, response.mediaType, response.id),
      }));
  });
}

/** Whether this operation is the one to exercise the example on. */
function isShownHere(
  exampleId: string,
  { id, document }: Operation,
  users: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  if (!exampleId.startsWith(`${document}/`)) return false;
  const shownBy = users.get(exampleId) ?? new Set();
  const home = HOMES_OF_SHARED_EXAMPLES[document]?.find((candidate) => shownBy.has(candidate));
  return shownBy.size === 1 || home === id;
}

function bodyless(contract: Contract, operation: Operation, status: number, mediaType: string): Transaction {
  const request = requestFor(contract, operation, mediaType);
  return { operation, status, responseMediaType: mediaType, response: null, request };
}

/** Media types that the operation answers in: those of its faults, where the success has no body. */
function acceptable({ responses }: Operation): string[] {
  return [...new Set(Object.values(responses).flatMap(({ content }) => Object.keys(content ?? {})))];
}

/**
 * The request example in the format of the response: JSON is answered with JSON and XML with XML. Of several, it
 * is the one that is named like the response (`create-volume-request` for `create-volume-response`), or the first.
 */
function requestFor(
  contract: Contract,
  { id, request }: Operation,
  mediaType: string,
  responseId?: string,
): BodyExample | null {
  if (request === null) return null;
  const examples = bodyExamples(contract, request.content ?? {}).filter(
    (body) => body.mediaType === mediaType,
  );
  const sibling = responseId?.replace(/-response(\.\w+)$/, '-request$1');
  const example = examples.find((body) => body.id === sibling) ?? examples[0];
  if (example) return example;
  throw new CannotGenerate(`${id} has no request example in ${mediaType}: conformance has nothing to send.`);
}

function bodyExamples(contract: Contract, content: Readonly<Record<string, MediaType>>): BodyExample[] {
  return Object.entries(content).flatMap(([mediaType, media]) =>
    examplesOf(contract, media).map(([id, value]) => ({ mediaType, id, value })),
  );
}

function usersOfExamples(contract: Contract, operations: readonly Operation[]): Map<string, Set<string>> {
  const users = new Map<string, Set<string>>();
  for (const operation of operations) {
    for (const id of exampleIds(contract, operation)) {
      users.set(id, (users.get(id) ?? new Set()).add(operation.id));
    }
  }
  return users;
}

function exampleIds(contract: Contract, { request, responses }: Operation): string[] {
  return [request, ...Object.values(responses)]
    .flatMap((body) => bodyExamples(contract, body?.content ?? {}))
    .map(({ id }) => id);
}

function requireEveryExample(
  contract: Contract,
  operations: readonly Operation[],
  transactions: readonly Transaction[],
): void {
  const exercised = new Set(transactions.flatMap(({ request, response }) => [request?.id, response?.id]));
  const idle = operations
    .filter(isDocumented)
    .flatMap((operation) =>
      exampleIds(contract, operation).filter((id) => id.startsWith(`${operation.document}/`)),
    )
    .filter((id) => !exercised.has(id));
  if (idle.length === 0) return;
  throw new CannotGenerate(`No conformance transaction exercises ${[...new Set(idle)].join(', ')}.`);
}

/** A success or a 401 without an example would be left out in silence, here and in the count to expect. */
function requireEveryResponse(operations: readonly Operation[], transactions: readonly Transaction[]): void {
  const exercised = new Set(
    transactions.map(
      ({ operation, status, responseMediaType }) => `${operation.id} ${status} ${responseMediaType}`,
    ),
  );
  const idle = operations.filter(isDocumented).flatMap(({ id, responses }) =>
    Object.entries(responses)
      .filter(([status]) => status.startsWith('2') || status === '401')
      .flatMap(([status, { content }]) => Object.keys(content ?? {}).map((type) => `${id} ${status} ${type}`))
      .filter((response) => !exercised.has(response)),
  );
  if (idle.length === 0) return;
  throw new CannotGenerate(`No example for ${idle.join(', ')}: conformance has nothing to compare with.`);
}

/** A response of the contract that no transaction shows. */
export interface UnshownResponse {
  readonly operationId: string;
  readonly status: number;
  readonly mediaType: string;
}

/**
 * Every documented status of every operation and media type that has no transaction: what a conformance run
 * provokes without an example, or says that it cannot provoke.
 */
export function unshownResponses(
  operations: readonly Operation[],
  transactions: readonly Transaction[],
): UnshownResponse[] {
  const shown = new Set(
    transactions.map(
      ({ operation, status, responseMediaType }) => `${operation.id} ${status} ${responseMediaType}`,
    ),
  );
  return operations
    .filter(isDocumented)
    .flatMap((operation) =>
      Object.entries(operation.responses).flatMap(([status, { content }]) =>
        (content === undefined ? acceptable(operation) : Object.keys(content))
          .filter((mediaType) => !shown.has(`${operation.id} ${status} ${mediaType}`))
          .map((mediaType) => ({ operationId: operation.id, status: Number(status), mediaType })),
      ),
    );
}
