import type { Engine } from './engine.ts';
import { EngineFault } from './faults.ts';
import { limitOf } from './pages.ts';

/** A kind of storage that volumes may be made of. */
export interface VolumeType {
  /** UUID. */
  readonly id: string;
  readonly name: string;
}

/** All there are, in the order of their list. A volume that asks for none has the first. */
export type VolumeTypes = readonly [VolumeType, ...VolumeType[]];

/** The types that section 2.3.3.1 of os-bs-2011 shows. */
export const defaultVolumeTypes: VolumeTypes = [
  { id: '02d1ab86-e479-11e0-98ab-c7be696d5830', name: 'NFS' },
  { id: '35e1c8d2-e477-11e0-93ed-4f2505dfa32e', name: 'SSD' },
];

/** The type of that id; throws `volumeTypeNotFound`. */
export function requireType(types: VolumeTypes, id: string): VolumeType {
  const type = types.find((each) => each.id === id);
  if (type === undefined) throw new EngineFault('volumeTypeNotFound', { id });
  return type;
}

/** Types are the service's own: every tenant sees them all. */
export function createTypes(types: VolumeTypes): Engine['types'] {
  return {
    async list(_caller, { name } = {}, { limit, marker } = {}) {
      const rows = limitOf(limit);
      const start = marker === undefined ? 0 : types.findIndex(({ id }) => id === marker) + 1;
      if (marker !== undefined && start === 0) throw new EngineFault('markerNotFound', { marker });
      return types
        .slice(start)
        .filter((type) => name === undefined || type.name === name)
        .slice(0, rows);
    },
    get: async (_caller, id) => requireType(types, id),
  };
}
