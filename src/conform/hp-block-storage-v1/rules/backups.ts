import type { RuleCase } from '../../suite.ts';
import { objectIn } from '../../workshop.ts';
import { kinds } from '../kinds.ts';
import { sourceVolume } from './resources.ts';

const D = 'hp-block-storage-v1';
const { create, get } = kinds.backup;
const RESTORE = `${D}/restore-backup`;

export const backupRules: readonly RuleCase[] = [
  {
    id: 'backups/containers',
    operation: get,
    status: 200,
    rules: [
      `${D}/4.5.3.4/default-container`,
      `${D}/4.5.3.4/param-container`,
      `${D}/4.5.3.4/container-created`,
      `${D}/4.5.3.4/backup-in-volume-zone`,
    ],
    async run(trial) {
      const volume = await trial.make('volume', { volume: { size: 1, availability_zone: 'az2' } });
      for (const [given, container] of [
        [{}, 'volumebackups'],
        [{ container: 'mine' }, 'mine'],
      ] as const) {
        const made = await trial.make('backup', { backup: { volume_id: volume.id, ...given } });
        const found = trial.inside(made.kind, await trial.call(get, 200, { params: made.params }));
        trial.equal('the container', found['container'], container);
        trial.equal('the zone is the volume’s', found['availability_zone'], 'az2');
        const objects = found['object_count'];
        trial.check(
          'a backup has objects',
          Number.isInteger(objects) && Number(objects) > 0,
          'a positive integer',
          objects,
        );
      }
    },
  },
  {
    id: 'backups/of-volume-in-use',
    operation: create,
    status: 400,
    rules: [`${D}/2.2.3/backup-needs-available-volume`],
    async run(trial) {
      const volume = await trial.shared('volume/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      await trial.shared('attachment/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      await trial.call(create, 400, { body: { backup: { volume_id: volume } } });
    },
  },
  {
    id: 'backups/restore-over-a-volume',
    operation: RESTORE,
    status: 200,
    rules: [
      `${D}/4.5.3.6/given-volume-overwritten`,
      `${D}/4.5.3.6/restore-response-fields`,
      `${D}/4.5.3.6/restore-status-values`,
      `${D}/4.5.3/volume-status-restoring-backup`,
      `${D}/4.5.1/status-available-restoring-backup`,
      `${D}/4.5.3/backup-available-restoring`,
    ],
    async run(trial) {
      const volume = await trial.make('volume', { volume: { size: 1 } });
      const backup = await trial.make('backup', { backup: { volume_id: volume.id } });
      const reply = await trial.call(RESTORE, 200, {
        params: backup.params,
        body: { restore: { volume_id: volume.id } },
      });
      trial.equal('the answer to a restore', reply.model, {
        restore: { backup_id: backup.id, volume_id: volume.id },
      });
      await trial.becomes(volume, 'available', ['restoring-backup']);
      await trial.becomes(backup, 'available', ['restoring']);
    },
  },
  {
    id: 'backups/restore-to-a-new-volume',
    operation: RESTORE,
    status: 200,
    rules: [
      `${D}/4.5.3.6/new-volume-when-omitted`,
      `${D}/1/backup-independent-of-volume`,
      `${D}/4.5.3.6/asynchronous`,
      `${D}/4.5.3.6/restore-copies-back`,
    ],
    async run(trial) {
      const volume = await trial.make('volume', { volume: { size: 1 } });
      const backup = await trial.make('backup', { backup: { volume_id: volume.id } });
      await trial.happens('a volume that has a backup is deleted', () => trial.workshop.remove(volume));
      const reply = await trial.call(RESTORE, 200, { params: backup.params, body: { restore: {} } });
      const { backup_id, volume_id: id } = objectIn(reply, 'restore') ?? {};
      const volume_id = String(id ?? '');
      trial.equal('the backup that is restored', backup_id, backup.id);
      trial.check('the volume is a new one', volume_id !== volume.id, 'another id', volume_id);
      const made = {
        kind: kinds.volume,
        id: volume_id,
        params: { volume_id },
        by: trial.target.first,
        model: {},
      };
      trial.workshop.made.push(made);
      await trial.becomes(made, 'available', ['creating', 'restoring-backup']);
      await trial.becomes(backup, 'available', ['restoring']);
    },
  },
  {
    id: 'backups/restore-over-a-volume-in-use',
    operation: RESTORE,
    status: 400,
    rules: [`${D}/4.5.1/status-available-restoring-backup`],
    async run(trial) {
      const volume = await trial.shared('volume/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      await trial.shared('attachment/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      const backup = await trial.make('backup', { backup: { volume_id: await sourceVolume(trial) } });
      await trial.call(RESTORE, 400, { params: backup.params, body: { restore: { volume_id: volume } } });
    },
  },
  {
    id: 'backups/restore-for-another-tenant',
    operation: RESTORE,
    status: 404,
    rules: [`${D}/4.2.3/token-scope`],
    needs: 'second tenant',
    async run(trial) {
      const backup = await trial.make('backup', { backup: { volume_id: await sourceVolume(trial) } });
      await trial.call(RESTORE, 404, { params: backup.params, as: trial.second, body: { restore: {} } });
    },
  },
  {
    id: 'backups/of-another-tenant',
    operation: create,
    status: 404,
    rules: [`${D}/4.2.3/token-scope`],
    needs: 'second tenant',
    async run(trial) {
      const volume_id = await sourceVolume(trial);
      await trial.call(create, 404, { as: trial.second, body: { backup: { volume_id } } });
      await trial.call(kinds.snapshot.create, 404, { as: trial.second, body: { snapshot: { volume_id } } });
      await trial.call(kinds.volume.create, 404, {
        as: trial.second,
        body: { volume: { size: 1, source_volid: volume_id } },
      });
    },
  },
];
