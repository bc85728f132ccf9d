import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differences } from '../profile/differences.ts';
import type { ProfileName } from '../profile/profile.ts';
import { exampleProblems } from './differences.ts';

const NOW = Date.parse('2026-01-02T03:04:05Z');
const ID = 'f4a2e9f3-1111-4222-8333-444455556666';
const example = 'hp-block-storage-v1/4.5.1.4/create-volume-response.json';
const documented = {
  volume: { id: 'b6f6b5fb-ba09-44c9-a263-b4acbdbf1d38', size: 1, created_at: '2013-01-30T13:38:50.411386' },
};

const problems = (volume: object, exampleId = example) =>
  exampleProblems(
    exampleId,
    documented,
    { volume },
    { profile: 'documented', request: undefined, answer: { volume }, from: NOW, to: NOW },
  );

describe('an answer beside its example', () => {
  const right = { id: ID, size: 1, created_at: '2026-01-02T03:04:05.000000' };

  it('may have another id and another time where differences.json says so', () => {
    expect(problems(right)).toEqual([]);
  });

  it.each([
    ['an id that is none', { ...right, id: 'mine' }],
    ['another value', { ...right, size: 2 }],
    ['another type', { ...right, size: '1' }],
    ['an extra member', { ...right, host: 'a' }],
    ['a member that is missing', { id: right.id, created_at: right.created_at }],
    ['a time of another layout', { ...right, created_at: '2026-01-02 03:04:05' }],
    ['a time that is not that of the run', { ...right, created_at: '2013-01-30T13:38:50.411386' }],
  ])('may not have %s', (_, volume) => {
    expect(problems(volume)).toHaveLength(1);
  });

  it('may have another id only where something is made', () => {
    expect(problems(right, 'hp-block-storage-v1/4.5.1.3/get-volume-details-response.json')).toMatchObject([
      { path: '/volume/id' },
    ]);
  });

  const list = 'hp-block-storage-v1/4.5.3.1/list-backups-response.xml';
  const backups = (...ids: number[]) => ({ backups: ids.map((id) => ({ id, status: 'available' })) });
  const listed = (real: object) =>
    exampleProblems(list, backups(1, 2), real, {
      profile: 'documented',
      request: undefined,
      answer: real,
      from: NOW,
      to: NOW,
    });

  it('may list more than the example, but has all of it in its order', () => {
    expect(listed(backups(5, 1, 7, 2))).toEqual([]);
    expect(listed(backups(1))).not.toEqual([]);
    expect(listed(backups(2, 1))).not.toEqual([]);
    expect(listed(backups(1, 1, 2))).not.toEqual([]);
  });
});

describe('an answer in the profile released', () => {
  const name = 'hp-block-storage-v1/4.5.3.3/get-backup-details-response.json';
  const shown = { id: ID, display_name: null, display_description: null };
  const links = (...ids: string[]) =>
    ids.map((id, i) => ({ rel: ['self', 'bookmark'][i], href: `http://there/v1/t/backups/${id}` }));
  const beside = (profile: ProfileName, members: object) => {
    const given = Object.entries({ ...shown, ...members }).filter(([, value]) => value !== undefined);
    const answer = { backup: Object.fromEntries(given) };
    return exampleProblems(name, { backup: shown }, answer, {
      ...{ profile, request: undefined, answer, from: NOW, to: NOW },
    });
  };
  const more = { name: null, description: null, links: links(ID, ID) };

  it('may have what the services had besides, and there alone', () => {
    expect(beside('released', more)).toEqual([]);
    expect(beside('documented', more)).toHaveLength(3);
  });

  it.each([
    ['a name that is not its own', { name: 'other' }],
    ['links to something else', { links: links(ID, ID.replace('f', 'a')) }],
    ['one link', { links: links(ID) }],
    ['links that are none', { links: ID }],
    ['links of another collection', { links: [{ rel: 'self', href: 'http://there/v1/t/volumes/1' }] }],
    ['what the services did not have', { host: 'a' }],
    ['no name, where they had one', { name: undefined }],
  ])('may not have %s', (_, members) => {
    expect(beside('released', { ...more, ...members })).toHaveLength(1);
  });

  it('says of which row of the table each place is', () => {
    const rows = JSON.parse(readFileSync(new URL('differences-released.json', import.meta.url), 'utf8'));
    for (const { reason, rule } of rows) {
      const [id] = reason.split(':');
      expect(Object.keys(differences)).toContain(id);
      if (id === 'gigabytesExceeded')
        expect(rule).toBe(`is:${JSON.stringify(differences.gigabytesExceeded.released.volume)}`);
    }
  });
});
