import { describe, expect, test } from 'vitest';
import type { Contract, Operation } from './contract.ts';
import { documentOf, layersOf } from './layers.ts';
import { CannotGenerate } from './report.ts';
import { body, operation } from './testing.ts';
import { type Transaction, transactionsOf } from './transactions.ts';

const D = 'hp-block-storage-v1';
const HOME = `${D}/create-volume`;

const contract: Contract = { openapi: '3.0.3', info: { title: 'test', version: '1' }, paths: {} };
const documented = (given: Partial<Operation>) => operation({ document: D, ...given });
const list = documented({
  id: `${D}/list-volumes`,
  responses: {
    '200': body(`${D}/1/list.json`, `${D}/1/list.xml`),
    '400': body(`${D}/4.4/bad.json`),
    '401': body('common/unauthorized.json', 'common/unauthorized.xml'),
  },
});
const create = documented({
  id: HOME,
  method: 'post',
  request: body(`${D}/2/create-request.json`, `${D}/2/create-request.xml`),
  responses: {
    '200': body(`${D}/2/create.json`, `${D}/2/create.xml`),
    '400': body(`${D}/4.4/bad.json`, 'common/other.xml'),
  },
});
const remove = documented({
  id: `${D}/delete-volume`,
  method: 'delete',
  path: '/v1/{tenant_id}/volumes/{volume_id}',
  parameters: [{ name: 'volume_id', in: 'path', schema: { example: 7 } }],
  responses: { '202': {}, '401': body('common/unauthorized.json', 'common/unauthorized.xml') },
});

const told = ({ operation: { id }, status, response, request, responseMediaType }: Transaction) =>
  [id.replace(`${D}/`, ''), status, response?.id ?? responseMediaType, request?.id].join(' ').trim();

describe('transactions', () => {
  test('each response example of an operation is exercised, in its own media type', () => {
    expect(transactionsOf(contract, [list, create]).map(told)).toEqual(
      expect.arrayContaining([`list-volumes 200 ${D}/1/list.json`, `list-volumes 200 ${D}/1/list.xml`]),
    );
  });

  test('the request is in the format of the response', () => {
    const [json, xml] = transactionsOf(contract, [create]);
    expect([json?.request?.id, xml?.request?.id]).toEqual([
      `${D}/2/create-request.json`,
      `${D}/2/create-request.xml`,
    ]);
  });

  test('the request is the one that the document shows with the response, where it shows several', () => {
    const ids = (direction: string) =>
      ['json', 'xml'].flatMap((format) =>
        ['create', 'create-copy'].map((name) => `${D}/2/${name}-${direction}.${format}`),
      );
    const several = {
      ...create,
      request: body(...ids('request')),
      responses: { '200': body(...ids('response')) },
    };
    const transactions = transactionsOf(contract, [several]);
    expect(transactions.map(told).filter((text) => text.endsWith('json'))).toEqual([
      `create-volume 200 ${D}/2/create-response.json ${D}/2/create-request.json`,
      `create-volume 200 ${D}/2/create-copy-response.json ${D}/2/create-copy-request.json`,
    ]);
  });

  test('a response that another one supersedes is left out', () => {
    const responses = { '200': { 'x-superseded-by': '202' }, ...remove.responses };
    const statuses = transactionsOf(contract, [{ ...remove, responses }]).map(({ status }) => status);
    expect(statuses).toEqual([202, 202, 401, 401]);
  });

  test('a shared example is exercised once, at home; one of no document is not, except unauthorized', () => {
    const errors = transactionsOf(contract, [list, create])
      .filter(({ status }) => status >= 400)
      .map(told);
    expect(errors).toEqual([
      'list-volumes 401 common/unauthorized.json',
      'list-volumes 401 common/unauthorized.xml',
      `create-volume 400 ${D}/4.4/bad.json ${D}/2/create-request.json`,
    ]);
  });

  test('a success without a body is asked for in every media type of the operation', () => {
    const accepted = transactionsOf(contract, [remove]).filter(({ status }) => status === 202);
    expect(accepted.map(({ responseMediaType }) => responseMediaType)).toEqual([
      'application/json',
      'application/xml',
    ]);
  });

  test('what no document describes is left out', () => {
    expect(transactionsOf(contract, [{ ...list, section: null }])).toEqual([]);
  });

  test('an example that would not be exercised is an error', () => {
    const second = { ...create, request: body(`${D}/2/create-request.json`, `${D}/2/another.json`) };
    expect(() => transactionsOf(contract, [{ ...second, responses: {} }])).toThrow(CannotGenerate);
  });
});

test('a success or a refusal without an example is an error', () => {
  const silent = { '200': body(`${D}/1/list.json`), '401': body('common/unauthorized.json') };
  expect(() => transactionsOf(contract, [{ ...list, responses: silent }])).toThrow(
    `No example for ${D}/list-volumes 200 application/xml, ${D}/list-volumes 401 application/xml`,
  );
});

describe('layers', () => {
  const layers = layersOf(transactionsOf(contract, [list, create, remove]));

  test('a layer has each operation once at most, and all layers have every transaction', () => {
    for (const { transactions } of layers) {
      const ids = transactions.map(({ operation: { id } }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
    expect(layers.flatMap(({ transactions }) => transactions)).toHaveLength(4 + 3 + 4);
  });

  test('no two transactions have one name', () => {
    const names = layers.flatMap(({ transactions }) => transactions.map(({ name }) => name));
    expect(new Set(names).size).toBe(names.length);
  });

  test('a token is sent with everything but what shall be refused for the lack of one', () => {
    for (const layer of layers) {
      const sent = layer.transactions.map(({ status }) => status !== 401);
      const text = JSON.stringify(documentOf(layer));
      expect(text.split('X-Auth-Token').length - 1).toBe(sent.filter(Boolean).length);
    }
  });

  test('a path parameter without an example is an error, because Dredd could not fill in the path', () => {
    const bare = { ...remove, parameters: [{ name: 'volume_id', in: 'path' as const }] };
    const [layer] = layersOf(transactionsOf(contract, [bare]));
    expect(() => layer && documentOf(layer)).toThrow(/volume_id of hp-block-storage-v1\/delete-volume/);
  });
});
