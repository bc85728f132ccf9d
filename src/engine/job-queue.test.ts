import { describe, expect, it } from 'vitest';
import type { Job, JobKind } from '../catalog/records.ts';
import { newJob } from '../catalog/testing.ts';
import { createJobQueue } from './job-queue.ts';

const job = (
  id: string,
  resourceId: string,
  payload: Record<string, string> = {},
  kind: JobKind = 'create-volume',
) => newJob({ id, kind, resourceId, payload });

/** The ids of all jobs of the lane that may start now. */
function ready(
  queue: ReturnType<typeof createJobQueue>,
  lane: 'copies' | 'short' | 'awaited' = 'short',
): string[] {
  const ids: string[] = [];
  const isNew = ({ id }: Job) => !ids.includes(id);
  for (let next = queue.next(lane, isNew); next !== undefined; next = queue.next(lane, isNew))
    ids.push(next.id);
  return ids;
}

describe('the queue of jobs', () => {
  it('lets jobs of different resources go at the same time', () => {
    const queue = createJobQueue();
    queue.add(job('1', 'a'));
    queue.add(job('2', 'b'));
    expect(ready(queue)).toEqual(['1', '2']);
  });

  it('lets jobs of one resource take turns in their order', () => {
    const queue = createJobQueue();
    for (const id of ['1', '2', '3']) queue.add(job(id, 'a'));
    expect(ready(queue)).toEqual(['1']);
    queue.remove('1');
    expect(ready(queue)).toEqual(['2']);
    queue.remove('2');
    expect(ready(queue)).toEqual(['3']);
  });

  it('counts what the payload names as a resource, across lanes', () => {
    const queue = createJobQueue();
    queue.add(job('backup', 'b', { volume: 'v' }, 'create-backup'));
    queue.add(job('delete', 'v', {}, 'delete-volume'));
    queue.add(job('attach', 'v', {}, 'attach-volume'));
    expect([ready(queue, 'copies'), ready(queue, 'short'), ready(queue, 'awaited')]).toEqual([
      ['backup'],
      [],
      [],
    ]);
    queue.remove('backup');
    expect([ready(queue, 'copies'), ready(queue, 'short'), ready(queue, 'awaited')]).toEqual([
      [],
      ['delete'],
      [],
    ]);
    queue.remove('delete');
    expect(ready(queue, 'awaited')).toEqual(['attach']);
  });

  it('makes a job wait for all of its resources', () => {
    const queue = createJobQueue();
    queue.add(job('1', 'a'));
    queue.add(job('2', 'b'));
    queue.add(job('3', 'a', { other: 'b' }));
    queue.remove('1');
    expect(ready(queue)).toEqual(['2']);
    queue.remove('2');
    expect(ready(queue)).toEqual(['3']);
  });

  it('lets those behind go on when one in the middle is taken away', () => {
    const queue = createJobQueue();
    for (const id of ['1', '2', '3']) queue.add(job(id, 'a'));
    queue.remove('2');
    queue.remove('1');
    expect(ready(queue)).toEqual(['3']);
  });

  it('keeps a job once, whoever tells of it', () => {
    const queue = createJobQueue();
    queue.add(job('1', 'a'));
    queue.add(job('1', 'a'));
    expect([...queue.ids()]).toEqual(['1']);
    queue.remove('1');
    queue.remove('1');
    expect([ready(queue), queue.has('1')]).toEqual([[], false]);
  });

  it('stays quick with ten thousand jobs that wait', () => {
    const queue = createJobQueue();
    const start = performance.now();
    const ids = Array.from({ length: 10_000 }, (_, index) => String(index));
    for (const id of ids) queue.add(job(id, `resource of ${id}`, { shared: 'by all' }));
    const order = ids.map((id) => {
      const next = queue.next('short', () => true)?.id;
      queue.remove(id);
      return next;
    });
    expect(order).toEqual(ids);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
