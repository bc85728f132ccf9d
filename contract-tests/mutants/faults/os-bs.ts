import type { Engine } from '../../../src/engine/engine.ts';
import type { Mutant, Spoil } from '../mutant.ts';
import { catalog, isFault, isXml, resources, texts } from '../planting.ts';

const document = 'os-bs-2011';

const ofVolumes = (change: (volumes: Engine['volumes']) => Partial<Engine['volumes']>): Spoil => ({
  engine: (engine) => ({ ...engine, volumes: { ...engine.volumes, ...change(engine.volumes) } }),
});
const ofMetadata = (
  change: (metadata: Engine['volumes']['metadata']) => Partial<Engine['volumes']['metadata']>,
): Spoil => ofVolumes(({ metadata }) => ({ metadata: { ...metadata, ...change(metadata) } }));

/** What os-bs-2011 has beyond the others: metadata, updates, markers, types, links. */
export const osBsMutants: readonly Mutant[] = [
  {
    id: 'update-merges-nothing',
    document,
    what: 'an update of metadata removes what it does not name',
    at: ['update-volume-metadata'],
    plant: (met) =>
      ofMetadata((metadata) => ({
        merge: (caller, id, map) => {
          met();
          return metadata.replace(caller, id, map);
        },
      })),
  },
  {
    id: 'replace-keeps-all',
    document,
    what: 'a replacement of metadata keeps what it does not name',
    at: ['replace-volume-metadata'],
    plant: (met) =>
      ofMetadata((metadata) => ({
        replace: (caller, id, map) => {
          met();
          return metadata.merge(caller, id, map);
        },
      })),
  },
  {
    id: 'item-is-not-deleted',
    document,
    what: 'the deletion of a metadata item is accepted and nothing is deleted',
    at: ['delete-volume-metadata-item'],
    plant: (met) =>
      ofMetadata((metadata) => ({
        deleteItem: async (caller, id, key) => {
          await metadata.item(caller, id, key);
          met();
          return metadata.get(caller, id);
        },
      })),
  },
  {
    id: 'item-is-not-set',
    document,
    what: 'a metadata item is answered and not kept',
    at: ['set-volume-metadata-item'],
    plant: (met) =>
      ofMetadata((metadata) => ({
        setItem: (caller, id) => {
          met();
          return metadata.get(caller, id);
        },
      })),
  },
  {
    id: 'new-name-is-not-kept',
    document,
    what: 'a new name is answered and not kept',
    at: ['update-volume-name'],
    plant: (met) =>
      ofVolumes((volumes) => ({
        async update(caller, id, { name }) {
          const volume = await volumes.get(caller, id);
          met();
          return { ...volume, name: name ?? null };
        },
      })),
  },
  {
    id: 'marker-is-ignored',
    document,
    what: 'a page begins at the beginning whatever the marker says',
    at: ['list-volumes'],
    plant: (met) =>
      catalog((reads) => ({
        listVolumes: (tenantId, filter, { after, ...page }) => {
          if (after !== undefined) met();
          return reads.listVolumes(tenantId, filter, page);
        },
      })),
  },
  {
    id: 'type-filter-is-ignored',
    document,
    what: 'the list of volumes is not narrowed by type',
    at: ['list-volumes', 'list-volumes-details'],
    plant: (met) =>
      catalog((reads) => ({
        listVolumes: (tenantId, { typeId, ...filter }, page) => {
          if (typeId !== undefined) met();
          return reads.listVolumes(tenantId, filter, page);
        },
      })),
  },
  {
    id: 'links-go-nowhere',
    document,
    what: 'links of a volume have no tenant',
    at: ['get-volume-details', 'list-volumes'],
    plant: (met) =>
      resources(['get-volume-details', 'list-volumes'], met, (one) => {
        for (const each of one.links) each.href = each.href.replace('/first/', '/');
      }),
  },
  {
    id: 'status-in-small-letters',
    document,
    what: 'statuses are in small letters',
    at: ['get-volume-details'],
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        one.status = one.status.toLowerCase();
      }),
  },
  {
    id: 'created-is-200',
    document,
    what: 'the creation of a volume answers 200',
    at: ['create-volume'],
    plant: (met) => ({
      answer: (ctx) => {
        if (ctx.method !== 'POST' || ctx.status !== 202) return;
        met();
        ctx.status = 200;
      },
    }),
  },
  {
    id: 'empty-metadata-is-shown',
    document,
    what: 'a volume without metadata shows an empty one',
    at: ['get-volume-details'],
    media: 'json',
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        one.metadata ??= {};
      }),
  },
  {
    id: 'xml-item-without-key',
    document,
    what: 'a metadata item in XML has a name in place of the key',
    at: ['get-volume-metadata-item'],
    media: 'xml',
    plant: (met) =>
      texts(
        (ctx) => isXml(ctx) && !isFault(ctx),
        met,
        (xml) => xml.replaceAll(' key=', ' name='),
      ),
  },
];
