/**
 * What the compiler must refuse, held by `tsc -p .`: under each `@ts-expect-error` is a server that does not
 * do what the contract says. `compile.test.ts` takes the marks away and expects an error at every one.
 */

import { cinderblockClient } from '../../generated/client/index.ts';
import {
  type Bind,
  type Handlers,
  type HpBlockStorageV1VolumesHandlers,
  type OperationRequest,
  type OperationResponse,
  routers,
  stubs,
} from '../../generated/server/index.ts';

interface Caller {
  readonly tenantId: string;
}
type Volumes = HpBlockStorageV1VolumesHandlers<Caller>;

const written: Volumes = stubs<Caller>().hpBlockStorageV1Volumes;
const { listVolumes, ...allButOne } = written;

// A server that compiles

export const right: Volumes = {
  ...allButOne,
  listVolumes: async ({ query, path }, { tenantId }) =>
    path.tenant_id === tenantId && query.limit !== 0
      ? { status: 200, body: { volumes: [] } }
      : { status: 400, body: { badRequest: { code: 400, message: 'Malformed request url' } } },
  deleteVolume: async ({ path: { volume_id } }) => ({ status: 202, headers: { location: volume_id } }),
};

// Operations

// @ts-expect-error a handler is missing
export const missing: Volumes = allButOne;

// @ts-expect-error a handler is misspelt
export const misspelt: Volumes = { ...written, listVolume: listVolumes };

// @ts-expect-error a whole tag is missing
export const missingTag: Handlers<Caller> = { hpBlockStorageV1Volumes: written };

// @ts-expect-error a handler of another operation
export const swapped: Volumes = { ...written, getVolumeDetails: written.listVolumes };

// Statuses

// @ts-expect-error 204 is not documented
export const wrongStatus: Volumes['deleteVolume'] = async () => ({ status: 204 });

// @ts-expect-error the body is that of another status
export const statusOfAnotherBody: Volumes['listVolumes'] = async () => ({
  status: 404,
  body: { volumes: [] },
});

// Bodies

// @ts-expect-error the wrapper is misspelt
export const wrongWrapper: Volumes['listVolumes'] = async () => ({ status: 200, body: { volume: [] } });

export const wrongMember: OperationResponse<'hp-block-storage-v1/list-volumes'> = {
  status: 400,
  // @ts-expect-error a member has the wrong type
  body: { badRequest: { code: '400', message: 'Malformed request url' } },
};

// @ts-expect-error a documented body is left out
export const noBody: Volumes['listVolumes'] = async () => ({ status: 200 });

// @ts-expect-error 202 has no body
export const unexpectedBody: Volumes['deleteVolume'] = async () => ({ status: 202, body: {} });

// Requests

export const jsonBody = ({ body }: OperationRequest<'hp-block-storage-v1/create-volume'>) => body.volume.size;

export const xmlBody = ({ body }: OperationRequest<'hp-block-storage-v1/create-volume'>) =>
  // @ts-expect-error handlers see the JSON form, where `volume` is around it
  body.size;

export const unknownPathParameter = ({ path }: OperationRequest<'hp-block-storage-v1/list-volumes'>) =>
  // @ts-expect-error a list has no volume_id in its path
  path.volume_id;

export const bodyOfGet = ({ body }: OperationRequest<'hp-block-storage-v1/list-volumes'>) =>
  // @ts-expect-error a list has no request body
  body.volume;

// Routing

declare const bind: Bind<Caller>;

export const served = routers({ ...stubs<Caller>(), hpBlockStorageV1Volumes: right }, bind);

// @ts-expect-error no such operation
export const unknownOperation = bind('hp-block-storage-v1/list-volume', listVolumes);

// @ts-expect-error handlers of another caller
export const anotherCaller = routers(stubs<{ readonly userId: string }>(), bind);

// The client

const client = cinderblockClient({ baseUrl: 'http://127.0.0.1:8776', token: 'a-token' });
const params = { path: { tenant_id: 'dev' } };

export const created = () =>
  client.POST('/v1/{tenant_id}/volumes', { params, body: { volume: { size: 1 } } });

export const idOfCreated = async (): Promise<string | undefined> => (await created()).data?.volume.id;

// @ts-expect-error no such path
export const unknownPath = () => client.GET('/v1/{tenant_id}/volume', { params });

// @ts-expect-error the XML form of the body
export const createdByXml = () => client.POST('/v1/{tenant_id}/volumes', { params, body: { size: 1 } });
