import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { type Contract, operationsOf } from './contract.ts';
import { HEADER } from './header.ts';
import { documentOf, layersOf, type NamedTransaction } from './layers.ts';
import type { Places } from './places.ts';
import type { Done } from './report.ts';
import { transactionsOf, unshownResponses } from './transactions.ts';

/**
 * Dredd's inputs: generated/conformance/<document>-*.yaml, and expected.json, the list of every transaction that
 * a complete run must report. responses.json lists the documented responses that no transaction shows.
 */
export async function writeConformance(contract: Contract, places: Places): Promise<Done<void>> {
  const folder = join(places.staging, 'conformance');
  await mkdir(folder);
  const operations = operationsOf(contract);
  const transactions = transactionsOf(contract, operations);
  const layers = layersOf(transactions);
  for (const layer of layers) {
    // Dredd reads YAML 1.1, where `no` and `1_000` would not be text.
    const yaml = stringify(documentOf(layer), { version: '1.1', lineWidth: 0, aliasDuplicateObjects: false });
    await writeFile(join(folder, `${layer.title}.yaml`), `# ${HEADER}\n${yaml}`);
  }
  const expected = layers.flatMap(({ transactions }) => transactions.map(expectation));
  await writeFile(join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  const unshown = unshownResponses(operations, transactions);
  await writeFile(join(folder, 'responses.json'), `${JSON.stringify(unshown, null, 2)}\n`);
  return {
    did: `conformance/: ${expected.length} transactions in ${layers.length} layers`,
    value: undefined,
  };
}

function expectation({
  name,
  operation,
  status,
  responseMediaType,
  response,
  request,
}: NamedTransaction): object {
  return {
    name,
    operationId: operation.id,
    exampleId: response?.id ?? null,
    status,
    requestMediaType: request?.mediaType ?? null,
    responseMediaType,
    requestExampleId: request?.id ?? null,
  };
}
