import type { Mutant } from '../mutant.ts';
import { lists, requests, resources } from '../planting.ts';

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
        delete body.snapshot.displayName;
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
];
