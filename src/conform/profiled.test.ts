import { describe, expect, it } from 'vitest';
import { profileOf } from '../profile/profile.ts';
import { readConformContract } from './contract.ts';
import { statusIn } from './profiled.ts';

const [documented, released] = [profileOf('documented'), profileOf('released')];
const BACKUP = 'hp-block-storage-v1/create-backup';

describe('a status', () => {
  it('is the documented one in the documents’ own profile', () => {
    for (const { id, responses } of readConformContract('documented').operations.values())
      for (const status of responses.keys()) expect(statusIn(documented, id, status)).toBe(status);
  });

  it('is another in the profile released, where the table of differences says so', () => {
    expect(statusIn(released, BACKUP, 200)).toBe(202);
    expect(statusIn(released, BACKUP, 404)).toBe(404);
    expect(statusIn(released, 'hp-block-storage-v1/create-volume', 415)).toBe(422);
    expect(statusIn(released, 'hp-volume-backup-v1.1/create-backup', 200)).toBe(200);
  });

  it('is one that the contract of the profile has, for every documented one', () => {
    const { operations } = readConformContract('released');
    for (const { id, responses } of readConformContract('documented').operations.values())
      for (const status of responses.keys())
        expect([...(operations.get(id)?.responses.keys() ?? [])], `${id} ${status}`).toContain(
          statusIn(released, id, status),
        );
  });
});
