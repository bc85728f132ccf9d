import type { Logger } from 'pino';
import type { IdentitySetup } from '../api/identity.ts';
import type { IdentityParts } from '../api/identity-v2.0/tokens.ts';
import { developmentDirectory } from '../identity/development.ts';
import type { Directory } from '../identity/directory.ts';
import { embeddedIdentity } from '../identity/embedded.ts';
import type { Identity } from '../identity/identity.ts';
import { readIdentityFile } from '../identity/identity-file.ts';
import { isLoopback } from './loopback.ts';
import { SettingsError, variableOf } from './setting.ts';
import type { ServeSettings } from './settings.ts';

/** Whose tokens are taken, and who gives them. */
export interface OpenedIdentity {
  readonly identity: Identity;
  readonly api: IdentitySetup;
  /** Tenants that are known beforehand: all of them, unless they are Keystone's. */
  readonly tenants: Directory['tenants'];
  /** Those of the development identity, for who has just started the server with it. */
  readonly developmentTokens: Directory['tokens'] | undefined;
  /** Resolves when it is known whether the identity can be used; rejects with what is wrong with the settings. */
  readonly checked: Promise<void>;
}

/** What `--identity` is for Keystone; a file of that name is `./keystone`. */
const KEYSTONE = 'keystone';

const nameOf = (flag: string): string => `${variableOf(flag)} (--${flag})`;
const wrong = (error: unknown): never => {
  throw new SettingsError(`${nameOf('identity')}: ${error instanceof Error ? error.message : error}`);
};

/** The development identity is known to everybody, so it stays on this machine. */
function directoryOf(settings: ServeSettings): Directory {
  const { identity, host, devToken: dev, demoToken: demo, adminToken: admin } = settings;
  if (identity !== undefined) {
    try {
      return readIdentityFile(identity);
    } catch (error) {
      return wrong(error);
    }
  }
  if (!isLoopback(host)) {
    throw new SettingsError(
      `${nameOf('host')} is ${host}, but the development identity, whose passwords everybody knows, is served on loopback only; set ${nameOf('identity')} to a file with your own tenants, or the host to 127.0.0.1`,
    );
  }
  return developmentDirectory({ dev, demo, admin });
}

function openEmbedded(settings: ServeSettings, catalog: IdentityParts['catalog']): OpenedIdentity {
  if (settings.keystoneUrl !== undefined) {
    throw new SettingsError(`${nameOf('keystone-url')} takes ${nameOf('identity')} to be ${KEYSTONE}`);
  }
  const { tokenLifetime, administratorRole } = settings;
  const directory = directoryOf(settings);
  try {
    const identity = embeddedIdentity(directory, {
      tokenLifetime: tokenLifetime * 1000,
      administratorRoles: administratorRole,
    });
    return {
      identity,
      api: { login: identity, catalog },
      tenants: directory.tenants,
      developmentTokens: settings.identity === undefined ? directory.tokens : undefined,
      checked: Promise.resolve(),
    };
  } catch (error) {
    return wrong(error);
  }
}

function required(value: string | undefined, flag: string): string {
  if (value === undefined) {
    throw new SettingsError(`${nameOf(flag)} is missing: ${nameOf('identity')} is ${KEYSTONE}`);
  }
  return value;
}

const versioned = (url: string): string => (url.endsWith('/v3') ? url : `${url}/v3`);

async function openKeystone(settings: ServeSettings, log: Logger): Promise<OpenedIdentity> {
  const access = {
    url: versioned(required(settings.keystoneUrl, 'keystone-url')),
    user: required(settings.keystoneUser, 'keystone-user'),
    password: required(settings.keystonePassword, 'keystone-password'),
    project: settings.keystoneProject,
    userDomain: settings.keystoneUserDomain,
    projectDomain: settings.keystoneProjectDomain,
    silence: settings.keystoneTimeout * 1000,
  };
  if (settings.seed !== undefined) {
    throw new SettingsError(
      `${nameOf('seed')} is for tenants that are known beforehand, but ${nameOf('identity')} is ${KEYSTONE}`,
    );
  }
  // Loaded by those alone who have Keystone: a start is mostly the loading of modules.
  const [{ keystoneIdentity }, { KeystoneRefused }] = await Promise.all([
    import('../identity/keystone/keystone.ts'),
    import('../identity/keystone/errors.ts'),
  ]);
  const { keystonePublicUrl } = settings;
  const identity = keystoneIdentity({
    ...access,
    publicUrl: keystonePublicUrl && versioned(keystonePublicUrl),
    keep: settings.keystoneCache * 1000,
    administratorRoles: settings.administratorRole,
  });
  const checked = identity.probe().catch((err: unknown) => {
    if (err instanceof KeystoneRefused) {
      throw new SettingsError(
        `${nameOf('keystone-user')}, ${nameOf('keystone-password')} or ${nameOf('keystone-project')} is wrong: ${err.message}`,
      );
    }
    log.warn({ err }, 'Keystone cannot be asked now; requests are answered with 503 until it is back');
  });
  // It is looked at later, when the stores are open.
  checked.catch(() => {});
  return {
    identity,
    api: { elsewhere: identity.loginUrl },
    tenants: [],
    developmentTokens: undefined,
    checked,
  };
}

export const openIdentity = async (
  settings: ServeSettings,
  catalog: IdentityParts['catalog'],
  log: Logger,
): Promise<OpenedIdentity> =>
  settings.identity === KEYSTONE ? openKeystone(settings, log) : openEmbedded(settings, catalog);
