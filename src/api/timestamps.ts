import type { Timestamp } from '../catalog/records.ts';

const DAY = 86_400_000_000;
const REMEMBERED_DAYS = 1000;

/** `2013-01-30T` by day since the epoch. A Date is ten times slower, and a list shows a thousand timestamps. */
const dates = new Map<number, string>();

function dateOf(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date((day * DAY) / 1000).toISOString().slice(0, 'YYYY-MM-DDT'.length);
  if (dates.size === REMEMBERED_DAYS) dates.clear();
  dates.set(day, date);
  return date;
}

const twoDigits = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/**
 * `2013-01-30T13:38:50.411386`: six decimals and no zone (hp-block-storage-v1/4.5.1.1/json-timestamps);
 * clients of the time parse exactly this layout.
 */
export function formatTimestamp(timestamp: Timestamp): string {
  const day = Math.floor(timestamp / DAY);
  const microseconds = timestamp - day * DAY;
  const seconds = Math.floor(microseconds / 1_000_000);
  const minutes = Math.floor(seconds / 60);
  const time = `${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}`;
  return `${dateOf(day)}${time}.${String(microseconds - seconds * 1_000_000).padStart(6, '0')}`;
}
