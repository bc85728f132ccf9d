import type { OsBs2011ExtensionsHandlers } from '../../../generated/server/os-bs-2011-extensions.ts';
import type { components } from '../../../generated/types.ts';
import type { ApiCaller } from '../caller.ts';
import { computeExtensions } from '../compute-extensions.ts';

const DOCUMENTS = 'http://docs.rackspacecloud.com/servers/api/ext';

/** Section 1, slips of the pen included: clients find the extension by these words. */
export const blockStorage: components['schemas']['OsBsExtension'] = {
  name: 'Block Storge Extension',
  namespace: 'http://docs.openstack.org/servers/api/ext/volumes/v1.0',
  alias: 'OS-BS',
  updated: '2011-11-06T00:00:00Z',
  description: 'The extension adds block storage capabilites to the compute API.',
  links: [
    { rel: 'describedby', type: 'application/pdf', href: `${DOCUMENTS}/os-bs.pdf` },
    { rel: 'describedby', type: 'application/vnd.sun.wadl+xml', href: `${DOCUMENTS}/os-bs/os-bs.wadl` },
    { rel: 'describedby', type: 'application/xml', href: `${DOCUMENTS}/os-bs/api.xsd` },
  ],
};

export const extensionsHandlers: OsBs2011ExtensionsHandlers<ApiCaller> = {
  async queryExtensions() {
    return { status: 200, body: { extensions: [blockStorage, ...computeExtensions] } };
  },
};
