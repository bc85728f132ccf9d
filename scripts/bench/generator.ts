import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Options } from './options.ts';

/** One request, sent over and over. */
export interface Load {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadFigures {
  readonly requestsPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  /** Requests without a 2xx answer. */
  readonly failures: number;
}

/** A load generator as a command. */
export interface Generator {
  readonly name: 'wrk' | 'autocannon';
  readonly description: string;
  /** Command line for one round; `script` is a file that the round may write and use. */
  command(load: Load, seconds: number): { file: string; args: string[]; script?: string };
  /** Reads the figures from what it wrote to standard output. */
  figures(output: string): LoadFigures;
}

/** Connections that are open at a time, each with one request under way. */
export const CONNECTIONS = 32;

const MILLISECONDS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

function find(output: string, pattern: RegExp): string {
  const found = pattern.exec(output)?.[1];
  if (found === undefined)
    throw new Error(`the load generator wrote something else than expected:\n${output}`);
  return found;
}

function wrkLatency(output: string, percentile: number): number {
  const text = find(output, new RegExp(`^\\s+${percentile}%\\s+(\\S+)$`, 'm'));
  const [, value, unit = ''] = /^([\d.]+)(us|ms|s|m)$/.exec(text) ?? [];
  return Number(value) * (MILLISECONDS[unit] ?? Number.NaN);
}

const sumOf = (numbers: string): number =>
  [...numbers.matchAll(/\d+/g)].reduce((sum, [digits]) => sum + Number(digits), 0);

const wrk: Generator = {
  name: 'wrk',
  description: `wrk, 1 thread, ${CONNECTIONS} connections`,
  command({ url, method = 'GET', headers, body }, seconds) {
    const flags = [
      '-t',
      '1',
      '-c',
      String(CONNECTIONS),
      '-d',
      `${seconds}s`,
      '--latency',
      '--timeout',
      '10s',
    ];
    const headerFlags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
    // wrk takes a method and a body from a script only. Strings of JSON are strings of Lua as well.
    const script = `wrk.method = ${JSON.stringify(method)}\nwrk.body = ${JSON.stringify(body ?? '')}\n`;
    return { file: 'wrk', args: [...flags, ...headerFlags, url], ...(method !== 'GET' && { script }) };
  },
  figures: (output) => ({
    requestsPerSecond: Number(find(output, /^Requests\/sec:\s+([\d.]+)$/m)),
    p50Milliseconds: wrkLatency(output, 50),
    p99Milliseconds: wrkLatency(output, 99),
    failures:
      Number(/Non-2xx or 3xx responses: (\d+)/.exec(output)?.[1] ?? 0) +
      sumOf(/Socket errors: (.*)/.exec(output)?.[1] ?? ''),
  }),
};

interface AutocannonReport {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly non2xx: number;
  readonly errors: number;
}

const autocannon: Generator = {
  name: 'autocannon',
  description: `autocannon, ${CONNECTIONS} connections (wrk is not installed; latencies in whole milliseconds)`,
  command({ url, method = 'GET', headers, body }, seconds) {
    const program = createRequire(import.meta.url).resolve('autocannon');
    const flags = ['--json', '-c', String(CONNECTIONS), '-d', String(seconds), '-m', method];
    const headerFlags = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
    const bodyFlags = body === undefined ? [] : ['-b', body];
    return { file: process.execPath, args: [program, ...flags, ...headerFlags, ...bodyFlags, url] };
  },
  figures(output) {
    // Written by the program that is pinned in the lockfile.
    const report = JSON.parse(output.slice(output.indexOf('{'))) as AutocannonReport;
    return {
      requestsPerSecond: report.requests.average,
      p50Milliseconds: report.latency.p50,
      p99Milliseconds: report.latency.p99,
      failures: report.non2xx + report.errors,
    };
  },
};

function isWrkInstalled(): boolean {
  try {
    execFileSync('wrk', ['-v'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    // It ends with 1 after its version; only a program that is not there has no status.
    return (
      typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    );
  }
}

/** wrk where it is installed, since it costs the machine a fraction of what autocannon does. */
export function chooseGenerator(asked: Options['generator']): Generator {
  if (asked === 'autocannon') return { ...autocannon, description: `autocannon, ${CONNECTIONS} connections` };
  if (isWrkInstalled()) return wrk;
  if (asked === 'wrk') throw new Error('wrk is not installed: install it, or leave --generator out');
  return autocannon;
}
