import type { Timestamp } from '../../catalog/records.ts';

/**
 * `2013-01-30T13:38:50.411386`: six decimals and no zone (hp-block-storage-v1/4.5.1.1/json-timestamps);
 * clients of the time parse exactly this layout.
 */
export function formatTimestamp(timestamp: Timestamp): string {
  const milliseconds = Math.floor(timestamp / 1000);
  const micros = timestamp - milliseconds * 1000;
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${String(micros).padStart(3, '0')}`;
}
