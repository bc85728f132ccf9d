import { CannotExercise } from '../../case.ts';
import { startIn } from '../../resources.ts';
import type { RuleCase } from '../../suite.ts';
import type { Trial } from '../../trial.ts';
import type { Json, Made } from '../../workshop.ts';
import { kinds } from '../kinds.ts';

const D = 'os-bs-2011';
const { create, get } = kinds.volume;
const DETAILS = `${D}/list-volumes-details`;
const OTHER = 'volume/c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6';

async function listed(
  trial: Trial,
  operation: string,
  member: string,
  query: Record<string, string | number>,
) {
  const { model } = await trial.call(operation, 200, { query });
  return (model as Record<string, Json[]>)[member] ?? [];
}

const has = (items: readonly Json[], { id }: Made): boolean => items.some((item) => item['id'] === id);

/** The Location of a new resource is its self link, and leads to it. */
async function locationLeads(trial: Trial, kind: 'volume' | 'backup', body: Json): Promise<void> {
  const { create: operation, get: look, wrapper } = kinds[kind];
  const reply = await trial.call(operation, 202, { body });
  const model = (reply.model as Record<string, Json>)[wrapper] ?? {};
  const id = String(model['id']);
  trial.workshop.made.push({ kind: kinds[kind], id, params: { id }, by: trial.target.first, model });
  const links = (model['links'] ?? []) as { rel: string; href: string }[];
  const self = links.find(({ rel }) => rel === 'self')?.href;
  trial.equal('the Location header is the self link', reply.headers.location, self);
  trial.check('it ends in the id', self?.endsWith(`/${id}`) ?? false, id, self);
  const bookmark = links.find(({ rel }) => rel === 'bookmark')?.href;
  trial.equal('the bookmark is the self link without its version', bookmark, self?.replace('/v1.1/', '/'));
  const found = trial.inside(kinds[kind], await trial.call(look, 200, { params: { id } }));
  trial.equal('the links of what is found', found['links'], links);
}

const updateCase = (kind: 'volume' | 'backup', section: string): RuleCase => ({
  id: `${kind}s/update-name`,
  operation: `${D}/update-${kind}-name`,
  status: 200,
  rules: ['only-name-updateable', 'available-available', 'updated-attribute'].map(
    (rule) => `${D}/${section}/${rule}`,
  ),
  async run(trial) {
    const body =
      kind === 'volume'
        ? { 'OS-BS:volume': { size: 1, name: 'before' } }
        : { 'OS-BS:backup': { volumeId: await trial.shared(OTHER), name: 'before' } };
    const made = await trial.make(kind, body);
    const { wrapper, get: look } = kinds[kind];
    const before = trial.inside(kinds[kind], await trial.call(look, 200, { params: made.params }));
    trial.check(
      'what was never changed has no time of a change',
      !('updated' in before),
      'none',
      before['updated'],
    );
    const change = { [wrapper]: { name: 'after' } };
    const reply = await trial.call(`${D}/update-${kind}-name`, 200, { params: made.params, body: change });
    const answer = trial.inside(kinds[kind], reply);
    const { updated, ...others } = answer;
    trial.equal('the answer to a change of name', others, { ...before, name: 'after' });
    trial.check(
      'it has the time of the change',
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(updated)),
      'a time',
      updated,
    );
    trial.equal(
      'what is found',
      trial.inside(kinds[kind], await trial.call(look, 200, { params: made.params })),
      answer,
    );
  },
});

