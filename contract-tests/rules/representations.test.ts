import { describe, expect, it } from 'vitest';
import { textOf, type XmlElement } from '../../src/http/xml/reader.ts';
import {
  attachmentViews,
  attributes,
  backupViews,
  child,
  children,
  PLAIN,
  SERVER,
  snapshotViews,
  type View,
  viewer,
  volumeViews,
} from './views.ts';
import { world } from './world.ts';

const BOOTABLE = '29b53979-c09d-4944-a170-5430aac864df';
const EXTENDED = 'http://docs.openstack.org/volume/ext/extended_snapshot_attributes/api/v1';

/** The resources of the documents' samples; everything here is looked at as it comes over the wire. */
const dev = world('--seed', 'documents', '--quota-volumes', '-1', '--quota-snapshots', '-1');
const { json, xml, xmlRoot } = viewer(dev);

const each = (views: Readonly<Record<string, View>>) => Object.entries(views);
const timestamped = { ...volumeViews, ...snapshotViews, ...backupViews };

describe('volumes in JSON', () => {
  it.each(each(volumeViews))(
    '[hp-block-storage-v1/4.5.1.1/json-field-types] have the documented types in %s',
    async (_, view) => {
      const volumes = await json(view);
      for (const volume of volumes) {
        const { bootable, volume_type, size, snapshot_id } = volume;
        expect(['true', 'false']).toContain(bootable);
        expect(volume_type).toBe('None');
        expect(Number.isInteger(size)).toBe(true);
        expect(volume['source_volid']).toBeNull();
        if (volume['id'] !== 'd9f5479a-a9af-4e96-b418-0d9a602a8b03') expect(snapshot_id).toBeNull();
      }
      // The examples of other documents, which are in the same list, have names.
      const nameless = volumes.filter(({ display_name }) => display_name === null);
      expect(nameless).not.toEqual([]);
      for (const volume of nameless) expect(volume['display_description']).toBeNull();
    },
  );

  it('[hp-block-storage-v1/4.5.1.1/json-field-types] are as in the samples', async () => {
    const volumes = await json({ kind: 'volume', path: '/v1/dev/volumes' });
    const copy = volumes.find(({ snapshot_id }) => snapshot_id !== null);
    expect(copy?.['snapshot_id']).toBe('2ee9a7ed-48f3-481c-a20e-6c53bf08c067');
    expect(volumes.filter(({ bootable }) => bootable === 'true').map(({ id }) => id)).toEqual([BOOTABLE]);
  });

  it.each(['', '/detail', `/${BOOTABLE}`])(
    '[hp-block-storage-v1/4.5.1.1/attachment-fields] show an attachment with device, id, server_id and volume_id (%s)',
    async (path) => {
      const view: View = { kind: 'volume', path: `/v1/dev/volumes${path}` };
      const attachment = {
        device: '/dev/vdd',
        id: BOOTABLE,
        server_id: 'c31ae64f-03d4-4bc9-b2bf-06f80db0ff62',
        volume_id: BOOTABLE,
      };
      const inJson = (await json(view)).find(({ id }) => id === BOOTABLE);
      expect(inJson?.['attachments']).toEqual([attachment]);
      const inXml = (await xml(view)).find((element) => attributes(element)['id'] === BOOTABLE);
      const shown = children(child(inXml as XmlElement, 'attachments') as XmlElement);
      expect(shown.map(({ local }) => local)).toEqual(['attachment']);
      expect(shown.map(attributes)).toEqual([attachment]);
    },
  );
});

describe('times', () => {
  it.each(each(timestamped))(
    '[hp-block-storage-v1/4.5.1.1/json-timestamps] have a T, six decimals and no zone in JSON in %s',
    async (_, view) => {
      for (const { created_at } of await json(view))
        expect(created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/);
    },
  );

  it.each(each(timestamped))(
    '[hp-block-storage-v1/4.5.1.1/xml-timestamps] have a space, and decimals only where they are not zero, in XML in %s',
    async (_, view) => {
      for (const element of await xml(view)) {
        const { created_at = '' } = attributes(element);
        expect(created_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{6})?$/);
        expect(created_at).not.toMatch(/\.000000$/);
      }
    },
  );

  it('[hp-block-storage-v1/4.5.1.1/json-timestamps] [hp-block-storage-v1/4.5.1.1/xml-timestamps] are those of the samples', async () => {
    const samples = {
      [`volumes/${PLAIN}`]: ['2013-01-17T11:39:56.000000', '2013-01-17 11:39:56'],
      'volumes/b6f6b5fb-ba09-44c9-a263-b4acbdbf1d38': [
        '2013-01-30T13:38:50.411386',
        '2013-01-30 13:38:50.411386',
      ],
      'volumes/8276e101-2d67-4e67-b63f-78b3a34e678c': [
        '2013-01-30T13:50:55.134360',
        '2013-01-30 13:50:55.134360',
      ],
      'snapshots/64f0946c-2863-4392-afe3-94f3f600f5e8': [
        '2013-01-30T19:15:22.014175',
        '2013-01-30 19:15:22.014175',
      ],
      'backups/1': ['2013-01-31T12:43:30.000000', '2013-01-31 12:43:30'],
    };
    for (const [path, [inJson, inXml]] of Object.entries(samples)) {
      const kind = path.slice(0, path.indexOf('s/')) as View['kind'];
      const view = { kind, path: `/v1/dev/${path}` };
      expect((await json(view))[0]?.['created_at']).toBe(inJson);
      expect((await xml(view)).map(attributes)[0]?.['created_at']).toBe(inXml);
    }
  });
});

