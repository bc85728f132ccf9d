import { expect } from 'vitest';
import { readXml, XMLNS_URI, type XmlElement } from '../../src/http/xml/reader.ts';
import type { World } from './world.ts';

/** Of the samples of the document. */
export const SERVER = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';
export const PLAIN = '9b93609e-229f-4e99-8f1e-721fcd86e7db';
const SOURCE = '64f5d2fb-d836-4063-b7e2-544d5c1ff607';
const ATTACHED = 'c3b1a45c-9f3a-4226-af72-f38709ab25f2';

export type Json = Readonly<Record<string, unknown>>;

/** An operation that shows resources. */
export interface View {
  readonly kind: 'volume' | 'snapshot' | 'backup' | 'volumeAttachment';
  readonly path: string;
  /** In JSON and in XML; left out for GET. */
  readonly body?: readonly [object, string];
}

export const volumeViews: Readonly<Record<string, View>> = {
  'list-volumes': { kind: 'volume', path: '/v1/dev/volumes' },
  'list-volumes-details': { kind: 'volume', path: '/v1/dev/volumes/detail' },
  'get-volume-details': { kind: 'volume', path: `/v1/dev/volumes/${PLAIN}` },
  'create-volume': {
    kind: 'volume',
    path: '/v1/dev/volumes',
    body: [{ volume: { size: 1 } }, '<volume size="1"/>'],
  },
};
export const snapshotViews: Readonly<Record<string, View>> = {
  'list-snapshots': { kind: 'snapshot', path: '/v1/dev/snapshots' },
  'list-snapshots-details': { kind: 'snapshot', path: '/v1/dev/snapshots/detail' },
  'get-snapshot-details': {
    kind: 'snapshot',
    path: '/v1/dev/snapshots/49bfe04f-32c6-4804-805d-9c3d0040a11f',
  },
  'create-snapshot': {
    kind: 'snapshot',
    path: '/v1/dev/snapshots',
    body: [{ snapshot: { volume_id: SOURCE } }, `<snapshot volume_id="${SOURCE}"/>`],
  },
};
export const backupViews: Readonly<Record<string, View>> = {
  'list-backups-details': { kind: 'backup', path: '/v1/dev/backups/detail' },
  'get-backup-details': { kind: 'backup', path: '/v1/dev/backups/1' },
  'create-backup': {
    kind: 'backup',
    path: '/v1/dev/backups',
    body: [{ backup: { volume_id: SOURCE } }, `<backup volume_id="${SOURCE}"/>`],
  },
};
export const attachmentViews: Readonly<Record<string, View>> = {
  'list-attached-volumes': {
    kind: 'volumeAttachment',
    path: `/v2/dev/servers/${SERVER}/os-volume_attachments`,
  },
  'get-attached-volume-details': {
    kind: 'volumeAttachment',
    path: `/v2/dev/servers/${SERVER}/os-volume_attachments/${ATTACHED}`,
  },
};

export const children = ({ content }: XmlElement): XmlElement[] =>
  content.filter((node) => typeof node !== 'string');
export const child = (element: XmlElement, name: string): XmlElement | undefined =>
  children(element).find(({ local }) => local === name);

/** Attributes by their name as written; declarations of namespaces are none. */
export const attributes = ({ attributes: all }: XmlElement): Record<string, string> =>
  Object.fromEntries(all.filter(({ uri }) => uri !== XMLNS_URI).map(({ name, value }) => [name, value]));

/** What the views of a server show, without any code of the server that reads or writes them. */
export function viewer(dev: World) {
  async function send({ path, body }: View, format: 0 | 1): Promise<string> {
    // A backup of it may be under way, from a test before.
    if (body !== undefined) await dev.reach('volume', SOURCE, 'available');
    const Accept = ['application/json', 'application/xml'][format] ?? '';
    const { status, text } = await dev.ask(body === undefined ? 'GET' : 'POST', path, {
      headers: { Accept },
      body: body?.[format],
    });
    if (status !== 200) throw new Error(`${status} ${text}`);
    return text;
  }

  async function xmlRoot(view: View): Promise<XmlElement> {
    const read = readXml(await send(view, 1));
    if (!read.ok) throw new Error(read.message);
    return read.root;
  }

  return {
    xmlRoot,
    /** Every resource that a response shows, be it one or a list. */
    async json(view: View): Promise<Json[]> {
      const body = JSON.parse(await send(view, 0));
      const found: Json[] = view.kind in body ? [body[view.kind]] : body[`${view.kind}s`];
      expect(found.length).toBeGreaterThan(0);
      return found;
    },
    async xml(view: View): Promise<XmlElement[]> {
      const root = await xmlRoot(view);
      const found = root.local === view.kind ? [root] : children(root);
      expect(found.length).toBeGreaterThan(0);
      for (const { local } of found) expect(local).toBe(view.kind);
      return found;
    },
  };
}
