import { describe, expect, it } from 'vitest';
import { run } from './support/command.ts';
import { type Actions, killAfter, seededRandom, shuffled } from './support/crash.ts';
import { newFolder, removeFolders } from './support/folders.ts';
import { type Answer, type Ask, asker, availableCopy, availableVolume } from './support/requests.ts';
import { startServer } from './support/server.ts';
import { type Listed, settled } from './support/settled.ts';

removeFolders();
const QUOTA = 120;
const args = [
  '--quota-volumes',
  `${QUOTA}`,
  '--quota-snapshots=-1',
  '--quota-gigabytes=-1',
  '--log-level=warn',
];
const start = (folder: string) => startServer({ folder, args });

const attachmentsPath = (serverId: string) => `/v2/dev/servers/${serverId}/os-volume_attachments`;
const distinct = (values: readonly unknown[]) => new Set(values).size === values.length;

describe('kill -9 during 100 creations', () => {
  it.each([5, 60, 100])(
    'after %i answers: what was acknowledged is there, and nothing twice',
    async (answered) => {
      const folder = newFolder();
      const first = await start(folder);
      const asking = asker(first.url);
      const names = Array.from({ length: 100 }, (_, i) => `number ${i}`);
      const creations: Actions = new Map(
        names.map((display_name) => [
          display_name,
          () =>
            asking('POST', '/v1/dev/volumes', {
              body: { volume: { size: 1, display_name, metadata: { a: 'b' } } },
            }),
        ]),
      );
      const answers = await killAfter(first, answered, creations);
      expect(answers.size).toBeGreaterThanOrEqual(answered);

      const second = await start(folder);
      const ask = asker(second.url);
      const volumes = await settled(ask, 'volumes');
      expect(distinct(volumes.map(({ id }) => id))).toBe(true);
      expect(distinct(volumes.map(({ display_name }) => display_name))).toBe(true);
      for (const { status } of volumes) expect(['available', 'error']).toContain(status);
      const idOf = new Map(volumes.map(({ display_name, id }) => [display_name, id]));
      for (const [name, answer] of answers) expect(idOf.get(name)).toBe(answer.json().volume.id);

      // The quota counts what is there and nothing else, so as many fit as are missing.
      const more = await Promise.all(
        Array.from({ length: 30 }, () => ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1 } } })),
      );
      const room = QUOTA - volumes.length;
      expect(more.filter(({ status }) => status === 200)).toHaveLength(Math.min(30, room));
      expect(second.log()).toBe('');
      await second.stop();
    },
  );
});

/** Volumes for each thing that can happen to one, and what else is needed for it to happen. */
interface Scene {
  readonly serverId: string;
  readonly volumes: Readonly<
    Record<'snapshot' | 'backup' | 'restore' | 'attach' | 'detach' | 'delete', string[]>
  >;
  readonly backups: readonly number[];
  readonly snapshots: readonly string[];
}

async function setScene(ask: Ask, serverId: string): Promise<Scene> {
  const made = await Promise.all(Array.from({ length: 18 }, () => availableVolume(ask)));
  const ids = made.map(({ id }) => String(id));
  const three = () => ids.splice(0, 3);
  const volumes = {
    snapshot: three(),
    backup: three(),
    restore: three(),
    attach: three(),
    detach: three(),
    delete: three(),
  };
  const copies = (kind: 'snapshot' | 'backup', of: string[]) =>
    Promise.all(of.map(async (volume_id) => (await availableCopy(ask, kind, { volume_id })).id));
  const attached = volumes.detach.map((volumeId) =>
    ask('POST', attachmentsPath(serverId), { body: { volumeAttachment: { volumeId } } }),
  );
  for (const { status } of await Promise.all(attached)) expect(status).toBe(200);
  const [backups, snapshots] = await Promise.all([
    copies('backup', volumes.restore.slice(0, 2)),
    copies('snapshot', volumes.snapshot.slice(0, 2)),
  ]);
  return { serverId, volumes, backups, snapshots };
}

/** Everything that can be under way, by what it does and to what. */
function actionsIn({ serverId, volumes, backups, snapshots }: Scene, ask: Ask): Actions {
  const post = (path: string, body: object) => () => ask('POST', path, { body });
  const remove = (path: string) => () => ask('DELETE', path);
  const attachments = attachmentsPath(serverId);
  return new Map([
    ...[...volumes.snapshot, ...volumes.snapshot].map((volume_id, i) => {
      const display_name = `snapshot ${i} for ${serverId}`;
      return [display_name, post('/v1/dev/snapshots', { snapshot: { volume_id, display_name } })] as const;
    }),
    ...volumes.backup.map((volume_id) => {
      const display_name = `backup ${volume_id}`;
      return [display_name, post('/v1/dev/backups', { backup: { volume_id, display_name } })] as const;
    }),
    ...backups.map((id, i) => {
      const restore = { volume_id: volumes.restore[i] };
      return [`restore ${id}`, post(`/v1/dev/backups/${id}/restore`, { restore })] as const;
    }),
    ...volumes.attach.map((volumeId) => {
      return [`attach ${volumeId}`, post(attachments, { volumeAttachment: { volumeId } })] as const;
    }),
    ...volumes.detach.map((id) => [`detach ${id}`, remove(`${attachments}/${id}`)] as const),
    ...volumes.delete.map((id) => [`delete ${id}`, remove(`/v1/dev/volumes/${id}`)] as const),
    ...snapshots.slice(1).map((id) => [`drop ${id}`, remove(`/v1/dev/snapshots/${id}`)] as const),
  ]);
}

