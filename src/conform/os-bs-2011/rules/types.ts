import type { RuleCase } from '../../suite.ts';
import { objectIn } from '../../workshop.ts';
import { listed } from './listed.ts';

const D = 'os-bs-2011';

/** What the provider has set: types of volumes and limits. */
export const typeRules: readonly RuleCase[] = [
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
        trial.equal('a type', objectIn(reply, 'OS-BS:type'), type);
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
