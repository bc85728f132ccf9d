import type { OperationResponse } from '../../../generated/server/contract.ts';
import type { components } from '../../../generated/types.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import type { ActionTable } from './action-table.ts';
import { connectionView, imageUploadView } from './views.ts';

type Body = components['schemas']['VolumeActionBody'];
type Answer = OperationResponse<'cinder-v1/act-on-volume'>;

/** What each action of the contract is for the engine. */
export const volumeActions = ({ volumes }: Pick<Engine, 'volumes'>) =>
  ({
    'os-attach': {
      run: (caller, id, { instance_uuid: serverId, mountpoint, mode }) =>
        volumes.attach(caller, id, { serverId, mountpoint, mode }),
    },
    'os-detach': { run: (caller, id) => volumes.detach(caller, id) },
    'os-reserve': { run: (caller, id) => volumes.reserve(caller, id) },
    'os-unreserve': { run: (caller, id) => volumes.unreserve(caller, id) },
    'os-begin_detaching': { run: (caller, id) => volumes.beginDetaching(caller, id) },
    'os-roll_detaching': { run: (caller, id) => volumes.rollDetaching(caller, id) },
    'os-initialize_connection': {
      async run(caller, id) {
        const connection = await volumes.initializeConnection(caller, id);
        return { status: 200, body: { connection_info: connectionView(connection, caller) } };
      },
    },
    'os-terminate_connection': { run: (caller, id) => volumes.terminateConnection(caller, id) },
    'os-extend': { run: (caller, id, { new_size }) => volumes.extend(caller, id, new_size) },
    'os-update_readonly_flag': {
      run: (caller, id, { readonly }) => volumes.setReadOnly(caller, id, readonly),
    },
    'os-volume_upload_image': {
      async run(caller, id, { image_name, force, container_format, disk_format }) {
        const upload = await volumes.uploadImage(caller, id, {
          imageName: image_name,
          force,
          containerFormat: container_format,
          diskFormat: disk_format,
        });
        return { status: 202, body: { 'os-volume_upload_image': imageUploadView(upload) } };
      },
    },
    'os-reset_status': {
      isForAdministrators: true,
      run: (caller, id, { status, attach_status: attachStatus }) =>
        volumes.resetStatus(caller, id, { status, attachStatus }),
    },
    'os-force_delete': {
      isForAdministrators: true,
      run: (caller, id) => volumes.forceDelete(caller, id),
    },
    'os-force_detach': {
      isForAdministrators: true,
      run: (caller, id) => volumes.forceDetach(caller, id),
    },
  }) satisfies ActionTable<Body, ApiCaller, Answer>;
