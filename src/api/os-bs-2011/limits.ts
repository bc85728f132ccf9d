import type { OsBs2011LimitsHandlers } from '../../../generated/server/os-bs-2011-limits.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';

/** The limits of the Compute API, with what this document adds to them (2.3.1.2.1, 2.3.2.2.1). */
export function limitsHandlers({
  metadataLimits,
}: Pick<Engine, 'metadataLimits'>): OsBs2011LimitsHandlers<ApiCaller> {
  const absolute = {
    'OS-BS:maxVolumeMeta': metadataLimits.volume,
    'OS-BS:maxBackupMeta': metadataLimits.backup,
  };
  return {
    async listLimits() {
      return { status: 200, body: { limits: { rate: [], absolute } } };
    },
  };
}
