import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { openDirectDevice } from '../../src/blocks/direct-device.ts';
import { volumePlace } from '../../src/blocks/inspect.ts';
import { type Ask, asker, until } from '../support/requests.ts';
import { type ServerProcess, startServer } from '../support/server.ts';

type Kind = 'volume' | 'snapshot' | 'backup';
// biome-ignore lint/suspicious/noExplicitAny: tests reach into bodies of every shape
type Resource = any;

/** A server for the tests of one file, and what most of them need of it; all of it as tenant `dev`. */
export interface World {
  readonly ask: Ask;
  readonly server: () => ServerProcess;
  /** Makes a volume of 1 GB and waits until it is available. */
  volume(fields?: object): Promise<Resource>;
  snapshot(volumeId: string, fields?: object): Promise<Resource>;
  backup(volumeId: string, fields?: object): Promise<Resource>;
  get(kind: Kind, id: string | number): Promise<Resource>;
  /** Waits for a status. */
  reach(kind: Kind, id: string | number, status: string): Promise<Resource>;
  /** Waits until the resource is not found any more. */
  gone(kind: Kind, id: string | number): Promise<void>;
  remove(kind: Kind, id: string | number): Promise<void>;
  /** Deletes every one of a kind, those too that are busy yet. */
  removeAll(kind: Kind): Promise<void>;
  attach(volumeId: string, serverId?: string, device?: string): Promise<Resource>;
  detach(volumeId: string, serverId: string): Promise<void>;
  /** Writes into a volume behind the back of the server, as an instance would that has it attached. */
  write(volumeId: string, offset: number, text: string): Promise<void>;
  read(volumeId: string, offset: number, length: number): Promise<string>;
  /** Bytes of the volume. */
  bytes(volumeId: string): Promise<number>;
}

// Copies of a volume with data read a whole GB, which takes a while on a busy machine.
const WITHIN_MS = 25_000;

/** Starts the real server before the tests of the file and ends it after them. */
export function world(...args: string[]): World {
  let process: ServerProcess | undefined;
  beforeAll(async () => {
    process = await startServer({ args });
  });
  afterAll(async () => {
    await process?.stop();
  });

  const server = (): ServerProcess => {
    if (process === undefined) throw new Error('the server runs only while tests do');
    return process;
  };
  const ask: Ask = (...request) => asker(server().url)(...request);
  const open = (volumeId: string) => openDirectDevice(volumePlace(join(server().folder, 'blocks'), volumeId));

  const get: World['get'] = async (kind, id) => (await ask('GET', `/v1/dev/${kind}s/${id}`)).json()[kind];
  const reach: World['reach'] = (kind, id, status) =>
    until(
      () => get(kind, id),
      (found) => found?.status === status,
      WITHIN_MS,
    );
  async function make(kind: Kind, fields: object): Promise<Resource> {
    const { status, text } = await ask('POST', `/v1/dev/${kind}s`, { body: { [kind]: fields } });
    if (status >= 300) throw new Error(`no ${kind}: ${status} ${text}`);
    return reach(kind, JSON.parse(text)[kind].id, 'available');
  }
  const gone: World['gone'] = async (kind, id) => {
    await until(
      () => ask('GET', `/v1/dev/${kind}s/${id}`),
      ({ status }) => status === 404,
      WITHIN_MS,
    );
  };

  return {
    ask,
    server,
    get,
    reach,
    gone,
    volume: (fields) => make('volume', { size: 1, ...fields }),
    snapshot: (volumeId, fields) => make('snapshot', { volume_id: volumeId, ...fields }),
    backup: (volumeId, fields) => make('backup', { volume_id: volumeId, ...fields }),

    async remove(kind, id) {
      const { status, text } = await ask('DELETE', `/v1/dev/${kind}s/${id}`);
      if (status !== 202) throw new Error(`${kind} not deleted: ${status} ${text}`);
      await gone(kind, id);
    },

    async removeAll(kind) {
      const deleteEach = async () => {
        const found: Resource[] = (await ask('GET', `/v1/dev/${kind}s`)).json()[`${kind}s`];
        await Promise.all(found.map(({ id }) => ask('DELETE', `/v1/dev/${kind}s/${id}`)));
        return found.length;
      };
      await until(deleteEach, (left) => left === 0, WITHIN_MS);
    },

    async attach(volumeId, serverId = randomUUID(), device) {
      const path = `/v2/dev/servers/${serverId}/os-volume_attachments`;
      const { status, text } = await ask('POST', path, { body: { volumeAttachment: { volumeId, device } } });
      if (status !== 200) throw new Error(`not attached: ${status} ${text}`);
      await reach('volume', volumeId, 'in-use');
      return JSON.parse(text).volumeAttachment;
    },

    async detach(volumeId, serverId) {
      const path = `/v2/dev/servers/${serverId}/os-volume_attachments/${volumeId}`;
      const { status, text } = await ask('DELETE', path);
      if (status !== 202) throw new Error(`not detached: ${status} ${text}`);
      await reach('volume', volumeId, 'available');
    },

    async write(volumeId, offset, text) {
      const device = open(volumeId);
      device.write(offset, Buffer.from(text));
      device.close();
    },

    async read(volumeId, offset, length) {
      const device = open(volumeId);
      const bytes = Buffer.alloc(length);
      device.read(offset, bytes);
      device.close();
      return bytes.toString();
    },

    async bytes(volumeId) {
      return volumePlace(join(server().folder, 'blocks'), volumeId).size;
    },
  };
}
