import type { Option } from 'commander';
import { type ProfileName, profileNames } from '../profile/profile.ts';
import { type BackupCopySettings, backupOptions } from './backup-settings.ts';
import { type ComputeSettings, computeOptions } from './compute-settings.ts';
import { type KeystoneSettings, keystoneOptions } from './keystone-settings.ts';
import { type ObjectSettings, objectOptions } from './object-settings.ts';
import { baseUrl, filled, integer, positive, setting, token, zone, zones } from './setting.ts';

export { SettingsError } from './setting.ts';

/** What `serve` can be told, by flag or by environment; flags win. */
export interface ServeSettings extends ObjectSettings, BackupCopySettings, ComputeSettings, KeystoneSettings {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly images?: string;
  readonly identity?: string;
  readonly devToken?: string;
  readonly demoToken?: string;
  readonly adminToken?: string;
  /** Seconds. */
  readonly tokenLifetime: number;
  readonly region: readonly string[];
  readonly volumeEndpoint: 'v1' | 'v1.1';
  readonly computeEndpoint: 'v2' | 'v1.1';
  readonly zone: string;
  readonly otherZones?: readonly string[];
  readonly quotaVolumes: number;
  readonly quotaSnapshots: number;
  readonly quotaGigabytes: number;
  readonly rateLimit?: number;
  readonly nbdHost: string;
  readonly nbdPort: number;
  readonly nbdSocket?: string;
  readonly nbdTlsCert?: string;
  readonly nbdTlsKey?: string;
  readonly nbdTlsCa?: string;
  /** Seconds. */
  readonly nbdGrace: number;
  readonly publicUrl?: string;
  readonly profile: ProfileName;
  readonly responseChecks?: 'always' | 'sampled' | 'off';
  readonly seed?: 'documents';
  readonly logLevel: string;
  readonly logFormat: 'auto' | 'json' | 'pretty';
}

export interface MockSettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  readonly logFormat: 'auto' | 'json' | 'pretty';
}

const unlimitedFrom = integer(-1, Number.MAX_SAFE_INTEGER);

const host = () => setting('--host <address>', 'address to listen on').default('127.0.0.1').argParser(filled);
const logLevel = () =>
  setting('--log-level <level>', 'least level that is logged')
    .default('info')
    .choices(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']);
const logFormat = () =>
  setting('--log-format <format>', 'how log lines look; auto is pretty on a terminal, else json')
    .default('auto')
    .choices(['auto', 'json', 'pretty']);

/** The one schema of all settings of `cinderblock serve`: names, defaults, checks and help. */
export const serveOptions: readonly Option[] = [
  host(),
  setting('--port <number>', 'port to listen on, 0 for any free one')
    .default(8776)
    .argParser(integer(0, 65535)),
  setting('--data <folder>', 'where the catalog, the volumes and the backups are kept')
    .default('./data')
    .argParser(filled),
  setting(
    '--images <folder>',
    'images that bootable volumes are made from; left out, any id is an image, without bytes',
  ).argParser(filled),
  setting(
    '--identity <file>',
    'file with tenants, users and tokens, or keystone; left out, the development tenants dev and demo',
  ).argParser(filled),
  setting(
    '--dev-token <token>',
    'fixed token of the development tenant dev; left out, a new one each start',
  ).argParser(token('dev-token')),
  setting('--demo-token <token>', 'the same for the development tenant demo').argParser(token('demo-token')),
  setting('--admin-token <token>', 'the same for the administrator of both, for dev').argParser(
    token('admin-token'),
  ),
  setting('--token-lifetime <seconds>', 'how long a token from POST /v2.0/tokens is valid')
    .default(86_400)
    .argParser(integer(1, 31_536_000)),
  setting(
    '--region <names>',
    'zones in the service catalog, each with a set of endpoints; commas between them',
  )
    .default(['RegionOne'], 'RegionOne')
    .argParser(zones),
  setting('--volume-endpoint <version>', 'API that the service catalog names as the volume service')
    .default('v1')
    .choices(['v1', 'v1.1']),
  setting('--compute-endpoint <version>', 'API that it names as the compute service')
    .default('v2')
    .choices(['v2', 'v1.1']),
  setting('--zone <name>', 'availability zone of volumes that ask for none').default('nova').argParser(zone),
  setting(
    '--other-zones <names>',
    'further zones that clients are told of, with commas between them',
  ).argParser(zones),
  setting('--quota-volumes <number>', 'volumes that a tenant may have, -1 for no limit')
    .default(10)
    .argParser(unlimitedFrom),
  setting('--quota-snapshots <number>', 'snapshots that a tenant may have, -1 for no limit')
    .default(10)
    .argParser(unlimitedFrom),
  setting('--quota-gigabytes <number>', 'GB that they may have together, -1 for no limit')
    .default(1000)
    .argParser(unlimitedFrom),
  setting('--nbd-host <address>', 'address on which attached volumes are network block devices')
    .default('127.0.0.1')
    .argParser(filled),
  setting('--nbd-port <number>', 'port of them, 0 for any free one')
    .default(10_809)
    .argParser(integer(0, 65535)),
  setting('--nbd-socket <path>', 'unix socket on which they are as well; left out, none').argParser(filled),
  setting(
    '--nbd-tls-cert <file>',
    'certificate (PEM) for them, without which they are on loopback only',
  ).argParser(filled),
  setting('--nbd-tls-key <file>', 'key of the certificate (PEM)').argParser(filled),
  setting(
    '--nbd-tls-ca <file>',
    'authorities (PEM), one of which has to have signed the certificate of a client; left out, none is asked for',
  ).argParser(filled),
  setting('--nbd-grace <seconds>', 'how long clients may go on with a volume that is being detached')
    .default(5)
    .argParser(integer(0, 3600)),
  setting(
    '--public-url <url>',
    'address under which clients reach this server, for links in answers; left out, the one that they called',
  ).argParser(baseUrl),
  setting(
    '--rate-limit <number>',
    'requests per second that a tenant may make; left out, no limit',
  ).argParser(positive),
  setting(
    '--response-checks <when>',
    'hold responses against the contract; left out, always with the development identity, else sampled',
  ).choices(['always', 'sampled', 'off']),
  setting(
    '--profile <name>',
    'whose word counts where they differ: the documents, or the services as they were released',
  )
    .default('documented')
    .choices(profileNames),
  // compute
  ...computeOptions,
  ...keystoneOptions,
  ...objectOptions,
  ...backupOptions,
  setting('--seed <what>', 'start with the resources that the documents show').choices(['documents']),
  logLevel(),
  logFormat(),
];

export const mockOptions: readonly Option[] = [
  host(),
  setting('--port <number>', 'port to listen on, 0 for any free one')
    .default(8776)
    .argParser(integer(0, 65535)),
  logLevel(),
  logFormat(),
];
