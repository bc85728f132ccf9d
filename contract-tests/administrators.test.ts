import { describe, expect, it, vi } from 'vitest';
import {
  exampleBodyOf,
  type GuardedOperation,
  guardedParameters,
  guardedRequestMembers,
  guardedResponseMembers,
  membersIn,
  openBodyOf,
} from './support/administrators.ts';
import { operationsOfContract } from './support/contract.ts';
import { type Answer, type Ask, availableCopy, availableVolume } from './support/requests.ts';
import { SERVER_ID, SERVER_PATH } from './support/resources.ts';
import { serverInProcess } from './support/server-in-process.ts';

/*
 * Everything that the contract keeps for administrators, read off the contract itself: an operation, a member of a
 * body or a parameter that is marked `x-administrator` is tested here without being named, or fails for want of a
 * value in the tables below.
 */

const operations: readonly GuardedOperation[] = operationsOfContract();
const needToken = operations.filter(({ security }) => security === undefined || security.length > 0);
const guarded = needToken.filter((operation) => operation['x-administrator'] === true);
const open = needToken.filter((operation) => operation['x-administrator'] !== true);

// A world of its own for each test: on a busy machine that takes a while.
vi.setConfig({ testTimeout: 60_000 });

/** What to send for members of a request that are marked, by their names. */
const MEMBERS: Readonly<Record<string, unknown>> = {
  'os-reset_status': { status: 'error' },
  'os-force_delete': {},
  'os-force_detach': {},
};

/** What to ask for with parameters of a query that are marked: something that changes an administrator's answer. */
const QUERIES: Readonly<Record<string, string>> = {
  all_tenants: '1',
  project_id: 'demo',
  id: 'none',
  display_description: 'none',
  user_id: 'none',
  availability_zone: 'none',
  volume_type: 'none',
  volume_type_id: 'none',
  size: '2047',
  volume_size: '2047',
  snapshot_id: 'none',
  source_volid: 'none',
};

interface World {
  readonly ask: Ask;
  readonly ids: Readonly<Record<string, string>>;
  /** Everything that there is, of all tenants, as an administrator sees it. */
  state(): Promise<unknown>;
}

/** A server with one of everything, the volume attached, for the tenant of the member and of the administrator, and some of another. */
async function makeWorld(): Promise<World> {
  const { ask, engine } = await serverInProcess();
  const volume = await availableVolume(ask, { display_name: 'of dev' });
  const snapshot = await availableCopy(ask, 'snapshot', { volume_id: volume.id });
  const backup = await availableCopy(ask, 'backup', { volume_id: volume.id });
  await availableVolume(ask, { display_name: 'of demo' }, 'demo');
  const of = await availableVolume(ask, {}, 'demo');
  await availableCopy(ask, 'snapshot', { volume_id: of.id }, 'demo');
  await availableCopy(ask, 'backup', { volume_id: of.id }, 'demo');
  await ask('POST', `/v2/dev/${SERVER_PATH}`, { body: { volumeAttachment: { volumeId: volume.id } } });
  const root = { tenantId: 'dev', userName: 'admin', isAdministrator: true };
  const type = await engine.types.create(root, { name: 'silver', extraSpecs: { disks: 'ssd' } });
  await engine.jobs.idle();
  const read = async (path: string) => (await ask('GET', `/v1/dev/${path}`, { as: 'admin' })).json();
  return {
    ask,
    ids: {
      ...{ volume_id: volume.id, snapshot_id: snapshot.id, backup_id: String(backup.id), type_id: type.id },
      ...{ id: volume.id, server_id: SERVER_ID, key: 'disks', class_name: 'default', alias: 'os-quota-sets' },
      ...{ tenant_id: 'dev', quota_tenant_id: 'dev' },
    },
    async state() {
      await engine.jobs.idle();
      return Promise.all(
        [
          ...['volumes/detail?all_tenants=1', 'snapshots/detail?all_tenants=1', 'backups/detail', 'types'],
          ...['os-quota-sets/dev?usage=True', 'os-quota-sets/demo?usage=True', 'os-quota-class-sets/default'],
        ].map(read),
      );
    },
  };
}

/** The path with everything in braces filled in. */
function pathOf({ path, operationId }: GuardedOperation, ids: World['ids']): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = ids[name];
    if (value === undefined) throw new Error(`say what {${name}} of ${operationId} is in this test`);
    return value;
  });
}

const named = (list: readonly GuardedOperation[], has: (operation: GuardedOperation) => readonly unknown[]) =>
  list.flatMap((operation) => has(operation).map((what) => ({ id: operation.operationId, what, operation })));

