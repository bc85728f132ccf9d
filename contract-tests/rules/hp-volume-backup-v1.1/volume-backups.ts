import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { type Ask, until } from '../../support/requests.ts';

export const BASE = '/v1.1/dev/hp-volume-backups';

// Backups read whole volumes, which takes a busy machine a while; for the file that imports this.
const WITHIN_MS = 60_000;
vi.setConfig({ testTimeout: 120_000 });

/** A backup as this document shows it; the answer to a creation has the first seven members alone. */
export interface ShownBackup {
  readonly id: string;
  readonly display_name: string | null;
  readonly display_description: string | null;
  readonly volume_id: string;
  readonly container: string | null;
  readonly status: string;
  readonly created_at: string;
  readonly fail_reason: string | null;
  readonly size: number;
  readonly object_count: number | null;
}

/** The operations of the document as a client has them; all of it as tenant `dev`. */
export function volumeBackups(ask: Ask) {
  const show = async (id: string): Promise<ShownBackup> => (await ask('GET', `${BASE}/${id}`)).json().backup;
  const create = (backup: object) => ask('POST', BASE, { body: { backup } });
  const reach = (id: string, status: string) =>
    until(
      () => show(id),
      (backup) => backup?.status === status,
      WITHIN_MS,
    );
  return {
    show,
    create,
    reach,
    /** `''` for the plain list, `'/detail'` for all there is. */
    list: async (path: '' | '/detail' = ''): Promise<ShownBackup[]> =>
      (await ask('GET', `${BASE}${path}`)).json().backups,
    restore: (id: string, restore: object = {}) =>
      ask('POST', `${BASE}/${id}/restore`, { body: { restore } }),
    remove: (id: string) => ask('DELETE', `${BASE}/${id}`),
    /** Makes a backup and waits until it is available. */
    async make(volumeId: number | string, fields: object = {}): Promise<ShownBackup> {
      const { status, text } = await create({ volume_id: volumeId, ...fields });
      if (status !== 200) throw new Error(`no backup: ${status} ${text}`);
      return reach(JSON.parse(text).backup.id, 'available');
    },
    gone: (id: string) =>
      until(
        () => ask('GET', `${BASE}/${id}`),
        ({ status }) => status === 404,
        WITHIN_MS,
      ),
    /** The number under which this document knows a volume, which the volume's own document shows. */
    async numberOf(volumeId: string): Promise<number> {
      const { volume } = (await ask('GET', `/v1.1/dev/os-volumes/${volumeId}`)).json();
      return volume.id;
    },
  };
}

export type VolumeBackups = ReturnType<typeof volumeBackups>;

/** An error as the document shows it, with what stands in brackets filled in. */
export function documentedError(
  name: string,
  filledIn: Readonly<Record<string, number | string>> = {},
): unknown {
  const file = new URL(`../../../openapi/hp-volume-backup-v1.1/examples/${name}.json`, import.meta.url);
  const text = readFileSync(file, 'utf8');
  return JSON.parse(text.replaceAll(/\[(\w+)\]/g, (_, key) => String(filledIn[key])));
}
