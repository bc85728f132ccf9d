import { describe, expect, test } from 'vitest';
import type { OperationId } from '../../generated/server/contract.ts';
import { operations } from '../../generated/server/operations.ts';
import { readContract } from '../cli/contract.ts';
import { contractValidator } from './contract-validator.ts';
import { HttpFault } from './fault.ts';

const validator = contractValidator(readContract(), operations, { responses: true });
const list = 'hp-block-storage-v1/list-volumes';
const get = 'hp-block-storage-v1/get-volume-details';
const create = 'hp-block-storage-v1/create-volume';
const action = 'cinder-v1/act-on-volume';
const params = { tenant_id: 'dev' };
const of = { ...params, volume_id: 'any' };

function faultOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof HttpFault) return error.message;
    throw error;
  }
}

describe('the contract validator', () => {
  // Schemas are compiled when they are first needed; one that cannot be must not wait for a user.
  test.each(Object.keys(operations) as OperationId[])('%s has schemas that compile', (id) => {
    const check = () => validator.request(id, { params, query: {}, body: {} });
    expect(() => faultOf(check)).not.toThrow();
    expect(validator.response(id, 299, undefined)).toContain('no schema defined');
  });

  test('lets a valid body pass and names the member that is wrong', () => {
    const ofSize = (size: unknown) => ({ params, query: {}, body: { volume: { size } } });
    expect(faultOf(() => validator.request(create, ofSize(1)))).toBeUndefined();
    expect(faultOf(() => validator.request(create, ofSize({})))).toContain('volume.size');
  });

  test('refuses a request without the body that the contract asks for', () => {
    expect(faultOf(() => validator.request(create, { params, query: {}, body: undefined }))).toContain(
      'body',
    );
  });

  test('turns numbers in the query into numbers, and refuses what is none', () => {
    const query: Record<string, unknown> = { limit: '7', unknown: 'x' };
    validator.request(list, { params, query, body: undefined });
    expect(query).toEqual({ limit: 7, unknown: 'x' });
    const wrong = { params, query: { limit: 'many' }, body: undefined };
    expect(faultOf(() => validator.request(list, wrong))).toContain('limit param must be an integer');
  });

  test('takes any text for a part of the path that is any text in the contract', () => {
    const request = { params: { tenant_id: 'dev', volume_id: '%00 é' }, query: {}, body: undefined };
    expect(faultOf(() => validator.request(get, request))).toBeUndefined();
  });

  test('says what is wrong with a response', () => {
    expect(validator.response(list, 200, { volumes: [] })).toBeUndefined();
    expect(validator.response(list, 200, { volumes: 'none' })).toContain('must be array');
    expect(validator.response(list, 404, { itemNotFound: { code: 404, message: 'gone' } })).toBeUndefined();
    expect(validator.response(list, 500, { itemNotFound: { code: 500, message: 'x' } })).toContain(
      'computeFault',
    );
  });

  test('calls a body malformed that has another number of members than it may have', () => {
    const act = (body: object) => faultOf(() => validator.request(action, { params: of, query: {}, body }));
    expect(act({ 'os-reserve': null })).toBeUndefined();
    expect(act({ 'os-dance': null })).toBeUndefined();
    expect(act({ 'os-reserve': null, 'os-detach': null })).toMatch(/^Malformed request body: /);
    expect(act({})).toMatch(/^Malformed request body: /);
    expect(act({ 'os-attach': {} })).toMatch(/^Invalid input received: .*instance_uuid/);
  });

  test('lets a body be left out where the contract says so, and nowhere else', () => {
    expect(validator.response(action, 202, undefined)).toBeUndefined();
    expect(validator.response(action, 202, {})).toContain('os-volume_upload_image');
    expect(validator.response(action, 200, undefined)).toBeDefined();
    expect(validator.response(list, 200, undefined)).toBeDefined();
  });

  test('says nothing of responses when they are not to be checked', () => {
    const silent = contractValidator(readContract(), operations, { responses: false });
    expect(silent.response(list, 200, { volumes: 'none' })).toBeUndefined();
  });
});
