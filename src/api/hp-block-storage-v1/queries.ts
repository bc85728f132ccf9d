import type { SnapshotFilter, VolumeFilter } from '../../catalog/catalog.ts';
import type { OffsetPageRequest } from '../../engine/engine.ts';

interface PageQuery {
  readonly limit?: number | undefined;
  readonly offset?: number | undefined;
}

interface FilterQuery {
  readonly display_name?: string | undefined;
  readonly status?: string | undefined;
}

export const pageOf = ({ limit, offset }: PageQuery = {}): OffsetPageRequest => ({
  ...(limit === undefined ? {} : { limit }),
  ...(offset === undefined ? {} : { offset }),
});

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
