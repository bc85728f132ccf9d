import { vi } from 'vitest';
import { type Ask, until } from '../../support/requests.ts';
import type { World } from '../world.ts';

export type Kind = 'volume' | 'backup';
// biome-ignore lint/suspicious/noExplicitAny: tests reach into bodies of every shape
export type Resource = any;

/** Below it is all that the document has. */
export const BASE = '/v1.1/dev/OS-BS';

/** Of what the seed has. */
export const SEEDED = {
  /** ATTACHED. */
  work: '15e59938-07d5-11e1-90e3-e3dffe0c5983',
  /** ATTACHING. */
  home: '4512308a-0808-11e1-bff3-83d5d70a461f',
  /** AVAILABLE; nothing of it is in the examples but its id. */
  original: 'c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6',
  /** AVAILABLE, of `work`. */
  myBackup: 'f9822734-07d4-11e1-a16e-2396601839a1',
  /** SAVING for good, of `original`. */
  originalBackup: 'ab7cbf2c-07e8-11e1-98d5-9b76347df0b3',
  /** CREATING for good; hp-block-storage-v1 shows it. */
  creating: 'b6f6b5fb-ba09-44c9-a263-b4acbdbf1d38',
  /** The server that has `work` and `home`. */
  server: '52415800-8b69-11e0-9b19-734f6af67565',
} as const;

export const TYPES = {
  NFS: '02d1ab86-e479-11e0-98ab-c7be696d5830',
  SSD: '35e1c8d2-e477-11e0-93ed-4f2505dfa32e',
} as const;

/** The links of a resource at a path below the tenant. */
export const linksBelow = (url: string, path: string) => [
  { rel: 'self', href: `${url}/v1.1/dev/${path}` },
  { rel: 'bookmark', href: `${url}/dev/${path}` },
];

/** What most tests of this document need of a server; all of it as tenant `dev`. */
export interface OsBsWorld {
  /** Path of a resource, or of its collection. */
  path(kind: Kind, id?: string): string;
  get(kind: Kind, id: string): Promise<Resource>;
  /** Waits for a status. */
  reach(kind: Kind, id: string, status: string): Promise<Resource>;
  /** Makes a volume of 1 GB and waits until it is AVAILABLE. */
  volume(fields?: object): Promise<Resource>;
  backup(volumeId: string, fields?: object): Promise<Resource>;
  /** What a list shows, by a path such as `volumes/detail?limit=1`. */
  list(path: string): Promise<Resource[]>;
  /** Ids of what a list shows. */
  ids(path: string): Promise<string[]>;
  /** Deletes and waits until there is nothing any more. */
  remove(kind: Kind, id: string): Promise<void>;
}

// Backups read whole volumes, which takes a busy machine a while; for the file that imports this.
const WITHIN_MS = 60_000;
vi.setConfig({ testTimeout: 120_000 });

/** The same server as `world`, in the words of this document. */
export function osBs({ ask }: Pick<World, 'ask'> | { readonly ask: Ask }): OsBsWorld {
  const path: OsBsWorld['path'] = (kind, id) =>
    id === undefined ? `${BASE}/${kind}s` : `${BASE}/${kind}s/${id}`;
  const get: OsBsWorld['get'] = async (kind, id) =>
    (await ask('GET', path(kind, id))).json()[`OS-BS:${kind}`];
  const reach: OsBsWorld['reach'] = (kind, id, status) =>
    until(
      () => get(kind, id),
      (found) => found?.status === status,
      WITHIN_MS,
    );
  async function make(kind: Kind, fields: object): Promise<Resource> {
    const { status, text } = await ask('POST', path(kind), { body: { [`OS-BS:${kind}`]: fields } });
    if (status !== 202) throw new Error(`no ${kind}: ${status} ${text}`);
    return reach(kind, JSON.parse(text)[`OS-BS:${kind}`].id, 'AVAILABLE');
  }
  const list: OsBsWorld['list'] = async (below) => {
    const { status, text } = await ask('GET', `${BASE}/${below}`);
    if (status !== 200) throw new Error(`no list: ${status} ${text}`);
    const [found] = Object.values(JSON.parse(text));
    return found as Resource[];
  };
  return {
    path,
    get,
    reach,
    list,
    ids: async (below) => (await list(below)).map(({ id }) => id),
    volume: (fields) => make('volume', { size: 1, ...fields }),
    backup: (volumeId, fields) => make('backup', { volumeId, ...fields }),
    async remove(kind, id) {
      const { status, text } = await ask('DELETE', path(kind, id));
      if (status !== 204) throw new Error(`${kind} not deleted: ${status} ${text}`);
      await until(
        () => ask('GET', path(kind, id)),
        (answer) => answer.status === 404,
        WITHIN_MS,
      );
    },
  };
}
