import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, type Ask, asker } from './requests.ts';
import { SERVER_PATH } from './resources.ts';

/** What a tenant does with volumes over HTTP; each call resolves when what it began has come to its end. */
export interface Tenant {
  /** A volume of `size` GB, empty or from one of the sources of the document; its id. */
  createVolume(fields: {
    readonly size: number;
    readonly snapshot_id?: string;
    readonly source_volid?: string;
    readonly imageRef?: string;
  }): Promise<string>;
  deleteVolume(id: string): Promise<void>;
  attach(id: string): Promise<void>;
  detach(id: string): Promise<void>;
  /** `force` allows it of an attached volume. */
  createSnapshot(volumeId: string, options?: { readonly force?: boolean }): Promise<string>;
  deleteSnapshot(id: string): Promise<void>;
  createBackup(volumeId: string): Promise<string>;
  deleteBackup(id: string): Promise<void>;
  /** Into a volume of its own, whose id it gives back, or into the one that is named. */
  restoreBackup(id: string, volumeId?: string): Promise<string>;
}

type Kind = 'volume' | 'snapshot' | 'backup';

/** Enough for gigabytes on a machine that does much else. */
const WITHIN_MS = 240_000;

/**
 * Asks again until the answer satisfies `done`, the more seldom the longer it takes: who asks all the time keeps the
 * server from what it is asked about. What is found is at most a fiftieth late.
 */
async function until<Value>(
  ask: () => Promise<Value>,
  done: (value: Value) => boolean,
  withinMs: number,
): Promise<Value> {
  const began = performance.now();
  for (;;) {
    const value = await ask();
    if (done(value)) return value;
    const took = performance.now() - began;
    if (took > withinMs) throw new Error(`not within ${withinMs} ms; last: ${JSON.stringify(value)}`);
    await delay(Math.min(100, Math.max(5, took / 50)));
  }
}

/** The tenant `dev` of the server at `url`. Everything rejects with the answer that was not the expected one. */
export function tenantAt(url: string, withinMs = WITHIN_MS): Tenant {
  const ask: Ask = asker(url);
  const send = async (method: string, path: string, body?: object): Promise<Answer> => {
    const answer = await ask(method, path, { body });
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer;
  };
  const settle = async (kind: Kind, id: string, wanted: string): Promise<void> => {
    const path = `/v1/dev/${kind}s/${id}`;
    const read = async () => (await send('GET', path)).json()[kind];
    const { status, fail_reason: reason = '' } = await until(
      read,
      ({ status }) => status === wanted || status.startsWith('error'),
      withinMs,
    );
    if (status !== wanted) throw new Error(`${kind} ${id} went to ${status} and not ${wanted} ${reason}`);
  };
  const create = async (kind: Kind, fields: object): Promise<string> => {
    const answer = await send('POST', `/v1/dev/${kind}s`, { [kind]: fields });
    const id = String(answer.json()[kind].id);
    await settle(kind, id, 'available');
    return id;
  };
  const remove = async (kind: Kind, id: string): Promise<void> => {
    const path = `/v1/dev/${kind}s/${id}`;
    await send('DELETE', path);
    await until(
      () => ask('GET', path),
      ({ status }) => status === 404,
      withinMs,
    );
  };
  return {
    createVolume: (fields) => create('volume', fields),
    deleteVolume: (id) => remove('volume', id),
    createSnapshot: (volume_id, { force = false } = {}) => create('snapshot', { volume_id, force }),
    deleteSnapshot: (id) => remove('snapshot', id),
    createBackup: (volume_id) => create('backup', { volume_id }),
    deleteBackup: (id) => remove('backup', id),
    async attach(volumeId) {
      await send('POST', `/v2/dev/${SERVER_PATH}`, { volumeAttachment: { volumeId } });
      await settle('volume', volumeId, 'in-use');
    },
    async detach(volumeId) {
      await send('DELETE', `/v2/dev/${SERVER_PATH}/${volumeId}`);
      await settle('volume', volumeId, 'available');
    },
    async restoreBackup(id, volume_id) {
      const restore = volume_id === undefined ? {} : { volume_id };
      const answer = await send('POST', `/v1/dev/backups/${id}/restore`, { restore });
      const into = answer.json().restore.volume_id;
      await settle('volume', into, 'available');
      await settle('backup', id, 'available');
      return into;
    },
  };
}
