import fc from 'fast-check';
import { describe, it } from 'vitest';
import { round, surviveRounds } from './crash-rounds.ts';

const RUNS = 300;
/** How often the power goes in one run. */
const ROUNDS = 3;

describe('a block store whose unflushed writes are lost or torn', () => {
  it('has after each crash what was flushed, and old or new bytes elsewhere', {
    timeout: 300_000,
  }, async () => {
    const rounds = fc.array(round, { minLength: ROUNDS, maxLength: ROUNDS });
    await fc.assert(fc.asyncProperty(rounds, surviveRounds), { numRuns: RUNS });
  });
});
