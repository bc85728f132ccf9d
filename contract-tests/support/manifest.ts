import { readFileSync } from 'node:fs';
import { isServed } from './documents.ts';

/** A tab-separated file with a header row, no quoting, `-` for none. */
export function table<Column extends string>(file: URL): Record<Column, string>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = header.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    // The header names the columns that the caller asks for.
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '-'])) as Record<
      Column,
      string
    >;
  });
}

/**
 * A table of `contract-tests/manifest/`, as far as it is about documents that the contract has. The tables
 * list what the documents hold; what is proven is counted against them.
 */
export const manifest = <Column extends 'id' | (string & {})>(name: string): Record<Column, string>[] =>
  table<Column | 'id'>(new URL(`../manifest/${name}.tsv`, import.meta.url)).filter(({ id }) => isServed(id));

export type Operation = Record<
  'id' | 'document' | 'section' | 'method' | 'path' | 'media_types' | 'success_codes',
  string
>;
export type Example = Record<
  'id' | 'section' | 'operation' | 'direction' | 'media_type' | 'status' | 'condition',
  string
>;
export type Rule = Record<'id' | 'section' | 'kind' | 'basis' | 'statement' | 'operations', string>;
export type CurlCommand = Record<'id' | 'operation' | 'command' | 'runnable', string>;

export const operations = () => manifest<keyof Operation>('operations');
export const examples = () => manifest<keyof Example>('examples');
export const rules = () => manifest<keyof Rule>('rules');
export const curlCommands = () => manifest<keyof CurlCommand>('curl-commands');

/** Whether the document says that the operation speaks XML besides JSON. */
export const speaksXml = ({ media_types }: Pick<Operation, 'media_types'>): boolean =>
  media_types.split('+').includes('xml');

/** Whether an example is JSON or XML: a body, or the part of one (direction `other`). */
export const isPayload = ({ direction, media_type }: Pick<Example, 'direction' | 'media_type'>): boolean =>
  ['request', 'response', 'error', 'other'].includes(direction) && ['json', 'xml'].includes(media_type);

export const payloads = () => examples().filter(isPayload);

/** Whether a payload is a whole body, and not the part of one that the service catalog's entry is. */
export const isBody = ({ direction }: Pick<Example, 'direction'>): boolean => direction !== 'other';
