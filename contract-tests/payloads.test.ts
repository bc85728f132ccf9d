import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationId } from '../generated/server/contract.ts';
import { operations } from '../generated/server/operations.ts';
import { type ContractValidator, contractValidator } from '../src/http/contract-validator.ts';
import { canonicalXml } from '../src/http/xml/canonical.ts';
import { xmlCodec } from '../src/http/xml/codec.ts';
import { contract, examplesOfContract, fragmentsOfContract, type PlacedExample } from './support/contract.ts';
import { examples, payloads } from './support/manifest.ts';

const documented = new Set(payloads().map(({ id }) => id));
const placed = examplesOfContract().filter(({ id }) => documented.has(id));
const fragments = fragmentsOfContract().filter(({ id }) => documented.has(id));
const codec = xmlCodec(contract);

/** `hp-block-storage-v1/4.4/x.json` is kept in `openapi/hp-block-storage-v1/examples/4.4/x.json`. */
const pathOf = (id: string) => id.replace('/', '/examples/');
const fileOf = (id: string): Buffer => readFileSync(new URL(`../openapi/${pathOf(id)}`, import.meta.url));

/** As `sha256sum` wrote them from the repaired samples, before they were taken into the contract. */
const digests = new Map(
  readFileSync(new URL('manifest/payloads.sha256', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [digest = '', path = ''] = line.split('  ');
      return [path, digest] as const;
    })
    .filter(([path]) => documented.has(path.replace('/examples/', '/'))),
);

function decoded({ operationId, status, value }: PlacedExample): unknown {
  const text = String(value);
  const result =
    status === undefined
      ? codec.decodeRequest(operationId, text)
      : codec.decodeResponse(operationId, status, text);
  if (!result.ok) throw new Error(result.message);
  return result.model;
}

describe('what a document has lost', () => {
  const lost = examples().filter(({ condition }) => condition === 'lost');

  it.each(lost)('$id says what it was rebuilt from', ({ id }) => {
    const sources = placed.filter((example) => example.id === id).map((example) => example.rebuiltFrom);
    expect(sources).toEqual([expect.stringContaining('/')]);
  });

  it('is all that says so', () => {
    const rebuilt = examplesOfContract().filter(({ rebuiltFrom }) => rebuiltFrom !== undefined);
    expect(rebuilt.map(({ id }) => id).sort()).toEqual(lost.map(({ id }) => id).sort());
  });
});

describe('the values of the documents', () => {
  it('have a digest each', () =>
    expect([...digests.keys()].sort()).toEqual([...documented].map(pathOf).sort()));

  it.each([...documented])('%s is untouched', (id) => {
    expect(createHash('sha256').update(fileOf(id)).digest('hex')).toBe(digests.get(pathOf(id)));
  });

  it.each(placed)('$id is in the bundle as in its file, in $operationId', ({ id, value, format }) => {
    const text = fileOf(id).toString();
    if (format === 'json') expect(value).toEqual(JSON.parse(text));
    else expect(canonicalXml(String(value))).toBe(canonicalXml(text));
  });

  it.each(fragments)('$id is in the bundle as in its file, with the schema $schema', ({ id, value }) => {
    expect(value).toEqual(JSON.parse(fileOf(id).toString()));
  });
});

/** A model as XML can say it: `bootable` is not in XML, so the sibling's word stands in for it. */
function withWhatXmlOmits(model: unknown): unknown {
  if (Array.isArray(model)) return model.map(withWhatXmlOmits);
  if (typeof model !== 'object' || model === null) return model;
  const members = Object.entries(model).map(([name, value]) => [name, withWhatXmlOmits(value)]);
  const isVolume = 'volume_type' in model && 'status' in model;
  return Object.fromEntries(isVolume ? [...members, ['bootable', 'false']] : members);
}

