import { type Ask, asker, availableVolume, until, volumeIn } from '../support/requests.ts';

/** What a hook may change of a transaction before Dredd sends it. */
export interface OutgoingRequest {
  uri: string;
  body: string;
  readonly headers: Record<string, string>;
}

/** Tenants of the server under test, by what their worlds are like; the ids are in their paths. */
export const tenants = {
  /** Has every resource that the examples show. The tenant of the examples. */
  documents: { id: 'e56a97501ac64da4af7c7a6f4ecb7426', token: 'token-of-documents' },
  /** May not have a single gigabyte. */
  poor: { id: 'poor', token: 'token-of-poor' },
  /** May make a request every thousand seconds. */
  slow: { id: 'slow', token: 'token-of-slow' },
} as const;

const TENANT = tenants.documents.id;
const SNAPSHOT_SOURCE = '64f5d2fb-d836-4063-b7e2-544d5c1ff607';
const BACKUP_SOURCE = '795114e8-7489-40be-a978-83797f2c1dd3';
const SERVER = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';

function documentsAsker(url: string): Ask {
  const ask = asker(url);
  return (method, path, options) =>
    ask(method, path, {
      ...options,
      headers: { 'X-Auth-Token': tenants.documents.token, ...options?.headers },
    });
}

const attachments = (server: string) => `/v2/${TENANT}/servers/${server}/os-volume_attachments`;

const volume = async (ask: Ask): Promise<string> => (await availableVolume(ask, {}, TENANT)).id;

/** No job of an earlier transaction is at work on what the examples show. */
async function settle(ask: Ask): Promise<void> {
  await volumeIn(ask, SNAPSHOT_SOURCE, 'available', TENANT);
  for (const id of [1, 2]) {
    await until(
      async () => (await ask('GET', `/v1/${TENANT}/backups/${id}`)).json().backup.status,
      (status) => status === 'available',
    );
  }
}

const replaceLast = (uri: string, id: string | number) => uri.replace(/[^/]+$/, String(id));

type Prepare = (request: OutgoingRequest, ask: Ask) => Promise<void>;

/** Moves a request to a tenant whose world answers it with the documented error. */
const asTenant = ({ id, token }: { id: string; token: string }, request: OutgoingRequest): void => {
  request.uri = request.uri.replace(TENANT, id);
  request.headers['X-Auth-Token'] = token;
};

/** Makes true what the example takes for granted; by operation, or by example where that needs its own. */
const prepare: Readonly<Record<string, Prepare>> = {
  'hp-block-storage-v1/delete-volume': async (request, ask) => {
    request.uri = replaceLast(request.uri, await volume(ask));
  },
  'hp-block-storage-v1/delete-snapshot': async (request, ask) => {
    const body = { snapshot: { volume_id: SNAPSHOT_SOURCE } };
    const { snapshot } = (await ask('POST', `/v1/${TENANT}/snapshots`, { body })).json();
    const path = `/v1/${TENANT}/snapshots/${snapshot.id}`;
    await until(
      async () => (await ask('GET', path)).json().snapshot.status,
      (status) => status === 'available',
    );
    request.uri = path;
  },
  'hp-block-storage-v1/delete-backup': async (request, ask) => {
    const body = { backup: { volume_id: await volume(ask) } };
    const { backup } = (await ask('POST', `/v1/${TENANT}/backups`, { body })).json();
    const path = `/v1/${TENANT}/backups/${backup.id}`;
    await until(
      async () => (await ask('GET', path)).json().backup.status,
      (status) => status === 'available',
    );
    request.uri = path;
  },
  'hp-block-storage-v1/detach-volume': async (request, ask) => {
    const volumeId = await volume(ask);
    const body = { volumeAttachment: { volumeId } };
    await ask('POST', attachments('a-server-of-its-own'), { body });
    request.uri = `${attachments('a-server-of-its-own')}/${volumeId}`;
  },
  // The example attaches to /dev/vdb what another example shows there already.
  'hp-block-storage-v1/4.5.4.2/attach-volume-response.json': async (_request, ask) => {
    await ask('DELETE', `${attachments(SERVER)}/${BACKUP_SOURCE}`);
    await volumeIn(ask, BACKUP_SOURCE, 'available', TENANT);
  },
  'hp-block-storage-v1/4.5.4.2/attach-volume-response.xml': async (_request, ask) => {
    await ask('DELETE', `${attachments(SERVER)}/${BACKUP_SOURCE}`);
    await volumeIn(ask, BACKUP_SOURCE, 'available', TENANT);
  },
  'hp-block-storage-v1/4.4/bad-request.json': async (request) => {
    request.body = '{"volume": {"size": 1}';
  },
  'hp-block-storage-v1/4.4/bad-request.xml': async (request) => {
    request.body = '<volume size="1">';
  },
  'hp-block-storage-v1/4.5.1/volume-quota-exceeded.json': async (request) => asTenant(tenants.poor, request),
  'hp-block-storage-v1/4.4/over-limit.json': async (request, ask) => spendTheLimit(request, ask),
  'hp-block-storage-v1/4.4/over-limit.xml': async (request, ask) => spendTheLimit(request, ask),
};

async function spendTheLimit(request: OutgoingRequest, ask: Ask): Promise<void> {
  asTenant(tenants.slow, request);
  await ask('GET', `/v1/${tenants.slow.id}/volumes`, { headers: { 'X-Auth-Token': tenants.slow.token } });
}

/** Puts back what the examples show, where a transaction has taken its place. */
const restore: Readonly<Record<string, (ask: Ask) => Promise<void>>> = {
  'hp-block-storage-v1/4.5.4.2/attach-volume-response.xml': async (ask) => {
    await ask('DELETE', `${attachments(SERVER)}/${SNAPSHOT_SOURCE}`);
    await volumeIn(ask, SNAPSHOT_SOURCE, 'available', TENANT);
    const body = { volumeAttachment: { volumeId: BACKUP_SOURCE, device: '/dev/vdb' } };
    await ask('POST', attachments(SERVER), { body });
  },
};

export async function beforeTransaction(
  url: string,
  operationId: string,
  exampleId: string | null,
  request: OutgoingRequest,
): Promise<void> {
  const ask = documentsAsker(url);
  await settle(ask);
  await (prepare[exampleId ?? ''] ?? prepare[operationId])?.(request, ask);
}

export async function afterTransaction(url: string, exampleId: string | null): Promise<void> {
  await restore[exampleId ?? '']?.(documentsAsker(url));
}
