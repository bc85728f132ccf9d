import { randomUUID } from 'node:crypto';
import type { CatalogReads, CatalogTransaction } from '../catalog/catalog.ts';
import type { VolumeType } from '../catalog/records.ts';
import type { Engine, TypeRequest, VolumeRequest } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';
import { EngineFault } from './faults.ts';
import { metadataOf } from './metadata-fields.ts';
import { limitOf } from './pages.ts';
import { textOf } from './request-fields.ts';

/** Pairs that a type may have. */
const MOST_EXTRA_SPECS = 128;

/** The type that volumes have that ask for none, in every catalog that has not been told otherwise. */
export const FIRST_TYPE_ID = '02d1ab86-e479-11e0-98ab-c7be696d5830';

async function requireType(reads: Pick<CatalogReads, 'findVolumeType'>, id: string): Promise<VolumeType> {
  const type = await reads.findVolumeType(id);
  if (type === undefined) throw new EngineFault('volumeTypeNotFound', { id });
  return type;
}

/**
 * What a new volume keeps of its type. Read in the transaction that makes the volume, as the type may be deleted
 * meanwhile.
 */
export async function typeOf(
  tx: CatalogTransaction,
  { typeId, typeNamed }: Pick<VolumeRequest, 'typeId' | 'typeNamed'>,
): Promise<{ typeId: string; volumeType?: string }> {
  if (typeNamed !== null && typeNamed !== undefined) {
    const found = await tx.findTypeNamed(typeNamed);
    if (found === undefined) throw new EngineFault('typeNamedNotFound', { named: typeNamed });
    return { typeId: found.id, volumeType: found.name };
  }
  if (typeId !== null && typeId !== undefined) return { typeId: (await requireType(tx, typeId)).id };
  const first = await tx.firstType();
  // The catalog keeps the last type from being deleted.
  if (first === undefined) throw new Error('the catalog has no volume type');
  return { typeId: first.id };
}

function nameOf({ name }: TypeRequest): string {
  const given = textOf('name', name);
  if (given === null || given.trim() === '') throw new EngineFault('typeNameBlank', {});
  return given;
}

const specsOf = (given: TypeRequest['extraSpecs']) => metadataOf(given, MOST_EXTRA_SPECS);

/** Types are the service's own: every tenant sees them all. Who may change them is for who calls to know. */
export function createTypes({ catalog, change }: EngineParts): Engine['types'] {
  return {
    async list(_caller, { name } = {}, { limit, marker } = {}) {
      const rows = limitOf(limit);
      const types = await catalog.listVolumeTypes();
      const start = marker === undefined ? 0 : types.findIndex(({ id }) => id === marker) + 1;
      if (marker !== undefined && start === 0) throw new EngineFault('markerNotFound', { marker });
      return types
        .slice(start)
        .filter((type) => name === undefined || type.name === name)
        .slice(0, rows);
    },

    get: (_caller, id) => requireType(catalog, id),

    async create(_caller, request) {
      const type = { id: randomUUID(), name: nameOf(request), extraSpecs: specsOf(request.extraSpecs) };
      await change(async ({ tx }) => {
        if (!(await tx.insertVolumeType(type))) throw new EngineFault('typeExists', { name: type.name });
        await tx.setTypeSpecs(type.id, type.extraSpecs);
      });
      return type;
    },

    async delete(_caller, id) {
      await change(async ({ tx }) => {
        if (await tx.deleteVolumeType(id)) return;
        const { name } = await requireType(tx, id);
        const { length } = await tx.listVolumeTypes();
        throw length === 1 ? new EngineFault('typeIsLast', { name }) : new EngineFault('typeInUse', { id });
      });
    },

    extraSpecs: {
      async merge(_caller, typeId, given) {
        const specs = specsOf(given);
        await change(async ({ tx }) => {
          const { extraSpecs } = await requireType(tx, typeId);
          specsOf({ ...extraSpecs, ...specs });
          await tx.setTypeSpecs(typeId, specs);
        });
      },

      async item(_caller, typeId, key) {
        const { extraSpecs } = await requireType(catalog, typeId);
        const value = Object.hasOwn(extraSpecs, key) ? extraSpecs[key] : undefined;
        if (value === undefined) throw new EngineFault('extraSpecNotFound', { typeId, key });
        return value;
      },

      async deleteItem(_caller, typeId, key) {
        await change(async ({ tx }) => {
          if (await tx.deleteTypeSpec(typeId, key)) return;
          await requireType(tx, typeId);
          throw new EngineFault('extraSpecNotFound', { typeId, key });
        });
      },
    },
  };
}
