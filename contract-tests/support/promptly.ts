import { expect } from 'vitest';
import { hasProc, processorTime } from './process.ts';
import type { ServerProcess } from './server.ts';
import { send, type WireAnswer, type WireRequest } from './wire.ts';

const WITHIN_MS = 100;
const TRIES = 4;

/**
 * Sends a request that has to be answered at once, and may be repeated. What a busy machine holds up is tried
 * again; what is slow every time still has to be so for want of a processor and not of its own.
 */
export async function promptly({ url, pid }: ServerProcess, request: WireRequest): Promise<WireAnswer> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 1; ; tries += 1) {
    const before = processorTime(pid);
    const answer = await send(url, request);
    if (answer.ms < WITHIN_MS) return answer;
    expect(answer.ms).toBeLessThan(20 * WITHIN_MS);
    least = Math.min(least, hasProc ? processorTime(pid) - before : answer.ms);
    if (tries < TRIES) continue;
    expect(least, 'milliseconds of computing').toBeLessThan(WITHIN_MS);
    return answer;
  }
}
