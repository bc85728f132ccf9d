import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { total } from './support/documents.ts';
import { curlCommands, examples, operations } from './support/manifest.ts';
import { type Ask, asker, availableVolume, until, volumeIn } from './support/requests.ts';
import { type ServerProcess, startServer, tokens } from './support/server.ts';
import { answeredSuccess } from './support/successes.ts';

const run = promisify(execFile);
const hasCurl = spawnSync('curl', ['--version']).status === 0;

const SNAPSHOT_SOURCE = '64f5d2fb-d836-4063-b7e2-544d5c1ff607';
const NIGHTLY_SOURCE = '4c5f1c3e-9a0e-4b8e-8f5c-6d1f0a7b0009';
const ATTACHED = 'c3b1a45c-9f3a-4226-af72-f38709ab25f2';
const SERVER_ID = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';

/** What stands in the document for what the reader is to fill in. */
const filledIn = {
  TENANT_ID: 'dev',
  AUTH_TOKEN: tokens.dev,
  VOLUME_ID: '9b93609e-229f-4e99-8f1e-721fcd86e7db',
  SNAPSHOT_ID: '49bfe04f-32c6-4804-805d-9c3d0040a11f',
  BACKUP_ID: '1',
  SERVER_ID,
};

/** What the samples of a document have in its place, where they have numbers. */
const filledInBy: Readonly<Record<string, Partial<typeof filledIn>>> = {
  'hp-bock-v1.1': { VOLUME_ID: '4279', SNAPSHOT_ID: '4482', SERVER_ID: '258315' },
};

type Given = (ask: Ask) => Promise<Partial<typeof filledIn>>;

const freshVolume: Given = async (ask) => ({ VOLUME_ID: (await availableVolume(ask)).id });
const detached: Given = async (ask) => {
  await ask('DELETE', `/v2/dev/servers/${SERVER_ID}/os-volume_attachments/${ATTACHED}`);
  await volumeIn(ask, ATTACHED, 'available');
  return { VOLUME_ID: ATTACHED };
};
const attached: Given = async (ask) => {
  const body = { volumeAttachment: { volumeId: ATTACHED, device: '/dev/vdc' } };
  // Refused when it is attached already, which is as good.
  await ask('POST', `/v2/dev/servers/${SERVER_ID}/os-volume_attachments`, { body });
  return { VOLUME_ID: ATTACHED };
};
const sourceAvailable: Given = async (ask) => {
  await volumeIn(ask, SNAPSHOT_SOURCE, 'available');
  return {};
};
const nightlySourceAvailable: Given = async (ask) => {
  await volumeIn(ask, NIGHTLY_SOURCE, 'available');
  return {};
};
const backupAvailable = async (ask: Ask, id: string | number) => {
  await until(
    async () => (await ask('GET', `/v1/dev/backups/${id}`)).json().backup.status,
    (status) => status === 'available',
  );
  return { BACKUP_ID: String(id) };
};

/** The volume that hp-bock-v1.1 attaches and detaches. */
const NUMBERED = { VOLUME_ID: '5825', path: '/v1.1/dev/servers/258315/os-volume_attachments' };
const numberedIn = (ask: Ask, status: string) =>
  until(
    async () => (await ask('GET', `/v1.1/dev/os-volumes/${NUMBERED.VOLUME_ID}`)).json().volume,
    (volume) => volume?.status === status,
  );

/**
 * What has to hold before a command can do as the document says, by the command's id, or by its name in its
 * section where that is the only one of this name.
 */
