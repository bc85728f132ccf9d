import { type TenantName, type TokenHolder, tokens } from './server.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; fails the test when it is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into bodies of every shape
  json(): any;
}

export interface RequestOptions {
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string starting with `<` as XML, any other as it is. */
  readonly body?: unknown;
}

/** Sends one request; `as` chooses whose token it carries: that of `dev` when left out, none for others. */
export type Ask = (method: string, path: string, options?: RequestOptions) => Promise<Answer>;

function encodeBody(body: unknown): { body?: string; headers: Record<string, string> } {
  if (body === undefined) return { headers: {} };
  if (typeof body !== 'string') {
    return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  }
  return { body, headers: { 'Content-Type': body.startsWith('<') ? 'application/xml' : 'application/json' } };
}

const tokenOf = (tenant: string): Record<string, string> =>
  tenant in tokens ? { 'X-Auth-Token': tokens[tenant as TokenHolder] } : {};

export function asker(url: string): Ask {
  return async (method, path, { as = 'dev', headers = {}, body } = {}) => {
    const encoded = encodeBody(body);
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { ...tokenOf(as), ...encoded.headers, ...headers },
      ...(encoded.body === undefined ? {} : { body: encoded.body }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: () => JSON.parse(text) };
  };
}

/** Asks again until the answer satisfies `done`; what is awaited happens in another process. */
export async function until<T>(
  ask: () => Promise<T>,
  done: (value: T) => boolean,
  withinMs = 45_000,
): Promise<T> {
  const deadline = performance.now() + withinMs;
  // Seldom when it takes long: whoever asks takes the processor from those that are waited for.
  for (let pause = 5; ; pause = Math.min(2 * pause, 100)) {
    const value = await ask();
    if (done(value)) return value;
    if (performance.now() > deadline)
      throw new Error(`not within ${withinMs} ms; last: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Waits until the volume is in a state, and gives it back. */
export const volumeIn = (ask: Ask, id: string, status: string, tenant = 'dev') =>
  until(
    async () => (await ask('GET', `/v1/${tenant}/volumes/${id}`, { as: tenant })).json().volume,
    (volume) => volume?.status === status,
  );

/** Makes a volume and waits until it is available. */
export async function availableVolume(ask: Ask, fields: object = {}, tenant = 'dev') {
  const created = await ask('POST', `/v1/${tenant}/volumes`, {
    as: tenant,
    body: { volume: { size: 1, ...fields } },
  });
  if (created.status !== 200) throw new Error(`no volume: ${created.status} ${created.text}`);
  return volumeIn(ask, created.json().volume.id, 'available', tenant);
}

/** Makes a snapshot or a backup and waits until it is available. */
export async function availableCopy(
  ask: Ask,
  kind: 'snapshot' | 'backup',
  fields: { readonly volume_id: string; readonly display_name?: string },
  tenant: TenantName = 'dev',
) {
  const path = `/v1/${tenant}/${kind}s`;
  const created = await ask('POST', path, { as: tenant, body: { [kind]: fields } });
  if (created.status >= 300) throw new Error(`no ${kind}: ${created.status} ${created.text}`);
  const { id } = created.json()[kind];
  return until(
    async () => (await ask('GET', `${path}/${id}`, { as: tenant })).json()[kind],
    (copy) => copy?.status === 'available',
  );
}

/** The UUID of the only backup of a tenant, whose number is what the older documents show. */
export async function uuidOfBackup(ask: Ask, tenant = 'dev'): Promise<string> {
  const [{ id }] = (await ask('GET', `/v1.1/${tenant}/OS-BS/backups`, { as: tenant })).json()[
    'OS-BS:backups'
  ];
  return id;
}

/** Sends the request so often, several at a time, and counts the answers by status. */
export async function answers(times: number, send: () => Promise<{ status: number }>) {
  const counts: Record<number, number> = {};
  for (let sent = 0; sent < times; sent += 20) {
    for (const { status } of await Promise.all(Array.from({ length: 20 }, send))) {
      counts[status] = (counts[status] ?? 0) + 1;
    }
  }
  return counts;
}
