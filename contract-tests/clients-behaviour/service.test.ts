import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { extensions as served } from '../../generated/server/extensions.ts';
import { serverInProcess } from '../support/server-in-process.ts';

/* What clients of the time ask a service about itself: cinderclient, fog, jclouds. */

const xml = { Accept: 'application/xml' };

describe('availability zones', () => {
  it('are the one of volumes that ask for none, and those that the operator names', async () => {
    const { ask } = await serverInProcess({ availabilityZone: 'az2', otherZones: ['az1', 'az2', 'az3'] });
    const zone = (zoneName: string) => ({ zoneName, zoneState: { available: true } });
    for (const path of ['os-availability-zone', 'os-availability-zone.json'])
      expect((await ask('GET', `/v1/dev/${path}`)).json()).toEqual({
        availabilityZoneInfo: [zone('az2'), zone('az1'), zone('az3')],
      });
    expect((await ask('GET', '/v1/dev/os-availability-zone', { headers: xml })).text).toContain(
      '><availabilityZone name="az2"><zoneState available="true"/></availabilityZone><availabilityZone name="az1">',
    );
  });

  it('are one where nothing is set', async () => {
    const { ask } = await serverInProcess();
    const { availabilityZoneInfo } = (await ask('GET', '/v1/dev/os-availability-zone')).json();
    expect(availabilityZoneInfo).toMatchObject([{ zoneName: 'nova' }]);
  });
});

describe('extensions', () => {
  it('are those that are served, each with all that clients read', async () => {
    const { ask } = await serverInProcess();
    const { extensions } = (await ask('GET', '/v1/dev/extensions')).json();
    expect(extensions).toEqual(served.map((extension) => ({ ...extension, links: [] })));
    expect(extensions).toContainEqual({
      name: 'Quotas',
      alias: 'os-quota-sets',
      description: 'What tenants may have.',
      namespace: 'http://docs.openstack.org/volume/ext/quotas-sets/api/v1.1',
      updated: '2011-08-08T00:00:00+00:00',
      links: [],
    });
    const aliases: string[] = extensions.map(({ alias }: { alias: string }) => alias);
    expect(aliases).toEqual(aliases.toSorted());
    expect(aliases).toEqual(expect.arrayContaining(['backups', 'os-availability-zone', 'os-types-manage']));
    for (const absent of ['os-hosts', 'os-volume-transfer', 'qos-specs', 'encryption'])
      expect(aliases).not.toContain(absent);
    const text = (await ask('GET', '/v1/dev/extensions', { headers: xml })).text;
    expect(text).toContain('<extensions xmlns="http://docs.openstack.org/common/api/v1.0" xmlns:atom=');
    expect(text).toContain('alias="backups" updated="2012-12-12T00:00:00+00:00"><description>Full copies');
  });

  it('are shown by alias, and 404 where there is none', async () => {
    const { ask } = await serverInProcess();
    for (const { alias } of served) {
      expect((await ask('GET', `/v1/dev/extensions/${alias}`)).json().extension).toMatchObject({ alias });
    }
    for (const alias of ['os-hosts', 'OS-QUOTA-SETS', 'toString']) {
      const answer = await ask('GET', `/v1/dev/extensions/${alias}`);
      expect(answer.status).toBe(404);
      expect(answer.json()).toMatchObject({ itemNotFound: { code: 404 } });
    }
  });
});

describe('services', () => {
  it('are this server, for administrators', async () => {
    const { ask } = await serverInProcess();
    const list = async (query: string) =>
      (await ask('GET', `/v1/dev/os-services${query}`, { as: 'admin' })).json().services;
    const here = {
      binary: 'cinderblock',
      host: hostname(),
      zone: 'nova',
      status: 'enabled',
      state: 'up',
      updated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/),
    };
    for (const query of ['', '?binary=cinderblock', `?host=${hostname()}&binary=cinderblock`])
      expect(await list(query)).toEqual([here]);
    for (const query of ['?binary=cinder-volume', '?host=elsewhere']) expect(await list(query)).toEqual([]);
    const inXml = await ask('GET', '/v1/dev/os-services', { as: 'admin', headers: xml });
    expect(inXml.text).toContain('<services><service binary="cinderblock" host=');
  });
});

describe('what Cinder had and this service has not', () => {
  const VOLUME = '9b93609e-229f-4e99-8f1e-721fcd86e7db';
  const TYPE = '02d1ab86-e479-11e0-98ab-c7be696d5830';

  it.each([
    ['GET', 'os-volume-transfer'],
    ['GET', 'os-volume-transfer/detail'],
    ['POST', 'os-volume-transfer'],
    ['POST', 'os-volume-transfer/some-id/accept'],
    ['GET', `volumes/${VOLUME}/encryption`],
    ['GET', `types/${TYPE}/encryption`],
    ['POST', `types/${TYPE}/encryption`],
    ['GET', 'qos-specs'],
    ['POST', 'qos-specs'],
    ['GET', 'consistencygroups/detail'],
    ['GET', 'cgsnapshots/detail'],
    ['GET', 'os-hosts'],
    ['PUT', 'os-services/enable'],
    ['PUT', 'os-services/disable'],
    ['GET', 'os-availability-zone/detail'],
    ['GET', 'scheduler-stats/get_pools'],
  ])('is a fault like any other: %s %s', async (method, path) => {
    const { ask } = await serverInProcess();
    const body = method === 'GET' ? undefined : {};
    const answer = await ask(method, `/v1/dev/${path}`, { as: 'admin', body });
    expect(answer.status).toBe(404);
    expect(answer.json()).toEqual({
      itemNotFound: { code: 404, message: 'The resource could not be found.' },
    });
    const inXml = await ask(method, `/v1/dev/${path}`, { as: 'admin', headers: xml, body });
    expect(inXml.text).toContain('<itemNotFound xmlns="http://docs.openstack.org/volume/api/v1" code="404">');
  });
});
