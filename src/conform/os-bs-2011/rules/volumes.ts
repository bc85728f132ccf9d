import { CannotExercise } from '../../case.ts';
import { startIn } from '../../looking.ts';
import type { RuleCase } from '../../suite.ts';
import type { Json, Made } from '../../workshop.ts';
import { kinds } from '../kinds.ts';
import { listed } from './listed.ts';

const D = 'os-bs-2011';
const { create, get } = kinds.volume;
const DETAILS = `${D}/list-volumes-details`;
const OTHER = 'volume/c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6';

const has = (items: readonly Json[], { id }: Made): boolean => items.some((item) => item['id'] === id);

export const volumeRules: readonly RuleCase[] = [
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
];
