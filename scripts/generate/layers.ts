/**
 * Dredd reads one request and one response example per operation and status, and takes the first JSON one.
 * So the transactions are dealt out to layers: in layer k every operation has its k-th transaction alone,
 * with singular examples. One run of Dredd over all layers exercises them all.
 */

import type { Operation, Parameter } from './contract.ts';
import { CannotGenerate } from './report.ts';
import type { BodyExample, Transaction } from './transactions.ts';

/** The development token of a server under test, unless its hooks put another in. */
const TOKEN = 'dev-token';

export interface Layer {
  /** `hp-block-storage-v1-01`; also the first part of Dredd's names for the layer's transactions. */
  readonly title: string;
  readonly transactions: readonly NamedTransaction[];
}

export interface NamedTransaction extends Transaction {
  /** Unique among all transactions of an operation. */
  readonly summary: string;
  /** Dredd's name, by which hooks find it. */
  readonly name: string;
}

/** The layers of each document, in the order of the contract: a run over some documents reads theirs alone. */
export function layersOf(transactions: readonly Transaction[]): Layer[] {
  const documents = new Set(transactions.map(({ operation }) => operation.document));
  return [...documents].flatMap((document) =>
    layersOfDocument(
      document,
      transactions.filter(({ operation }) => operation.document === document),
    ),
  );
}

function layersOfDocument(document: string, transactions: readonly Transaction[]): Layer[] {
  const dealt = new Map<Operation, number>();
  const layers: Transaction[][] = [];
  for (const transaction of transactions) {
    const place = dealt.get(transaction.operation) ?? 0;
    dealt.set(transaction.operation, place + 1);
    layers[place] ??= [];
    layers[place]?.push(transaction);
  }
  return layers.map((layer, index) => {
    const title = `${document}-${String(index + 1).padStart(2, '0')}`;
    return { title, transactions: layer.map((transaction) => named(title, transaction)) };
  });
}

function named(title: string, transaction: Transaction): NamedTransaction {
  const { operation, status, response, responseMediaType } = transaction;
  const summary = summaryOf(transaction);
  const contentType = response === null ? [] : [responseMediaType];
  const name = [title, operation.path, summary, status, ...contentType].join(' > ');
  return { ...transaction, summary, name };
}

/** The example's id; where many operations share it or there is none, the operation's id comes first. */
function summaryOf({ operation, status, response, responseMediaType }: Transaction): string {
  if (response === null) return `${operation.id} ${status} ${responseMediaType}`;
  return response.id.startsWith(`${operation.document}/`) ? response.id : `${operation.id} ${response.id}`;
}

/** A layer as an OpenAPI document for Dredd. */
export function documentOf({ title, transactions }: Layer): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const transaction of transactions) {
    const { path, method } = transaction.operation;
    paths[path] = { ...paths[path], [method]: operationOf(transaction) };
  }
  return { openapi: '3.0.3', info: { title, version: '1' }, paths };
}

function operationOf({ operation, summary, status, request, response }: NamedTransaction): object {
  return {
    operationId: operation.id,
    summary,
    parameters: [
      ...operation.parameters
        .filter((parameter) => parameter.in === 'path')
        .map((one) => pathParameter(operation, one)),
      // Dredd knows no security schemes. A request that shall be refused goes without a token.
      ...(status === 401 ? [] : [parameter('header', 'X-Auth-Token', TOKEN)]),
    ],
    ...(request ? { requestBody: { content: contentOf(request) } } : {}),
    responses: {
      [status]: { description: summary, ...(response ? { content: contentOf(response) } : {}) },
    },
  };
}

function contentOf({ mediaType, value }: BodyExample): object {
  return { [mediaType]: { example: value } };
}

function pathParameter({ id }: Operation, { name, example, schema }: Parameter): object {
  const value = example ?? (schema && 'example' in schema ? schema.example : undefined);
  if (value !== undefined) return parameter('path', name, String(value));
  throw new CannotGenerate(
    `The path parameter ${name} of ${id} needs an example: conformance puts it in the URL.`,
  );
}

function parameter(place: 'path' | 'header', name: string, example: string): object {
  return { name, in: place, required: true, example, schema: { type: 'string' } };
}
