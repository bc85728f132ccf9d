import { InvalidArgumentError } from 'commander';
import { filled, integer, SettingsError, secret, setting, variableOf } from './setting.ts';

/** Where the objects of backups are, and how to get in. */
export interface ObjectSettings {
  readonly objects?: string;
  /** Seconds. */
  readonly objectsTimeout: number;
  readonly swiftUser?: string;
  readonly swiftKey?: string;
  readonly swiftAuthVersion?: '1' | '2' | '3';
  readonly swiftTenant?: string;
  readonly swiftDomain: string;
  readonly swiftRegion?: string;
  readonly swiftAccount?: string;
  readonly swiftContainer: string;
  readonly s3AccessKey?: string;
  readonly s3SecretKey?: string;
  readonly s3Region: string;
  readonly s3Bucket?: string;
  readonly s3Addressing: 'path' | 'host';
}

/** `file:FOLDER`, `swift:AUTH_URL` or `s3:ENDPOINT`. What it holds by mistake may be a password, so it is not repeated. */
function place(value: string): string {
  const refuse = (what: string): never => {
    throw new SettingsError(`${variableOf('objects')} (--objects) ${what}`);
  };
  const [, kind, rest = ''] = /^(file|swift|s3):(.*)$/s.exec(value) ?? [];
  if (kind === undefined || rest.trim() === '') {
    return refuse('must be file:FOLDER, swift:AUTH_URL or s3:ENDPOINT');
  }
  if (kind === 'file') return value;
  const url = URL.canParse(rest) ? new URL(rest) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    return refuse(`must have a URL such as https://store.example.com behind ${kind}:`);
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    return refuse('must be an address alone; user and password have settings of their own');
  }
  return value;
}

/** A name in which `{tenant}`, and where `parts` has it `{container}`, stand for those of a backup. */
const template = (parts: readonly string[]) => (value: string) => {
  const plain = value.replaceAll(/\{(\w+)\}/g, (whole, part) => (parts.includes(part) ? '' : whole));
  if (/[{}/%]/.test(plain) || value.trim() === '') {
    const known = parts.map((part) => `{${part}}`).join(' and ');
    throw new InvalidArgumentError(`It must be a name without "/" and "%", in which ${known} may stand.`);
  }
  return value;
};

function containerTemplate(value: string): string {
  if (!value.includes('{container}')) throw new InvalidArgumentError('It must have {container} in it.');
  // A tenant's part has letters, digits and "-" alone; anything else says where it ends.
  if (/\}[A-Za-z0-9-]*\{/.test(value)) {
    throw new InvalidArgumentError('It must have "_" or another mark between {tenant} and {container}.');
  }
  return template(['tenant', 'container'])(value);
}

function bucket(value: string): string {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value)) {
    throw new InvalidArgumentError('It must be 3 to 63 lower case letters, digits, "." and "-".');
  }
  return value;
}

export const objectOptions = [
  setting(
    '--objects <place>',
    'where backups go: file:FOLDER, swift:AUTH_URL or s3:ENDPOINT; left out, a folder of the data',
  ).argParser(place),
  setting('--objects-timeout <seconds>', 'how long Swift or S3 may be silent before a call has failed')
    .default(60)
    .argParser(integer(1, 3600)),
  setting('--swift-user <name>', 'user of Swift, such as account:user with v1.0').argParser(filled),
  setting('--swift-key <key>', 'key or password of that user; better in the environment').argParser(
    secret('swift-key'),
  ),
  setting(
    '--swift-auth-version <version>',
    'form of login; left out, that in which AUTH_URL ends: v1.0, v2.0 or v3',
  ).choices(['1', '2', '3']),
  setting('--swift-tenant <name>', 'tenant (v2.0) or project (v3) to log in to').argParser(filled),
  setting('--swift-domain <name>', 'domain of the user and of the project (v3)')
    .default('Default')
    .argParser(filled),
  setting(
    '--swift-region <name>',
    'region of the service catalog (v2.0 and v3); left out, the first',
  ).argParser(filled),
  setting(
    '--swift-account <name>',
    'account for the backups of a tenant, such as AUTH_{tenant}; left out, that of the login',
  ).argParser(template(['tenant'])),
  setting('--swift-container <name>', 'container in Swift, such as {tenant}_{container}')
    .default('{container}')
    .argParser(containerTemplate),
  setting('--s3-access-key <key>', 'access key of S3').argParser(filled),
  setting('--s3-secret-key <key>', 'secret key of S3; better in the environment').argParser(
    secret('s3-secret-key'),
  ),
  setting('--s3-region <name>', 'region of S3').default('us-east-1').argParser(filled),
  setting('--s3-bucket <name>', 'bucket for the backups of all tenants; made when it is missing').argParser(
    bucket,
  ),
  setting('--s3-addressing <how>', 'the bucket in the path of URLs or in their host name')
    .default('path')
    .choices(['path', 'host']),
];