/** Refused to a member and to strangers, without a change; not to an administrator, but in its own tenant's path. */
async function expectGuarded(operation: GuardedOperation, body: unknown): Promise<void> {
  const { ask, ids, state } = await makeWorld();
  const send = (as: string, given = ids): Promise<Answer> =>
    ask(operation.method, pathOf(operation, given), { as, body });
  const before = await state();
  const refused = await send('dev');
  expect(refused.status, refused.text).toBe(403);
  expect(Object.values(refused.json())).toMatchObject([
    { code: 403, message: expect.stringContaining('Policy') },
  ]);
  expect((await send('nobody')).status).toBe(401);
  expect((await send('dev', { ...ids, tenant_id: 'demo' })).status).toBe(400);
  expect((await send('admin', { ...ids, tenant_id: 'demo' })).status).toBe(400);
  expect(await state()).toEqual(before);
  const allowed = await send('admin');
  expect(allowed.status, allowed.text).toBeLessThan(300);
}

describe('an operation for administrators', () => {
  it('is one that the contract marks, and there are some', () => {
    expect(guarded.map(({ operationId }) => operationId)).toContain('cinder-v1/create-type');
  });

  it.each(guarded.map((operation) => ({ id: operation.operationId, operation })))(
    '$id refuses a member and does what an administrator asks',
    ({ operation }) => expectGuarded(operation, exampleBodyOf(operation)),
  );
});

describe('a member of a request for administrators', () => {
  it.each(named(open, guardedRequestMembers))(
    '$what of $id refuses a member',
    async ({ operation, what }) => {
      const way = what as readonly string[];
      const name = way.at(-1) ?? '';
      if (!(name in MEMBERS)) throw new Error(`say what to send for ${way.join('.')} in MEMBERS`);
      const body = way.reduceRight<unknown>((inner, key) => ({ [key]: inner }), MEMBERS[name]);
      await expectGuarded(operation, body);
    },
  );
});

describe('a parameter for administrators', () => {
  const queries = open.filter((operation) => guardedParameters(operation, 'query').length > 0);

  it.each(queries.map((operation) => ({ id: operation.operationId, operation })))(
    'of $id changes nothing for a member, and something for an administrator',
    async ({ operation }) => {
      const { ask, ids } = await makeWorld();
      const path = pathOf(operation, ids);
      const get = async (as: string, query: string) => {
        const answer = await ask(operation.method, `${path}${query}`, { as });
        expect(answer.status, answer.text).toBe(200);
        return answer.json();
      };
      const [member, administrator] = [await get('dev', ''), await get('admin', '')];
      for (const name of guardedParameters(operation, 'query')) {
        const value = QUERIES[name];
        if (value === undefined) throw new Error(`say what to ask for with ${name} in QUERIES`);
        expect(await get('dev', `?${name}=${value}`), name).toEqual(member);
        expect(await get('admin', `?${name}=${value}`), name).not.toEqual(administrator);
      }
    },
  );

  it.each(named(open, (operation) => guardedParameters(operation, 'path')))(
    '$what of $id is for a member what is its own',
    async ({ operation, what }) => {
      const { ask, ids } = await makeWorld();
      const send = (as: string, value: string) =>
        ask(operation.method, pathOf(operation, { ...ids, [String(what)]: value }), { as });
      expect((await send('dev', 'dev')).status).toBe(200);
      for (const other of ['demo', 'never-there', 'DEV']) expect((await send('dev', other)).status).toBe(403);
      expect((await send('admin', 'demo')).status).toBe(200);
      expect((await send('nobody', 'dev')).status).toBe(401);
    },
  );
});

describe('a member of an answer for administrators', () => {
  const answering = open.filter(({ method }) => method === 'GET');

  it.each(named(answering, guardedResponseMembers))('$what of $id is shown to them alone', async (row) => {
    const { ask, ids } = await makeWorld();
    const get = async (as: string) =>
      membersIn((await ask('GET', pathOf(row.operation, ids), { as })).json());
    expect(await get('dev')).not.toContain(row.what);
    expect(await get('admin')).toContain(row.what);
  });
});

describe('any other operation', () => {
  it('is not refused to a member', async () => {
    const { ask, ids } = await makeWorld();
    const refused: string[] = [];
    // What deletes comes last, so that the others have something to work on.
    const deletions = open.filter(({ method }) => method === 'DELETE');
    for (const operation of [...open.filter(({ method }) => method !== 'DELETE'), ...deletions]) {
      const { status } = await ask(operation.method, pathOf(operation, ids), {
        body: openBodyOf(operation),
      });
      if ([401, 403].includes(status) || status >= 500) refused.push(`${operation.operationId}: ${status}`);
    }
    expect(refused).toEqual([]);
  });
});
