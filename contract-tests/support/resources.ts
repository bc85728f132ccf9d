import { type Ask, availableCopy, availableVolume, volumeIn } from './requests.ts';
import type { TenantName } from './server.ts';

/** A server that every tenant has volumes at. */
export const SERVER_ID = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';
export const SERVER_PATH = `servers/${SERVER_ID}/os-volume_attachments`;

/** Ids of what a tenant has: one volume of its own, one that is attached, and a snapshot and a backup of the first. */
export interface Resources {
  readonly volume: string;
  readonly attached: string;
  readonly snapshot: string;
  readonly backup: string;
  /** The ids of the same in documents that show the other kind: integers, but a UUID for the backup. */
  readonly other: Readonly<Record<Kind, string>>;
}

export type Kind = 'volume' | 'attached' | 'snapshot' | 'backup';

/** Makes everything that an operation could name, for one tenant. */
export async function makeResources(ask: Ask, tenant: TenantName): Promise<Resources> {
  const { id: volume } = await availableVolume(ask, { display_name: `volume of ${tenant}` }, tenant);
  const { id: attached } = await availableVolume(ask, { display_name: `attached of ${tenant}` }, tenant);
  await ask('POST', `/v2/${tenant}/${SERVER_PATH}`, {
    as: tenant,
    body: { volumeAttachment: { volumeId: attached } },
  });
  await volumeIn(ask, attached, 'in-use', tenant);
  const copy = (kind: 'snapshot' | 'backup') =>
    availableCopy(ask, kind, { volume_id: volume, display_name: `${kind} of ${tenant}` }, tenant);
  const { id: snapshot } = await copy('snapshot');
  const { id: backup } = await copy('backup');
  const other = await otherIds(ask, tenant);
  return { volume, attached, snapshot, backup: String(backup), other };
}

/** The same resources by their names, in the documents that show the other kind of id. */
async function otherIds(ask: Ask, tenant: TenantName): Promise<Resources['other']> {
  const shown = async (path: string, member: string, name: string) => {
    const list: { id: unknown; displayName?: string; name?: string }[] = (
      await ask('GET', `/v1.1/${tenant}/${path}`, { as: tenant })
    ).json()[member];
    return String(list.find((one) => (one.displayName ?? one.name) === `${name} of ${tenant}`)?.id);
  };
  return {
    volume: await shown('os-volumes', 'volumes', 'volume'),
    attached: await shown('os-volumes', 'volumes', 'attached'),
    snapshot: await shown('os-snapshots', 'snapshots', 'snapshot'),
    backup: await shown('OS-BS/backups', 'OS-BS:backups', 'backup'),
  };
}

/** Ids of the same form that stand for nothing. */
export function neverMade({ volume, attached, snapshot, backup, other }: Resources): Resources {
  const otherUuid = (id: string) => id.replace(/[0-9a-f]{12}$/, '0123456789ab');
  const otherNumber = (id: string) => id.replace(/./g, '9');
  return {
    volume: otherUuid(volume),
    attached: otherUuid(attached),
    snapshot: otherUuid(snapshot),
    backup: otherNumber(backup),
    other: {
      volume: otherNumber(other.volume),
      attached: otherNumber(other.attached),
      snapshot: otherNumber(other.snapshot),
      backup: otherUuid(other.backup),
    },
  };
}

export interface Attempt {
  /** Below the tenant. */
  readonly path: string;
  readonly body?: object;
}

/** How operations name a resource, be it in the path or in the body; `own` is what the caller has. */
export type Uses = Readonly<Record<string, (of: Resources, own: Resources) => readonly Attempt[]>>;

/** Lists that name no resource, and the ids that they show; of operations that show none of the tenant, null. */
export type Lists = Readonly<
  Record<string, { readonly path: string; readonly shows: ((of: Resources) => string) | null }>
>;
