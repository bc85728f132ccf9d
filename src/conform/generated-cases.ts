import { readdirSync, readFileSync } from 'node:fs';
import { type Case, mediaOf } from './case.ts';

/** One line of `generated/conformance/expected.json`: a transaction of Dredd. */
export interface Expectation {
  readonly name: string;
  readonly operationId: string;
  readonly exampleId: string | null;
  readonly status: number;
  readonly requestMediaType: string | null;
  readonly responseMediaType: string;
  readonly requestExampleId: string | null;
}

/** One line of `generated/conformance/responses.json`: a documented response that no transaction shows. */
interface DocumentedResponse {
  readonly operationId: string;
  readonly status: number;
  readonly mediaType: string;
}

/** A transaction of Dredd as a case. */
export interface ExampleCase extends Case {
  readonly expectation: Expectation;
}

const folder = new URL('../../generated/conformance/', import.meta.url);
const readJson = (name: string) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const documentOf = (operationId: string): string => operationId.slice(0, operationId.indexOf('/'));

function exampleCase(expectation: Expectation): ExampleCase {
  const { operationId, exampleId, status, responseMediaType } = expectation;
  const media = mediaOf(responseMediaType);
  const isOwn = exampleId?.startsWith(`${documentOf(operationId)}/`) ?? false;
  return {
    // Many operations share an example, and a success without a body has none: the operation comes first.
    id: isOwn && exampleId !== null ? exampleId : `${operationId}/${status}.${media}`,
    kind: 'example',
    document: documentOf(operationId),
    operation: operationId,
    status,
    media,
    example: exampleId,
    rules: [],
    expectation,
  };
}

export const exampleCases = (): ExampleCase[] =>
  (readJson('expected.json') as Expectation[]).map(exampleCase);

export const responseCases = (): Case[] =>
  (readJson('responses.json') as DocumentedResponse[]).map(({ operationId, status, mediaType }) => ({
    id: `${operationId}/${status}.${mediaOf(mediaType)}`,
    kind: 'response',
    document: documentOf(operationId),
    operation: operationId,
    status,
    media: mediaOf(mediaType),
    example: null,
    rules: [],
  }));

/** The descriptions for Dredd that hold transactions with these names, as OpenAPI texts. */
export function layersWith(names: readonly string[]): string[] {
  const wanted = new Set(names.map((name) => name.split(' > ')[0]));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml') && wanted.has(file.replace('.yaml', '')))
    .map((file) => readFileSync(new URL(file, folder), 'utf8'));
}
