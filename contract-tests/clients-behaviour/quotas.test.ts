import { describe, expect, it } from 'vitest';
import { createQuotas } from '../../src/engine/quotas.ts';
import type { Ask } from '../support/requests.ts';
import { serverInProcess } from '../support/server-in-process.ts';

/* What clients and suites of the time do with limits: cinderclient, fog, jclouds, the unit tests of Cinder. */

const usual = { volumes: 10, snapshots: 10, gigabytes: 1000 };
const xml = { Accept: 'application/xml' };

async function world(options?: Parameters<typeof serverInProcess>[0]) {
  const { ask, engine } = await serverInProcess(options);
  const admin: Ask = (method, path, given) => ask(method, `/v1/dev/${path}`, { as: 'admin', ...given });
  const create = (tenant = 'dev', size = 1) =>
    ask('POST', `/v1/${tenant}/volumes`, { as: tenant, body: { volume: { size } } });
  return { ask, admin, create, engine };
}

describe('the limits of a tenant', () => {
  it('are shown to it, with what is in use where that is asked for', async () => {
    const { ask, create } = await world();
    await create('dev', 3);
    for (const query of ['', '?usage=False', '?usage=0', '?usage='])
      expect((await ask('GET', `/v1/dev/os-quota-sets/dev${query}`)).json()).toEqual({
        quota_set: { id: 'dev', ...usual },
      });
    for (const query of ['usage=True', 'usage=true', 'usage=1'])
      expect((await ask('GET', `/v1/dev/os-quota-sets/dev?${query}`)).json()).toEqual({
        quota_set: {
          id: 'dev',
          volumes: { in_use: 1, limit: 10, reserved: 0 },
          snapshots: { in_use: 0, limit: 10, reserved: 0 },
          gigabytes: { in_use: 3, limit: 1000, reserved: 0 },
        },
      });
    const defaults = await ask('GET', '/v1/dev/os-quota-sets/dev/defaults');
    expect(defaults.json()).toEqual({ quota_set: { id: 'dev', ...usual } });
  });

  it('are shown in XML, and under the paths that fog asks for', async () => {
    const { ask } = await world();
    expect((await ask('GET', '/v1/dev/os-quota-sets/dev', { headers: xml })).text).toBe(
      `<?xml version='1.0' encoding='UTF-8'?>\n<quota_set id="dev"><volumes>10</volumes>` +
        `<snapshots>10</snapshots><gigabytes>1000</gigabytes></quota_set>`,
    );
    expect((await ask('GET', '/v1/dev/os-quota-sets/dev.xml?usage=True')).text).toContain(
      '<volumes in_use="0" limit="10" reserved="0"/>',
    );
    expect((await ask('GET', '/v1/dev/os-quota-sets/dev.json')).json().quota_set).toMatchObject(usual);
    expect((await ask('GET', '/v1/dev//os-quota-sets/dev')).json().quota_set).toMatchObject(usual);
  });

  it('of another are for administrators', async () => {
    const { ask, admin } = await world({
      quotas: createQuotas({ tenants: { demo: { volumes: -1 } } }),
    });
    for (const path of ['demo', 'demo/defaults', 'demo?usage=True', 'never-there']) {
      const refused = await ask('GET', `/v1/dev/os-quota-sets/${path}`);
      expect(refused.status).toBe(403);
      expect(refused.json()).toMatchObject({ forbidden: { code: 403 } });
    }
    expect((await admin('GET', 'os-quota-sets/demo')).json()).toEqual({
      quota_set: { id: 'demo', ...usual, volumes: -1 },
    });
    expect((await admin('GET', 'os-quota-sets/demo/defaults')).json()).toEqual({
      quota_set: { id: 'demo', ...usual },
    });
  });

  it('that an administrator sets hold at once, and are taken back', async () => {
    const { ask, admin, create } = await world();
    // As cinderclient sends it, with limits that this service does not have.
    const body = { quota_set: { tenant_id: 'demo', volumes: 1, snapshots: null, backups: 5 } };
    const set = await admin('PUT', 'os-quota-sets/demo', { body });
    expect([set.status, set.json()]).toEqual([200, { quota_set: { id: 'demo', ...usual, volumes: 1 } }]);
    expect((await create('demo')).status).toBe(200);
    const refused = await create('demo');
    expect(refused.status).toBe(413);
    expect(refused.json()).toEqual({
      overLimit: {
        code: 413,
        message: 'VolumeLimitExceeded: Maximum number of volumes allowed (1) exceeded',
        retryAfter: 0,
      },
    });
    expect((await create('dev')).status).toBe(200);
    const reset = await admin('DELETE', 'os-quota-sets/demo');
    expect([reset.status, reset.text]).toEqual([200, '']);
    expect((await create('demo')).status).toBe(200);
    expect((await ask('GET', '/v1/demo/os-quota-sets/demo', { as: 'demo' })).json().quota_set).toEqual({
      id: 'demo',
      ...usual,
    });
  });

  it('are set in XML too, -1 for none', async () => {
    const { admin } = await world();
    const set = await admin('PUT', 'os-quota-sets/demo', {
      headers: xml,
      body: '<quota_set tenant_id="demo"><volumes>-1</volumes><gigabytes> 5 </gigabytes></quota_set>',
    });
    expect(set.text).toContain(
      '<quota_set id="demo"><volumes>-1</volumes><snapshots>10</snapshots><gigabytes>5</gigabytes></quota_set>',
    );
  });

  it.each([
    [-2, 'Quota limit must be -1 or greater.'],
    ['-2', 'Quota limit must be -1 or greater.'],
    ['abc', 'Quota limit must be specified as an integer value.'],
    [1.5, undefined],
    [true, undefined],
    [{}, undefined],
    [1e300, undefined],
  ])('are refused when they are no limits: %j', async (volumes, message) => {
    const { admin } = await world();
    for (const [path, wrapper] of [
      ['os-quota-sets/demo', 'quota_set'],
      ['os-quota-class-sets/default', 'quota_class_set'],
    ] as const) {
      const refused = await admin('PUT', path, { body: { [wrapper]: { snapshots: 1, volumes } } });
      expect(refused.status).toBe(400);
      if (message !== undefined) expect(refused.json()).toEqual({ badRequest: { code: 400, message } });
      expect((await admin('GET', path)).json()[wrapper]).toMatchObject(usual);
    }
  });

  it('are refused without the member that they stand in', async () => {
    const { admin } = await world();
    for (const body of [undefined, {}, { quota: { volumes: 1 } }, { quota_set: 5 }, { quota_set: null }])
      expect((await admin('PUT', 'os-quota-sets/demo', { body })).status).toBe(400);
    expect((await admin('PUT', 'os-quota-sets/demo', { body: { quota_set: {} } })).status).toBe(200);
  });
});

