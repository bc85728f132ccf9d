import type { Caller } from '../engine/engine.ts';
import { EngineFault } from '../engine/faults.ts';
import { isUuid } from '../engine/request-fields.ts';
import type { Servers } from '../engine/servers.ts';
import { ComputeProblem, get } from './http-get.ts';

export interface NovaSettings {
  /** Of the compute API, without the tenant and without a slash at the end: `http://nova.example.com:8774/v2`. */
  readonly url: string;
  /** Milliseconds that a look at a server may take in all. */
  readonly timeout: number;
  /** Told what the operator has to know and the caller cannot mend. */
  readonly warn: (problem: string) => void;
}

/** Clouds of the time had numbers, later ones UUIDs. Nothing else is put into a path. */
const isServerId = (id: string): boolean => isUuid(id) || /^\d{1,19}$/.test(id);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The tenant that the answer says, of the server that was asked for. */
function ownerIn(json: string, serverId: string): string | undefined {
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch (error) {
    throw new ComputeProblem('gave an answer that is not JSON', { cause: error });
  }
  const server = isRecord(body) ? body['server'] : undefined;
  if (!isRecord(server)) throw new ComputeProblem('gave an answer without a server in it');
  const { id, tenant_id: tenant } = server;
  if (id !== undefined && String(id).toLowerCase() !== serverId.toLowerCase()) {
    throw new ComputeProblem('told of another server than the one that it was asked for');
  }
  // Some services leave it out; what the token may see is then all that there is to go by.
  return tenant === undefined || tenant === null || tenant === '' ? undefined : String(tenant);
}

/**
 * Looks servers up in a compute service by `GET {url}/{tenant_id}/servers/{server_id}`, with the token of the caller:
 * it answers what the caller may see. Redirections are not followed, as they would take the token along.
 */
export function novaServers({ url, timeout, warn }: NovaSettings): Servers {
  async function look({ tenantId, token = '' }: Caller, id: string): Promise<string | undefined> {
    const at = new URL(`${url}/${encodeURIComponent(tenantId)}/servers/${encodeURIComponent(id)}`);
    const { status, body } = await get(at, { 'X-Auth-Token': token, Accept: 'application/json' }, timeout);
    if (status === 200) return ownerIn(body, id);
    if (status === 404) throw new EngineFault('serverNotFound', { id });
    if (status === 403) throw new EngineFault('computeForbids', { id });
    if (status === 401) {
      warn('the compute service refused a token that is valid here: both must ask the same identity service');
      throw new EngineFault('computeRefusedToken', {});
    }
    throw new ComputeProblem(`answered with status ${status}`);
  }

  return {
    async ownerOf(caller, id) {
      if (!isServerId(id)) throw new EngineFault('serverNotFound', { id });
      let owner: string | undefined;
      try {
        owner = await look(caller, id);
      } catch (error) {
        if (!(error instanceof ComputeProblem)) throw error;
        throw new EngineFault('computeUnavailable', { id, problem: error.message }, { cause: error });
      }
      // An administrator may see it, but it is no server of anybody else.
      const isVisible = owner === undefined || owner === caller.tenantId || caller.isAdministrator === true;
      if (!isVisible) throw new EngineFault('serverNotFound', { id });
      return owner;
    },
  };
}
