import { hostname } from 'node:os';
import type { CinderV1ServiceHandlers } from '../../../generated/server/cinder-v1-service.ts';
import { extensions as served } from '../../../generated/server/extensions.ts';
import type { components } from '../../../generated/types.ts';
import type { Engine } from '../../engine/engine.ts';
import { EngineFault } from '../../engine/faults.ts';
import type { ApiCaller } from '../caller.ts';
import { formatTimestamp } from '../timestamps.ts';

type Schemas = components['schemas'];

const extensions: readonly Schemas['CinderExtension'][] = served.map((extension) => ({
  ...extension,
  links: [],
}));

/** This server is all of the services. It answers, so it is up. */
const thisServer = (zone: string): Schemas['Service'] => ({
  binary: 'cinderblock',
  host: hostname(),
  zone,
  status: 'enabled',
  state: 'up',
  updated_at: formatTimestamp(Date.now() * 1000),
});

/** What Cinder told of itself. */
export function serviceHandlers({
  availabilityZones: zones,
}: Pick<Engine, 'availabilityZones'>): CinderV1ServiceHandlers<ApiCaller> {
  return {
    async listAvailabilityZones() {
      const availabilityZoneInfo = zones.map((zoneName) => ({ zoneName, zoneState: { available: true } }));
      return { status: 200, body: { availabilityZoneInfo } };
    },

    async listExtensions() {
      return { status: 200, body: { extensions: [...extensions] } };
    },

    async getExtension({ path: { alias } }) {
      const extension = extensions.find((each) => each.alias === alias);
      if (extension === undefined) throw new EngineFault('extensionNotFound', { alias });
      return { status: 200, body: { extension } };
    },

    async listServices({ query: { host, binary } = {} }) {
      const service = thisServer(zones[0]);
      const isAsked =
        (host ?? service.host) === service.host && (binary ?? service.binary) === service.binary;
      return { status: 200, body: { services: isAsked ? [service] : [] } };
    },
  };
}