const given: Readonly<Record<string, Given>> = {
  'delete-volume.curl': freshVolume,
  'create-snapshot-json.curl': sourceAvailable,
  'create-snapshot-xml.curl': sourceAvailable,
  'delete-snapshot.curl': async () => ({ SNAPSHOT_ID: 'e45fed49-801d-4a61-8927-5c8005a1c584' }),
  'create-backup.curl': nightlySourceAvailable,
  'create-backup-json.curl': freshVolume,
  'create-backup-xml.curl': sourceAvailable,
  'delete-backup.curl': async (ask) => {
    const { id } = await availableVolume(ask);
    const created = await ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: id } } });
    return backupAvailable(ask, created.json().backup.id);
  },
  'restore-backup.curl': async (ask) => ({
    ...(await nightlySourceAvailable(ask)),
    ...(await backupAvailable(ask, 1)),
  }),
  'restore-backup-json.curl': async (ask) => ({
    ...(await freshVolume(ask)),
    ...(await backupAvailable(ask, 1)),
  }),
  'restore-backup-xml.curl': async (ask) => ({
    ...(await sourceAvailable(ask)),
    ...(await backupAvailable(ask, 1)),
  }),
  'attach-volume-json.curl': detached,
  'attach-volume-xml.curl': detached,
  'get-attached-volume-details-json.curl': attached,
  'get-attached-volume-details-xml.curl': attached,
  'detach-volume.curl': attached,
  'hp-bock-v1.1/4.4.2.4/delete-volume.curl': async (ask) => {
    const { id } = (await ask('POST', '/v1.1/dev/os-volumes', { body: { volume: { size: 1 } } })).json()
      .volume;
    await until(
      async () => (await ask('GET', `/v1.1/dev/os-volumes/${id}`)).json().volume,
      (volume) => volume?.status === 'available',
    );
    return { VOLUME_ID: String(id) };
  },
  'hp-bock-v1.1/4.4.3.2/attach-volume.curl': async (ask) => {
    await ask('DELETE', `${NUMBERED.path}/${NUMBERED.VOLUME_ID}`);
    await numberedIn(ask, 'available');
    return {};
  },
  'hp-bock-v1.1/4.4.3.3/detach-volume.curl': async (ask) => {
    // Refused when it is attached already, which is as good.
    await ask('POST', NUMBERED.path, { body: { volumeAttachment: { volumeId: NUMBERED.VOLUME_ID } } });
    await numberedIn(ask, 'in-use');
    return { VOLUME_ID: NUMBERED.VOLUME_ID };
  },
  'hp-bock-v1.1/4.4.4.4/delete-snapshot.curl': async () => ({ SNAPSHOT_ID: '4512' }),
};

describe.skipIf(!hasCurl)('every curl command of the document', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    server = await startServer({
      args: ['--seed', 'documents', '--quota-volumes', '100', '--quota-snapshots', '100'],
    });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  const commands = curlCommands();
  const operationOf = new Map(examples().map(({ id, operation }) => [id, operation]));
  const successOf = new Map(operations().map((operation) => [operation.id, answeredSuccess(operation)]));

  it('is here', () => expect(commands).toHaveLength(total('curlCommands')));

  it.each(commands)('$id is answered as documented', async ({ id, runnable }) => {
    const [document = '', name = ''] = [id.split('/')[0], id.split('/').at(-1)];
    const prepared = await (given[id] ?? given[name])?.(ask);
    const variables = { ...filledIn, ...filledInBy[document], ...prepared };
    const { stdout } = await run('bash', ['-c', `set -u; ${runnable.replace(/^curl /, 'curl -sS ')}`], {
      env: { PATH: process.env['PATH'] ?? '', BASE_URI: server.url, ...variables },
    });
    const [head = '', body = ''] = stdout.split(/\r\n\r\n/);
    const expected = successOf.get(operationOf.get(id) ?? '') ?? '200';
    expect(head, stdout).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
    expect(head).toMatch(/^X-Compute-Request-Id: req-[0-9a-f-]{36}$/m);
    if (expected === '202') return expect(body).toBe('');
    const isXml = runnable.includes('Accept: application/xml');
    expect(head).toMatch(isXml ? /^Content-Type: application\/xml/m : /^Content-Type: application\/json/m);
    expect(body).toMatch(isXml ? /^<\?xml version='1.0' encoding='UTF-8'\?>/ : /^\{.*\}$/s);
  });
});
