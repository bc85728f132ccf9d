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

  it('cannot be made when a mark names no profile', () => {
    expect(() => ofProfile([{ 'x-profile': 'relaesed' }], 'documented')).toThrow(CannotGenerate);
    expect(() => ofProfile({ 'x-profiles': { relaesed: {} } }, 'documented')).toThrow(CannotGenerate);
  });
});
