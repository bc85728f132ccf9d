import { describe, expect, test } from 'vitest';
import { constantOf, fileOf, inOrderOfRegistration, namesOf } from './annotate.ts';
import { CannotGenerate } from './report.ts';
import { operation } from './testing.ts';

describe('order of registration', () => {
  test('a literal path comes before a parameter in the same place, whatever the operations are called', () => {
    const shadowing = [
      operation({ id: 'd/a', path: '/v1/{tenant_id}/volumes/{volume_id}' }),
      operation({ id: 'd/z', path: '/v1/{tenant_id}/volumes/detail' }),
      operation({ id: 'd/m', path: '/v1/{tenant_id}/volumes' }),
    ];
    expect(inOrderOfRegistration(shadowing).map(({ id }) => id)).toEqual(['d/m', 'd/z', 'd/a']);
  });

  test('methods of one path stay in the order of the contract', () => {
    const both = [operation({ id: 'd/get', method: 'get' }), operation({ id: 'd/post', method: 'post' })];
    expect(inOrderOfRegistration(both)).toEqual(both);
  });
});

describe('names', () => {
  test('a tag gives a constant and a file', () => {
    expect(constantOf('hp-block-storage-v1/volumes')).toBe('hpBlockStorageV1Volumes');
    expect(constantOf('hp-bock-v1.1/volumes')).toBe('hpBockV11Volumes');
    expect(fileOf('hp-bock-v1.1/volumes')).toBe('hp-bock-v1-1-volumes');
  });

  test('an operation gives a handler, a route of the router and a place in its document', () => {
    const names = namesOf(
      operation({ id: 'd/get-volume-details', path: '/v1/{tenant_id}/volumes/{volume_id}' }),
    );
    expect(names).toMatchObject({
      handler: 'getVolumeDetails',
      verb: 'get',
      method: 'GET',
      route: '/v1/:tenant_id/volumes/:volume_id',
      section: '4.5',
    });
  });

  test('an operation without a section prints none', () => {
    expect(namesOf(operation({ section: null }))).not.toHaveProperty('section');
  });

  test('a parameter that the router cannot name is refused', () => {
    expect(() => namesOf(operation({ path: '/v1/{tenant-id}' }))).toThrow(CannotGenerate);
  });
});