describe('absent values', () => {
  it.each(each(timestamped))(
    '[hp-block-storage-v1/4.5.1.1/xml-null-as-none] are the word None in XML in %s',
    async (_, view) => {
      const nullable = ['display_name', 'display_description'];
      if (view.kind === 'volume') nullable.push('source_volid');
      if (view.kind === 'backup') nullable.push('fail_reason');
      // What is there is shown once more in JSON, since the examples of other documents have names.
      const inJson = view.body === undefined ? await json(view) : [];
      let seen = 0;
      for (const [index, element] of (await xml(view)).entries()) {
        const shown = attributes(element);
        for (const name of nullable) {
          if (typeof inJson[index]?.[name] === 'string') continue;
          expect(shown[name], name).toBe('None');
          seen += 1;
        }
      }
      expect(seen).toBeGreaterThanOrEqual(nullable.length);
    },
  );

  it('[hp-block-storage-v1/4.5.1.1/xml-null-as-none] are the word None in XML wherever JSON has null, and nowhere else', async () => {
    for (const { body, ...view } of Object.values(timestamped)) {
      if (body !== undefined) continue;
      const [inJson, inXml] = [await json(view), (await xml(view)).map(attributes)];
      for (const [index, resource] of inJson.entries()) {
        const members = Object.entries(resource).filter(([name]) => name in (inXml[index] ?? {}));
        for (const [name, value] of members) {
          const isNone = value === null || name === 'volume_type';
          expect(inXml[index]?.[name] === 'None', `${name} of ${view.path}`).toBe(isNone);
        }
      }
    }
  });
});

describe('volumes in XML', () => {
  it.each(each(volumeViews))(
    '[hp-block-storage-v1/4.5.1.1/xml-omits-bootable] have no bootable, and attachments and metadata as elements, in %s',
    async (_, view) => {
      for (const element of await xml(view)) {
        expect(Object.keys(attributes(element)).sort()).toEqual([
          'availability_zone',
          'created_at',
          'display_description',
          'display_name',
          'id',
          'size',
          'snapshot_id',
          'source_volid',
          'status',
          'volume_type',
        ]);
        const names = children(element).map(({ local }) => local);
        expect(names.slice(0, 2)).toEqual(['attachments', 'metadata']);
        const pairs = children(child(element, 'metadata') as XmlElement);
        expect(pairs.map((pair) => [pair.local, Object.keys(attributes(pair))])).toEqual(
          pairs.map(() => ['meta', ['key']]),
        );
        const isAttached = ['attaching', 'in-use'].includes(attributes(element)['status'] ?? '');
        expect(child(element, 'attachments')?.content).toHaveLength(isAttached ? 1 : 0);
      }
    },
  );

  it('[hp-block-storage-v1/4.5.1.1/xml-omits-bootable] have the metadata that they were given inside', async () => {
    const given =
      '<volume size="1"><metadata><meta key="a">1</meta><meta key="b">2</meta></metadata></volume>';
    const view: View = { kind: 'volume', path: '/v1/dev/volumes', body: [{}, given] };
    const metadata = (await xml(view)).flatMap((element) =>
      children(child(element, 'metadata') as XmlElement),
    );
    expect(metadata.map((meta) => [meta.local, attributes(meta), textOf(meta)])).toEqual([
      ['meta', { key: 'a' }, '1'],
      ['meta', { key: 'b' }, '2'],
    ]);
  });
});

describe('a bootable volume', () => {
  it('[hp-block-storage-v1/4.5.1.2/image-metadata-in-detail] shows its image in the detailed list, in JSON and XML, and not in the plain one', async () => {
    const image = {
      image_id: '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b',
      image_name: 'precise-server-cloudimg-i386',
    };
    const imagesIn = async (view: View) =>
      Object.fromEntries((await json(view)).map((volume) => [volume['id'], volume['volume_image_metadata']]));
    const elementsIn = async (view: View) =>
      (await xml(view)).flatMap((element) => child(element, 'volume_image_metadata') ?? []);

    const detail: View = { kind: 'volume', path: '/v1/dev/volumes/detail' };
    const images = await imagesIn(detail);
    expect(images[BOOTABLE]).toEqual(image);
    expect(Object.values(images).filter((value) => value !== undefined)).toHaveLength(1);
    const [element, ...others] = await elementsIn(detail);
    expect(others).toEqual([]);
    expect(children(element as XmlElement).map((meta) => [attributes(meta)['key'], textOf(meta)])).toEqual(
      Object.entries(image),
    );

    const plain: View = { kind: 'volume', path: '/v1/dev/volumes' };
    expect((await imagesIn(plain))[BOOTABLE]).toBeUndefined();
    expect(await elementsIn(plain)).toEqual([]);
  });
});

