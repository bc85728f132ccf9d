import { beforeAll, describe, expect, it } from 'vitest';
import { world } from '../rules/world.ts';
import type { Format } from '../support/faults.ts';
import { availableVolume } from '../support/requests.ts';
import { speaking } from '../support/speaking.ts';

const FORMATS: readonly Format[] = ['json', 'xml'];
const V = '/v1/dev/volumes';
const dev = world('--response-checks', 'always');
const query = (given: Readonly<Record<string, string>>) => `?${new URLSearchParams(given)}`;

describe('the lists of volumes', () => {
  const own: string[] = [];
  let others: string;
  const idsOf = async (below: string, as = 'dev', format: Format = 'json'): Promise<string[]> => {
    const { status, body, text } = await speaking(dev.ask, format)('GET', V + below, { as });
    expect(status, text).toBe(200);
    return body.volumes.map(({ id }: { id: string }) => id);
  };

  beforeAll(async () => {
    for (const [display_name, availability_zone, metadata] of [
      ['listed 1', 'az1', { rack: '1', row: 'a' }],
      ['listed 2', 'az2', { rack: '2', row: 'a' }],
      ["listed '3' & <more>", 'az2', { rack: '1', row: 'b' }],
    ] as const)
      own.unshift((await dev.volume({ display_name, availability_zone, metadata })).id);
    others = (await availableVolume(dev.ask, { display_name: 'listed 1', availability_zone: 'az2' }, 'demo'))
      .id;
  }, 60_000);

  describe.each(['', '/detail', '/details'])('volumes%s', (kind) => {
    describe.each(FORMATS)('in %s', (format) => {
      const ids = (given: Readonly<Record<string, string>> = {}, as = 'dev') =>
        idsOf(kind + query(given), as, format);

      it('has every volume, the newest first', async () => {
        expect((await ids()).filter((id) => own.includes(id))).toEqual(own);
      });

      it('is narrowed by name to those of exactly that name', async () => {
        expect(await ids({ display_name: 'listed 1' })).toEqual([own[2]]);
        expect(await ids({ display_name: "listed '3' & <more>" })).toEqual([own[0]]);
        expect(await ids({ display_name: 'listed' })).toEqual([]);
      });

      it('is narrowed by status', async () => {
        expect((await ids({ status: 'available' })).filter((id) => own.includes(id))).toEqual(own);
        expect(await ids({ status: 'deleting' })).toEqual([]);
        expect(await ids({ status: 'no such' })).toEqual([]);
      });

      it('is narrowed by name and status together', async () => {
        expect(await ids({ display_name: 'listed 2', status: 'available' })).toEqual([own[1]]);
        expect(await ids({ display_name: 'listed 2', status: 'in-use' })).toEqual([]);
      });

      it('is narrowed by metadata, written as Python writes it', async () => {
        expect(await ids({ metadata: "{'rack': '1'}" })).toEqual([own[0], own[2]]);
        expect(await ids({ metadata: "{u'rack': u'1', u'row': u'a'}" })).toEqual([own[2]]);
        expect(await ids({ metadata: "{'rack': '3'}" })).toEqual([]);
        expect(await ids({ metadata: "{'rack': '1'}", display_name: 'listed 1' })).toEqual([own[2]]);
      });

      it('is cut into pages, of what is narrowed too', async () => {
        const all = await ids();
        expect(await ids({ limit: '1', offset: '1' })).toEqual(all.slice(1, 2));
        expect(await ids({ metadata: "{'rack': '1'}", limit: '1', offset: '1' })).toEqual([own[2]]);
        expect(await ids({ limit: '0' })).toEqual(all);
      });

      it("has an administrator's own tenant by zone, size, type and whatever else a volume has", async () => {
        const admin = (given: Readonly<Record<string, string>>) => ids(given, 'admin');
        expect(await admin({ availability_zone: 'az2' })).toEqual([own[0], own[1]]);
        expect(await admin({ availability_zone: 'az2', display_name: 'listed 2' })).toEqual([own[1]]);
        expect(await admin({ availability_zone: 'az2', limit: '1', offset: '1' })).toEqual([own[1]]);
        expect(await admin({ availability_zone: 'az3' })).toEqual([]);
        expect(await admin({ size: '2047' })).toEqual([]);
        expect(await admin({ size: 'large' })).toEqual([]);
        expect((await admin({ size: '1' })).filter((id) => own.includes(id))).toEqual(own);
        expect(await admin({ id: own[1] ?? '' })).toEqual([own[1]]);
        for (const name of [
          'volume_type',
          'volume_type_id',
          'snapshot_id',
          'source_volid',
          'user_id',
          'display_description',
        ])
          expect(await admin({ [name]: 'none of it' }), name).toEqual([]);
      });

      it('passes over what is for administrators, of anybody else', async () => {
        const all = await ids();
        for (const name of [
          'availability_zone',
          'size',
          'id',
          'volume_type',
          'project_id',
          'snapshot_id',
          'user_id',
        ])
          expect(await ids({ [name]: 'none of it' }), name).toEqual(all);
        for (const all_tenants of ['1', 'True']) expect(await ids({ all_tenants })).toEqual(all);
        expect(await ids({ all_tenants: '1', project_id: 'demo' })).toEqual(all);
      });

      it("has all tenants' volumes for an administrator who says so", async () => {
        for (const all_tenants of ['1', 'True', 'yes']) {
          const found = await ids({ all_tenants }, 'admin');
          expect(found).toEqual(expect.arrayContaining([others, ...own]));
          expect(found.indexOf(others)).toBeLessThan(found.indexOf(own[0] ?? ''));
        }
        for (const all_tenants of ['0', 'false', 'False', ''])
          expect(await ids({ all_tenants }, 'admin')).not.toContain(others);
        expect(await ids({}, 'admin')).not.toContain(others);
        expect(await ids({ all_tenants: '1', display_name: 'listed 1' }, 'admin')).toEqual([others, own[2]]);
        expect(
          await ids({ all_tenants: '1', availability_zone: 'az2', status: 'available' }, 'admin'),
        ).toEqual([others, own[0], own[1]]);
        expect(
          await ids({ all_tenants: '1', project_id: 'demo', display_name: 'listed 1' }, 'admin'),
        ).toEqual([others]);
        expect(await ids({ all_tenants: '1', limit: '1', offset: '1' }, 'admin')).toEqual(
          (await ids({ all_tenants: '1' }, 'admin')).slice(1, 2),
        );
        expect(await ids({ project_id: 'demo' }, 'admin')).toEqual([]);
      });
    });
  });

  it.each(['a', '{', "{'a'}", "['a']", "{'a': ['b']}"])('refuses %s as metadata', async (metadata) => {
    for (const kind of ['', '/detail', '/details']) {
      const { status, text } = await dev.ask('GET', V + kind + query({ metadata }));
      expect(status).toBe(400);
      expect(JSON.parse(text).badRequest.message).toContain("{'key': 'value'}");
    }
  });

  it('show whose a volume is, and where, to administrators alone, in the detailed one', async () => {
    const shown = async (kind: string, as: string) => {
      const { volumes } = (
        await dev.ask('GET', V + kind + query({ display_name: 'listed 1' }), { as })
      ).json();
      return Object.keys(volumes[0]).filter((name) => name.startsWith('os-vol-'));
    };
    expect(await shown('/detail', 'admin')).toEqual([
      'os-vol-host-attr:host',
      'os-vol-tenant-attr:tenant_id',
    ]);
    expect(await shown('', 'admin')).toEqual([]);
    expect(await shown('/detail', 'dev')).toEqual([]);
    const xml = { Accept: 'application/xml' };
    const ofDev = await dev.ask('GET', `${V}/detail`, { headers: xml });
    expect(ofDev.text).not.toContain('tenant');
    const ofAdmin = await dev.ask('GET', `${V}/${own[0]}`, { headers: xml, as: 'admin' });
    expect(ofAdmin.text).toContain(
      ' xmlns:os-vol-tenant-attr="http://docs.openstack.org/volume/ext/volume_tenant_attribute/api/v1" os-vol-tenant-attr:tenant_id="dev"',
    );
  });

  it('are found under paths with slashes that follow each other, and with a suffix', async () => {
    for (const path of ['/v1/dev//volumes', '//v1/dev/volumes', '/v1//dev///volumes//'])
      expect((await fetch(dev.server().url + path, { headers: { 'X-Auth-Token': 'none' } })).status).toBe(
        401,
      );
    for (const path of ['/v1/dev//volumes', '//v1//dev/volumes.json', `/v1/dev/volumes//${own[0]}.json`])
      expect((await dev.ask('GET', path)).status, path).toBe(200);
    expect((await dev.ask('GET', '/v1/dev//volumes/detail.xml')).text).toContain('<volumes ');
    expect((await dev.ask('POST', `/v1/dev//volumes/${own[0]}`)).status).toBe(405);
    expect((await dev.ask('GET', '/v1/dev//nothing')).status).toBe(404);
    expect((await dev.ask('GET', '/v1/demo//volumes')).status).toBe(400);
  });
});
