import type { Kind, RuleCase } from './suite.ts';

interface SnapshotSource {
  readonly volume: Kind;
  readonly snapshot: Kind;
  /** Member of a volume with the snapshot that it was made of. */
  readonly member: string;
  readonly rules: readonly string[];
}

/** A volume of a snapshot: the snapshot outlives its volume, or keeps it, and the copy outlives the snapshot. */
export const volumeOfSnapshot = ({ volume, snapshot, member, rules }: SnapshotSource): RuleCase => ({
  id: 'volumes/of-snapshot',
  operation: volume.create,
  status: 200,
  rules,
  async run(trial) {
    const source = await trial.make('volume', { volume: { size: 2 } });
    const made = await trial.make('snapshot', { snapshot: { volume_id: source.id } });
    if (trial.profile.snapshotsPinVolumes) await trial.call(volume.remove, 400, { params: source.params });
    else await trial.happens('a volume that has a snapshot is deleted', () => trial.workshop.remove(source));
    await trial.call(snapshot.get, 200, { params: made.params });
    const copy = await trial.make('volume', { volume: { size: 2, snapshot_id: made.id } });
    await trial.happens('a snapshot that a volume was made of is deleted', () => trial.workshop.remove(made));
    const found = trial.inside(volume, await trial.call(volume.get, 200, { params: copy.params }));
    trial.equal('what the volume was made of', found[member], made.id);
    trial.equal('its size, which is that of the snapshot', found['size'], 2);
  },
});