describe('snapshots', () => {
  const plain = ['created_at', 'display_description', 'display_name', 'id', 'size', 'status', 'volume_id'];
  const extended = ['os-extended-snapshot-attributes:progress', 'os-extended-snapshot-attributes:project_id'];

  it.each(['list-snapshots', 'create-snapshot'])(
    '[hp-block-storage-v1/4.5.2.1/snapshot-fields] have the documented members in %s, in JSON and XML',
    async (operation) => {
      const view = snapshotViews[operation] as View;
      for (const snapshot of await json(view)) expect(Object.keys(snapshot).sort()).toEqual(plain);
      for (const element of await xml(view)) expect(Object.keys(attributes(element)).sort()).toEqual(plain);
    },
  );

  it.each(['list-snapshots-details', 'get-snapshot-details'])(
    '[hp-block-storage-v1/4.5.2.2/extended-attributes] [hp-block-storage-v1/4.5.2.2/detail-gives-more] have progress and project as well in %s, in JSON and XML',
    async (operation) => {
      const view = snapshotViews[operation] as View;
      const members = [...plain, ...extended].sort();
      for (const snapshot of await json(view)) {
        expect(Object.keys(snapshot).sort()).toEqual(members);
        expect(snapshot[extended[0] ?? '']).toBe(snapshot['status'] === 'available' ? '100%' : '0%');
        expect(snapshot[extended[1] ?? '']).toBe('dev');
      }
      for (const element of await xml(view)) {
        expect(Object.keys(attributes(element)).sort()).toEqual(members);
        const prefixed = element.attributes.filter(
          ({ prefix }) => prefix === 'os-extended-snapshot-attributes',
        );
        expect(prefixed.map(({ uri }) => uri)).toEqual([EXTENDED, EXTENDED]);
      }
    },
  );

  it.each(each(snapshotViews))(
    '[hp-block-storage-v1/4.5.2.1/snapshot-xml-no-namespace] have no namespace in %s, unlike volumes',
    async (_, view) => {
      const root = await xmlRoot(view);
      expect([root, ...children(root)].map(({ uri }) => uri)).toEqual(
        Array(1 + children(root).length).fill(''),
      );
      const volumes = await xmlRoot({ kind: 'volume', path: '/v1/dev/volumes' });
      expect(volumes.uri).toBe('http://docs.openstack.org/volume/api/v1');
    },
  );
});

describe('backups', () => {
  const summaries: View = { kind: 'backup', path: '/v1/dev/backups' };
  const members = [
    'availability_zone',
    'container',
    'created_at',
    'display_description',
    'display_name',
    'fail_reason',
    'id',
    'object_count',
    'size',
    'status',
    'volume_id',
  ];

  it('[hp-block-storage-v1/4.5.3.1/plain-list-id-and-status] have an integer id and a status in the plain list, in JSON and XML', async () => {
    for (const backup of await json(summaries)) {
      expect(Object.keys(backup).sort()).toEqual(['id', 'status']);
      expect(Number.isInteger(backup['id'])).toBe(true);
    }
    for (const element of await xml(summaries)) {
      expect(Object.keys(attributes(element)).sort()).toEqual(['id', 'status']);
      expect(attributes(element)['id']).toMatch(/^\d+$/);
      expect(element.content).toEqual([]);
    }
  });

  it.each(each(backupViews))(
    '[hp-block-storage-v1/4.5.3.2/backup-fields] [hp-block-storage-v1/4.5.3.2/detail-gives-more] have the documented members in %s, in JSON and XML',
    async (_, view) => {
      for (const backup of await json(view)) expect(Object.keys(backup).sort()).toEqual(members);
      for (const element of await xml(view)) expect(Object.keys(attributes(element)).sort()).toEqual(members);
    },
  );
});

describe('attachments', () => {
  it.each(each(attachmentViews))(
    '[hp-block-storage-v1/4.5.4.1/attachment-fields] have the documented members, in JSON and, without a namespace, in XML in %s',
    async (_, view) => {
      const found = await json(view);
      for (const attachment of found) {
        expect(Object.keys(attachment).sort()).toEqual(['device', 'id', 'serverId', 'volumeId']);
        expect(attachment['id']).toBe(attachment['volumeId']);
        expect(attachment['serverId']).toBe(SERVER);
      }
      expect((await xml(view)).map(attributes)).toEqual(found);
      const root = await xmlRoot(view);
      expect([root, ...children(root)].map(({ uri }) => uri)).not.toContainEqual(expect.stringMatching(/./));
    },
  );
});
