import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContract } from '../../src/cli/contract.ts';
import { differences } from '../../src/profile/differences.ts';
import { profileNames } from '../../src/profile/profile.ts';
import { expectFault, type Format } from '../support/faults.ts';
import { type ServerProcess, startServer } from '../support/server.ts';
import { send } from '../support/wire.ts';

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
  readonly responses: Readonly<Record<string, object>>;
}

// The contract is linted: what has an operationId is an operation.
const operations = Object.entries(readContract('released').paths as Record<string, Record<string, Operation>>)
  .flatMap(([path, item]) => Object.entries(item).map(([method, operation]) => ({ method, path, operation })))
  .filter(({ operation }) => operation.responses?.['422'] !== undefined)
  .map(({ method, path, operation }) => ({
    name: operation.operationId,
    method: method.toUpperCase(),
    path: path.replace('{tenant_id}', 'dev').replaceAll(/\{\w+\}/g, '56a3bd34-a90d-11e2-8e41-0b0cf7a1e2f1'),
    hasXml: 'application/xml' in (operation.requestBody?.content ?? {}),
  }));

const json = { 'Content-Type': 'application/json' };
const xml = { 'Content-Type': 'application/xml' };

/** Bodies that no operation takes, in the format that is asked for in answer. */
const bodies = [
  { what: 'no body', format: 'json', headers: {}, body: undefined },
  { what: 'an empty body', format: 'json', headers: json, body: '' },
  { what: 'an empty object', format: 'json', headers: json, body: '{}' },
  { what: 'another wrapper', format: 'json', headers: json, body: '{"foo": {"size": 1}}' },
  {
    what: 'a text in the wrapper',
    format: 'json',
    headers: json,
    body: '{"volume": "string", "snapshot": "string", "volumeAttachment": "string"}',
  },
  {
    what: 'null in the wrapper',
    format: 'json',
    headers: json,
    body: '{"volume": null, "snapshot": null, "volumeAttachment": null}',
  },
  { what: 'an array', format: 'json', headers: json, body: '[{"volume": {"size": 1}}]' },
  { what: 'a text', format: 'json', headers: json, body: '"volume"' },
  { what: 'no body', format: 'xml', headers: xml, body: undefined },
  { what: 'another root', format: 'xml', headers: xml, body: '<foo size="1"/>' },
] as const;

describe.each(profileNames)('a body that is not what it should be, %s', (profile) => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ args: ['--profile', profile] });
  });
  afterAll(async () => void (await server.stop()));

  const ask = (
    { method, path }: (typeof operations)[number],
    format: Format,
    headers: Record<string, string>,
    body: string | undefined,
  ) =>
    send(server.url, {
      method,
      path,
      headers: { ...headers, Accept: `application/${format}` },
      ...(body === undefined ? {} : { body }),
    });

  it('is one of operations that are there', () => {
    expect(operations.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'hp-block-storage-v1/create-volume',
        'hp-block-storage-v1/create-snapshot',
        'hp-block-storage-v1/attach-volume',
        'cinder-v1/update-volume',
        'cinder-v1/update-snapshot',
        'hp-bock-v1.1/create-volume',
        'hp-bock-v1.1/create-snapshot',
        'hp-bock-v1.1/attach-volume',
      ]),
    );
  });

  const cases = operations.flatMap((operation) =>
    bodies
      .filter(({ format }) => format === 'json' || operation.hasXml)
      .map((sent) => ({ name: operation.name, ...sent, operation })),
  );

  it.each(cases)('$name refuses $what in $format', async ({ operation, format, headers, body }) => {
    const answer = await ask(operation, format, headers, body);
    const fault = expectFault(answer, differences.unprocessable[profile], format, operation.path);
    if (profile === 'released') expect(fault.message).toBe('Unable to process the contained instructions');
  });

  it.each(operations)(
    '$name passes over a body that it cannot read, or says that it cannot',
    async (operation) => {
      for (const headers of [{ 'Content-Type': 'application/x-yaml' }, {}])
        expectFault(
          await ask(operation, 'json', headers, 'volume: {size: 1}'),
          differences.unreadableBody[profile],
          'json',
          operation.path,
        );
    },
  );

  it.each(operations)('$name calls malformed what is no JSON, and no XML', async (operation) => {
    expectFault(await ask(operation, 'json', json, '{"volume": '), 400, 'json', operation.path);
    if (operation.hasXml)
      expectFault(await ask(operation, 'xml', xml, '<volume'), 400, 'xml', operation.path);
  });
});
