import { readFileSync } from 'node:fs';
import { type Answer, type Ask, until } from '../../support/requests.ts';

export const BASE = '/v1.1/dev';
const WITHIN_MS = 25_000;

export interface ShownVolume {
  readonly status: string;
  readonly displayDescription: string | null;
  readonly availabilityZone: string;
  readonly displayName: string | null;
  readonly attachments: readonly object[];
  readonly volumeType: string | null;
  readonly snapshotId: number | '';
  readonly size: number;
  readonly id: number;
  readonly createdAt: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** In lists alone. */
  readonly imageRef?: string;
}

export interface ShownSnapshot {
  readonly status: string;
  readonly displayDescription: string | null;
  readonly displayName: string | null;
  readonly volumeId: number;
  readonly id: number;
  readonly createdAt: string;
  readonly size: number;
}

type Id = number | string;

export const attachmentsOf = (serverId: Id): string => `${BASE}/servers/${serverId}/os-volume_attachments`;

/** The operations of the document as a client has them; all of it as tenant `dev`. */
export function bock(ask: Ask) {
  const showVolume = async (id: Id): Promise<ShownVolume> =>
    (await ask('GET', `${BASE}/os-volumes/${id}`)).json().volume;
  const showSnapshot = async (id: Id): Promise<ShownSnapshot> =>
    (await ask('GET', `${BASE}/os-snapshots/${id}`)).json().snapshots;
  const createVolume = (volume: object): Promise<Answer> =>
    ask('POST', `${BASE}/os-volumes`, { body: { volume } });
  const createSnapshot = (snapshot: object): Promise<Answer> =>
    ask('POST', `${BASE}/os-snapshots`, { body: { snapshot } });
  const attach = (serverId: Id, volumeAttachment: object): Promise<Answer> =>
    ask('POST', attachmentsOf(serverId), { body: { volumeAttachment } });
  const detach = (serverId: Id, id: Id): Promise<Answer> => ask('DELETE', `${attachmentsOf(serverId)}/${id}`);
  const reachVolume = (id: Id, status: string): Promise<ShownVolume> =>
    until(
      () => showVolume(id),
      (volume) => volume?.status === status,
      WITHIN_MS,
    );
  const reachSnapshot = (id: Id, status: string): Promise<ShownSnapshot> =>
    until(
      () => showSnapshot(id),
      (snapshot) => snapshot?.status === status,
      WITHIN_MS,
    );
  const gone = async (path: string): Promise<void> => {
    await until(
      () => ask('GET', path),
      ({ status }) => status === 404,
      WITHIN_MS,
    );
  };
  const accepted = ({ status, text }: Answer, wanted: number): void => {
    if (status !== wanted) throw new Error(`${wanted} expected, ${status} answered: ${text}`);
  };

  return {
    showVolume,
    showSnapshot,
    createVolume,
    createSnapshot,
    attach,
    detach,
    reachVolume,
    reachSnapshot,
    volumes: async (): Promise<ShownVolume[]> => (await ask('GET', `${BASE}/os-volumes`)).json().volumes,
    snapshots: async (): Promise<ShownSnapshot[]> =>
      (await ask('GET', `${BASE}/os-snapshots`)).json().snapshots,
    /** Makes a volume, of 1 GB where nothing else is said, and waits until it is available. */
    async volume(fields: object = {}): Promise<ShownVolume> {
      const answer = await createVolume({ size: 1, ...fields });
      accepted(answer, 200);
      return reachVolume(answer.json().volume.id, 'available');
    },
    async snapshot(volumeId: Id, fields: object = {}): Promise<ShownSnapshot> {
      const answer = await createSnapshot({ volume_id: volumeId, ...fields });
      accepted(answer, 200);
      return reachSnapshot(answer.json().snapshot.id, 'available');
    },
    async attached(serverId: Id, volumeId: Id, device?: string): Promise<ShownVolume> {
      accepted(await attach(serverId, { volumeId, device }), 200);
      return reachVolume(volumeId, 'in-use');
    },
    async removeVolume(id: Id): Promise<void> {
      accepted(await ask('DELETE', `${BASE}/os-volumes/${id}`), 202);
      await gone(`${BASE}/os-volumes/${id}`);
    },
    async removeSnapshot(id: Id): Promise<void> {
      accepted(await ask('DELETE', `${BASE}/os-snapshots/${id}`), 202);
      await gone(`${BASE}/os-snapshots/${id}`);
    },
    /** The UUID that other documents show of a volume; its name has to be the only one. */
    async uuidOf({ displayName }: ShownVolume): Promise<string> {
      const path = `/v1/dev/volumes?display_name=${encodeURIComponent(displayName ?? '')}`;
      const { volumes } = (await ask('GET', path)).json();
      if (volumes.length !== 1) throw new Error(`${volumes.length} volumes are called ${displayName}`);
      return volumes[0].id;
    },
  };
}

/** A payload as the document shows it. */
export const sample = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../openapi/hp-bock-v1.1/examples/${name}.json`, import.meta.url), 'utf8'),
  );
