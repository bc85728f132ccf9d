/**
 * pkgcloud from login to clean-up: `node script.ts FOLDER URL`, where FOLDER has it installed. Its clients for block
 * storage and for compute; prints a row for each call.
 */

import { strict as assert } from 'node:assert';
import { createRequire } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

const [folder = '', url = ''] = process.argv.slice(2);
// biome-ignore lint/suspicious/noExplicitAny: the client has no types, and is looked at from outside
const pkgcloud: any = createRequire(`${folder}/package.json`)('pkgcloud');

const SERVER = '9c4b1d5e-0d7b-4ff4-9d5a-25cf7a5a3ab1';
const NOWHERE = '11111111-2222-3333-4444-555555555555';

const options = (user: string, tenant: string, more: object = {}) => ({
  provider: 'openstack',
  username: user,
  password: user,
  tenantName: tenant,
  authUrl: url,
  region: 'RegionOne',
  ...more,
});

// biome-ignore lint/suspicious/noExplicitAny: what its callbacks give
type Called = (method: string, ...args: readonly unknown[]) => Promise<any>;

/** Calls a method by name and gives what its callback gets. */
const caller = (client: Readonly<Record<string, never>>): Called => {
  return (method, ...args) =>
    promisify(client[method] as never as typeof setImmediate).apply(client, args as never);
};

const blockStorage = (user: string, tenant: string, more?: object): Called =>
  caller(pkgcloud.blockstorage.createClient(options(user, tenant, more)));

async function row<Value>(call: string, work: () => Promise<Value>): Promise<Value | undefined> {
  const began = performance.now();
  const told = { call, ok: true, detail: undefined as string | undefined, ms: 0 };
  let value: Value | undefined;
  try {
    value = await work();
  } catch (error) {
    told.ok = false;
    told.detail = String(error instanceof Error ? error.message : JSON.stringify(error)).slice(0, 500);
  }
  told.ms = Math.round(performance.now() - began);
  process.stdout.write(`${JSON.stringify({ row: told })}\n`);
  return value;
}

/** The call fails with the status, and with the fault's name and text in `result`. */
async function fails(called: Promise<unknown>, statusCode: number, fault: string): Promise<void> {
  await assert.rejects(called, (error: Readonly<Record<string, never>>) => {
    assert.equal(error['statusCode'], statusCode);
    assert.equal(typeof (error['result'] as never)[fault]['message'], 'string');
    return true;
  });
}

const volumes = blockStorage('dev', 'dev');
const compute = caller(pkgcloud.compute.createClient(options('dev', 'dev')));

async function until(method: string, id: string, status: string) {
  for (let pause = 10; ; pause = Math.min(500, pause * 2)) {
    const found = await volumes(method, id);
    if (found.status === status) return found;
    assert.ok(!found.status.startsWith('error'), `${id} went to ${found.status}`);
    await delay(pause);
  }
}

async function gone(method: string, id: string): Promise<void> {
  for (let pause = 10; ; pause = Math.min(500, pause * 2)) {
    const found = await volumes(method, id).catch(
      (error: { readonly statusCode: number }) => error.statusCode,
    );
    if (found === 404) return;
    await delay(pause);
  }
}

await row('createClient({provider, username, password, tenantName, authUrl, region})', async () => {
  assert.deepEqual(await volumes('getVolumes'), []);
});
await row('createClient({..., tenantId})', async () => {
  const byId = blockStorage('dev', 'dev', { tenantName: undefined, tenantId: 'dev' });
  assert.deepEqual(await byId('getVolumes'), []);
});
await row('createClient({..., keystoneAuthVersion: "v3"})', async () => {
  const newer = blockStorage('dev', 'dev', { keystoneAuthVersion: 'v3', domainName: 'Default' });
  assert.deepEqual(await newer('getVolumes'), []);
});
await row('a wrong password: 401', () =>
  fails(blockStorage('dev', 'dev', { password: 'wrong' })('getVolumes'), 401, 'error'),
);

const type = await row('getVolumeTypes()', async () => {
  const all = await volumes('getVolumeTypes');
  const found = all.find(({ name }: { name: string }) => name === 'SSD');
  assert.ok(found);
  return found;
});
await row('getVolumeType(id)', async () => {
  assert.equal((await volumes('getVolumeType', type.id)).name, 'SSD');
});

