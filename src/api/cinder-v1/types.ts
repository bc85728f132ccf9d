import type { CinderV1TypesHandlers } from '../../../generated/server/cinder-v1-types.ts';
import type { components } from '../../../generated/types.ts';
import type { VolumeType } from '../../catalog/records.ts';
import type { Engine } from '../../engine/engine.ts';
import { EngineFault } from '../../engine/faults.ts';
import type { ApiCaller } from '../caller.ts';

const typeView = ({ id, name, extraSpecs }: VolumeType): components['schemas']['CinderType'] => ({
  id,
  name,
  extra_specs: extraSpecs,
});

/** The one pair of a body without a wrapper, which has to be the one that the path names. */
function pairOf(body: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> {
  if (!Object.hasOwn(body, key)) throw new EngineFault('metadataKeyMismatch', {});
  if (Object.keys(body).length > 1) throw new EngineFault('metadataItemsTooMany', {});
  return body;
}

/** As the extensions os-types-manage and os-types-extra-specs of Cinder had it. */
export function typesHandlers({ types }: Pick<Engine, 'types'>): CinderV1TypesHandlers<ApiCaller> {
  return {
    async listTypes(_request, caller) {
      return { status: 200, body: { volume_types: (await types.list(caller)).map(typeView) } };
    },

    async createType({ body: { volume_type: asked } }, caller) {
      const type = await types.create(caller, { name: asked.name, extraSpecs: asked.extra_specs });
      return { status: 200, body: { volume_type: typeView(type) } };
    },

    async getTypeDetails({ path }, caller) {
      return { status: 200, body: { volume_type: typeView(await types.get(caller, path.type_id)) } };
    },

    async deleteType({ path }, caller) {
      await types.delete(caller, path.type_id);
      return { status: 202 };
    },

    async listExtraSpecs({ path }, caller) {
      const { extraSpecs } = await types.get(caller, path.type_id);
      return { status: 200, body: { extra_specs: extraSpecs } };
    },

    async setExtraSpecs({ path, body: { extra_specs: specs } }, caller) {
      await types.extraSpecs.merge(caller, path.type_id, specs);
      return { status: 200, body: { extra_specs: specs } };
    },

    async getExtraSpec({ path: { type_id: id, key } }, caller) {
      const value = await types.extraSpecs.item(caller, id, key);
      return { status: 200, body: Object.fromEntries([[key, value]]) };
    },

    async setExtraSpec({ path: { type_id: id, key }, body }, caller) {
      const pair = pairOf(body, key);
      await types.extraSpecs.merge(caller, id, pair);
      return { status: 200, body: pair };
    },

    async deleteExtraSpec({ path: { type_id: id, key } }, caller) {
      await types.extraSpecs.deleteItem(caller, id, key);
      return { status: 202 };
    },
  };
}
