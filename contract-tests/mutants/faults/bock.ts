import type { Mutant } from '../mutant.ts';
import { catalog, engine, lists, requests, resources } from '../planting.ts';

const document = 'hp-bock-v1.1';

/** What hp-bock-v1.1 says otherwise than the others: integers, camel case, empty strings. */
export const bockMutants: readonly Mutant[] = [
  {
    id: 'id-is-text',
    document,
    what: 'the id of a volume is a string',
    at: ['get-volume-details'],
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        one.id = String(one.id);
      }),
  },
  {
    id: 'no-snapshot-is-null',
    document,
    what: 'a volume of no snapshot has null and not the empty string',
    at: ['list-volumes', 'get-volume-details'],
    plant: (met) =>
      resources(['list-volumes', 'get-volume-details'], met, (one) => {
        if (one.snapshotId === '') one.snapshotId = null;
      }),
  },
  {
    id: 'attachments-are-empty',
    document,
    what: 'a volume that is not attached has no empty attachment',
    at: ['list-volumes', 'get-volume-details'],
    plant: (met) =>
      resources(['list-volumes', 'get-volume-details'], met, (one) => {
        one.attachments = [];
      }),
  },
  {
    id: 'timestamp-with-t',
    document,
    what: 'timestamps have a T',
    at: ['get-volume-details'],
    plant: (met) =>
      resources(['get-volume-details'], met, (one) => {
        one.createdAt = one.createdAt.replace(' ', 'T');
      }),
  },
  {
    id: 'name-is-lost',
    document,
    what: 'the name of a snapshot is forgotten',
    at: ['create-snapshot', 'get-snapshot-details'],
    plant: (met) =>
      requests(['create-snapshot'], met, ({ body }) => {
        delete body.snapshot.display_name;
      }),
  },
  {
    id: 'snapshots-missing',
    document,
    what: 'the list of snapshots is empty',
    at: ['list-snapshots'],
    plant: (met) => lists(['list-snapshots'], met, () => []),
  },
  {
    id: 'delete-is-200',
    document,
    what: 'the deletion of a snapshot answers 200',
    at: ['delete-snapshot'],
    plant: (met) => ({
      answer: (ctx) => {
        if (ctx.method !== 'DELETE' || ctx.status !== 202) return;
        met();
        ctx.status = 200;
      },
    }),
  },
  {
    id: 'zone-is-ignored',
    document,
    what: 'the availability zone that was asked for is ignored',
    at: ['create-volume'],
    plant: (met) =>
      requests(['create-volume'], met, ({ body }) => {
        delete body.volume.availability_zone;
      }),
  },
  {
    id: 'source-is-forgotten',
    document,
    what: 'a volume of a snapshot does not say so',
    at: ['create-volume', 'get-volume-details'],
    plant: (met) =>
      resources(['create-volume', 'get-volume-details'], met, (one) => {
        one.snapshotId = '';
      }),
  },
  {
    id: 'volume-of-anybody',
    document,
    what: 'a volume can be looked at by another tenant',
    at: ['get-volume-details'],
    plant: (met) =>
      catalog((reads) => ({
        async findVolumeBySerial(tenantId, serial) {
          const own = await reads.findVolumeBySerial(tenantId, serial);
          if (own !== undefined) return own;
          const other = tenantId === 'first' ? 'second' : 'first';
          const found = await reads.findVolumeBySerial(other, serial);
          if (found !== undefined) met();
          return found;
        },
      })),
  },
  {
    id: 'detach-does-nothing',
    document,
    what: 'detaching is accepted and the volume stays attached',
    at: ['attach-volume', 'detach-volume'],
    plant: (met) =>
      engine('attachments', (attachments) => ({
        async detach(caller, serverId, volumeId) {
          await attachments.get(caller, serverId, volumeId);
          met();
        },
      })),
  },
  {
    id: 'volume-is-not-deleted',
    document,
    what: 'the deletion of a volume is accepted and nothing is deleted',
    at: ['delete-volume'],
    plant: (met) =>
      engine('volumes', (volumes) => ({
        async delete(caller, id) {
          await volumes.get(caller, id);
          met();
        },
      })),
  },
  {
    id: 'fault-in-other-words',
    document,
    what: 'the faults of volumes that are not there are called notFound',
    at: ['get-volume-details'],
    plant: (met) => ({
      answer: (ctx) => {
        if (ctx.status !== 404 || typeof ctx.body !== 'string') return;
        met();
        const [inner] = Object.values(JSON.parse(ctx.body));
        ctx.body = JSON.stringify({ notFound: inner });
        ctx.status = 404;
        ctx.set('Content-Type', 'application/json');
      },
    }),
  },
];
