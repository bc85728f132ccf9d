const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'] as const;

/** Three digits, as a person compares sizes: `0 B`, `512 KiB`, `1.5 GiB`, `1 GiB`. */
export function bytesText(bytes: number): string {
  let value = bytes;
  let unit = 0;
  // 1023.7 KiB would be shown as 1024.
  while (value >= 1023.5 && unit < BINARY.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  // What is exact needs no zeros behind the point.
  const text = Number.isInteger(value) ? String(value) : value.toFixed(digits);
  return `${text} ${BINARY[unit]}`;
}

const STEPS = [
  ['d', 86_400],
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

/** The two largest units: `3 d 4 h`, `2 min 5 s`, `8 s`; `0 s` for less than one. */
export function durationText(seconds: number): string {
  let left = Math.max(0, Math.floor(seconds));
  const first = STEPS.findIndex(([, length]) => left >= length);
  if (first === -1) return '0 s';
  const parts: string[] = [];
  for (const [unit, length] of STEPS.slice(first, first + 2)) {
    const count = Math.floor(left / length);
    left -= count * length;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.join(' ');
}

/** `1 volume`, `2 volumes`; thousands apart: `1 000 000 volumes`. */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${String(count).replace(/\B(?=(\d{3})+$)/g, ' ')} ${count === 1 ? noun : plural}`;
