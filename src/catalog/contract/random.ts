import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CatalogTransaction, New } from '../catalog.ts';
import type { CatalogUnderTest } from '../catalog-contract.ts';
import type { Volume, VolumeStatus } from '../records.ts';
import { newVolume } from '../testing.ts';

const STATUSES = ['available', 'in-use', 'error', 'deleted'] as const satisfies VolumeStatus[];
const status = fc.constantFrom(...STATUSES);
const slot = fc.integer({ min: 0, max: 3 });

/** One step of a transaction, on one of four volumes. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), slot }),
  fc.record({ kind: fc.constant('set' as const), slot, from: fc.array(status), to: status }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const transaction = fc.record({ steps: fc.array(step, { maxLength: 5 }), fails: fc.boolean() });

/** The status of each volume that exists. */
type Model = Map<string, VolumeStatus>;

/** The states from which a step may be made: a tombstone stays one. */
const allowed = (each: Step & { kind: 'set' }) =>
  each.from.filter((from) => each.to === 'deleted' || from !== 'deleted');

function applyToModel(model: Model, id: string, each: Step): boolean {
  const current = model.get(id);
  if (each.kind === 'insert') {
    model.set(id, 'available');
    return true;
  }
  if (current === undefined || !allowed(each).some((from) => from === current)) return false;
  model.set(id, each.to);
  return true;
}

async function applyToCatalog(tx: CatalogTransaction, volume: New<Volume>, each: Step): Promise<boolean> {
  if (each.kind === 'insert') return (await tx.insertVolume(volume)) !== undefined;
  return (await tx.setVolumeStatus(volume.id, allowed(each), each.to, 1)) !== undefined;
}

export function randomContract(test: CatalogUnderTest): void {
  it('does what a map would, whatever transactions run beside each other and fail', async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(transaction, { maxLength: 20 }), async (transactions) => {
        runs += 1;
        const tenantId = `run-${runs}`;
        const model: Model = new Map();
        const outcomes = transactions.map(async ({ steps, fails }, number) => {
          // Each has volumes of its own: what comes of it must not depend on the others or their order.
          const trial: Model = new Map();
          const work = test.catalog.transaction(async (tx) => {
            for (const each of steps) {
              const id = `${tenantId}-${number}-${each.slot}`;
              if (each.kind === 'insert' && trial.has(id)) continue;
              const expected = applyToModel(trial, id, each);
              expect(await applyToCatalog(tx, newVolume({ id, tenantId }), each)).toBe(expected);
            }
            if (fails) throw new Error('as planned');
          });
          if (fails) await expect(work).rejects.toThrow('as planned');
          else for (const [id, status] of await work.then(() => trial)) model.set(id, status);
        });
        await Promise.all(outcomes);
        const listed = await test.catalog.listVolumes(tenantId, {}, { limit: 1000, offset: 0 });
        const live = [...model].filter(([, status]) => status !== 'deleted');
        expect(Object.fromEntries(listed.map(({ id, status }) => [id, status]))).toEqual(
          Object.fromEntries(live),
        );
      }),
      { numRuns: 200 },
    );
  });
}
