import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalXml } from './canonical.ts';
import { type Contract, type DecodeResult, xmlCodec } from './codec.ts';
import { SchemaReader } from './schema.ts';

interface Example {
  readonly value: unknown;
}

interface BodyOfContract {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, Example>> }>>;
}

interface OperationOfContract {
  readonly operationId?: string;
  readonly requestBody?: BodyOfContract;
  readonly responses?: Readonly<Record<string, BodyOfContract>>;
}

/** One XML example at one place of the contract. */
interface Payload {
  readonly id: string;
  readonly operationId: string;
  /** undefined: a request. */
  readonly status: number | undefined;
  readonly xml: string;
  /** The JSON example of the same name, if there is one. */
  readonly json: unknown;
}

const contractUrl = new URL('../../../generated/openapi.json', import.meta.url);
const contract: Contract = JSON.parse(readFileSync(contractUrl, 'utf8'));
const codec = xmlCodec(contract);
const references = new SchemaReader(contract);

function payloadsOf(operationId: string, body: BodyOfContract, status?: number): Payload[] {
  const { content = {} } = references.resolve(body);
  const xml = content['application/xml']?.examples ?? {};
  const json = content['application/json']?.examples ?? {};
  return Object.entries(xml).map(([id, { value }]) => ({
    id,
    operationId,
    status,
    xml: String(value),
    json: json[id.replace(/\.xml$/, '.json').replace('/compute/', '/')]?.value,
  }));
}

const payloads = Object.values(contract.paths).flatMap((item) =>
  Object.values(item).flatMap(
    ({ operationId = '', requestBody = {}, responses = {} }: OperationOfContract) => [
      ...payloadsOf(operationId, requestBody),
      ...Object.entries(responses).flatMap(([status, body]) => payloadsOf(operationId, body, Number(status))),
    ],
  ),
);

const decode = ({ operationId, status, xml }: Payload): DecodeResult =>
  status === undefined
    ? codec.decodeRequest(operationId, xml)
    : codec.decodeResponse(operationId, status, xml);

const encode = ({ operationId, status }: Payload, model: unknown): string =>
  status === undefined
    ? codec.encodeRequest(operationId, model)
    : codec.encodeResponse(operationId, status, model);

/** Where the document's JSON and XML samples do not mean the same, and how they differ. */
const siblingsThatDiffer: Readonly<Record<string, string>> = {
  'hp-block-storage-v1/4.4/over-limit.xml': 'a stray quotation mark in the message',
  'hp-block-storage-v1/4.5.1.1/list-volumes-response.xml': 'one more volume',
  'hp-block-storage-v1/4.5.1.4/create-volume-request.xml': 'another volume',
  'hp-block-storage-v1/4.5.1.4/create-volume-response.xml': 'another volume',
  'hp-block-storage-v1/4.5.2.4/create-snapshot-response.xml': 'another snapshot',
  'hp-block-storage-v1/4.5.3.1/list-backups-response.xml': 'another status of backup 2',
  'hp-block-storage-v1/4.5.3.3/get-backup-details-response.xml': 'another availability zone',
  'hp-block-storage-v1/4.5.3.4/create-backup-response.xml': 'another backup',
  'hp-block-storage-v1/4.5.4.2/attach-volume-request.xml': 'volume_id for volumeId, another volume',
  'os-bs-2011/1/query-extensions-response.xml': 'the description is broken into lines',
};

describe('the XML payloads of the contract', () => {
  it.each([
    ['hp-block-storage-v1', 23],
    ['os-bs-2011', 33],
  ])('are all those of %s', (document, count) => {
    const ids = new Set(payloads.map(({ id }) => id).filter((id) => id.startsWith(`${document}/`)));
    expect(ids.size).toBe(count);
  });

  it('have a form each, and so has every other body', () => {
    expect(() => xmlCodec(contract).compileAll()).not.toThrow();
  });

  it.each(payloads)('$id decodes and encodes back to the same XML in $operationId', (payload) => {
    const decoded = decode(payload);
    if (!decoded.ok) throw new Error(decoded.message);
    expect(canonicalXml(encode(payload, decoded.model))).toBe(canonicalXml(payload.xml));
  });

  const pairs = payloads.filter(({ json }) => json !== undefined);
  it.each(pairs)(
    '$id says the same as its JSON sibling, or is known to differ, in $operationId',
    (payload) => {
      const same = canonicalXml(encode(payload, payload.json)) === canonicalXml(payload.xml);
      expect(same).toBe(siblingsThatDiffer[payload.id] === undefined);
    },
  );
});