interface Outcome {
  readonly volumes: readonly Listed[];
  readonly snapshots: readonly Listed[];
  readonly backups: readonly Listed[];
  readonly attached: readonly { readonly volumeId: string; readonly device: string }[];
}

async function outcomeOf({ serverId }: Scene, ask: Ask): Promise<Outcome> {
  const [volumes, snapshots, backups] = [
    await settled(ask, 'volumes'),
    await settled(ask, 'snapshots'),
    await settled(ask, 'backups'),
  ];
  const { volumeAttachments: attached } = (await ask('GET', attachmentsPath(serverId))).json();
  return { volumes, snapshots, backups, attached };
}

const statusOf = (all: readonly Listed[], id: unknown) => all.find((one) => one.id === id)?.status;

/** What is made, by name: acknowledged or not, it is not there twice, and what was acknowledged is. */
function expectMade(
  kind: 'snapshot' | 'backup',
  all: readonly Listed[],
  actions: Actions,
  answers: Map<string, Answer>,
) {
  for (const name of [...actions.keys()].filter((each) => each.startsWith(kind))) {
    const [made, ...twice] = all.filter(({ display_name }) => display_name === name);
    expect(twice, name).toEqual([]);
    const answer = answers.get(name);
    if (answer !== undefined) expect(made?.id, name).toBe(answer.json()[kind].id);
  }
}

function expectConsistent({ volumes, backups }: Scene, outcome: Outcome, answers: Map<string, Answer>): void {
  for (const all of [outcome.volumes, outcome.snapshots, outcome.backups]) {
    expect(distinct(all.map(({ id }) => id))).toBe(true);
    for (const { status } of all) expect(status).toMatch(/^(available|in-use|error\w*)$/);
  }
  for (const id of volumes.backup) expect(statusOf(outcome.volumes, id)).toBe('available');
  backups.forEach((id, i) => {
    expect(statusOf(outcome.backups, id)).toBe('available');
    expect(statusOf(outcome.volumes, volumes.restore[i])).toMatch(/^(available|error_restoring)$/);
  });

  const isAttached = (id: string) => outcome.attached.some(({ volumeId }) => volumeId === id);
  expect(distinct(outcome.attached.map(({ device }) => device))).toBe(true);
  for (const id of [...volumes.attach, ...volumes.detach]) {
    expect(statusOf(outcome.volumes, id)).toBe(isAttached(id) ? 'in-use' : 'available');
    if (answers.has(`attach ${id}`)) expect(isAttached(id)).toBe(true);
    if (answers.has(`detach ${id}`)) expect(isAttached(id)).toBe(false);
  }
  for (const id of volumes.delete) {
    const status = statusOf(outcome.volumes, id);
    expect([undefined, 'available']).toContain(status);
    if (answers.has(`delete ${id}`)) expect(status).toBeUndefined();
  }
}

describe('kill -9 during snapshots, backups, restores, attaches, detaches and deletions', () => {
  const folder = newFolder();

  async function clearAway(ask: Ask, serverId: string, { attached }: Outcome): Promise<void> {
    await Promise.all(
      attached.map(({ volumeId }) => ask('DELETE', `${attachmentsPath(serverId)}/${volumeId}`)),
    );
    const left = await settled(ask, 'volumes');
    const deleted = await Promise.all(left.map(({ id }) => ask('DELETE', `/v1/dev/volumes/${id}`)));
    for (const { status } of deleted) expect(status).toBe(202);
    expect(await settled(ask, 'volumes')).toEqual([]);
  }

  it.each([11, 9, 3])('seed %i, on the same folder', { timeout: 60_000 }, async (seed) => {
    const random = seededRandom(seed);
    const first = await start(folder);
    const asking = asker(first.url);
    const scene = await setScene(asking, `server-${seed}`);
    const actions: Actions = new Map(shuffled([...actionsIn(scene, asking)], random));
    const answers = await killAfter(first, 1 + Math.floor(random() * (actions.size - 1)), actions);
    for (const [name, { status, text }] of answers) expect([200, 202], `${name}: ${text}`).toContain(status);

    const second = await start(folder);
    const ask = asker(second.url);
    const outcome = await outcomeOf(scene, ask);
    expectConsistent(scene, outcome, answers);
    expectMade('snapshot', outcome.snapshots, actions, answers);
    expectMade('backup', outcome.backups, actions, answers);
    for (const id of scene.snapshots.slice(1)) {
      if (answers.has(`drop ${id}`)) expect(statusOf(outcome.snapshots, id)).toBeUndefined();
    }
    expect(second.log()).toBe('');
    await clearAway(ask, scene.serverId, outcome);
    await second.stop();
  });
});

describe('one server to a folder', () => {
  it('a second one refuses to start and says why in one line', async () => {
    const folder = newFolder();
    const first = await start(folder);
    const { code, stdout, stderr } = await run(['serve', '--port', '0', '--data', folder]);
    expect(code).toBe(1);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/CINDERBLOCK_DATA.*in use/)]);
    expect((await asker(first.url)('GET', '/v1/dev/volumes')).status).toBe(200);
    await first.stop();
    const third = await start(folder);
    expect(await third.stop()).toBe(0);
  });
});
