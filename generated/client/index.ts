// Generated from openapi/ by `make generate`. Never edit: change the contract instead.

import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../types.ts';

/** The contract's paths with their JSON bodies alone: this client neither sends nor reads XML. */
export type JsonPaths = {
  [Path in keyof paths]: { [Member in keyof paths[Path]]: JsonOperation<paths[Path][Member]> };
};

type JsonOperation<Operation> = Operation extends { requestBody: infer Body }
  ? Omit<Operation, 'requestBody'> & { requestBody: JsonContent<Body> }
  : Operation;

type JsonContent<Body> = Body extends { content: { 'application/json': infer Json } }
  ? { content: { 'application/json': Json } }
  : Body;

export type CinderblockClient = Client<JsonPaths, 'application/json'>;

export interface CinderblockClientOptions {
  /** Where the server is, such as `http://127.0.0.1:8776`, without the version: the paths begin with it. */
  readonly baseUrl: string;
  /** Sent as `X-Auth-Token`. */
  readonly token: string;
  /** Stands in for the global `fetch`, in tests for instance. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A typed client: `client.GET('/v1/{tenant_id}/volumes', { params: { path: { tenant_id } } })` resolves to
 * `{ data, error, response }`, `data` being the documented body of a success and `error` that of a fault.
 *
 * - `client.POST('/v1/{tenant_id}/snapshots/{snapshot_id}/action')`: Act on a snapshot
 * - `client.POST('/v1/{tenant_id}/volumes/{volume_id}/action')`: Act on a volume
 * - `client.GET('/v1/{tenant_id}/limits')`: List limits
 * - `client.GET('/v1/{tenant_id}/os-quota-class-sets/{class_name}')`: Get limits of every tenant
 * - `client.PUT('/v1/{tenant_id}/os-quota-class-sets/{class_name}')`: Set limits of every tenant
 * - `client.GET('/v1/{tenant_id}/os-quota-sets/{quota_tenant_id}')`: Get limits of a tenant
 * - `client.PUT('/v1/{tenant_id}/os-quota-sets/{quota_tenant_id}')`: Set limits of a tenant
 * - `client.DELETE('/v1/{tenant_id}/os-quota-sets/{quota_tenant_id}')`: Reset limits of a tenant
 * - `client.GET('/v1/{tenant_id}/os-quota-sets/{quota_tenant_id}/defaults')`: Get default limits
 * - `client.GET('/v1/{tenant_id}/extensions')`: List extensions
 * - `client.GET('/v1/{tenant_id}/extensions/{alias}')`: Get extension
 * - `client.GET('/v1/{tenant_id}/os-availability-zone')`: List availability zones
 * - `client.GET('/v1/{tenant_id}/os-services')`: List services
 * - `client.GET('/v1/{tenant_id}/snapshots/{snapshot_id}/metadata')`: List snapshot metadata
 * - `client.PUT('/v1/{tenant_id}/snapshots/{snapshot_id}/metadata')`: Replace snapshot metadata
 * - `client.POST('/v1/{tenant_id}/snapshots/{snapshot_id}/metadata')`: Update snapshot metadata
 * - `client.GET('/v1/{tenant_id}/snapshots/{snapshot_id}/metadata/{key}')`: Get snapshot metadata item
 * - `client.PUT('/v1/{tenant_id}/snapshots/{snapshot_id}/metadata/{key}')`: Set snapshot metadata item
 * - `client.DELETE('/v1/{tenant_id}/snapshots/{snapshot_id}/metadata/{key}')`: Delete snapshot metadata item
 * - `client.GET('/v1/{tenant_id}/snapshots/details')`: List snapshots details, by another name
 * - `client.PUT('/v1/{tenant_id}/snapshots/{snapshot_id}')`: Update snapshot
 * - `client.GET('/v1/{tenant_id}/types')`: List volume types
 * - `client.POST('/v1/{tenant_id}/types')`: Create volume type
 * - `client.GET('/v1/{tenant_id}/types/{type_id}')`: Get volume type
 * - `client.DELETE('/v1/{tenant_id}/types/{type_id}')`: Delete volume type
 * - `client.GET('/v1/{tenant_id}/types/{type_id}/extra_specs')`: List extra specs
 * - `client.POST('/v1/{tenant_id}/types/{type_id}/extra_specs')`: Set extra specs
 * - `client.GET('/v1/{tenant_id}/types/{type_id}/extra_specs/{key}')`: Get extra spec
 * - `client.PUT('/v1/{tenant_id}/types/{type_id}/extra_specs/{key}')`: Set extra spec
 * - `client.DELETE('/v1/{tenant_id}/types/{type_id}/extra_specs/{key}')`: Delete extra spec
 * - `client.GET('/v1/{tenant_id}/volumes/{volume_id}/metadata')`: List volume metadata
 * - `client.PUT('/v1/{tenant_id}/volumes/{volume_id}/metadata')`: Replace volume metadata
 * - `client.POST('/v1/{tenant_id}/volumes/{volume_id}/metadata')`: Update volume metadata
 * - `client.GET('/v1/{tenant_id}/volumes/{volume_id}/metadata/{key}')`: Get volume metadata item
 * - `client.PUT('/v1/{tenant_id}/volumes/{volume_id}/metadata/{key}')`: Set volume metadata item
 * - `client.DELETE('/v1/{tenant_id}/volumes/{volume_id}/metadata/{key}')`: Delete volume metadata item
 * - `client.GET('/v1/{tenant_id}/volumes/details')`: List volumes details, by another name
 * - `client.PUT('/v1/{tenant_id}/volumes/{volume_id}')`: Update volume
 * - `client.GET('/healthz')`: Tell whether the process runs
 * - `client.GET('/readyz')`: Tell whether the service can work
 * - `client.GET('/v1/')`: Get version info of the volume API
 * - `client.GET('/v2/{tenant_id}/servers/{server_id}/os-volume_attachments')`: List attached volumes
 * - `client.POST('/v2/{tenant_id}/servers/{server_id}/os-volume_attachments')`: Attach a volume
 * - `client.GET('/v2/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}')`: Get attached volume details
 * - `client.DELETE('/v2/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}')`: Detach a volume
 * - `client.GET('/v1/{tenant_id}/backups')`: List volume backups
 * - `client.POST('/v1/{tenant_id}/backups')`: Create volume backup
 * - `client.GET('/v1/{tenant_id}/backups/detail')`: List volume backups details
 * - `client.GET('/v1/{tenant_id}/backups/{backup_id}')`: Get volume backup details
 * - `client.DELETE('/v1/{tenant_id}/backups/{backup_id}')`: Delete volume backup
 * - `client.POST('/v1/{tenant_id}/backups/{backup_id}/restore')`: Restore volume backup
 * - `client.GET('/v1/{tenant_id}/snapshots')`: List volume snapshots
 * - `client.POST('/v1/{tenant_id}/snapshots')`: Create volume snapshot
 * - `client.GET('/v1/{tenant_id}/snapshots/detail')`: List volume snapshots details
 * - `client.GET('/v1/{tenant_id}/snapshots/{snapshot_id}')`: Get volume snapshot details
 * - `client.DELETE('/v1/{tenant_id}/snapshots/{snapshot_id}')`: Delete volume snapshot
 * - `client.GET('/v1/{tenant_id}/volumes')`: List volumes
 * - `client.POST('/v1/{tenant_id}/volumes')`: Create volume
 * - `client.GET('/v1/{tenant_id}/volumes/detail')`: List volumes details
 * - `client.GET('/v1/{tenant_id}/volumes/{volume_id}')`: Get volume details
 * - `client.DELETE('/v1/{tenant_id}/volumes/{volume_id}')`: Delete volume
 * - `client.GET('/v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments')`: List attached volumes for a server
 * - `client.POST('/v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments')`: Attach volume to a server
 * - `client.GET('/v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}')`: Get attached volume details
 * - `client.DELETE('/v1.1/{tenant_id}/servers/{server_id}/os-volume_attachments/{volume_id}')`: Detach volume from a server
 * - `client.GET('/v1.1/{tenant_id}/os-snapshots')`: List snapshots
 * - `client.POST('/v1.1/{tenant_id}/os-snapshots')`: Create snapshot
 * - `client.GET('/v1.1/{tenant_id}/os-snapshots/detail')`: List snapshots details
 * - `client.GET('/v1.1/{tenant_id}/os-snapshots/{snapshot_id}')`: View information about a single snapshot
 * - `client.DELETE('/v1.1/{tenant_id}/os-snapshots/{snapshot_id}')`: Delete a snapshot
 * - `client.GET('/')`: List versions
 * - `client.GET('/v1.1/')`: Get version info
 * - `client.GET('/v1.1/{tenant_id}/os-volumes')`: List volumes
 * - `client.POST('/v1.1/{tenant_id}/os-volumes')`: Create new volume
 * - `client.GET('/v1.1/{tenant_id}/os-volumes/detail')`: List volumes details
 * - `client.GET('/v1.1/{tenant_id}/os-volumes/{volume_id}')`: Get volume details
 * - `client.DELETE('/v1.1/{tenant_id}/os-volumes/{volume_id}')`: Delete volume
 * - `client.GET('/v1.1/{tenant_id}/hp-volume-backups')`: List backups
 * - `client.POST('/v1.1/{tenant_id}/hp-volume-backups')`: Create backup
 * - `client.GET('/v1.1/{tenant_id}/hp-volume-backups/detail')`: List backups details
 * - `client.GET('/v1.1/{tenant_id}/hp-volume-backups/{backup_id}')`: Show backup details
 * - `client.DELETE('/v1.1/{tenant_id}/hp-volume-backups/{backup_id}')`: Delete backup
 * - `client.POST('/v1.1/{tenant_id}/hp-volume-backups/{backup_id}/restore')`: Restore backup
 * - `client.GET('/v2.0/tenants')`: List the tenants of a user
 * - `client.POST('/v2.0/tokens')`: Get a token
 * - `client.GET('/v2.0')`: Get the version of the identity API
 * - `client.GET('/v3/auth/projects')`: List the projects that a token can be had for
 * - `client.GET('/v3/auth/catalog')`: Get the catalog of a token
 * - `client.GET('/v3/auth/tokens')`: Tell what a token is good for
 * - `client.POST('/v3/auth/tokens')`: Get a token
 * - `client.DELETE('/v3/auth/tokens')`: Revoke a token
 * - `client.GET('/identity')`: List the versions of the identity API
 * - `client.GET('/v3')`: Get the version of the identity API
 * - `client.GET('/v1.1/{tenant_id}/hp-bootable-volumes')`: List bootable volumes
 * - `client.GET('/v1.1/{tenant_id}/hp-bootable-volumes/{volume_id}')`: Get bootable volume details
 * - `client.GET('/v1.1/{tenant_id}/extensions/{alias}')`: Get extension of the first version
 * - `client.GET('/v2/{tenant_id}/extensions')`: List extensions
 * - `client.GET('/v2/{tenant_id}/extensions/{alias}')`: Get extension
 * - `client.GET('/v2/{tenant_id}/os-snapshots')`: List snapshots
 * - `client.POST('/v2/{tenant_id}/os-snapshots')`: Create snapshot
 * - `client.GET('/v2/{tenant_id}/os-snapshots/detail')`: List snapshots details
 * - `client.GET('/v2/{tenant_id}/os-snapshots/{snapshot_id}')`: Get snapshot details
 * - `client.DELETE('/v2/{tenant_id}/os-snapshots/{snapshot_id}')`: Delete snapshot
 * - `client.GET('/v2/')`: Get version info
 * - `client.GET('/v2/{tenant_id}/os-volumes')`: List volumes
 * - `client.POST('/v2/{tenant_id}/os-volumes')`: Create volume
 * - `client.GET('/v2/{tenant_id}/os-volumes/detail')`: List volumes details
 * - `client.GET('/v2/{tenant_id}/os-volumes/{volume_id}')`: Get volume details
 * - `client.DELETE('/v2/{tenant_id}/os-volumes/{volume_id}')`: Delete volume
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata')`: List backup metadata
 * - `client.PUT('/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata')`: Create or replace backup metadata
 * - `client.POST('/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata')`: Update backup metadata
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata/{key}')`: Get backup metadata item
 * - `client.PUT('/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata/{key}')`: Create or update backup metadata item
 * - `client.DELETE('/v1.1/{tenant_id}/OS-BS/backups/{id}/metadata/{key}')`: Delete backup metadata item
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/backups')`: List backups
 * - `client.POST('/v1.1/{tenant_id}/OS-BS/backups')`: Create backup
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/backups/detail')`: List backups details
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/backups/{id}')`: Get backup details
 * - `client.PUT('/v1.1/{tenant_id}/OS-BS/backups/{id}')`: Update backup name
 * - `client.DELETE('/v1.1/{tenant_id}/OS-BS/backups/{id}')`: Delete backup
 * - `client.GET('/v1.1/{tenant_id}/extensions')`: Query extensions
 * - `client.GET('/v1.1/{tenant_id}/limits')`: List limits
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/types')`: List types
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/types/{id}')`: Get type details
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata')`: List volume metadata
 * - `client.PUT('/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata')`: Create or replace volume metadata
 * - `client.POST('/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata')`: Update volume metadata
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata/{key}')`: Get volume metadata item
 * - `client.PUT('/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata/{key}')`: Create or update volume metadata item
 * - `client.DELETE('/v1.1/{tenant_id}/OS-BS/volumes/{id}/metadata/{key}')`: Delete volume metadata item
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/volumes')`: List volumes
 * - `client.POST('/v1.1/{tenant_id}/OS-BS/volumes')`: Create volume
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/volumes/detail')`: List volumes details
 * - `client.GET('/v1.1/{tenant_id}/OS-BS/volumes/{id}')`: Get volume details
 * - `client.PUT('/v1.1/{tenant_id}/OS-BS/volumes/{id}')`: Update volume name
 * - `client.DELETE('/v1.1/{tenant_id}/OS-BS/volumes/{id}')`: Delete volume
 */
export function cinderblockClient({ baseUrl, token, fetch }: CinderblockClientOptions): CinderblockClient {
  return createClient<JsonPaths, 'application/json'>({
    baseUrl,
    headers: { accept: 'application/json', 'x-auth-token': token },
    ...(fetch ? { fetch } : {}),
  });
}
