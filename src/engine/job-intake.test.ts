import { describe, expect, it } from 'vitest';
import type { Job, JobKind } from '../catalog/records.ts';
import { newJob } from '../catalog/testing.ts';
import { createJobIntake } from './job-intake.ts';
import { createJobQueue } from './job-queue.ts';
import { createQuotas } from './quotas.ts';
import { alice, openTestEngine } from './testing.ts';

/** A catalog with nothing but jobs, and the intake over it. */
function intakeOver(mostInMemory: number) {
  const written: Job[] = [];
  const queue = createJobQueue();
  const hooks = { whileReading() {} };
  const claimableJobs = async (_now: number, limit: number, kinds: readonly JobKind[] = []) => {
    const found = written.filter(({ kind }) => kinds.includes(kind)).slice(0, limit);
    hooks.whileReading();
    return found;
  };
  const intake = createJobIntake({ claimableJobs }, queue, mostInMemory);
  const write = (id: string, kind: JobKind = 'create-volume', payload: Record<string, string> = {}) => {
    const job = newJob({ id, kind, resourceId: `of-${id}`, payload, createdAt: written.length });
    written.push(job);
    return intake.take(job);
  };
  const end = (id: string) => {
    queue.remove(id);
    written.splice(
      written.findIndex((job) => job.id === id),
      1,
    );
  };
  return { queue, intake, write, end, hooks };
}

describe('the intake of jobs', () => {
  it('leaves creations in the catalog when there are too many, and everything behind them', () => {
    const { queue, intake, write, end } = intakeOver(2);
    expect(['a', 'b', 'c'].map((id) => write(id))).toEqual([true, true, false]);
    end('a');
    expect(write('d'), 'c was there before').toBe(false);
    expect([...queue.ids()]).toEqual(['b']);
    expect(intake.isBehind()).toBe(true);
  });

  it('queues at once what others may have to wait for, or be waited for', () => {
    const { write } = intakeOver(1);
    write('a');
    expect(write('b')).toBe(false);
    expect(write('attach', 'attach-volume')).toBe(true);
    expect(write('snapshot', 'create-snapshot')).toBe(true);
    expect(write('backup', 'create-backup')).toBe(true);
    expect(write('clone', 'create-volume', { source: 'v' })).toBe(true);
  });

  it('reads the rest in its order as the queue runs low, until it has caught up', async () => {
    const { queue, intake, write, end } = intakeOver(2);
    for (const id of ['a', 'b', 'c', 'd']) write(id);
    expect(intake.runsLow()).toBe(false);
    end('a');
    expect(intake.runsLow()).toBe(true);
    expect((await intake.refill(0)).map(({ id }) => id)).toEqual(['c']);
    for (const id of ['b', 'c']) end(id);
    expect((await intake.refill(0)).map(({ id }) => id)).toEqual(['d']);
    expect(intake.isBehind()).toBe(false);
    expect([...queue.ids()]).toEqual(['d']);
    expect(write('e')).toBe(true);
  });

  it('is still behind when a job was left in the catalog after that was read', async () => {
    const { intake, write, end, hooks } = intakeOver(2);
    for (const id of ['a', 'b', 'c']) write(id);
    for (const id of ['a', 'b']) end(id);
    hooks.whileReading = () => void write('late');
    expect((await intake.refill(0)).map(({ id }) => id)).toEqual(['c']);
    expect(intake.isBehind()).toBe(true);
  });

  it('takes up what another process left in the order in which it was written', async () => {
    const { queue, intake, write } = intakeOver(10);
    write('snapshot', 'create-snapshot');
    write('delete', 'delete-volume');
    write('attach', 'attach-volume');
    for (const id of ['snapshot', 'delete', 'attach']) queue.remove(id);
    expect((await intake.look(0)).map(({ id }) => id)).toEqual(['snapshot', 'delete', 'attach']);
  });

  it('ends all of a hundred creations, three of them in memory', async () => {
    const engine = await openTestEngine({ mostInMemory: 3, quotas: createQuotas({ defaults: unlimited }) });
    await Promise.all(Array.from({ length: 100 }, () => engine.volumes.create(alice, { size: 1 })));
    await engine.jobs.idle();
    const statuses = (await engine.volumes.list(alice)).map(({ status }) => status);
    expect(statuses).toEqual(Array.from({ length: 100 }, () => 'available'));
  });
});

const unlimited = { volumes: -1, snapshots: -1, gigabytes: -1 };
