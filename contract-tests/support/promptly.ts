import { expect } from 'vitest';
import { waitedForProcessor } from './process.ts';
import type { ServerProcess } from './server.ts';
import { send, type WireAnswer, type WireRequest } from './wire.ts';

const WITHIN_MS = 100;
const TRIES = 4;

/**
 * Sends a request that has to be answered at once, and may be repeated. What a busy machine holds up is tried
 * again, and the time that server and test stood in line for a processor does not count.
 */
export async function promptly({ url, pid }: ServerProcess, request: WireRequest): Promise<WireAnswer> {
  const waited = () => waitedForProcessor(pid) + waitedForProcessor('thread-self');
  const took: number[] = [];
  for (;;) {
    const before = waited();
    const answer = await send(url, request);
    took.push(answer.ms < WITHIN_MS ? answer.ms : answer.ms - (waited() - before));
    if (Math.min(...took) < WITHIN_MS) return answer;
    expect(took.length, `milliseconds of each try: ${took.join(', ')}`).toBeLessThan(TRIES);
  }
}
