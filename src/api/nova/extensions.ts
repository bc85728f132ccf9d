import type { NovaExtensionsHandlers } from '../../../generated/server/nova-extensions.ts';
import type { components } from '../../../generated/types.ts';
import { EngineFault } from '../../engine/faults.ts';
import type { ApiCaller } from '../caller.ts';
import { computeExtensions } from '../compute-extensions.ts';
import { blockStorage } from '../os-bs-2011/extensions.ts';

type Extension = components['schemas']['OsBsExtension'];

const firstVersion: readonly Extension[] = [blockStorage, ...computeExtensions];
const secondVersion: readonly Extension[] = computeExtensions;

function found(extensions: readonly Extension[], alias: string): Extension {
  const extension = extensions.find((one) => one.alias === alias);
  if (extension === undefined) throw new EngineFault('extensionNotFound', { alias });
  return extension;
}

/** What the compute API says of its extensions; the list of the first version is that of os-bs-2011. */
export const extensionsHandlers: NovaExtensionsHandlers<ApiCaller> = {
  async listExtensions() {
    return { status: 200, body: { extensions: [...secondVersion] } };
  },

  async getExtension({ path }) {
    return { status: 200, body: { extension: found(secondVersion, path.alias) } };
  },

  async getFirstExtension({ path }) {
    return { status: 200, body: { extension: found(firstVersion, path.alias) } };
  },
};
