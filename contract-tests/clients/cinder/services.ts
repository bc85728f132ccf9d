import { strict as assert } from 'node:assert';
import type { Scene } from './scene.ts';

/** Types, quotas, limits and what the service says of itself. */
export async function services(scene: Scene): Promise<void> {
  await types(scene);
  await quotas(scene);
  await itself(scene);
}

async function types({ row, properties, list, does, fails, settled }: Scene): Promise<void> {
  await row('cinder type-list', async () => {
    const names = (await list(['type-list'])).map((type) => type['Name']);
    assert.ok(names.includes('SSD'), names.join());
    return undefined;
  });
  await row('cinder type-create NAME as a member: 403', () => fails(['type-create', 'mine'], /\(HTTP 403\)/));
  const fast = await row('cinder type-create NAME as administrator', async () => {
    const [type] = await list(['type-create', 'fast'], 'admin');
    assert.equal(type?.['Name'], 'fast');
    return type?.['ID'];
  });
  await row('cinder type-key TYPE set KEY=VALUE as administrator', async () => {
    await does(['type-key', 'fast', 'set', 'rpm=15000', 'raid=10'], 'admin');
    return undefined;
  });
  await row('cinder type-key TYPE unset KEY as administrator', async () => {
    await does(['type-key', fast, 'unset', 'raid'], 'admin');
    return undefined;
  });
  await row('cinder extra-specs-list', async () => {
    const [type] = (await list(['extra-specs-list'], 'admin')).filter(({ ID }) => ID === fast);
    assert.match(type?.['extra_specs'] ?? '', /rpm.*15000/);
    assert.doesNotMatch(type?.['extra_specs'] ?? '', /raid/);
    return undefined;
  });
  await row('cinder create --volume-type of a new type', async () => {
    const { id = '', volume_type } = await properties(['create', '--volume-type', 'fast', '1']);
    await settled('volume', id, 'available');
    await does(['delete', id]);
    await settled('volume', id, 'gone');
    assert.equal(volume_type, 'fast');
    return undefined;
  });
  await row('cinder type-delete TYPE as administrator', async () => {
    await does(['type-delete', fast], 'admin');
    return undefined;
  });
}

async function quotas({ row, properties, list, does, fails }: Scene): Promise<void> {
  const shown = (args: readonly string[]) => properties(args, 'admin');
  await row('cinder quota-show TENANT', async () => {
    const { volumes, snapshots, gigabytes } = await properties(['quota-show', 'dev']);
    assert.deepEqual([volumes, snapshots, gigabytes], ['10', '10', '1000']);
    return undefined;
  });
  await row("cinder quota-show of another's tenant: 403", () =>
    fails(['quota-show', 'demo'], /\(HTTP 403\)/),
  );
  await row('cinder quota-usage TENANT', async () => {
    const [usage] = (await list(['quota-usage', 'dev'])).filter(({ Type }) => Type === 'volumes');
    assert.deepEqual([usage?.['In_use'], usage?.['Limit']], ['0', '10']);
    return undefined;
  });
  await row('cinder quota-defaults TENANT', async () => {
    assert.equal((await properties(['quota-defaults', 'dev']))['volumes'], '10');
    return undefined;
  });
  await row('cinder quota-update --volumes N --gigabytes N TENANT as administrator', async () => {
    const told = await shown(['quota-update', '--volumes', '0', '--gigabytes', '5', 'dev']);
    assert.deepEqual([told['volumes'], told['gigabytes']], ['0', '5']);
    await fails(['create', '1'], /\(HTTP 413\)/);
    return undefined;
  });
  await row('cinder quota-update as a member: 403', () =>
    fails(['quota-update', '--volumes', '99', 'dev'], /\(HTTP 403\)/),
  );
  await row('cinder quota-delete TENANT as administrator', async () => {
    await does(['quota-delete', 'dev'], 'admin');
    assert.equal((await shown(['quota-show', 'dev']))['volumes'], '10');
    return undefined;
  });
  await row('cinder quota-class-show default', async () => {
    assert.equal((await shown(['quota-class-show', 'default']))['volumes'], '10');
    return undefined;
  });
  await row('cinder quota-class-update --volumes N default as administrator', async () => {
    assert.equal((await shown(['quota-class-update', '--volumes', '12', 'default']))['volumes'], '12');
    assert.equal((await shown(['quota-class-update', '--volumes', '10', 'default']))['volumes'], '10');
    return undefined;
  });
  await row('cinder absolute-limits', async () => {
    const limits = await list(['absolute-limits']);
    assert.ok(limits.some(({ Name, Value }) => Name === 'maxTotalVolumes' && Value === '10'));
    return undefined;
  });
  await row('cinder rate-limits', async () => {
    await does(['rate-limits']);
    return undefined;
  });
}

async function itself({ row, properties, list, does }: Scene): Promise<void> {
  await row('cinder availability-zone-list', async () => {
    assert.deepEqual(await list(['availability-zone-list']), [{ Name: 'nova', Status: 'available' }]);
    return undefined;
  });
  await row('cinder list-extensions', async () => {
    const aliases = (await list(['list-extensions'])).map((extension) => extension['Alias']);
    assert.ok(aliases.includes('os-volume-actions'), aliases.join());
    return undefined;
  });
  await row('cinder endpoints', async () => {
    assert.match((await does(['endpoints'])).stdout, /\/v1\/dev/);
    return undefined;
  });
  await row('cinder credentials', async () => {
    assert.equal((await properties(['credentials']))['name'], 'dev');
    return undefined;
  });
  await row('cinder service-list as administrator', async () => {
    assert.ok((await list(['service-list'], 'admin')).length > 0);
    return undefined;
  });
}
