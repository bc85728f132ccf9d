import { describe, expect, it } from 'vitest';
import type { PlacedOperation } from '../support/contract.ts';
import { listing, shortfalls, sumOf } from './judge.ts';
import { partsOf } from './parts.ts';

const operation = (operationId: string, method: string, path: string): PlacedOperation => ({
  operationId,
  method,
  path,
  tags: [],
  'x-document': 'd',
  'x-section': '1',
  responses: {},
});
const list = operation('d/list', 'GET', '/{tenant_id}/things');
const versions = operation('d/versions', 'GET', '/');

describe('a run of schemathesis', () => {
  it('is worth nothing for an operation that got few requests or none', () => {
    expect(shortfalls([list], { 'd/list': { 200: 150, 400: 49 } })).toEqual([
      'd/list got 199 requests, too few to tell anything',
    ]);
    expect(shortfalls([list, versions], {})).toHaveLength(2);
  });

  it('is enough with two hundred, and with one where every request is the same', () => {
    expect(
      shortfalls([list, versions], { 'd/list': { 200: 150, 400: 50 }, 'd/versions': { 200: 1 } }),
    ).toEqual([]);
  });

  it('is shown with the answers of each operation', () => {
    expect(listing([versions], { 'd/versions': { 405: 2, 200: 1 } })).toMatch(
      /^d\/versions +3 {3}200: 1, 405: 2\n$/,
    );
  });
});

describe('the parts of a run', () => {
  const of = (document: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({
      ...operation(`${document}/${index}`, 'GET', '/'),
      'x-document': document,
    }));

  it('keep documents in one piece and are about as long', () => {
    const all = [...of('a', 20), ...of('b', 13), ...of('c', 6), ...of('d', 27)];
    const parts = partsOf(all, all, 2);
    const sizes = parts.map((part) => part.length).sort((a, b) => a - b);
    expect(sizes).toEqual([33, 33]);
    for (const document of ['a', 'b', 'c', 'd']) {
      expect(parts.filter((part) => part.some((of) => of['x-document'] === document))).toHaveLength(1);
    }
  });

  it('have what makes the resources that a document has no operation to make', () => {
    const [neighbour] = of('cinder-v1', 1);
    const maker = { ...operation('hp-block-storage-v1/create-volume', 'POST', '/'), 'x-document': 'other' };
    if (neighbour === undefined) throw new Error('there is no operation');
    expect(partsOf([neighbour], [...of('other', 3), maker, neighbour], 2)).toEqual([[maker, neighbour]]);
  });

  it('count together what an operation got in each', () => {
    expect(sumOf([{ a: { 200: 1, 404: 2 } }, { a: { 200: 3 }, b: { 200: 1 } }])).toEqual({
      a: { 200: 4, 404: 2 },
      b: { 200: 1 },
    });
  });
});