export const volumeRules: readonly RuleCase[] = [
  {
    id: 'volumes/location',
    operation: create,
    status: 202,
    rules: [
      `${D}/2.3.1.2.1/location-header`,
      `${D}/2.3.1.2.1/location-always`,
      `${D}/2.3.1.2.1/progress-by-get`,
      `${D}/2.3.1.1.1/self-and-bookmark-links`,
    ],
    run: (trial) => locationLeads(trial, 'volume', { 'OS-BS:volume': { size: 1 } }),
  },
  {
    id: 'backups/location',
    operation: kinds.backup.create,
    status: 202,
    rules: [
      `${D}/2.3.2.2.1/location-header`,
      `${D}/2.3.2.2.1/location-always`,
      `${D}/2.3.2.2.1/progress-by-get`,
    ],
    run: async (trial) =>
      locationLeads(trial, 'backup', { 'OS-BS:backup': { volumeId: await trial.shared(OTHER) } }),
  },
  updateCase('volume', '2.3.1.2.2'),
  updateCase('backup', '2.3.2.2.2'),
  {
    id: 'volumes/changes-since',
    operation: DETAILS,
    status: 200,
    rules: [`${D}/2.3.1.1/changes-since-includes-deleted`, `${D}/2.3.1.1.1/query-changes-since`],
    async run(trial) {
      const old = await trial.kept('volume one', 'volume', {
        'OS-BS:volume': { size: 1, name: 'filter one' },
      });
      const made = await trial.make('volume', { 'OS-BS:volume': { size: 1 } });
      const since = String(made.model['created']);
      await trial.workshop.remove(made);
      const changed = await listed(trial, DETAILS, 'OS-BS:volumes', { 'changes-since': since });
      const tombstone = changed.find((item) => item['id'] === made.id);
      trial.equal('the status of what was deleted since', tombstone?.['status'], 'DELETED');
      const later = await listed(trial, DETAILS, 'OS-BS:volumes', {
        'changes-since': '2999-01-01T00:00:00Z',
      });
      trial.check('nothing changed in the future', later.length === 0, 'an empty list', later.length);
      const early = await listed(trial, DETAILS, 'OS-BS:volumes', {
        'changes-since': '2001-01-01T00:00:00Z',
      });
      trial.check('what was made since is there', has(early, old), old.id, 'not there');
      await trial.call(DETAILS, 400, { query: { 'changes-since': 'yesterday' } });
    },
  },
  {
    id: 'volumes/filter-by-size',
    operation: DETAILS,
    status: 200,
    rules: [`${D}/2.3.1.1.1/query-size`],
    async run(trial) {
      const made = await trial.make('volume', { 'OS-BS:volume': { size: 3 } });
      const other = await trial.kept('volume one', 'volume', {
        'OS-BS:volume': { size: 1, name: 'filter one' },
      });
      const bySize = await listed(trial, DETAILS, 'OS-BS:volumes', { size: 3 });
      trial.check('a filter by size finds what fits', has(bySize, made), made.id, 'not there');
      trial.check(
        'a filter by size leaves out what does not fit',
        !has(bySize, other),
        'not there',
        other.id,
      );
    },
  },
  {
    id: 'volumes/filter-by-type',
    operation: DETAILS,
    status: 200,
    rules: [`${D}/2.3.1.1.1/query-type`],
    async run(trial) {
      const types = await listed(trial, `${D}/list-types`, 'OS-BS:types', {});
      const [one, two] = types.map((type) => String(type['id']));
      if (one === undefined || two === undefined)
        throw new CannotExercise('there are no two types of volumes');
      const made = await trial.make('volume', { 'OS-BS:volume': { size: 1, typeId: one } });
      const other = await trial.make('volume', { 'OS-BS:volume': { size: 1, typeId: two } });
      for (const [type, right, wrong] of [
        [one, made, other],
        [two, other, made],
      ] as const) {
        const found = await listed(trial, DETAILS, 'OS-BS:volumes', { type });
        trial.check('a filter by type finds what fits', has(found, right), right.id, 'not there');
        trial.check(
          'a filter by type leaves out what does not fit',
          !has(found, wrong),
          'not there',
          wrong.id,
        );
      }
    },
  },
  {
    id: 'volumes/of-backup',
    operation: create,
    status: 202,
    rules: [`${D}/2.3.1.2.1/size-optional-with-backup`, `${D}/2.3.1.1.1/query-backup`],
    async run(trial) {
      const backupId = await trial.shared('backup/f9822734-07d4-11e1-a16e-2396601839a1');
      const made = await startIn(
        trial,
        { kind: 'volume', createStatus: 202 },
        { 'OS-BS:volume': { backupId } },
      );
      await trial.becomes(made, 'AVAILABLE', ['CREATING', 'UNKNOWN']);
      const found = trial.inside(kinds.volume, await trial.call(get, 200, { params: made.params }));
      trial.equal('the size is that of the backup', found['size'], 1);
      const items = await listed(trial, DETAILS, 'OS-BS:volumes', { backup: backupId });
      trial.equal(
        'a filter by backup',
        items.map((item) => item['id']),
        [made.id],
      );
    },
  },
  {
    id: 'backups/filter-by-volume',
    operation: `${D}/list-backups-details`,
    status: 200,
    rules: [`${D}/2.3.2.1.1/query-volume`],
    async run(trial) {
      const volume = await trial.make('volume', { 'OS-BS:volume': { size: 1 } });
      const made = await trial.make('backup', { 'OS-BS:backup': { volumeId: volume.id } });
      const items = await listed(trial, `${D}/list-backups-details`, 'OS-BS:backups', { volume: volume.id });
      trial.equal(
        'a filter by volume',
        items.map((item) => item['id']),
        [made.id],
      );
    },
  },
  {
    id: 'backups/of-another-tenant',
    operation: kinds.backup.create,
    status: 404,
    rules: [`${D}/2.3.1.1/lists-of-one-tenant`],
    needs: 'second tenant',
    async run(trial) {
      const body = { 'OS-BS:backup': { volumeId: await trial.shared(OTHER) } };
      await trial.call(kinds.backup.create, 404, { as: trial.second, body });
      const backupId = await trial.shared('backup/f9822734-07d4-11e1-a16e-2396601839a1');
      await trial.call(create, 404, { as: trial.second, body: { 'OS-BS:volume': { size: 1, backupId } } });
    },
  },
  {
    id: 'types/details',
    operation: `${D}/get-type-details`,
    status: 200,
    rules: [
      `${D}/2.3.3/lists-all-types`,
      `${D}/2.3.3/get-lists-details`,
      `${D}/2.3.3.1/query-name`,
      `${D}/2.3.3.1/query-marker`,
      `${D}/2.3.3.1/query-limit`,
      `${D}/2.3.3.1/type-fields`,
    ],
    async run(trial) {
      const types = await listed(trial, `${D}/list-types`, 'OS-BS:types', {});
      for (const type of types) {
        const reply = await trial.call(`${D}/get-type-details`, 200, { params: { id: String(type['id']) } });
        trial.equal('a type', (reply.model as Json)['OS-BS:type'], type);
        const named = await listed(trial, `${D}/list-types`, 'OS-BS:types', { name: String(type['name']) });
        trial.equal('a filter by name', named, [type]);
      }
      const first = await listed(trial, `${D}/list-types`, 'OS-BS:types', { limit: 1 });
      trial.equal('a page of one', first, types.slice(0, 1));
      const rest = await listed(trial, `${D}/list-types`, 'OS-BS:types', {
        marker: String(types[0]?.['id']),
      });
      trial.equal('everything after the first', rest, types.slice(1));
    },
  },
  {
    id: 'limits/metadata',
    operation: `${D}/list-limits`,
    status: 200,
    rules: [`${D}/2.3.1.2.1/max-volume-meta`, `${D}/2.3.2.2.1/max-backup-meta`],
    async run(trial) {
      const { text } = await trial.call(`${D}/list-limits`, 200);
      for (const name of ['OS-BS:maxVolumeMeta', 'OS-BS:maxBackupMeta', 'maxVolumeMeta'].slice(
        0,
        trial.media === 'json' ? 2 : 0,
      ))
        trial.check(`there is the limit ${name}`, text.includes(`"${name}"`), name, text);
    },
  },
];
