import type { BackupFilter, SnapshotFilter, VolumeFilter } from '../../catalog/catalog.ts';
import type { AllTenants, Caller } from '../../engine/engine.ts';
import { metadataFilterOf } from './metadata-filter.ts';

interface AnyQuery {
  readonly display_name?: string | undefined;
  readonly status?: string | undefined;
  readonly all_tenants?: string | undefined;
  readonly project_id?: string | undefined;
}

interface OwnQuery extends AnyQuery {
  readonly id?: string | undefined;
  readonly display_description?: string | undefined;
  readonly user_id?: string | undefined;
}

interface VolumeQuery extends OwnQuery {
  readonly metadata?: string | undefined;
  readonly availability_zone?: string | undefined;
  readonly volume_type?: string | undefined;
  readonly volume_type_id?: string | undefined;
  readonly size?: string | undefined;
  readonly snapshot_id?: string | undefined;
  readonly source_volid?: string | undefined;
}

interface SnapshotQuery extends OwnQuery {
  readonly volume_id?: string | undefined;
  readonly volume_size?: string | undefined;
}

/** Clients send 1 and True; Cinder took 0 for a yes too, which no client can have meant. */
const isYes = (text = ''): boolean => !/^(0|false|)$/i.test(text);

/** A size that is no number is that of nothing. */
const sizeOf = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : /^\d{1,9}$/.test(text) ? Number(text) : -1;

const ofAny = ({ display_name, status, all_tenants, project_id }: AnyQuery) => ({
  name: display_name,
  status,
  allTenants: isYes(all_tenants),
  ofTenant: project_id,
});

const ofOwn = ({ id, display_description, user_id }: OwnQuery) => ({
  id,
  description: display_description,
  userName: user_id,
});

/** What is for administrators is of no effect for anybody else, as any parameter that is not known. */
export const volumeFilterOf = (
  query: VolumeQuery = {},
  { isAdministrator = false }: Caller,
): VolumeFilter & AllTenants => ({
  ...ofAny(query),
  metadata: query.metadata === undefined ? undefined : metadataFilterOf(query.metadata),
  ...(isAdministrator && {
    ...ofOwn(query),
    availabilityZone: query.availability_zone,
    volumeType: query.volume_type,
    typeId: query.volume_type_id,
    size: sizeOf(query.size),
    snapshotId: query.snapshot_id,
    sourceVolumeId: query.source_volid,
  }),
});

export const snapshotFilterOf = (
  query: SnapshotQuery = {},
  { isAdministrator = false }: Caller,
): SnapshotFilter & AllTenants => ({
  ...ofAny(query),
  volumeId: query.volume_id,
  ...(isAdministrator && { ...ofOwn(query), size: sizeOf(query.volume_size) }),
});

export const backupFilterOf = (query: AnyQuery = {}): BackupFilter & AllTenants => ofAny(query);
