import { InvalidArgumentError } from 'commander';
import { baseUrl, filled, integer, SettingsError, secret, setting, variableOf } from './setting.ts';

/** Where Keystone is when tokens are checked there, and by which account. Times are in seconds. */
export interface KeystoneSettings {
  readonly keystoneUrl?: string;
  readonly keystonePublicUrl?: string;
  readonly keystoneUser?: string;
  readonly keystonePassword?: string;
  readonly keystoneProject: string;
  readonly keystoneUserDomain: string;
  readonly keystoneProjectDomain: string;
  readonly keystoneCache: number;
  readonly keystoneTimeout: number;
  readonly administratorRole: readonly string[];
}

/** Names of roles, with commas between them. */
function roles(value: string): string[] {
  const names = value.split(',').map((name) => name.trim());
  if (names.some((name) => name === '' || name.length > 255)) {
    throw new InvalidArgumentError('It must be names of roles with commas between them.');
  }
  return names;
}

/** What it holds by mistake may be a password, so it is not repeated. */
const address = (flag: string) => (value: string) => {
  const refuse = (what: string) => new SettingsError(`${variableOf(flag)} (--${flag}) ${what}`);
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol))
    throw refuse('must be a URL such as https://keystone.example.com:5000/v3');
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw refuse('must be an address alone; user and password have settings of their own');
  const base = baseUrl(value);
  if (/\/v(1|2)[^/]*$/.test(base)) throw refuse('must be that of version 3, which ends in /v3');
  return base;
};

export const keystoneOptions = [
  setting(
    '--keystone-url <url>',
    'with --identity keystone: where it is asked, such as http://keystone:5000/v3',
  ).argParser(address('keystone-url')),
  setting(
    '--keystone-public-url <url>',
    'where clients get their tokens from it; left out, the same',
  ).argParser(address('keystone-public-url')),
  setting('--keystone-user <name>', 'account that may check tokens there').argParser(filled),
  setting('--keystone-password <password>', 'password of that account; better in the environment').argParser(
    secret('keystone-password'),
  ),
  setting('--keystone-project <name>', 'project of that account').default('service').argParser(filled),
  setting('--keystone-user-domain <name>', 'domain of the account').default('Default').argParser(filled),
  setting('--keystone-project-domain <name>', 'domain of its project').default('Default').argParser(filled),
  setting(
    '--keystone-cache <seconds>',
    'how long an answer about a token is kept, and a revoked one may go on to be taken',
  )
    .default(60)
    .argParser(integer(0, 3600)),
  setting('--keystone-timeout <seconds>', 'how long Keystone may be silent')
    .default(5)
    .argParser(integer(1, 300)),
  setting('--administrator-role <names>', 'roles whose holders are administrators, with commas between them')
    .default(['admin'], 'admin')
    .argParser(roles),
];
