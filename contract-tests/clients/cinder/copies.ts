import { strict as assert } from 'node:assert';
import type { Scene } from './scene.ts';

/** Snapshots and backups of one volume. */
export async function copies(scene: Scene): Promise<void> {
  const { row, properties, list, does, settled } = scene;
  const { id: volume = '' } = await properties(['create', '--display-name', 'origin', '1']);
  await settled('volume', volume, 'available');
  await snapshots(scene, volume);
  await backups(scene, volume);
  await row('cinder delete NAME', async () => {
    await does(['delete', 'origin']);
    await settled('volume', volume, 'gone');
    for (const { ID: id = '' } of await list(['list'])) {
      await does(['delete', id]);
      await settled('volume', id, 'gone');
    }
    return undefined;
  });
}

async function snapshots(
  { row, properties, list, does, fails, settled }: Scene,
  volume: string,
): Promise<void> {
  const one = await row(
    'cinder snapshot-create VOLUME --display-name NAME --display-description TEXT',
    async () => {
      const told = await properties([
        'snapshot-create',
        volume,
        '--display-name',
        'one',
        '--display-description',
        'first',
      ]);
      assert.deepEqual([told['volume_id'], told['display_name']], [volume, 'one']);
      await settled('snapshot', told['id'] ?? '', 'available');
      return told['id'];
    },
  );
  const forced = await row('cinder snapshot-create --force True VOLUME', async () => {
    const told = await properties(['snapshot-create', '--force', 'True', 'origin']);
    await settled('snapshot', told['id'] ?? '', 'available');
    return told['id'];
  });
  await row('cinder snapshot-list --display-name NAME --status STATUS --volume-id VOLUME', async () => {
    assert.equal((await list(['snapshot-list'])).length, 2);
    const wanted = ['--display-name', 'one', '--status', 'available', '--volume-id', volume];
    const found = await list(['snapshot-list', ...wanted]);
    assert.deepEqual(
      found.map((snapshot) => snapshot['ID']),
      [one],
    );
    return undefined;
  });
  await row('cinder snapshot-list --all-tenants as administrator', async () => {
    assert.equal((await list(['snapshot-list', '--all-tenants', '1'], 'admin')).length, 2);
    return undefined;
  });
  await row('cinder snapshot-show ID, snapshot-show NAME', async () => {
    const shown = await properties(['snapshot-show', 'one']);
    assert.deepEqual([shown['id'], shown['os-extended-snapshot-attributes:progress']], [one, '100%']);
    return undefined;
  });
  await row('cinder snapshot-rename SNAPSHOT NAME', async () => {
    await does(['snapshot-rename', one, 'renamed']);
    assert.equal((await properties(['snapshot-show', one]))['display_name'], 'renamed');
    return undefined;
  });
  await row('cinder snapshot-metadata SNAPSHOT set KEY=VALUE', async () => {
    const told = await does(['snapshot-metadata', one, 'set', 'a=1', 'b=2']);
    assert.match(told.stdout, /a.*1/);
    return undefined;
  });
  await row('cinder snapshot-metadata SNAPSHOT unset KEY', async () => {
    await does(['snapshot-metadata', one, 'unset', 'a']);
    return undefined;
  });
  await row('cinder snapshot-metadata-update-all SNAPSHOT KEY=VALUE', async () => {
    const { stdout } = await does(['snapshot-metadata-update-all', one, 'c=3']);
    assert.match(stdout, /c.*3/);
    assert.doesNotMatch(stdout, /b.*2/);
    return undefined;
  });
  await row('cinder snapshot-metadata-show SNAPSHOT', async () => {
    assert.deepEqual(await properties(['snapshot-metadata-show', one]), {
      'Metadata-property': 'Value',
      c: '3',
    });
    return undefined;
  });
  await row('cinder create --snapshot-id SNAPSHOT 2', async () => {
    const told = await properties(['create', '--snapshot-id', one, '--display-name', 'copy', '2']);
    assert.equal(told['snapshot_id'], one);
    await settled('volume', told['id'] ?? '', 'available');
    return undefined;
  });
  await row('cinder snapshot-reset-state --state error SNAPSHOT as administrator', async () => {
    await does(['snapshot-reset-state', '--state', 'error', one], 'admin');
    await settled('snapshot', one, 'error');
    return undefined;
  });
  await row('cinder snapshot-reset-state as a member: fails', () =>
    fails(['snapshot-reset-state', one], /ERROR/),
  );
  await row('cinder snapshot-delete SNAPSHOT SNAPSHOT ...', async () => {
    await does(['snapshot-delete', one, forced]);
    for (const id of [one, forced]) await settled('snapshot', id, 'gone');
    return undefined;
  });
}

async function backups({ row, properties, list, does, settled }: Scene, volume: string): Promise<void> {
  const one = await row('cinder backup-create VOLUME --container NAME --display-name NAME', async () => {
    const told = await properties(['backup-create', volume, '--container', 'kept', '--display-name', 'one']);
    assert.equal(told['volume_id'], volume);
    await settled('backup', told['id'] ?? '', 'available');
    return told['id'];
  });
  await row('cinder backup-list', async () => {
    const [found] = await list(['backup-list']);
    assert.deepEqual([found?.['ID'], found?.['Status'], found?.['Container']], [one, 'available', 'kept']);
    return undefined;
  });
  await row('cinder backup-list: the column Name', async () => {
    assert.equal((await list(['backup-list']))[0]?.['Name'], 'one');
    return undefined;
  });
  await row('cinder backup-show ID', async () => {
    assert.equal((await properties(['backup-show', one]))['volume_id'], volume);
    return undefined;
  });
  await row('cinder backup-show NAME', async () => {
    assert.equal((await properties(['backup-show', 'one']))['volume_id'], volume);
    return undefined;
  });
  await row('cinder backup-restore BACKUP --volume-id VOLUME', async () => {
    await does(['backup-restore', one, '--volume-id', volume]);
    await settled('volume', volume, 'available');
    await settled('backup', one, 'available');
    return undefined;
  });
  await row('cinder backup-restore BACKUP', async () => {
    const before = new Set((await list(['list'])).map((found) => found['ID']));
    await does(['backup-restore', one]);
    await settled('backup', one, 'available');
    const [restored] = (await list(['list'])).filter((found) => !before.has(found['ID']));
    await settled('volume', restored?.['ID'] ?? '', 'available');
    return undefined;
  });
  await row('cinder backup-delete BACKUP', async () => {
    await does(['backup-delete', one]);
    await settled('backup', one, 'gone');
    return undefined;
  });
}
