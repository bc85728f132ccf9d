import { strict as assert } from 'node:assert';
import type { Scene } from './scene.ts';
import { propertiesOf } from './tables.ts';

const IMAGE = '62560ce2-ee31-4ee6-bc9b-81a98fd3d52b';
const NOWHERE = '11111111-2222-3333-4444-555555555555';

/** Volumes: made in every way, found, changed, and removed. */
export async function volumes({
  row,
  properties,
  list,
  does,
  fails,
  settled,
  shell,
  ask,
}: Scene): Promise<void> {
  const made: string[] = [];
  const create = async (...args: readonly string[]) => {
    const told = await properties(['create', ...args]);
    const id = told['id'] ?? '';
    made.push(id);
    await settled('volume', id, 'available');
    return properties(['show', id]);
  };

  const one = await row(
    'cinder create --display-name NAME --display-description TEXT --metadata KEY=VALUE 1',
    async () => {
      const text = ['--display-name', 'one', '--display-description', 'the first'];
      const shown = await create(...text, '--metadata', 'rack=12', '--', '1');
      assert.equal(shown['display_name'], 'one');
      assert.equal(shown['display_description'], 'the first');
      assert.match(shown['metadata'] ?? '', /rack.*12/);
      return shown['id'];
    },
  );
  const two = await row('cinder create --availability-zone ZONE 1', async () => {
    const shown = await create('--display-name', 'two', '--availability-zone', 'nova', '1');
    assert.equal(shown['availability_zone'], 'nova');
    return shown['id'];
  });
  await row('cinder create --volume-type TYPE 1', async () => {
    const shown = await create('--display-name', 'fast', '--volume-type', 'SSD', '1');
    assert.equal(shown['volume_type'], 'SSD');
    return undefined;
  });
  await row('cinder create --source-volid VOLUME 2', async () => {
    const shown = await create('--source-volid', one, '--display-name', 'clone', '2');
    assert.deepEqual([shown['source_volid'], shown['size']], [one, '2']);
    return shown['id'];
  });
  await row('cinder create --image-id IMAGE 1', async () => {
    const shown = await create('--image-id', IMAGE, '--display-name', 'boot', '1');
    assert.equal(shown['bootable'], 'true');
    return shown['id'];
  });
  await row('cinder create of too much: 413', () => fails(['create', '2000'], /quota.*\(HTTP 413\)/i));
  await row('cinder create 0: 400', () => fails(['create', '0'], /\(HTTP 400\)/));
  await row('cinder create of an unknown type: 404', async () => {
    const { code, stdout, stderr } = await shell.run(['create', '--volume-type', 'none such', '1']);
    // Where types are ignored, it is a volume like the others.
    if (code === 0) made.push(propertiesOf(stdout)['id'] ?? '');
    assert.match(stderr, /\(HTTP 404\)/);
    return undefined;
  });

  await row('cinder list', async () => {
    const ids = (await list(['list'])).map((volume) => volume['ID'] ?? '');
    // The command sorts its tables itself, by the first column.
    assert.deepEqual(ids, made.toSorted());
    return undefined;
  });
  await row('cinder list --display-name NAME --status STATUS', async () => {
    const found = await list(['list', '--display-name', 'one', '--status', 'available']);
    assert.deepEqual(
      found.map((volume) => volume['ID']),
      [one],
    );
    return undefined;
  });
  await row('cinder list --metadata KEY=VALUE', async () => {
    const found = await list(['list', '--metadata', 'rack=12']);
    assert.deepEqual(
      found.map((volume) => volume['ID']),
      [one],
    );
    return undefined;
  });
  await row('cinder list --limit N', async () => {
    assert.equal((await list(['list', '--limit', '1'])).length, 1);
    return undefined;
  });
  await row('cinder list --all-tenants, --tenant TENANT as administrator', async () => {
    const found = await list(['list', '--all-tenants', '1', '--display-name', 'one'], 'admin');
    assert.deepEqual(
      found.map((volume) => volume['Tenant ID']),
      ['dev'],
    );
    assert.deepEqual(await list(['list', '--tenant', 'demo'], 'admin'), []);
    return undefined;
  });
  await row('cinder show ID, show NAME', async () => {
    assert.equal((await properties(['show', 'one']))['id'], one);
    await fails(['show', NOWHERE], /No volume with a name or ID of/);
    return undefined;
  });

  await row('cinder rename VOLUME NAME --display-description TEXT', async () => {
    await does(['rename', one, 'renamed', '--display-description', 'changed']);
    const shown = await properties(['show', 'renamed']);
    assert.deepEqual([shown['id'], shown['display_description']], [one, 'changed']);
    return undefined;
  });
  await row('cinder metadata VOLUME set KEY=VALUE', async () => {
    await does(['metadata', one, 'set', 'row=3']);
    return undefined;
  });
  await row('cinder metadata-show VOLUME', async () => {
    const shown = await properties(['metadata-show', one]);
    assert.deepEqual([shown['rack'], shown['row']], ['12', '3']);
    return undefined;
  });
  await row('cinder metadata VOLUME unset KEY', async () => {
    await does(['metadata', one, 'unset', 'rack']);
    assert.equal((await properties(['metadata-show', one]))['rack'], undefined);
    return undefined;
  });
  await row('cinder metadata-update-all VOLUME KEY=VALUE', async () => {
    assert.equal((await properties(['metadata-update-all', one, 'shelf=4']))['shelf'], '4');
    assert.equal((await properties(['metadata-show', one]))['row'], undefined);
    return undefined;
  });
  await row('cinder extend VOLUME 3', async () => {
    await does(['extend', one, '3']);
    await settled('volume', one, 'available');
    assert.equal((await properties(['show', one]))['size'], '3');
    return undefined;
  });
  await row('cinder readonly-mode-update VOLUME True', async () => {
    await does(['readonly-mode-update', one, 'True']);
    const act = (action: object) => ask('POST', `/v1/dev/volumes/${one}/action`, { body: action });
    const connected = await act({ 'os-initialize_connection': { connector: { host: 'compute-1' } } });
    assert.equal(connected.json().connection_info.data.access_mode, 'ro');
    await act({ 'os-terminate_connection': { connector: { host: 'compute-1' } } });
    return undefined;
  });
  await row('cinder upload-to-image VOLUME NAME', async () => {
    const told = await properties(['upload-to-image', two, 'of-two']);
    assert.deepEqual([told['status'], told['image_name']], ['uploading', 'of-two']);
    await settled('volume', two, 'available');
    return undefined;
  });

  await row('cinder reset-state --state error VOLUME as administrator', async () => {
    await does(['reset-state', '--state', 'error', two], 'admin');
    await settled('volume', two, 'error');
    return undefined;
  });
  await row('cinder reset-state as a member: 403', () => fails(['reset-state', two], /\(HTTP 403\)/));
  await row('cinder force-delete as a member: 403', () => fails(['force-delete', two], /\(HTTP 403\)/));
  await row('cinder force-delete VOLUME as administrator', async () => {
    await does(['force-delete', two], 'admin');
    await settled('volume', two, 'gone');
    return undefined;
  });
  await row('cinder migrate VOLUME HOST', async () => {
    await does(['migrate', one, 'elsewhere'], 'admin');
    return undefined;
  });
  await row('cinder set-bootable VOLUME true', async () => {
    await does(['set-bootable', one, 'true']);
    return undefined;
  });
  await row('cinder delete VOLUME VOLUME ...', async () => {
    const left = (await list(['list'])).map((volume) => volume['ID'] ?? '');
    const { stdout } = await does(['delete', ...left]);
    assert.doesNotMatch(stdout, /failed/);
    for (const id of left) await settled('volume', id, 'gone');
    return undefined;
  });
  await row('cinder delete of an unknown volume fails', () =>
    fails(['delete', NOWHERE], /Unable to delete any of the specified volumes/),
  );
}
