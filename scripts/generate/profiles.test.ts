import { describe, expect, it } from 'vitest';
import { ofProfile } from './profiles.ts';
import { CannotGenerate } from './report.ts';

const responses = {
  '200': { description: 'ok', 'x-profile': 'documented' },
  '202': { description: 'accepted', 'x-profile': 'released' },
  '400': { description: 'bad' },
};

describe('the contract of a profile', () => {
  it('has what is marked for it, and what is not marked', () => {
    expect(ofProfile({ responses }, 'documented')).toEqual({
      responses: { '200': { description: 'ok' }, '400': { description: 'bad' } },
    });
    expect(ofProfile({ responses }, 'released')).toEqual({
      responses: { '202': { description: 'accepted' }, '400': { description: 'bad' } },
    });
  });

  it('has its own members in the place of others, and the order of members as it was', () => {
    const media = {
      'x-xml-namespaces': { backups: 'v1.1' },
      'x-profiles': { released: { 'x-xml-namespaces': { backups: 'v1' } } },
      schema: {},
    };
    expect(JSON.stringify(ofProfile(media, 'documented'))).toBe(
      '{"x-xml-namespaces":{"backups":"v1.1"},"schema":{}}',
    );
    expect(ofProfile(media, 'released')).toEqual({ 'x-xml-namespaces': { backups: 'v1' }, schema: {} });
  });

  it('has no choice where one alternative is left', () => {
    const id = {
      oneOf: [
        { type: 'integer', 'x-profile': 'documented' },
        { type: 'string', 'x-profile': 'released' },
      ],
      description: 'The identifier.',
    };
    expect(ofProfile(id, 'documented')).toEqual({ type: 'integer', description: 'The identifier.' });
    expect(ofProfile(id, 'released')).toEqual({ type: 'string', description: 'The identifier.' });
    const choice = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
    expect(ofProfile(choice, 'documented')).toEqual(choice);
  });

  it('does not refer to what it does not have, nor has what nothing in it refers to', () => {
    const contract = {
      responses: {
        '200': { $ref: '#/components/responses/Ok' },
        '422': { $ref: '#/components/responses/No' },
      },
      components: {
        responses: {
          Ok: { description: 'ok' },
          No: { 'x-profile': 'released', schema: { $ref: '#/components/schemas/Fault' } },
        },
        schemas: { Fault: { items: { $ref: '#/components/schemas/Part' } }, Part: {} },
        securitySchemes: { token: {} },
      },
    };
    expect(ofProfile(contract, 'documented')).toEqual({
      responses: { '200': { $ref: '#/components/responses/Ok' } },
      components: { responses: { Ok: { description: 'ok' } }, schemas: {}, securitySchemes: { token: {} } },
    });
    const released = structuredClone(contract);
    Reflect.deleteProperty(released.components.responses.No, 'x-profile');
    expect(ofProfile(contract, 'released')).toEqual(released);
  });

  it('cannot be made when a mark names no profile', () => {
    expect(() => ofProfile({ a: [{ 'x-profile': 'relaesed' }] }, 'documented')).toThrow(CannotGenerate);
    expect(() => ofProfile({ 'x-profiles': { relaesed: {} } }, 'documented')).toThrow(CannotGenerate);
  });
});
