import { logIn } from '../conform/login.ts';
import type { Caller, Target } from '../conform/target.ts';
import type { ConformSettings } from './conform-options.ts';

/** The command could not begin; the text says which setting is to be mended. */
export class CannotRun extends Error {}

function checkedUrl(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol) || new URL(url).search !== '')
    throw new CannotRun(`${url} is not the base URL of a service, such as http://127.0.0.1:8776`);
  return url.replace(/\/+$/, '');
}

/** Both or none of a token and its tenant. */
function pairOf(name: string, token: string | undefined, tenant: string | undefined): Caller | undefined {
  if (token === undefined && tenant === undefined) return undefined;
  if (token === undefined || tenant === undefined)
    throw new CannotRun(
      `--${name}token and --${name}tenant go together: the paths have the tenant of the token`,
    );
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new CannotRun(`--${name}token must be printable ASCII without spaces`);
  return { token, tenant };
}

interface Names {
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  readonly tenantName?: string | undefined;
}

async function loggedIn(
  prefix: string,
  { username, password, tenantName }: Names,
  settings: ConformSettings,
) {
  const { authUrl } = settings;
  if (authUrl === undefined) throw new CannotRun(`--${prefix}username needs --auth-url`);
  if (username === undefined || password === undefined || tenantName === undefined)
    throw new CannotRun(`--${prefix}username, --${prefix}password and --${prefix}tenant-name go together`);
  return logIn({ authUrl: checkedUrl(authUrl), username, password, tenantName }, settings.timeout * 1000);
}

async function secondOf(settings: ConformSettings): Promise<Caller | undefined> {
  const given = pairOf('second-', settings.secondToken, settings.secondTenant);
  if (given !== undefined || settings.secondUsername === undefined) return given;
  const { secondUsername: username, secondPassword: password, secondTenantName: tenantName } = settings;
  return (await loggedIn('second-', { username, password, tenantName }, settings)).caller;
}

/**
 * The implementation under test and its callers, by tokens as they are given or by logging in.
 * @throws CannotRun when settings are missing or contradict each other; LoginFailed
 */
export async function targetOf(url: string | undefined, settings: ConformSettings): Promise<Target> {
  const given = pairOf('', settings.token, settings.tenant);
  if (given === undefined && settings.authUrl === undefined)
    throw new CannotRun(
      'no token: give --token and --tenant, or --auth-url with --username, --password and --tenant-name',
    );
  const login =
    given === undefined ? await loggedIn('', settings, settings) : { caller: given, url: undefined };
  const base = url ?? login.url;
  if (base === undefined)
    throw new CannotRun('no URL: give the base URL of the implementation, or log in where a catalog has it');
  const second = await secondOf(settings);
  if (second !== undefined && second.tenant === login.caller.tenant)
    throw new CannotRun('the second tenant is the first: it must be another one');
  const limited = pairOf('limited-', settings.limitedToken, settings.limitedTenant);
  return {
    url: checkedUrl(base),
    first: login.caller,
    ...(second === undefined ? {} : { second }),
    ...(limited === undefined ? {} : { limited }),
    servers: settings.server,
    ...(settings.image === undefined ? {} : { image: settings.image }),
    timeout: settings.timeout * 1000,
    patience: settings.settle * 1000,
  };
}
