import { InvalidArgumentError, Option } from 'commander';

/** What `serve` can be told, by flag or by environment; flags win. */
export interface ServeSettings {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  readonly identity?: string;
  readonly devToken?: string;
  readonly demoToken?: string;
  /** Seconds. */
  readonly tokenLifetime: number;
  readonly region: readonly string[];
  readonly volumeEndpoint: 'v1' | 'v1.1';
  readonly computeEndpoint: 'v2' | 'v1.1';
  readonly zone: string;
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

// A value is checked as it is read; the message follows the name of the flag and of the variable.
const integer = (least: number, most: number) => (value: string) => {
  const parsed = Number(value);
  if (!/^-?\d+$/.test(value) || parsed < least || parsed > most) {
    throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
  }
  return parsed;
};

function positive(value: string): number {
  const parsed = Number(value);
  if (!(parsed > 0) || parsed === Number.POSITIVE_INFINITY) {
    throw new InvalidArgumentError('It must be a number greater than 0.');
  }
  return parsed;
}

function filled(value: string): string {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
}

/**
 * A token goes into a header, so it is printable ASCII without spaces. It is a secret: the words of commander's own
 * error would have the value in them.
 */
const token = (flag: string) => (value: string) => {
  if (!/^[\x21-\x7e]{8,256}$/.test(value)) {
    throw new SettingsError(
      `${variableOf(flag)} (--${flag}) must be 8 to 256 printable ASCII characters without spaces`,
    );
  }
  return value;
};

function zone(value: string): string {
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(value)) {
    throw new InvalidArgumentError('It must be letters, digits, ".", "_" or "-", 64 at the most.');
  }
  return value;
}

/** Names of zones, with commas between them. */
function zones(value: string): string[] {
  const names = value.split(',');
  if (!names.every((name) => /^[A-Za-z0-9._-]{1,64}$/.test(name)) || new Set(names).size < names.length) {
    throw new InvalidArgumentError(
      'It must be names of letters, digits, ".", "_" or "-", each once, with commas between them.',
    );
  }
  return names;
}

/** Kept as it is but for slashes at the end: paths are put behind it. */
function baseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new InvalidArgumentError('It must be a URL such as https://volumes.example.com, without a query.');
  }
  return value.replace(/\/+$/, '');
}

const variableOf = (flag: string): string => `CINDERBLOCK_${flag.replaceAll('-', '_').toUpperCase()}`;

/** A flag with the environment variable that stands for it: `--rate-limit`, `CINDERBLOCK_RATE_LIMIT`. */
function setting(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.env(variableOf(option.name()));
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
    '--identity <file>',
    'tenants, users and tokens; left out, the development tenants dev and demo',
  ).argParser(filled),
  setting(
    '--dev-token <token>',
    'fixed token of the development tenant dev; left out, a new one each start',
  ).argParser(token('dev-token')),
  setting('--demo-token <token>', 'the same for the development tenant demo').argParser(token('demo-token')),
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

/** Thrown where settings that are right one by one do not go together; the text names the setting. */
export class SettingsError extends Error {}
