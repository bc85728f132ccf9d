import { describe, expect, it } from 'vitest';
import { world } from './world.ts';

interface Endpoint {
  readonly id: string;
  readonly region: string;
  readonly tenantId: string;
  readonly publicURL: string;
}
interface Service {
  readonly name: string;
  readonly type: string;
  readonly endpoints: readonly Endpoint[];
}

const login = { auth: { tenantName: 'dev', passwordCredentials: { username: 'dev', password: 'dev' } } };

async function access(dev: ReturnType<typeof world>) {
  const { status, text } = await dev.ask('POST', '/v2.0/tokens', { as: 'nobody', body: login });
  expect(status, text).toBe(200);
  return JSON.parse(text).access;
}
async function service(dev: ReturnType<typeof world>, type: string): Promise<Service> {
  const { serviceCatalog } = await access(dev);
  const found: Service[] = serviceCatalog.filter((entry: Service) => entry.type === type);
  expect(found).toHaveLength(1);
  return found[0] ?? expect.fail();
}

describe('a client that knows a name, a password and one address', () => {
  const dev = world();

  it('[hp-block-storage-v1/4.2.3/token-from-identity] gets a token that every operation takes', async () => {
    const { token } = await access(dev);
    const options = (id: string) => ({ as: 'nobody', headers: { 'X-Auth-Token': id } });
    for (const path of ['/v1/dev/volumes', '/v1/dev/backups', '/v2/dev/servers/s/os-volume_attachments']) {
      expect((await dev.ask('GET', path, options(token.id))).status).toBe(200);
      expect((await dev.ask('GET', path, options(`${token.id}0`))).status).toBe(401);
    }
  });

  it('[hp-block-storage-v1/3.3/catalog-from-identity] [hp-volume-backup-v1.1/3.3/catalog-as-parent] finds the services in the catalog that comes with it', async () => {
    const { token, serviceCatalog } = await access(dev);
    const base = new Map(
      serviceCatalog.map(({ type, endpoints: [endpoint] }: Service) => [type, endpoint?.publicURL]),
    );
    expect([...base.keys()]).toEqual(['volume', 'compute', 'identity']);
    const get = (url: string) => fetch(url, { headers: { 'X-Auth-Token': token.id } });
    expect((await get(`${base.get('volume')}/volumes`)).status).toBe(200);
    expect((await get(`${base.get('compute')}/servers/s/os-volume_attachments`)).status).toBe(200);
  });

  it('[hp-block-storage-v1/3.3/catalog-entry-fields] finds block storage under the name cinder and the type volume', async () => {
    const { name, endpoints, ...others } = await service(dev, 'volume');
    expect({ name, others }).toEqual({ name: 'cinder', others: { type: 'volume', endpoints_links: [] } });
    const url = `${dev.server().url}/v1/dev`;
    const [endpoint = expect.fail(), ...more] = endpoints;
    expect(more).toEqual([]);
    expect(endpoint).toMatchObject({ region: 'RegionOne', adminURL: url, internalURL: url, publicURL: url });
    expect(endpoint.id).toMatch(/^[0-9a-f]{32}$/);
    expect((await service(dev, 'volume')).endpoints[0]?.id).toBe(endpoint.id);
  });

  it('finds the compute service under the name that clients look for', async () => {
    const { name, endpoints } = await service(dev, 'compute');
    expect(name).toBe('nova');
    expect(endpoints.map(({ publicURL }) => publicURL)).toEqual([`${dev.server().url}/v2/dev`]);
  });
});

describe('a server with several zones', () => {
  const dev = world('--region', 'az-1.region-a.geo-1,az-2.region-a.geo-1,az-3.region-a.geo-1');

  it('[hp-block-storage-v1/3.3/catalog-endpoints-per-zone] has one set of endpoints for each, which the catalog calls region', async () => {
    const zones = ['az-1.region-a.geo-1', 'az-2.region-a.geo-1', 'az-3.region-a.geo-1'];
    for (const type of ['volume', 'compute']) {
      const { endpoints } = await service(dev, type);
      expect(endpoints.map(({ region }) => region)).toEqual(zones);
      expect(new Set(endpoints.map(({ id }) => id)).size).toBe(3);
    }
  });
});

describe('a server for clients of the first compute API', () => {
  const dev = world('--volume-endpoint', 'v1.1', '--compute-endpoint', 'v1.1');

  it('[hp-bock-v1.1/3.3/in-service-catalog] has block storage in its catalog under the name Block Storage and the type volume', async () => {
    expect((await service(dev, 'volume')).name).toBe('Block Storage');
  });

  it('[hp-bock-v1.1/3.3/catalog-endpoint-fields] names the tenant, the versions and where they are described', async () => {
    const { url } = dev.server();
    for (const type of ['volume', 'compute']) {
      const [endpoint] = (await service(dev, type)).endpoints;
      expect(endpoint).toMatchObject({
        tenantId: 'dev',
        publicURL: `${url}/v1.1/dev`,
        region: 'RegionOne',
        versionId: '1.1',
        versionInfo: `${url}/v1.1/`,
        versionList: url,
      });
    }
  });
});
