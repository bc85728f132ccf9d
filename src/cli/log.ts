import { type Logger, pino } from 'pino';
import { gatherLines } from './gathered-lines.ts';

/**
 * Structured log lines on stderr, so that stdout stays free for what a person or script asked for. On a
 * terminal they are pretty; pino-pretty is loaded only then.
 */
export async function createLog(level: string, format: 'auto' | 'json' | 'pretty'): Promise<Logger> {
  const isPretty = format === 'pretty' || (format === 'auto' && process.stderr.isTTY);
  if (isPretty) {
    const { default: pretty } = await import('pino-pretty');
    const stream = pretty({
      colorize: process.stderr.isTTY,
      destination: 2,
      sync: true,
      ignore: 'pid,hostname,requestId,method,url,status,tenant,ms',
      messageFormat: requestLine,
      translateTime: 'HH:MM:ss.l',
    });
    return pino({ level }, stream);
  }
  const lines = gatherLines(pino.destination({ fd: 2, sync: false }));
  process.on('exit', () => lines.flushSync());
  return pino({ level }, lines);
}

/** `GET /v1/dev/volumes 200 1.2 ms (dev)` for a request, the message as it is for anything else. */
function requestLine(line: Record<string, unknown>, messageKey: string): string {
  if (line['method'] === undefined) return String(line[messageKey] ?? '');
  const tenant = line['tenant'] === undefined ? '' : ` (${String(line['tenant'])})`;
  return `${String(line['method'])} ${String(line['url'])} ${String(line['status'])} ${String(line['ms'])} ms${tenant}`;
}
