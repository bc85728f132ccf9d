import { describe, expect, it } from 'vitest';
import { hashSecret, isBrokenHash, secretCheck } from './secrets.ts';

describe('a secret', () => {
  it('is right when it is the one that is stored, as it is or hashed', async () => {
    const hashed = await hashSecret('hidden');
    const check = secretCheck(['plain', hashed]);
    expect(await check('plain', 'plain')).toBe(true);
    expect(await check(hashed, 'hidden')).toBe(true);
  });

  it('is wrong otherwise, also when it is the stored text of a hashed one', async () => {
    const hashed = await hashSecret('hidden');
    const check = secretCheck(['plain', hashed]);
    for (const given of ['plain ', '', 'hidden', hashed])
      expect(await check('plain', given), given).toBe(false);
    for (const given of ['Hidden', '', 'plain', hashed])
      expect(await check(hashed, given), given).toBe(false);
  });

  it('of nobody is wrong, whatever it is', async () => {
    const hashed = await hashSecret('hidden');
    for (const all of [['plain'], ['plain', hashed], []]) {
      for (const given of ['plain', 'hidden', '', 'undefined']) {
        expect(await secretCheck(all)(undefined, given)).toBe(false);
      }
    }
  });

  it('is hashed with a salt of its own', async () => {
    const hashes = await Promise.all([hashSecret('same'), hashSecret('same')]);
    expect(hashes[0]).toMatch(/^scrypt:[\w-]{22}:[\w-]{43}$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('takes as long to check for nobody as for somebody, however it is stored', async () => {
    const hashed = await hashSecret('hidden');
    const check = secretCheck(['plain', hashed]);
    const cpu = async (stored: string | undefined): Promise<number> => {
      const before = process.cpuUsage();
      for (let round = 0; round < 3; round += 1) await check(stored, 'guess');
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const [nobody, plain, other] = [await cpu(undefined), await cpu('plain'), await cpu(hashed)];
    // Without the work of the others each would be a hundred times faster.
    expect(Math.max(nobody, plain, other) / Math.min(nobody, plain, other)).toBeLessThan(5);
  });

  it('that starts like a hashed one and is none is known as such', async () => {
    expect(['scrypt:', 'scrypt:a:b', `${await hashSecret('x')}=`].map(isBrokenHash)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['', 'plain', 'scrypt', await hashSecret('x')].map(isBrokenHash)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
