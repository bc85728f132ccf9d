import { ask } from './ask.ts';
import { eventually } from './children.ts';
import type { Load } from './generator.ts';
import { headersOf, type Server, type Tenant } from './servers.ts';

export const getRoute = '/v1/:tenant_id/volumes/:volume_id';
export const listRoute = '/v1/:tenant_id/volumes';

const AT_ONCE = 20;
const AVAILABLE_WITHIN_MS = 60_000;

/** A GET of what lies at `path` under the tenant. */
export const getOf = ({ url }: Server, tenant: Tenant, path: string, accept = 'application/json'): Load => ({
  url: `${url}/v1/${tenant}/${path}`,
  headers: { ...headersOf(tenant), Accept: accept },
});

/** Creation of a volume of 1 GB. */
export const creationOn = ({ url }: Server, tenant: Tenant): Load => ({
  url: `${url}/v1/${tenant}/volumes`,
  method: 'POST',
  headers: { ...headersOf(tenant), 'Content-Type': 'application/json' },
  body: JSON.stringify({
    volume: { size: 1, display_name: 'measured', display_description: 'by the benchmark' },
  }),
});

async function makeOne(server: Server, tenant: Tenant): Promise<string> {
  const { url, headers, body = '' } = creationOn(server, tenant);
  const answer = await ask(url, { method: 'POST', headers, body });
  if (answer.status !== 200) throw new Error(`creating a volume answered ${answer.status}: ${answer.body}`);
  const { volume }: { volume: { id: string } } = JSON.parse(answer.body);
  return volume.id;
}

/** Waits until the volume's state does not change any more: until then its bytes do. */
async function available(server: Server, tenant: Tenant, id: string): Promise<void> {
  await eventually(`volume ${id} becoming available`, AVAILABLE_WITHIN_MS, async () => {
    const { url, headers } = getOf(server, tenant, `volumes/${id}`);
    const { body } = await ask(url, { headers });
    const { volume }: { volume?: { status: string } } = JSON.parse(body);
    return volume?.status === 'available' ? true : undefined;
  });
}

/** Makes volumes and resolves with the id of the first when all of them are available. */
export async function makeVolumes(server: Server, tenant: Tenant, count: number): Promise<string> {
  const ids: string[] = [];
  while (ids.length < count) {
    const batch = Array.from({ length: Math.min(AT_ONCE, count - ids.length) }, () =>
      makeOne(server, tenant),
    );
    ids.push(...(await Promise.all(batch)));
  }
  for (const id of ids) await available(server, tenant, id);
  const [first] = ids;
  if (first === undefined) throw new Error('no volume was asked for');
  return first;
}
