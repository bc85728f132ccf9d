import { BLOCKS_PER_WORD } from './layer-format.ts';

const HALF = 0xffff;

/** The blocks of a word that are in the data file, a bit each. */
export const dataBits = (word: number): number => word & HALF;
/** The blocks of a word that read as zeros. */
export const zeroBits = (word: number): number => word >>> BLOCKS_PER_WORD;
export const wordOf = (data: number, zero: number): number => (data | (zero << BLOCKS_PER_WORD)) >>> 0;

/** How many bits of 16 are set. */
export function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
