import { CommandFlag, type NbdClient } from '../support/nbd-client.ts';
import type { Ledger, VolumeEntry } from './ledger.ts';
import { onlyOf } from './operations.ts';
import { readSector, SECTOR, type SectorRange, writeSector } from './sectors.ts';

const GIB_SECTORS = 2 ** 30 / SECTOR;

/**
 * Where volumes are written, in sectors: their two ends, around the border of two chunks of a backup, and around that of two pages of a map. Few
 * places, so that writes meet and a look at all of them is quick.
 */
const PLACES: readonly SectorRange[] = [
  { first: 0, count: 512 },
  { first: 52_428_800 / SECTOR - 96, count: 192 },
  { first: (64 * 1024 * 1024) / SECTOR - 64, count: 128 },
  { first: GIB_SECTORS - 256, count: 256 },
];

type Random = () => number;

export const integer = (random: Random, most: number): number => Math.floor(random() * most);

export function pickOf<T>(random: Random, items: readonly T[]): T {
  const item = items[integer(random, items.length)];
  if (item === undefined) throw new Error('there is nothing to choose from');
  return item;
}

function randomRange(random: Random): SectorRange {
  const place = pickOf(random, PLACES);
  const align = pickOf(random, [1, 1, 8, 8, 128]);
  const offset = Math.floor(integer(random, place.count) / align) * align;
  const length = pickOf(random, [1, 3, 8, 8, 16, 64, 128]);
  return { first: place.first + offset, count: Math.min(length, place.count - offset) };
}

const overlaps = (one: SectorRange, other: SectorRange): boolean =>
  one.first < other.first + other.count && other.first < one.first + one.count;

/** Ranges of which no two meet: of two writes at once to one sector nobody knows which is the later. */
function apartRanges(random: Random, most: number): SectorRange[] {
  const ranges: SectorRange[] = [];
  for (let tries = 0; tries < most; tries += 1) {
    const range = randomRange(random);
    if (!ranges.some((other) => overlaps(range, other))) ranges.push(range);
  }
  return ranges;
}

function bytesOf({ first, count }: SectorRange, stamp: number): Buffer {
  const bytes = Buffer.alloc(count * SECTOR);
  for (let index = 0; index < count; index += 1) writeSector(bytes, index * SECTOR, stamp, first + index);
  return bytes;
}

/** A handful of requests at once, with a flush now and then among them or after them. */
export async function writeSome(ledger: Ledger, random: Random, client: NbdClient, volume: VolumeEntry) {
  const contents = onlyOf(volume);

  async function change(range: SectorRange): Promise<void> {
    const kind = pickOf(random, ['write', 'write', 'write', 'write', 'zero', 'trim']);
    const fua = random() < 0.15;
    const stamp = kind === 'write' ? ledger.newStamp() : 0;
    const sectors = `${range.first}+${range.count}`;
    ledger.note(
      `asked      ${kind} ${sectors} of ${volume.name} with ${stamp}${fua ? ', at once durable' : ''}`,
    );
    const write = contents.write(range, stamp);
    const flags = fua ? CommandFlag.FUA : 0;
    const offset = range.first * SECTOR;
    if (kind === 'write') await client.write(offset, bytesOf(range, stamp), flags);
    else if (kind === 'zero') await client.zero(offset, range.count * SECTOR, flags);
    else await client.trim(offset, range.count * SECTOR, flags);
    if (fua) write.durable();
    else write.answered();
    ledger.note(`answered   ${kind} ${sectors} of ${volume.name} with ${stamp}`);
  }

  async function flush(): Promise<void> {
    const flushed = contents.flush();
    ledger.note(`asked      flush of ${volume.name}`);
    await client.flush();
    ledger.note(`answered   flush of ${volume.name}`);
    flushed();
  }

  const requests = apartRanges(random, 1 + integer(random, 12)).map(change);
  if (random() < 0.3) requests.push(flush());
  await Promise.all(requests);
  if (random() < 0.4) await flush();
  if (random() < 0.3) await look(client, volume, randomRange(random));
}

async function look(client: NbdClient, volume: VolumeEntry, range: SectorRange): Promise<void> {
  const bytes = await client.read(range.first * SECTOR, range.count * SECTOR);
  for (let index = 0; index < range.count; index += 1) {
    const number = range.first + index;
    const stamp = readSector(bytes, index * SECTOR, number);
    if (stamp === undefined || !onlyOf(volume).allows(number, stamp)) {
      throw new Error(
        `${volume.name}, read while attached: sector ${number} holds ${stamp ?? 'garbage'}, not ${onlyOf(volume).describe(number)}`,
      );
    }
  }
}
