import { expect, it } from 'vitest';
import { EngineFault } from './faults.ts';
import type { Servers } from './servers.ts';
import { alice, availableVolume, faultKindOf, openTestEngine } from './testing.ts';

const admin = { tenantId: 'operators', userName: 'ada', isAdministrator: true };
const owners: Readonly<Record<string, string>> = { ours: 'alice', theirs: 'bob' };

/** Servers of two tenants, which everybody may see; it notes who asks. */
function servers() {
  const asked: string[] = [];
  const known: Servers = {
    async ownerOf(_, id) {
      asked.push(id);
      if (id === 'away') throw new EngineFault('computeUnavailable', { id, problem: 'is away' });
      if (owners[id] === undefined) throw new EngineFault('serverNotFound', { id });
      return owners[id];
    },
  };
  return { known, asked };
}

it('an administrator attaches a volume to a server of the tenant whose volume it is, and to no other', async () => {
  const { known } = servers();
  const engine = await openTestEngine({ servers: known });
  const volumeId = await availableVolume(engine);
  for (const serverId of ['theirs', 'nobodys']) {
    const attaching = engine.attachments.attach(admin, { serverId, volumeId });
    expect(await faultKindOf(attaching)).toBe('serverNotFound');
    expect(await engine.volumes.get(alice, volumeId)).toMatchObject({
      status: 'available',
      attachment: null,
    });
  }
  await engine.attachments.attach(admin, { serverId: 'ours', volumeId });
  expect(await engine.volumes.get(alice, volumeId)).toMatchObject({ status: 'in-use' });
});

it('a server is asked about when it is attached to or has nothing, and at no other time', async () => {
  const { known, asked } = servers();
  const engine = await openTestEngine({ servers: known });
  const volumeId = await availableVolume(engine);
  await engine.attachments.attach(alice, { serverId: 'ours', volumeId });
  await engine.attachments.list(alice, 'ours');
  await engine.attachments.list(alice, 'ours', { offset: 1 });
  await engine.attachments.get(alice, 'ours', volumeId);
  await engine.attachments.detach(alice, 'ours', volumeId);
  expect(asked).toEqual(['ours']);
  expect(await engine.attachments.list(alice, 'ours')).toEqual([]);
  expect(await faultKindOf(engine.attachments.list(alice, 'nobodys'))).toBe('serverNotFound');
  expect(await engine.attachments.list(alice, 'away')).toEqual([]);
  expect(asked).toEqual(['ours', 'ours', 'nobodys', 'away']);
});
