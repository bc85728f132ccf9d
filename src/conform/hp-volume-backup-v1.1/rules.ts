import { volumeInUse } from '../attachments.ts';
import type { Contract } from '../contract.ts';
import { kinds as bock } from '../hp-bock-v1.1/kinds.ts';
import { protocolCases } from '../protocol.ts';
import { resourceCases } from '../resources.ts';
import type { RuleCase } from '../suite.ts';
import { type Json, objectIn } from '../workshop.ts';
import { backup } from './kinds.ts';

const D = 'hp-volume-backup-v1.1';
const RESTORE = `${D}/restore-backup`;

const resourceRules = resourceCases(
  {
    name: 'backups',
    kind: 'backup',
    createStatus: 200,
    removeStatus: 202,
    body: async (trial, members) => ({
      backup: { volume_id: String(await trial.shared('volume/small-volume')), ...members },
    }),
    created: (_, body) => ({
      display_name: null,
      display_description: null,
      volume_id: (body['backup'] as Json)['volume_id'],
      status: 'creating',
    }),
    changes: ['container'],
    extra: ['fail_reason', 'size', 'object_count'],
    texts: ['display_name', 'display_description'],
    id: /^[1-9]\d*$/,
    lists: [
      {
        operation: `${D}/list-backups`,
        member: 'backups',
        members: ['id', 'status'],
        filters: {},
        paging: 'offset',
      },
      { operation: `${D}/list-backups-details`, member: 'backups', filters: {}, paging: 'offset' },
    ],
    rules: {
      create: [
        `${D}/4.4.1.4/backs-up-to-object-storage`,
        `${D}/4.4.1.4/create-response-fields`,
        `${D}/4.4.1/backup-creating-available`,
        `${D}/4.4.1.4/asynchronous`,
        `${D}/4.4.1.3/show-by-id`,
        `${D}/4.4.1.1/ids-as-strings`,
      ],
      texts: [`${D}/4.4.1.4/param-display-name`, `${D}/4.4.1.4/param-display-description`],
      list: [`${D}/4.4.1.1/lists-id-and-status`, `${D}/4.4.1.2/lists-details`, `${D}/4.4.1.2/backup-fields`],
      filter: [],
      page: [],
      remove: [
        `${D}/4.4.1.5/delete-by-id`,
        `${D}/4.4.1.5/delete-202`,
        `${D}/4.4.1.5/delete-no-body`,
        `${D}/4.4.1.5/asynchronous`,
      ],
      tenants: [`${D}/3.1/own-volumes-only`],
    },
  },
  backup,
);

const restoreRules: readonly RuleCase[] = [
  {
    id: 'backups/restore-over-a-volume',
    operation: RESTORE,
    status: 200,
    rules: [
      `${D}/4.4.1.6/restore-to-volume`,
      `${D}/4.4.1.6/restore-response-fields`,
      `${D}/4.4.1.6/restore-status-values`,
      `${D}/4.4.1/volume-status-restoring-backup`,
      `${D}/4.4.1/backup-available-restoring`,
      `${D}/4.4.1/restore-to-same-or-other`,
    ],
    async run(trial) {
      const volume = await trial.make('volume', { volume: { size: 1 } });
      const made = await trial.make('backup', { backup: { volume_id: String(volume.id) } });
      const body = { restore: { volume_id: String(volume.id) } };
      const reply = await trial.call(RESTORE, 200, { params: made.params, body });
      const expected = { restore: { backup_id: made.id, volume_id: String(volume.id) } };
      trial.equal('the answer to a restore', reply.model, expected);
      await trial.becomes(volume, 'available', ['restoring-backup']);
      await trial.becomes(made, 'available', ['restoring']);
    },
  },
  {
    id: 'backups/restore-to-a-new-volume',
    operation: RESTORE,
    status: 200,
    rules: [`${D}/4.4.1.6/new-volume-when-omitted`, `${D}/4.4.1.6/asynchronous`],
    async run(trial) {
      const source = await trial.make('volume', { volume: { size: 1 } });
      const made = await trial.make('backup', { backup: { volume_id: String(source.id) } });
      const reply = await trial.call(RESTORE, 200, { params: made.params, body: { restore: {} } });
      const volume_id = String(objectIn(reply, 'restore')?.['volume_id'] ?? '');
      trial.check('the volume is a new one', volume_id !== String(source.id), 'another id', volume_id);
      const volume = {
        kind: bock.volume,
        id: volume_id,
        params: { volume_id },
        by: trial.target.first,
        model: {},
      };
      trial.workshop.made.push(volume);
      await trial.becomes(volume, 'available', ['creating', 'restoring-backup']);
      await trial.becomes(made, 'available', ['restoring']);
    },
  },
  {
    id: 'backups/containers',
    operation: backup.get,
    status: 200,
    rules: [
      `${D}/4.4.1.4/param-container`,
      `${D}/4.4.1.4/default-container`,
      `${D}/4.4.1.4/container-created`,
    ],
    async run(trial) {
      const volume_id = String(await trial.shared('volume/small-volume'));
      for (const container of ['mine', undefined]) {
        const made = await trial.make('backup', { backup: { volume_id, container } });
        const found = trial.inside(backup, await trial.call(backup.get, 200, { params: made.params }));
        const name = found['container'];
        if (container !== undefined) trial.equal('the container', name, container);
        trial.check('a backup is in a container', typeof name === 'string' && name !== '', 'a name', name);
        trial.equal('what a backup that is ready shows', [found['size'], found['fail_reason']], [1, null]);
      }
    },
  },
  {
    id: 'backups/for-another-tenant',
    operation: RESTORE,
    status: 404,
    rules: [`${D}/3.1/own-volumes-only`, `${D}/3.1/access-by-underlying-apis`],
    needs: 'second tenant',
    async run(trial) {
      const volume_id = String(await trial.shared('volume/small-volume'));
      await trial.call(backup.create, 404, { as: trial.second, body: { backup: { volume_id } } });
      const made = await trial.make('backup', { backup: { volume_id } });
      await trial.call(RESTORE, 404, { params: made.params, as: trial.second, body: { restore: {} } });
    },
  },
  {
    id: 'backups/of-volume-in-use',
    operation: backup.create,
    status: 400,
    rules: [`${D}/4.4.1.4/error-400-volume-not-available`],
    async run(trial) {
      const volume_id = String(await volumeInUse(trial, 'volume-in-use'));
      await trial.call(backup.create, 400, { body: { backup: { volume_id } } });
    },
  },
];

/** What the document says beyond its examples, and what HTTP says for it. */
export const rules = (contract: Contract): RuleCase[] => [
  ...protocolCases(contract, D, {
    jsonOnly: [`${D}/4.1/json-only`, `${D}/4.4.1.1/xml-not-supported`],
    head: [`${D}/4.1/base-uri`],
    badToken: [`${D}/4.4.1.1/token-header`],
    malformed: [`${D}/4.4.1.4/error-400-body-format`],
  }),
  ...resourceRules,
  ...restoreRules,
];