describe('the values of the documents are valid', () => {
  let validator: ContractValidator;
  beforeAll(async () => {
    validator = await contractValidator(contract, operations, { responses: true });
  });

  async function violation(
    { operationId, status }: PlacedExample,
    model: unknown,
  ): Promise<string | undefined> {
    // The validator writes defaults into what it checks; ids of the contract are those of its own bundle.
    const body = structuredClone(model);
    const id = operationId as OperationId;
    if (status !== undefined) return validator.response(id, status, body);
    const params = Object.fromEntries(
      [...operations[id].path.matchAll(/:(\w+)/g)].map((match) => [match[1] ?? '', '1']),
    );
    try {
      await validator.request(id, { params, query: {}, body });
      return undefined;
    } catch (error) {
      return String(error);
    }
  }

  const json = placed.filter(({ format }) => format === 'json');
  it.each(json)('$id in $operationId', async (example) => {
    expect(await violation(example, example.value)).toBeUndefined();
  });

  const xml = placed.filter(({ format }) => format === 'xml');
  it.each(xml)('$id in $operationId, decoded', async (example) => {
    const model = decoded(example);
    expect(
      await violation(example, example.status === undefined ? model : withWhatXmlOmits(model)),
    ).toBeUndefined();
  });

  const access = examplesOfContract().find(({ id }) => id === 'identity-v2.0/authenticate-response.json');
  const accessWith = (entry: unknown): unknown => {
    const body = structuredClone(access?.value) as { access: { serviceCatalog: unknown[] } };
    body.access.serviceCatalog = [entry];
    return body;
  };
  it.each(fragments)('$id as an entry of the service catalog', async ({ value, schema }) => {
    expect(schema).toBe('IdentityService');
    const inPlace = access ?? expect.fail('the contract shows no catalog');
    expect(await violation(inPlace, accessWith(value))).toBeUndefined();
    expect(await violation(inPlace, accessWith({ ...(value as object), endpoints: [{}] }))).toBeDefined();
  });

  it('which none of them is under another name', async () => {
    for (const example of json) {
      const [[wrapper = '', inner = {}] = []] = Object.entries(example.value as object);
      expect(await violation(example, { [`not-${wrapper}`]: inner }), example.id).toBeDefined();
    }
  });
});

/** Paths at which two models differ, such as `volumes.1.bootable`. */
function differences(left: unknown, right: unknown, path = ''): string[] {
  const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isBranch(left) || !isBranch(right)) return Object.is(left, right) ? [] : [path];
  const names = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...names].flatMap((name) =>
    differences(Reflect.get(left, name), Reflect.get(right, name), path === '' ? name : `${path}.${name}`),
  );
}

/** What XML has no word for: `bootable` (hp-block-storage-v1/4.5.1.1/xml-omits-bootable). */
const asXmlCanSay = (model: unknown): unknown =>
  JSON.parse(JSON.stringify(model), (name, value) => (name === 'bootable' ? undefined : value));

/** Members that differ between an XML sample and its JSON sibling, and why. */
const siblingsThatDiffer: Readonly<Record<string, { readonly why: string; readonly at: readonly string[] }>> =
  {
    'hp-block-storage-v1/4.4/over-limit.xml': { why: 'a stray quotation mark', at: ['overLimit.message'] },
    'hp-block-storage-v1/4.5.1.1/list-volumes-response.xml': {
      why: 'the JSON sample is cut off after the third of four volumes',
      at: ['volumes.3'],
    },
    'hp-block-storage-v1/4.5.1.4/create-volume-request.xml': {
      why: 'another request',
      at: ['volume.availability_zone', 'volume.display_name', 'volume.display_description'],
    },
    'hp-block-storage-v1/4.5.1.4/create-volume-response.xml': {
      why: 'another volume',
      at: ['volume.availability_zone', 'volume.created_at', 'volume.id'],
    },
    'hp-block-storage-v1/4.5.2.4/create-snapshot-response.xml': {
      why: 'another snapshot',
      at: ['snapshot.created_at', 'snapshot.id'],
    },
    'hp-block-storage-v1/4.5.3.1/list-backups-response.xml': {
      why: 'taken when backup 2 was no longer creating',
      at: ['backups.1.status'],
    },
    'hp-block-storage-v1/4.5.3.3/get-backup-details-response.xml': {
      why: 'another zone of the same backup',
      at: ['backup.availability_zone'],
    },
    'hp-block-storage-v1/4.5.3.4/create-backup-response.xml': {
      why: 'another backup',
      at: ['backup.created_at', 'backup.id'],
    },
    'hp-block-storage-v1/4.5.4.2/attach-volume-request.xml': {
      why: 'another volume, under the other spelling of its name',
      at: ['volumeAttachment.volume_id', 'volumeAttachment.volumeId'],
    },
    'os-bs-2011/1/query-extensions-response.xml': {
      why: 'the description is broken into lines and indented',
      at: ['extensions.0.description'],
    },
  };

describe('an XML payload and its JSON sibling', () => {
  const pairs = placed
    .filter(({ format }) => format === 'xml')
    .map((xml) => ({
      ...xml,
      json: placed.find(({ id }) => id === xml.id.replace(/xml$/, 'json')),
    }));

  it('stand beside each other', () => {
    expect(pairs.filter(({ json }) => json === undefined)).toEqual([]);
    const inXml = payloads().filter(({ media_type }) => media_type === 'xml');
    expect(new Set(pairs.map(({ id }) => id))).toEqual(new Set(inXml.map(({ id }) => id)));
  });

  it.each(pairs)(
    '$id is the same model as its sibling where the document means the same, in $operationId',
    (pair) => {
      const known = siblingsThatDiffer[pair.id]?.at ?? [];
      expect(differences(decoded(pair), asXmlCanSay(pair.json?.value)).sort()).toEqual([...known].sort());
    },
  );
});
