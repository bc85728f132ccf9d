import { volumeOfSnapshot } from '../../sources.ts';
import type { RuleCase } from '../../suite.ts';
import { kinds } from '../kinds.ts';

const D = 'hp-block-storage-v1';
const { create, get } = kinds.volume;

export const volumeRules: readonly RuleCase[] = [
  {
    id: 'volumes/size-out-of-range',
    operation: create,
    status: 400,
    rules: [`${D}/1/volume-size-range`, `${D}/2.2.1/size-units-of-1gb`, `${D}/4.5.1.4/param-size`],
    async run(trial) {
      const sizes = trial.media === 'json' ? [0, -1, 2048, 1.5, 'large', null] : [0, -1, 2048, 1.5];
      for (const size of sizes) await trial.call(create, 400, refused(trial.media, size));
    },
  },
  {
    id: 'volumes/echo',
    operation: create,
    status: 200,
    rules: [
      `${D}/2.2.1/metadata-at-creation`,
      `${D}/4.5.1.4/param-metadata`,
      `${D}/4.5.1.4/create-in-zone`,
      `${D}/4.5.1.4/param-volume-type-ignored`,
      `${D}/2.2.1/size-set-at-creation`,
    ],
    async run(trial) {
      const given = { size: 2, availability_zone: 'az2', metadata: { 'A key': 'its <value>', b: '' } };
      const ofType = { volume: { ...given, volume_type: 'never-heard-of' } };
      const isTaken = trial.profile.volumeTypes === 'taken';
      if (isTaken) await trial.call(create, 404, { body: ofType });
      const made = await trial.make('volume', isTaken ? { volume: given } : ofType);
      const { size, availability_zone, metadata, volume_type } = trial.inside(
        made.kind,
        await trial.call(get, 200, { params: made.params }),
      );
      trial.equal('what the request gave', { size, availability_zone, metadata }, given);
      trial.equal('the type, which is ignored', volume_type, 'None');
      trial.equal('the type in the answer to the creation', made.model['volume_type'], 'None');
    },
  },
  volumeOfSnapshot({
    volume: kinds.volume,
    snapshot: kinds.snapshot,
    member: 'snapshot_id',
    rules: [
      `${D}/2.2.1/volume-from-snapshot`,
      `${D}/4.5.1.4/snapshot-copy`,
      `${D}/4.5.2/volume-survives-snapshot`,
      `${D}/4.5.2/snapshot-survives-volume`,
      `${D}/1/snapshot-independent-of-volume`,
      `${D}/1/snapshot-used-through-new-volume`,
    ],
  }),
  {
    id: 'volumes/of-volume',
    operation: create,
    status: 200,
    rules: [`${D}/4.5.1.4/param-source-volid`],
    async run(trial) {
      const source = await trial.make('volume', { volume: { size: 1 } });
      const copy = await trial.make('volume', { volume: { size: 1, source_volid: source.id } });
      const found = trial.inside(copy.kind, await trial.call(get, 200, { params: copy.params }));
      trial.equal('what the volume is a copy of', found['source_volid'], source.id);
      trial.equal('what it was not made of', found['snapshot_id'], null);
    },
  },
  {
    id: 'volumes/sources-exclude-each-other',
    operation: create,
    status: 400,
    rules: [`${D}/4.5.1.4/snapshot-and-image-invalid`],
    async run(trial) {
      const snapshot = await trial.shared('snapshot/49bfe04f-32c6-4804-805d-9c3d0040a11f');
      const image = await trial.shared('image/62560ce2-ee31-4ee6-bc9b-81a98fd3d52b');
      await trial.call(create, 400, {
        body: { volume: { size: 1, snapshot_id: snapshot, imageRef: image } },
      });
    },
  },
  {
    id: 'volumes/bootable',
    operation: get,
    status: 200,
    rules: [
      `${D}/1/bootable-volumes-supported`,
      `${D}/2.2.1/bootable-by-image`,
      `${D}/4.5.1.4/image-ref-bootable`,
      `${D}/4.5.1.2/image-metadata-in-detail`,
    ],
    async run(trial) {
      const image = await trial.shared('image/62560ce2-ee31-4ee6-bc9b-81a98fd3d52b');
      const made = await trial.make('volume', { volume: { size: 1, imageRef: image } });
      if (trial.profile.volumeImageId)
        trial.equal('the image in the answer to the creation', made.model['image_id'], image);
      const found = trial.inside(made.kind, await trial.call(get, 200, { params: made.params }));
      if (trial.media === 'json') trial.equal('whether it can be booted from', found['bootable'], 'true');
      const metadata = (found['volume_image_metadata'] ?? {}) as Record<string, unknown>;
      trial.equal('the image of a bootable volume', metadata['image_id'], image);
    },
  },
];

/** XML has no numbers of its own: what is no size is written as it is. */
const refused = (media: string, size: unknown) =>
  media === 'json' ? { body: { volume: { size } } } : { text: `<volume size="${size}"/>` };
