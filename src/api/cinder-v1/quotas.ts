import type { CinderV1QuotasHandlers } from '../../../generated/server/cinder-v1-quotas.ts';
import type { components } from '../../../generated/types.ts';
import type { QuotaLimits, QuotaUsage } from '../../catalog/records.ts';
import type { Engine, LimitsRequest } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';

type QuotaSet = components['schemas']['QuotaSet'];

const limitsView = ({ volumes, snapshots, gigabytes }: QuotaLimits) => ({ volumes, snapshots, gigabytes });

/** Nothing is ever reserved: what has been asked for is counted as in use in the same transaction. */
function usageView(id: string, limits: QuotaLimits, usage: QuotaUsage): QuotaSet {
  const of = (name: keyof QuotaLimits) => ({ in_use: usage[name], limit: limits[name], reserved: 0 });
  return { id, volumes: of('volumes'), snapshots: of('snapshots'), gigabytes: of('gigabytes') };
}

const limitsOf = ({ volumes, snapshots, gigabytes }: LimitsRequest): LimitsRequest => ({
  volumes,
  snapshots,
  gigabytes,
});

/** The words that Cinder took for true; anything else is false. */
const isTrue = (word = ''): boolean => /^(1|t|true|on|y|yes)$/i.test(word.trim());

/** As the extensions os-quota-sets and os-quota-class-sets of Cinder had it. */
export function quotasHandlers({ quotas }: Pick<Engine, 'quotas'>): CinderV1QuotasHandlers<ApiCaller> {
  return {
    async getQuotaSet({ path: { quota_tenant_id: id }, query }, caller) {
      const { limits, usage } = await quotas.get(caller, id);
      const view = isTrue(query?.usage) ? usageView(id, limits, usage) : { id, ...limitsView(limits) };
      return { status: 200, body: { quota_set: view } };
    },

    async getQuotaDefaults({ path: { quota_tenant_id: id } }, caller) {
      const limits = await quotas.defaults(caller, id);
      return { status: 200, body: { quota_set: { id, ...limitsView(limits) } } };
    },

    async updateQuotaSet({ path: { quota_tenant_id: id }, body: { quota_set: asked } }, caller) {
      const limits = await quotas.update(caller, id, limitsOf(asked));
      return { status: 200, body: { quota_set: { id, ...limitsView(limits) } } };
    },

    async deleteQuotaSet({ path: { quota_tenant_id: id } }, caller) {
      await quotas.reset(caller, id);
      return { status: 200 };
    },

    async getQuotaClassSet({ path: { class_name: id } }, caller) {
      const limits = await quotas.classLimits(caller, id);
      return { status: 200, body: { quota_class_set: { id, ...limitsView(limits) } } };
    },

    async updateQuotaClassSet({ path: { class_name: id }, body: { quota_class_set: asked } }, caller) {
      const limits = await quotas.updateClass(caller, id, limitsOf(asked));
      return { status: 200, body: { quota_class_set: { id, ...limitsView(limits) } } };
    },
  };
}
