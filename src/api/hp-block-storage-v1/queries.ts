import type { SnapshotFilter, VolumeFilter } from '../../catalog/catalog.ts';

interface FilterQuery {
  readonly display_name?: string | undefined;
  readonly status?: string | undefined;
}

export const volumeFilterOf = ({
  display_name: name,
  status,
}: FilterQuery = {}): Pick<VolumeFilter, 'name' | 'status'> => ({
  ...(name === undefined ? {} : { name }),
  ...(status === undefined ? {} : { status }),
});

export const snapshotFilterOf = (
  query: FilterQuery & { readonly volume_id?: string | undefined } = {},
): SnapshotFilter => ({
  ...volumeFilterOf(query),
  ...(query.volume_id === undefined ? {} : { volumeId: query.volume_id }),
});
