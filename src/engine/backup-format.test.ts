import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newBackup } from '../catalog/testing.ts';
import {
  CHUNK_BYTES,
  chunkName,
  formatManifest,
  newManifest,
  objectPrefixOf,
  parseManifest,
} from './backup-format.ts';
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
  const chunk = { name: 'a-00001', length: 10, encoding: 'zstd', objectBytes: 7, sha256: 'ff' } as const;
  const zeros = { name: 'a-00002', length: 10, encoding: 'zero', objectBytes: 0 } as const;
  const manifest = newManifest({ volumeId: 'v', bytes: 20, chunks: [chunk, zeros] });
  /** With a digest that is right, whatever it says. */
  const signed = (value: object) =>
    JSON.stringify({
      ...value,
      sha256: createHash('sha256').update(JSON.stringify(value)).digest('hex'),
    });

  it('reads back as it was written', () => {
    expect(manifest.chunkBytes).toBe(CHUNK_BYTES);
    expect(parseManifest(formatManifest(manifest))).toEqual(manifest);
    expect(signed(manifest)).toBe(formatManifest(manifest));
  });

  it.each(
    Object.entries({
      nothing: '',
      'not JSON': '{',
      null: 'null',
      'a list': '[]',
      'of no format': '{}',
      'of another format': signed({ ...manifest, format: 'other' }),
      'short of a byte': signed({ ...manifest, bytes: 21 }),
      'without chunks': signed({ ...manifest, chunks: undefined }),
      'with a chunk of nothing': signed({ ...manifest, chunks: [chunk, null] }),
      'with a chunk of less than nothing': signed({
        ...manifest,
        chunks: [
          { ...chunk, length: -10 },
          { ...zeros, length: 30 },
        ],
      }),
      'without the digest of a chunk': signed({ ...manifest, chunks: [{ ...chunk, sha256: 1 }, zeros] }),
      'with an encoding that nobody knows': signed({
        ...manifest,
        chunks: [{ ...chunk, encoding: 'rot13' }, zeros],
      }),
      'cut off': formatManifest(manifest).slice(0, -1),
      'without its own digest': JSON.stringify(manifest),
      'changed, with data called zeros': formatManifest(manifest).replace(
        '"zstd","objectBytes":7',
        '"zero","objectBytes":0',
      ),
      'changed in a digest': formatManifest(manifest).replace('"ff"', '"fe"'),
    }),
  )('is refused as damaged when it is %s', (_, text) => {
    expect(() => parseManifest(text)).toThrow(
      new PermanentFailure('the metadata object of the backup is damaged'),
    );
  });

  it.each([1, 3, '2', undefined])('is refused with words of its own when its version is %j', (version) => {
    expect(() => parseManifest(signed({ ...manifest, version }))).toThrow(
      /^the backup has format version .*, and this server reads version 2 only$/,
    );
  });
});
