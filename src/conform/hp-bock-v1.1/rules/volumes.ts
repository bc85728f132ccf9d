import { volumeInUse } from '../../attachments.ts';
import { volumeOfSnapshot } from '../../sources.ts';
import type { RuleCase } from '../../suite.ts';
import { kinds } from '../kinds.ts';

const D = 'hp-bock-v1.1';
const { create, get } = kinds.volume;

export const volumeRules: readonly RuleCase[] = [
  {
    id: 'volumes/echo',
    operation: create,
    status: 200,
    rules: [
      `${D}/4.4.2.2/metadata-at-creation`,
      `${D}/4.4.2.2/param-metadata`,
      `${D}/4.4.2.2/param-availability-zone`,
      `${D}/4.4.2.2/param-volume-type-ignored`,
      `${D}/4.4.2.2/size-as-string-accepted`,
    ],
    async run(trial) {
      const body = {
        size: '2',
        availability_zone: 'az2',
        metadata: { 'a key': 'its <value>' },
        volume_type: 'fast',
      };
      const made = await trial.make('volume', { volume: body });
      const found = trial.inside(made.kind, await trial.call(get, 200, { params: made.params }));
      const { size, availabilityZone, metadata, volumeType } = found;
      const expected = { size: 2, availabilityZone: 'az2', metadata: body.metadata, volumeType: null };
      trial.equal('what the request gave', { size, availabilityZone, metadata, volumeType }, expected);
    },
  },
  {
    id: 'volumes/size-out-of-range',
    operation: create,
    status: 400,
    rules: [`${D}/4.4.2.2/param-size`],
    async run(trial) {
      for (const size of [0, -1, 1.5, 'large']) await trial.call(create, 400, { body: { volume: { size } } });
    },
  },
  volumeOfSnapshot({
    volume: kinds.volume,
    snapshot: kinds.snapshot,
    member: 'snapshotId',
    rules: [
      `${D}/4.4.2.2/snapshot-copy`,
      `${D}/4.4.2.2/snapshot-id-echoed`,
      `${D}/4.4.4/snapshot-survives-volume`,
      `${D}/4.4.4/volume-survives-snapshot`,
      `${D}/4.4.4/snapshot-used-through-volume`,
    ],
  }),
  {
    id: 'volumes/sources-exclude-each-other',
    operation: create,
    status: 400,
    rules: [`${D}/4.4.2.2/snapshot-and-image-invalid`],
    async run(trial) {
      const snapshot_id = await trial.shared('snapshot/4482');
      const imageRef = trial.target.image ?? '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
      await trial.call(create, 400, { body: { volume: { size: 1, snapshot_id, imageRef } } });
    },
  },
  {
    id: 'snapshots/of-volume-in-use',
    operation: kinds.snapshot.create,
    status: 400,
    rules: [`${D}/4.4.4/no-snapshot-when-attached`, `${D}/4.4.4.2/param-force-default`],
    async run(trial) {
      const volume_id = await volumeInUse(trial, '5825');
      await trial.call(kinds.snapshot.create, 400, { body: { snapshot: { volume_id } } });
    },
  },
  {
    id: 'snapshots/of-another-tenant',
    operation: kinds.snapshot.create,
    status: 404,
    rules: [`${D}/4.4.4.2/error-404-volume`],
    needs: 'second tenant',
    async run(trial) {
      const volume_id = await trial.shared('volume/16474');
      await trial.call(kinds.snapshot.create, 404, { as: trial.second, body: { snapshot: { volume_id } } });
      const snapshot_id = await trial.shared('snapshot/4482');
      await trial.call(create, 404, { as: trial.second, body: { volume: { size: 1, snapshot_id } } });
    },
  },
];
