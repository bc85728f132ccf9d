import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVIL_NAME, jsonLines, on, removeFolder, SERVER_ID, served } from './world.ts';

const world = await served();
const { data, ids } = world;
afterAll(async () => {
  await world.server.stop();
  removeFolder(data);
});

/** Everything that is asked beside the server that has the folder. */
describe('cinderblock volumes', () => {
  it('lists the volumes of all tenants, the newest first, as rows of a table', async () => {
    const { code, stdout, stderr } = await on(data, 'volumes');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, ...rows] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^ID +STATUS +SIZE +USED +NAME +TENANT +SERVER +DEVICE/);
    expect(rows.map((row) => row.split(' ')[0])).toEqual([ids.ofDemo, ids.attached, ids.volume]);
  });

  it('shows names of tenants without what they would do to a terminal', async () => {
    const { stdout } = await on(data, 'volumes');
    expect(stdout).toContain('x\\u{202e}gnp.exe 東京');
    expect(stdout).not.toContain('\u202e');
  });

  it('gives one JSON object a line, with the fields that the documentation names', async () => {
    const { stdout } = await on(data, 'volumes', '--json');
    const rows = jsonLines(stdout);
    expect(rows).toHaveLength(3);
    expect(rows[2]).toMatchObject({
      id: ids.volume,
      tenant: 'dev',
      name: EVIL_NAME,
      status: 'available',
      sizeBytes: 2 ** 30,
      server: null,
      device: null,
      nbd: null,
    });
    expect(rows[1]).toMatchObject({
      status: 'in-use',
      server: SERVER_ID,
      device: '/dev/vdc',
      nbd: expect.stringMatching(new RegExp(`^nbd://127\\.0\\.0\\.1:\\d+/${ids.attached}$`)),
    });
  });

  it.each([
    [['--tenant', 'demo'], () => [ids.ofDemo]],
    [['--status', 'in-use'], () => [ids.attached]],
    [['--status', 'err*,avail*'], () => [ids.ofDemo, ids.volume]],
    [['--status', 'error*'], () => []],
    [['--server', SERVER_ID], () => [ids.attached]],
    [['--limit', '2'], () => [ids.ofDemo, ids.attached]],
  ])('narrows by %j', async (args, expected) => {
    const { stdout } = await on(data, 'volumes', '--json', ...args);
    expect(jsonLines(stdout).map(({ id }) => id)).toEqual(expected());
  });

  it('shows one in full, by its UUID or its number, with what was made of it', async () => {
    const { stdout: one } = await on(data, 'volumes', ids.volume, '--json');
    const [volume] = jsonLines(one);
    expect(volume).toMatchObject({
      snapshots: [{ id: ids.snapshot, status: 'available' }],
      backups: [{ serial: Number(ids.backup), status: 'available', container: 'volumebackups' }],
      jobs: [],
    });
    const { stdout } = await on(data, 'volumes', String(volume.serial));
    expect(stdout).toContain(`volume ${ids.volume}  available`);
    expect(stdout).toContain(ids.snapshot);
    expect(stdout).toContain('use=tests');
  });

  it('says in one line which volume there is not, and which status', async () => {
    expect(await on(data, 'volumes', 'no-such')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^error: there is no volume no-such in .*\n$/),
    });
    const { code, stderr } = await on(data, 'volumes', '--status', 'avialable');
    expect(code).toBe(1);
    expect(stderr).toMatch(/avialable.*Statuses are creating, .*\n$/);
  });
});

describe('cinderblock jobs', () => {
  it('has nothing to list when nothing is under way', async () => {
    expect(await on(data, 'jobs')).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('looking', () => {
  let before: string[];
  beforeAll(() => {
    before = readdirSync(data, { recursive: true }).map(String).sort();
  });

  it('leaves the server and its folder alone', async () => {
    for (const command of ['volumes', 'layers', 'jobs']) {
      expect(await on(data, command), command).toMatchObject({ code: 0 });
    }
    expect(readdirSync(data, { recursive: true }).map(String).sort()).toEqual(before);
    expect((await world.ask('GET', '/v1/dev/volumes')).status).toBe(200);
    expect(world.server.log()).toBe('');
  });
});
