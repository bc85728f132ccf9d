import type { OsBs2011TypesHandlers } from '../../../generated/server/os-bs-2011-types.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { pageOf } from './queries.ts';
import { typeView } from './views.ts';

/** Section 2.3.3. */
export function typesHandlers({ types }: Pick<Engine, 'types'>): OsBs2011TypesHandlers<ApiCaller> {
  return {
    async listTypes({ query }, caller) {
      const found = await types.list(caller, { name: query?.name }, pageOf(query));
      return { status: 200, body: { 'OS-BS:types': found.map((one) => typeView(one, caller)) } };
    },

    async getTypeDetails({ path }, caller) {
      const type = await types.get(caller, path.id);
      return { status: 200, body: { 'OS-BS:type': typeView(type, caller) } };
    },
  };
}
