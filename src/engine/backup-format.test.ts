import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newBackup } from '../catalog/testing.ts';
import { CHUNK_BYTES, chunkName, newManifest, objectPrefixOf, parseManifest } from './backup-format.ts';
import { createChunkDigest } from './chunk-digest.ts';
import { PermanentFailure } from './job-handler.ts';

describe('names of backup objects', () => {
  it('are those of the document [hp-block-storage-v1/4.5.3.4/object-names]', () => {
    const backup = {
      ...newBackup({
        volumeId: '795114e8-7489-40be-a978-83797f2c1dd3',
        createdAt: Date.UTC(2013, 0, 31, 12, 43, 31, 999) * 1000,
      }),
      serial: 1,
      volumeSerial: 0,
    };
    expect(chunkName(objectPrefixOf(backup, 'az1'), 1)).toBe(
      'volume_795114e8-7489-40be-a978-83797f2c1dd3/20130131124331/az_az1_backup_1-00001',
    );
  });
});

describe('the metadata object', () => {
  const chunk = { name: 'a-00001', length: 10, sha256: 'ff', zero: false };
  const manifest = newManifest({ volumeId: 'v', bytes: 20, chunks: [chunk, { ...chunk, name: 'a-00002' }] });

  it('reads back as it was written', () => {
    expect(manifest.chunkBytes).toBe(CHUNK_BYTES);
    expect(parseManifest(JSON.stringify(manifest))).toEqual(manifest);
  });

  it('is refused when it is damaged or from another version', () => {
    const damaged = [
      '',
      '{',
      'null',
      '[]',
      '{}',
      JSON.stringify({ ...manifest, version: 2 }),
      JSON.stringify({ ...manifest, format: 'other' }),
      JSON.stringify({ ...manifest, bytes: 21 }),
      JSON.stringify({ ...manifest, chunks: undefined }),
      JSON.stringify({ ...manifest, chunks: [chunk, null] }),
      JSON.stringify({
        ...manifest,
        chunks: [
          { ...chunk, length: -10 },
          { ...chunk, length: 30 },
        ],
      }),
      JSON.stringify({ ...manifest, chunks: [chunk, { ...chunk, sha256: 1 }] }),
    ];
    for (const text of damaged) expect(() => parseManifest(text), text).toThrow(PermanentFailure);
  });
});

describe('the digest of a chunk', () => {
  const zeros = (length: number) => Buffer.alloc(length);

  it.each([
    ['nothing', []],
    ['zeros', [zeros(1_048_576), zeros(5)]],
    ['data', [Buffer.from('data')]],
    ['zeros before data', [zeros(70_000), zeros(1_500_000), Buffer.from('data')]],
    ['zeros behind data', [Buffer.from('data'), zeros(70_000)]],
  ])('is SHA-256 of %s', (_, pieces: Buffer[]) => {
    const digest = createChunkDigest();
    for (const piece of pieces) digest.update(piece);
    const whole = Buffer.concat(pieces);
    expect(digest.isZero()).toBe(whole.equals(zeros(whole.length)));
    expect(digest.sha256()).toBe(createHash('sha256').update(whole).digest('hex'));
  });
});
