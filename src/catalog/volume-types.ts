import type { Kysely } from 'kysely';
import type { CatalogReads, CatalogTransaction, TypeName } from './catalog.ts';
import type { Connection } from './connection.ts';
import type { VolumeType } from './records.ts';
import type { Tables } from './schema.ts';
import { text } from './statement.ts';

/** A type comes with its pairs in one statement: a second one could see another state. */
function selectTypes(db: Kysely<Tables>) {
  return db
    .selectFrom('volume_types as t')
    .leftJoin('volume_type_specs as s', 's.type_id', 't.id')
    .select(['t.id', 't.name', 's.key', 's.value']);
}

interface TypeRow extends TypeName {
  readonly key: string | null;
  readonly value: string | null;
}

/** A row for each pair, and one for a type without any; in the order of the types. */
function toTypes(rows: readonly TypeRow[]): VolumeType[] {
  const types = new Map<string, { id: string; name: string; pairs: [string, string][] }>();
  for (const { id, name, key, value } of rows) {
    const type = types.get(id) ?? { id, name, pairs: [] };
    types.set(id, type);
    if (key !== null && value !== null) type.pairs.push([key, value]);
  }
  // Not assigned key by key: `__proto__` is a key like any other.
  return [...types.values()].map(({ pairs, ...type }) => ({
    ...type,
    extraSpecs: Object.fromEntries(pairs),
  }));
}

type TypeReads = Pick<CatalogReads, 'listVolumeTypes' | 'findVolumeType' | 'findTypeNamed' | 'firstType'>;

export function typeReads(connection: Connection): TypeReads {
  const toRow = (row: TypeRow): TypeRow => row;
  const toName = (row: TypeName): TypeName => row;
  const list = connection.many({}, (db) => selectTypes(db).orderBy('t.serial').orderBy('s.key'), toRow);
  const find = connection.many(
    { id: text },
    (db, p) => selectTypes(db).where('t.id', '=', p.id).orderBy('s.key'),
    toRow,
  );
  const nameBy = (column: 'id' | 'name') =>
    connection.one(
      { given: text },
      (db, p) => db.selectFrom('volume_types').select(['id', 'name']).where(column, '=', p.given),
      toName,
    );
  const byId = nameBy('id');
  const byName = nameBy('name');
  const first = connection.one(
    {},
    (db) =>
      db
        .selectFrom('volume_types')
        .select(['id', 'name'])
        .orderBy('serial')
        .limit((eb) => eb.lit(1)),
    toName,
  );
  return {
    listVolumeTypes: async () => toTypes(await list({})),
    findVolumeType: async (id) => toTypes(await find({ id }))[0],
    findTypeNamed: async (given) => (await byId({ given })) ?? (await byName({ given })),
    firstType: () => first({}),
  };
}

type TypeChanges = Pick<
  CatalogTransaction,
  'insertVolumeType' | 'deleteVolumeType' | 'setTypeSpecs' | 'deleteTypeSpec'
>;

export function typeChanges(connection: Connection): TypeChanges {
  const insert = connection.change({ id: text, name: text }, (db, { id, name }) =>
    db
      .insertInto('volume_types')
      .values({ id, name })
      .onConflict((conflict) => conflict.column('name').doNothing()),
  );
  // The conditions are part of the deletion, so that no volume can slip in between. That no volume has the type is
  // read off an index that begins with the tenant, all of it: types go once in a while, and an index of their own
  // would be written with every volume.
  const remove = connection.change({ id: text }, (db, p) =>
    db
      .deleteFrom('volume_types')
      .where('id', '=', p.id)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('volumes as v')
              .select('v.serial')
              .where('v.type_id', '=', p.id)
              .where('v.deleted_at', 'is', null),
          ),
        ),
      )
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('volume_types as other').select('other.serial').where('other.id', '!=', p.id)),
      ),
  );
  const setSpec = connection.change({ typeId: text, key: text, value: text }, (db, { typeId, key, value }) =>
    db
      .insertInto('volume_type_specs')
      .values({ type_id: typeId, key, value })
      .onConflict((conflict) =>
        conflict.columns(['type_id', 'key']).doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
      ),
  );
  const removeSpec = connection.change({ typeId: text, key: text }, (db, p) =>
    db.deleteFrom('volume_type_specs').where('type_id', '=', p.typeId).where('key', '=', p.key),
  );
  return {
    insertVolumeType: async (type) => (await insert(type)) === 1,
    deleteVolumeType: async (id) => (await remove({ id })) === 1,
    async setTypeSpecs(typeId, specs) {
      for (const [key, value] of Object.entries(specs)) await setSpec({ typeId, key, value });
    },
    deleteTypeSpec: async (typeId, key) => (await removeSpec({ typeId, key })) === 1,
  };
}
