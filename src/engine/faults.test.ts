import { describe, expect, it } from 'vitest';
import { EngineFault, faultCatalogue } from './faults.ts';

describe('faults', () => {
  it('say what they are, of what sort, and to whom it happened [hp-block-storage-v1/4.4/error-message-readable]', () => {
    const cause = new Error('disk');
    const fault = new EngineFault('volumeNotFound', { id: 'x' }, { cause });
    expect(fault).toBeInstanceOf(Error);
    expect(fault).toMatchObject({
      name: 'EngineFault',
      kind: 'volumeNotFound',
      category: 'notFound',
      params: { id: 'x' },
      message: 'Volume x could not be found.',
      cause,
    });
  });

  it('have the sentences that the documents show', () => {
    const sentences = [
      new EngineFault('volumeSizeExceedsQuota', { limit: 1000, size: 1001 }),
      new EngineFault('volumeLimitExceeded', { limit: 10, size: 1 }),
      new EngineFault('backupNotFound', { id: 7 }),
      new EngineFault('sizeInvalid', { size: undefined }),
      new EngineFault('deviceInUse', { device: '/dev/vdb' }),
    ].map(({ message }) => message);
    expect(sentences).toEqual([
      'VolumeSizeExceedsAvailableQuota: Requested volume exceeds allowed volume size quota',
      'VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded',
      'Backup 7 could not be found.',
      "Invalid input received: Volume size 'None' must be an integer and greater than 0",
      'The supplied device path (/dev/vdb) is in use.',
    ]);
  });

  it('never give back a long input whole, nor break on anything that a caller can send', () => {
    const long = 'x'.repeat(10_000);
    const anything = new Proxy({}, { get: () => long });
    for (const entry of Object.values(faultCatalogue)) {
      // Every entry takes an object of texts and numbers; this one has all members.
      const message = (entry.message as (params: object) => string)(anything);
      expect(message.length).toBeLessThan(25_000);
    }
    for (const kind of ['volumeNotFound', 'snapshotNotFound', 'serverNotFound', 'volumeIdInvalid'] as const) {
      expect(new EngineFault(kind, { id: long }).message.length).toBeLessThan(400);
    }
  });

  it('take the parameters of their kind only', () => {
    // @ts-expect-error -- a volume is named by its id
    new EngineFault('volumeNotFound', { name: 'x' });
    // @ts-expect-error -- there is no such kind
    expect(() => new EngineFault('volumeLost', { id: 'x' })).toThrow();
  });
});
