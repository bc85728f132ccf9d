import type { BackupFilter, VolumeFilter } from '../../catalog/catalog.ts';
import type { MarkerPageRequest } from '../../engine/engine.ts';
import { backupStatuses, statesOf, volumeStatuses } from './statuses.ts';
import { parseTimestamp } from './timestamps.ts';

interface PageQuery {
  readonly limit?: number | undefined;
  readonly marker?: string | undefined;
}

interface ListQuery {
  readonly name?: string | undefined;
  readonly size?: number | undefined;
  readonly status?: string | undefined;
  readonly 'changes-since'?: string | undefined;
}

interface VolumeQuery extends ListQuery {
  readonly type?: string | undefined;
  readonly backup?: string | undefined;
}

interface BackupQuery extends ListQuery {
  readonly volume?: string | undefined;
}

export const pageOf = ({ limit, marker }: PageQuery = {}): MarkerPageRequest => ({ limit, marker });

const filterOf = <State extends string>(
  { name, size, status, 'changes-since': since }: ListQuery,
  words: Readonly<Record<State, string>>,
) => ({
  name,
  size,
  statuses: status === undefined ? undefined : statesOf(words, status),
  changedSince: since === undefined ? undefined : parseTimestamp(since),
});

export const volumeFilterOf = (query: VolumeQuery = {}): VolumeFilter => ({
  ...filterOf(query, volumeStatuses),
  typeId: query.type,
  backupId: query.backup,
});

export const backupFilterOf = (query: BackupQuery = {}): BackupFilter => ({
  ...filterOf(query, backupStatuses),
  volumeId: query.volume,
});