const one = await row('createVolume({name, description, size})', async () => {
  const made = await volumes('createVolume', { name: 'one', description: 'first', size: 1 });
  assert.deepEqual([made.name, made.description, made.size], ['one', 'first', 1]);
  return until('getVolume', made.id, 'available');
});
await row('createVolume({..., volumeType})', async () => {
  const made = await volumes('createVolume', { name: 'two', size: 1, volumeType: type });
  await until('getVolume', made.id, 'available');
  assert.equal(made.volumeType, 'SSD');
});
await row('getVolumes()', async () => {
  assert.deepEqual(
    (await volumes('getVolumes')).map(({ name }: { name: string }) => name),
    ['two', 'one'],
  );
});
await row('getVolumes(true)', async () => {
  assert.deepEqual(
    (await volumes('getVolumes', true)).map(({ name }: { name: string }) => name),
    ['two', 'one'],
  );
});
await row('getVolume(volume), getVolume(id)', async () => {
  assert.equal((await volumes('getVolume', one)).id, one.id);
  assert.equal((await volumes('getVolume', one.id)).name, 'one');
});
await row('updateVolume(volume)', async () => {
  one.name = 'renamed';
  one.description = 'changed';
  const told = await volumes('updateVolume', one);
  assert.deepEqual([told.name, told.description], ['renamed', 'changed']);
  assert.equal((await volumes('getVolume', one.id)).name, 'renamed');
});

const snapshot = await row('createSnapshot({volumeId, name, description})', async () => {
  const made = await volumes('createSnapshot', { volumeId: one.id, name: 'kept', description: 'of one' });
  assert.equal(made.volumeId, one.id);
  return until('getSnapshot', made.id, 'available');
});
await row('snapshot.name, snapshot.description', async () => {
  const found = await volumes('getSnapshot', snapshot.id);
  assert.deepEqual([found.name, found.description], ['kept', 'of one']);
});
await row('getSnapshots()', async () => {
  assert.equal((await volumes('getSnapshots')).length, 1);
});
await row('getSnapshots(true)', async () => {
  assert.equal((await volumes('getSnapshots', true))[0].id, snapshot.id);
});
await row('updateSnapshot(snapshot)', async () => {
  snapshot.name = 'renamed';
  assert.equal((await volumes('updateSnapshot', snapshot)).name, 'renamed');
});
await row('createVolume({..., snapshotId})', async () => {
  const made = await volumes('createVolume', { name: 'copy', size: 1, snapshotId: snapshot.id });
  assert.equal(made.snapshotId, snapshot.id);
  await until('getVolume', made.id, 'available');
});

await row('compute.attachVolume(server, volume)', async () => {
  const told = await compute('attachVolume', SERVER, one);
  assert.deepEqual([told.volumeId, told.serverId], [one.id, SERVER]);
  const found = await until('getVolume', one.id, 'in-use');
  assert.equal(found.attachments[0].server_id, SERVER);
});
await row('compute.getVolumeAttachments(server)', async () => {
  const [found] = await compute('getVolumeAttachments', SERVER);
  assert.equal(found.volumeId, one.id);
});
await row('compute.getVolumeAttachmentDetails(server, attachment)', async () => {
  assert.equal((await compute('getVolumeAttachmentDetails', SERVER, one.id)).id, one.id);
});
await row('createSnapshot({..., force: true}) of an attached volume', async () => {
  const made = await volumes('createSnapshot', { volumeId: one.id, name: 'forced', force: true });
  await until('getSnapshot', made.id, 'available');
});
await row('deleteVolume of an attached one: 400', () =>
  fails(volumes('deleteVolume', one), 400, 'badRequest'),
);
await row('compute.detachVolume(server, attachment)', async () => {
  await compute('detachVolume', SERVER, one.id);
  await until('getVolume', one.id, 'available');
});

await row('getVolume of an unknown id: 404', () => fails(volumes('getVolume', NOWHERE), 404, 'itemNotFound'));
await row('getSnapshot of an unknown id: 404', () =>
  fails(volumes('getSnapshot', NOWHERE), 404, 'itemNotFound'),
);
await row("another tenant's volume: 404", () =>
  fails(blockStorage('demo', 'demo')('getVolume', one.id), 404, 'itemNotFound'),
);
await row('createVolume without a size: 400', () =>
  fails(volumes('createVolume', { name: 'none' }), 400, 'badRequest'),
);
await row('createVolume({size: 2000}): 413', () =>
  fails(volumes('createVolume', { name: 'much', size: 2000 }), 413, 'overLimit'),
);

await row('deleteSnapshot(snapshot)', async () => {
  for (const found of await volumes('getSnapshots')) {
    await volumes('deleteSnapshot', found);
    await gone('getSnapshot', found.id);
  }
});
await row('deleteVolume(volume)', async () => {
  for (const found of await volumes('getVolumes')) {
    await volumes('deleteVolume', found);
    await gone('getVolume', found.id);
  }
});