describe('the limits of every tenant', () => {
  it('are those of the class default, and hold for a tenant without its own', async () => {
    const { ask, admin, create } = await world();
    const path = 'os-quota-class-sets/default';
    expect((await admin('GET', path)).json()).toEqual({ quota_class_set: { id: 'default', ...usual } });
    await admin('PUT', 'os-quota-sets/demo', { body: { quota_set: { volumes: 2 } } });
    const body = { quota_class_set: { class_name: 'default', volumes: 0 } };
    const set = await admin('PUT', path, { body });
    expect([set.status, set.json()]).toEqual([
      200,
      { quota_class_set: { id: 'default', ...usual, volumes: 0 } },
    ]);
    expect((await create('dev')).status).toBe(413);
    expect((await create('demo')).status).toBe(200);
    expect((await ask('GET', '/v1/dev/os-quota-sets/dev/defaults')).json().quota_set.volumes).toBe(0);
    expect((await admin('GET', path, { headers: xml })).text).toContain(
      '<quota_class_set id="default"><volumes>0</volumes>',
    );
  });

  it('of another class are 404: there is none', async () => {
    const { admin } = await world();
    for (const [method, body] of [
      ['GET', undefined],
      ['PUT', { quota_class_set: { volumes: 1 } }],
    ] as const)
      expect((await admin(method, 'os-quota-class-sets/gold', { body })).status).toBe(404);
  });
});

describe('GET /limits', () => {
  it('tells the limits on numbers and what is used of them', async () => {
    const { ask, create } = await world({ quotas: createQuotas({ defaults: { snapshots: -1 } }) });
    await create('dev', 3);
    expect((await ask('GET', '/v1/dev/limits')).json()).toEqual({
      limits: {
        rate: [],
        absolute: {
          maxTotalVolumeGigabytes: 1000,
          maxTotalVolumes: 10,
          maxTotalSnapshots: -1,
          totalVolumesUsed: 1,
          totalSnapshotsUsed: 0,
          totalGigabytesUsed: 3,
        },
      },
    });
    expect((await ask('GET', '/v1/dev/limits', { headers: xml })).text).toBe(
      `<?xml version='1.0' encoding='UTF-8'?>\n<limits xmlns="http://docs.openstack.org/common/api/v1.0"><rates/>` +
        '<absolute><limit name="maxTotalVolumeGigabytes" value="1000"/><limit name="maxTotalVolumes" value="10"/>' +
        '<limit name="maxTotalSnapshots" value="-1"/><limit name="totalVolumesUsed" value="1"/>' +
        '<limit name="totalSnapshotsUsed" value="0"/><limit name="totalGigabytesUsed" value="3"/></absolute></limits>',
    );
  });

  it('tells those that an administrator has just set', async () => {
    const { ask, admin } = await world();
    await admin('PUT', 'os-quota-sets/dev', { body: { quota_set: { gigabytes: '7' } } });
    expect((await ask('GET', '/v1/dev/limits')).json().limits.absolute.maxTotalVolumeGigabytes).toBe(7);
  });
});
