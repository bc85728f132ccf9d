import fc from 'fast-check';

export const KIB = 1024;

// Bytes that are nowhere twice in a row, so that those of another place or of another time are seen to be.
const pool = Buffer.alloc(4 * 1024 * KIB);
for (let word = 0, state = 1; word < pool.length / 4; word += 1) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
  pool.writeInt32LE(state ^ (state >>> 15), word * 4);
}

export const pick = fc.nat(99);

/** Sizes around what a store may count in: sectors, blocks, clusters; most are small, to be fast. */
export const size = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 300 * KIB }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 600 }).map((sectors) => sectors * 512) },
  { weight: 2, arbitrary: fc.constantFrom(4, 64, 128, 256).map((kib) => kib * KIB) },
  { weight: 1, arbitrary: fc.integer({ min: 1024 * KIB, max: 3 * 1024 * KIB }) },
);

/** A part of a volume, as a share of it, so that it shrinks with the volume. */
export const range = fc.record({
  at: fc.nat(4 * 1024 * KIB),
  length: fc.oneof(
    fc.integer({ min: 1, max: 9000 }),
    fc.constantFrom(512, 4096, 8192, 64 * KIB),
    fc.integer({ min: 1, max: 250 * KIB }),
  ),
  align: fc.constantFrom(1, 1, 512, 4096, 4096, 64 * KIB),
});
export type Range = typeof range extends fc.Arbitrary<infer R> ? R : never;

export function placed({ at, length, align }: Range, bytes: Buffer): { offset: number; length: number } {
  const offset = Math.floor((at % bytes.length) / align) * align;
  return { offset, length: Math.min(length, bytes.length - offset) };
}

export const rangeText = ({ at, length, align }: Range) => `{at: ${at}, length: ${length}, align: ${align}}`;

/** Random bytes, zeros, or random bytes with zeros between them. */
export const content = fc.record({
  kind: fc.constantFrom('bytes', 'bytes', 'bytes', 'zeros', 'holes'),
  seed: fc.nat(3 * 1024 * KIB),
});

export type Content = typeof content extends fc.Arbitrary<infer C> ? C : never;

export function contentOf({ kind, seed }: Content, length: number): Buffer {
  if (kind === 'zeros') return Buffer.alloc(length);
  const bytes = Buffer.from(pool.subarray(seed, seed + length));
  if (kind === 'holes') {
    for (let at = 0; at < length; at += 8192) bytes.fill(0, at, Math.min(at + 4096, length));
  }
  return bytes;
}
