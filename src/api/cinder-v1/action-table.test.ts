import { describe, expect, it } from 'vitest';
import { readContract } from '../../cli/contract.ts';
import type { Engine } from '../../engine/engine.ts';
import { faultKindOf } from '../../engine/testing.ts';
import { act } from './action-table.ts';
import { snapshotActions } from './snapshot-actions.ts';
import { volumeActions } from './volume-actions.ts';

/** An engine that must not be asked for anything. */
const engine = new Proxy(
  {},
  { get: () => new Proxy({}, { get: () => () => expect.unreachable() }) },
) as Engine;
const caller = { tenantId: 'dev', userName: 'dev', origin: '', address: '' };

interface Schemas {
  readonly components: {
    readonly schemas: Readonly<
      Record<string, { readonly properties: Readonly<Record<string, { readonly 'x-administrator'?: true }>> }>
    >;
  };
}
// The bundled contract, which is linted.
const { schemas } = (readContract() as unknown as Schemas).components;

describe.each([
  ['VolumeActionBody', volumeActions(engine)],
  ['SnapshotActionBody', snapshotActions(engine)],
] as const)('the actions of %s', (name, table) => {
  const described = Object.entries(schemas[name]?.properties ?? {});

  it('are those of the contract', () => {
    expect(Object.keys(table).toSorted()).toEqual(described.map(([action]) => action).toSorted());
    expect(described.length).toBeGreaterThan(1);
  });

  it.each(described)('%s is for whom the contract says', async (action, { 'x-administrator': isMarked }) => {
    const rows: Readonly<Record<string, object>> = table;
    expect('isForAdministrators' in (rows[action] ?? {})).toBe(isMarked === true);
    if (isMarked !== true) return;
    const call = act<Record<string, unknown>, typeof caller, unknown>(
      table as never,
      { [action]: {} },
      'id',
      caller,
      undefined,
    );
    expect(await faultKindOf(call)).toBe('notAllowed');
  });

  it('are no others, whatever objects have besides', async () => {
    for (const action of ['os-dance', 'constructor', '__proto__', 'toString']) {
      const body = JSON.parse(`{"${action}": null}`);
      expect(await faultKindOf(act(table as never, body, 'id', caller, undefined))).toBe('noSuchAction');
    }
  });
});
