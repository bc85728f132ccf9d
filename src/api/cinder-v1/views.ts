import type { components } from '../../../generated/types.ts';
import type { Connection, ImageUpload } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { formatTimestamp } from '../timestamps.ts';

type Schemas = components['schemas'];

const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/** A service that listens everywhere is found where its API is. */
function hostOf({ host }: { readonly host: string }, { origin }: Pick<ApiCaller, 'origin'>): string {
  if (!ANY_ADDRESS.has(host)) return host;
  return new URL(origin).hostname.replace(/^\[|\]$/g, '');
}

/** What a compute service makes a network disk of, and the same for people. */
export function connectionView(
  { volumeId, address, isReadOnly }: Connection,
  caller: Pick<ApiCaller, 'origin'>,
): Schemas['ConnectionInfo'] {
  const { port, socket = null, tls } = address;
  const host = hostOf(address, caller);
  const authority = host.includes(':') ? `[${host}]` : host;
  return {
    driver_volume_type: 'nbd',
    data: {
      volume_id: volumeId,
      name: volumeId,
      export: volumeId,
      host,
      port,
      hosts: [host],
      ports: [String(port)],
      socket,
      tls,
      uri: `${tls ? 'nbds' : 'nbd'}://${authority}:${port}/${volumeId}`,
      access_mode: isReadOnly ? 'ro' : 'rw',
      auth_enabled: false,
    },
  };
}

export const imageUploadView = ({
  volume,
  imageId,
  imageName,
  containerFormat,
  diskFormat,
}: ImageUpload): Schemas['VolumeImageUpload'] => ({
  id: volume.id,
  updated_at: volume.updatedAt === null ? null : formatTimestamp(volume.updatedAt),
  status: volume.status,
  display_description: volume.description,
  size: volume.size,
  volume_type: volume.volumeType ?? 'None',
  image_id: imageId,
  container_format: containerFormat,
  disk_format: diskFormat,
  image_name: imageName,
});
