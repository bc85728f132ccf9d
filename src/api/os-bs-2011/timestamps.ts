import type { Timestamp } from '../../catalog/records.ts';
import { formatTimestamp } from '../timestamps.ts';

/** `2011-09-09T00:00:00Z`, as all samples have it. */
export const inSeconds = (timestamp: Timestamp): string =>
  `${formatTimestamp(timestamp).slice(0, 'YYYY-MM-DDTHH:MM:SS'.length)}Z`;

const ZONE = /(Z|[+-]\d\d:\d\d)$/;
const FRACTION = /\.(\d{1,9})/;

/**
 * The time that `changes-since` names, down to the microsecond; without a zone it is in UTC. The contract has
 * held the text against its pattern.
 */
export function parseTimestamp(text: string): Timestamp {
  const [, fraction = ''] = FRACTION.exec(text) ?? [];
  const whole = text.replace(FRACTION, '');
  const milliseconds = Date.parse(ZONE.test(whole) ? whole : `${whole}Z`);
  return milliseconds * 1000 + Number(fraction.padEnd(6, '0').slice(0, 6));
}
