import type { components } from '../../generated/types.ts';

/** Extensions of the compute API that are served beside that of os-bs-2011, as services of the time listed them. */
export const computeExtensions: readonly components['schemas']['OsBsExtension'][] = [
  {
    name: 'Volumes',
    namespace: 'http://docs.openstack.org/compute/ext/volumes/api/v1.1',
    alias: 'os-volumes',
    updated: '2011-03-25T00:00:00Z',
    description: 'Volumes support.',
    links: [],
  },
];
