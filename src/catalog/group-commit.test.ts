import { describe, expect, it } from 'vitest';
import { GroupCommit, type Limits, type Steps } from './group-commit.ts';

/** A database that writes down what it is asked to do, and fails where a test says so in `faults`. */
function recorder(limits: Partial<Limits> = {}) {
  const log: string[] = [];
  const faults: { begin?: string; commit?: string } = {};
  let open = false;
  const step = (name: 'begin' | 'commit') => {
    const fault = faults[name];
    if (fault !== undefined) throw new Error(fault);
    log.push(name);
    open = name === 'begin';
  };
  const steps: Steps = {
    begin: () => step('begin'),
    commit: () => step('commit'),
    rollback: () => {
      log.push('rollback');
      open = false;
    },
    savepoint: () => void log.push('savepoint'),
    release: () => void log.push('release'),
    rollbackToSavepoint: () => void log.push('rollbackToSavepoint'),
    inTransaction: () => open,
  };
  const methods = { write: async (what: string) => void log.push(what) };
  const queue = new GroupCommit(steps, methods, limits);
  const lose = () => {
    open = false;
  };
  return { log, faults, queue, lose };
}

const WORK = (what: string) => (tx: { write(what: string): Promise<void> }) => tx.write(what);

describe('transactions that wait together', () => {
  it('share one commit, each in its own savepoint', async () => {
    const { log, queue } = recorder();
    await Promise.all([queue.transaction(WORK('a')), queue.transaction(WORK('b'))]);
    const each = (what: string) => ['savepoint', what, 'release'];
    expect(log).toEqual(['begin', ...each('a'), ...each('b'), 'commit']);
  });

  it('are answered after the commit, also those that failed', async () => {
    const { log, queue } = recorder();
    const good = queue.transaction(WORK('a')).then(() => log.push('a answered'));
    const bad = queue
      .transaction(async (tx) => {
        await tx.write('b');
        throw new Error('b failed');
      })
      .catch((error: Error) => log.push(error.message));
    await Promise.all([good, bad]);
    expect(log.slice(log.indexOf('b'))).toEqual([
      'b',
      'rollbackToSavepoint',
      'release',
      'commit',
      'a answered',
      'b failed',
    ]);
  });

  it('are committed in batches that have an end', async () => {
    const { log, queue } = recorder({ works: 10 });
    await Promise.all(Array.from({ length: 25 }, (_, index) => queue.transaction(WORK(`${index}`))));
    expect(log.filter((entry) => entry === 'commit')).toHaveLength(3);
  });

  it('do not wait for a slow one beyond the time of a batch', async () => {
    const { log, queue } = recorder({ batch: 1 });
    const slow = queue.transaction(async (tx) => {
      for (const end = performance.now() + 5; performance.now() < end; );
      await tx.write('slow');
    });
    await Promise.all([slow, queue.transaction(WORK('next'))]);
    expect(log.indexOf('commit')).toBeLessThan(log.indexOf('next'));
  });
});

describe('a commit that fails', () => {
  it('refuses the whole batch, and the next one goes on', async () => {
    const { log, faults, queue } = recorder();
    faults.commit = 'disk full';
    const failed = await Promise.allSettled([
      queue.transaction(WORK('a')),
      queue.transaction(() => Promise.reject(new Error('mine'))),
    ]);
    for (const outcome of failed) {
      expect(outcome).toMatchObject({
        reason: { kind: 'not-durable', message: 'the change could not be stored: disk full' },
      });
    }
    expect(log.at(-1)).toBe('rollback');
    delete faults.commit;
    await expect(queue.transaction(async () => 'fine')).resolves.toBe('fine');
  });
});

describe('a database that gives up the transaction by itself', () => {
  it('refuses everything in the batch, also what had seemed to succeed', async () => {
    const { log, queue, lose } = recorder();
    const before = queue.transaction(WORK('before'));
    const breaking = queue.transaction(async () => {
      lose();
      throw new Error('disk full');
    });
    const after = queue.transaction(WORK('after'));
    await expect(before).rejects.toMatchObject({ kind: 'not-durable' });
    await expect(breaking).rejects.toMatchObject({ kind: 'not-durable' });
    await expect(after).resolves.toBeUndefined();
    expect(log.filter((entry) => entry === 'rollback')).toEqual([]);
    expect(log.filter((entry) => entry === 'commit')).toHaveLength(1);
  });
});

describe('a transaction that cannot begin', () => {
  it('is refused, and so are those that wait with it, not those that come later', async () => {
    const { log, faults, queue } = recorder();
    faults.begin = 'database is locked';
    const refused = await Promise.allSettled([queue.transaction(WORK('a')), queue.transaction(WORK('b'))]);
    expect(refused.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(log).toEqual([]);
    delete faults.begin;
    await queue.transaction(WORK('c'));
    expect(log).toContain('c');
  });
});

describe('a work that waits for something else', () => {
  it('is ended after a while, taken back, and holds up the others no longer', async () => {
    const { log, queue } = recorder({ work: 20 });
    const never = new Promise<void>(() => {});
    let late: (() => Promise<void>) | undefined;
    const stalled = queue.transaction(async (tx) => {
      await tx.write('stalled');
      late = () => tx.write('late');
      await never;
    });
    const next = queue.transaction(WORK('next'));
    await expect(stalled).rejects.toMatchObject({ kind: 'stalled' });
    await next;
    expect(log).toEqual([
      ...['begin', 'savepoint', 'stalled', 'rollbackToSavepoint', 'release', 'commit'],
      ...['begin', 'savepoint', 'next', 'release', 'commit'],
    ]);
    expect(() => late?.()).toThrow(/has ended/);
  });

  it('is found out when it waits for another transaction, which then runs', async () => {
    const { log, queue } = recorder({ work: 20 });
    const nested = queue.transaction(async () => {
      await queue.transaction(WORK('inner'));
    });
    await expect(nested).rejects.toMatchObject({ kind: 'stalled' });
    await queue.idle();
    expect(log).toContain('inner');
  });
});
