import { existsSync, readFileSync } from 'node:fs';
import {
  examplesOfContract,
  fragmentsOfContract,
  operationsOfContract,
} from '../../contract-tests/support/contract.ts';
import { isServed } from '../../contract-tests/support/documents.ts';
import { isPayload, type Operation, table } from '../../contract-tests/support/manifest.ts';
import { account } from './account.ts';
import { readEvidence } from './evidence.ts';
import { handlerFiles } from './handler-files.ts';
import { anchorsOf } from './markdown.ts';

const root = new URL('../../', import.meta.url);

/** What the page says of one document; files are paths below the root. */
export interface DocumentFacts {
  readonly document: string;
  readonly served: boolean;
  readonly operations: readonly OperationFacts[];
  readonly payloads: readonly PayloadFacts[];
  readonly curlCommands: readonly CurlFacts[];
  readonly rules: readonly RuleFacts[];
}

export interface OperationFacts extends Record<'id' | 'section' | 'method' | 'path', string> {
  readonly handler: string | undefined;
  /** Files with tests of rules that are about this operation and not many others. */
  readonly tests: readonly string[];
  /** Documented answers that Dredd asks for. */
  readonly transactions: number;
}

export interface PayloadFacts
  extends Record<'id' | 'operation' | 'direction' | 'media_type' | 'status' | 'condition', string> {
  /** Where the contract has it; undefined when it does not show it. */
  readonly file: string | undefined;
  /** Transactions that send it or expect it. */
  readonly transactions: number;
}

export interface CurlFacts extends Record<'id' | 'operation', string> {
  /** As the document has it; undefined when nothing runs it. */
  readonly command: string | undefined;
}

export type RuleStatus = 'tested' | 'deviation' | 'info' | 'open' | 'missing';

export interface RuleFacts extends Record<'id' | 'section' | 'kind' | 'basis' | 'statement', string> {
  readonly status: RuleStatus;
  /** Files with tests that name it. */
  readonly tests: readonly string[];
  /** Heading of docs/DEVIATIONS.md that has a row on it. */
  readonly deviation: string | undefined;
  readonly openFor: string | undefined;
}

interface Transaction {
  readonly operationId: string;
  readonly exampleId: string | null;
  readonly requestExampleId: string | null;
}

/** What a rule says of more operations than these is said of the service; its tests tell little of each. */
const FEW = 4;

const all = <Column extends string>(name: string) =>
  table<Column>(new URL(`contract-tests/manifest/${name}.tsv`, root));
/** `scripts/x.ts:12` without the line, which every edit moves. */
const fileOf = (where: string): string => where.replace(/:\d+$/, '');
const distinct = (files: readonly string[]): string[] => [...new Set(files)].sort();
const documentOf = (id: string): string => id.slice(0, id.indexOf('/'));
const exampleFile = (id: string): string => `openapi/${id.replace('/', '/examples/')}`;

function deviationAnchors(): ReadonlyMap<string, string> {
  const page = readFileSync(new URL('docs/DEVIATIONS.md', root), 'utf8');
  const anchors = anchorsOf(page);
  return new Map(
    readEvidence().deviations.map(({ id, where }) => {
      const line = Number(where.slice(where.lastIndexOf(':') + 1)) - 1;
      return [id, anchors.findLast((heading) => heading.line < line)?.anchor ?? ''] as const;
    }),
  );
}

function ruleFacts(): RuleFacts[] {
  const evidence = readEvidence();
  const accounts = new Map(account(evidence).rules.map((rule) => [rule.id, rule]));
  const reasons = new Map(evidence.open.map(({ id, reason }) => [id, reason]));
  const anchors = deviationAnchors();
  return all<'id' | 'section' | 'kind' | 'basis' | 'statement'>('rules').map((rule) => ({
    ...rule,
    status: accounts.get(rule.id)?.status ?? 'missing',
    tests: distinct((accounts.get(rule.id)?.tests ?? []).map(fileOf)),
    deviation: anchors.get(rule.id),
    openFor: reasons.get(rule.id),
  }));
}

function operationFacts(
  transactions: readonly Transaction[],
  rules: readonly RuleFacts[],
): (OperationFacts & { document: string })[] {
  const handlerOf = handlerFiles();
  const tags = new Map(operationsOfContract().map(({ operationId, tags }) => [operationId, tags[0] ?? '']));
  const testsOf = new Map(rules.map(({ id, tests }) => [id, tests]));
  const aboutOf = all<'id' | 'operations'>('rules').map(({ id, operations }) => ({
    id,
    operations: operations.split(','),
  }));
  return all<keyof Operation>('operations').map((operation) => ({
    ...operation,
    handler: handlerOf(tags.get(operation.id) ?? ''),
    tests: distinct(
      aboutOf
        .filter(({ operations }) => operations.length <= FEW && operations.includes(operation.id))
        .flatMap(({ id }) => testsOf.get(id) ?? []),
    ),
    transactions: transactions.filter(({ operationId }) => operationId === operation.id).length,
  }));
}

function payloadFacts(transactions: readonly Transaction[]): PayloadFacts[] {
  const shown = new Set([...examplesOfContract(), ...fragmentsOfContract()].map(({ id }) => id));
  const used = transactions.flatMap(({ exampleId, requestExampleId }) => [exampleId, requestExampleId]);
  return all<Exclude<keyof PayloadFacts, 'file' | 'transactions'>>('examples')
    .filter(isPayload)
    .map((payload) => ({
      ...payload,
      file:
        shown.has(payload.id) && existsSync(new URL(exampleFile(payload.id), root))
          ? exampleFile(payload.id)
          : undefined,
      transactions: used.filter((id) => id === payload.id).length,
    }));
}

function curlFacts(): CurlFacts[] {
  const commands = new Map(
    all<'id' | 'command'>('curl-commands').map(({ id, command }) => [id, command] as const),
  );
  return all<'id' | 'operation' | 'media_type'>('examples')
    .filter(({ media_type }) => media_type === 'curl')
    .map(({ id, operation }) => ({ id, operation, command: commands.get(id) }));
}

/** Reads everything that the page is made of; documents in the order of the manifest. */
export function readFacts(): DocumentFacts[] {
  const transactions: Transaction[] = JSON.parse(
    readFileSync(new URL('generated/conformance/expected.json', root), 'utf8'),
  );
  const rules = ruleFacts();
  const operations = operationFacts(transactions, rules);
  const payloads = payloadFacts(transactions);
  const curlCommands = curlFacts();
  return [...new Set(operations.map(({ document }) => document))].map((document) => {
    const of = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
      rows.filter(({ id }) => documentOf(id) === document);
    return {
      document,
      served: isServed(`${document}/`),
      operations: of(operations),
      payloads: of(payloads),
      curlCommands: of(curlCommands),
      rules: of(rules),
    };
  });
}
