import { join } from 'node:path';
import type { Logger } from 'pino';
import { lockFolder } from '../catalog/lock.ts';
import { openDirectoryStore, readDirectoryStore } from '../objects/directory.ts';
import type { ObjectStore } from '../objects/object-store.ts';
import { authVersionOf } from '../objects/swift/access.ts';
import type { ObjectSettings } from './object-settings.ts';
import { SettingsError, variableOf } from './setting.ts';

export type OpenObjects = () => Promise<ObjectStore>;

const nameOf = (flag: string): string => `${variableOf(flag)} (--${flag})`;

/** The value of a setting that the chosen store cannot do without. */
function required(value: string | undefined, flag: string, why: string): string {
  if (value === undefined) throw new SettingsError(`${nameOf(flag)} is missing: ${why}`);
  return value;
}

/** What fails is said of the setting that names the folder. */
async function namedFor<T>(flag: 'objects' | 'data', work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new SettingsError(`${nameOf(flag)}: ${error instanceof Error ? error.message : error}`);
  }
}

/** A folder that is not within the data has an owner of its own: a second one would throw away what the first writes. */
async function openOwnDirectory(folder: string): Promise<ObjectStore> {
  // No tenant's folder starts with a dot.
  const lock = await lockFolder(join(folder, '.lock'));
  const store = await openDirectoryStore(folder);
  return { ...store, close: () => store.close().then(() => lock.release()) };
}

function planSwift(authUrl: string, settings: ObjectSettings): OpenObjects {
  const why = `${nameOf('objects')} names Swift`;
  const authVersion = required(
    settings.swiftAuthVersion ?? authVersionOf(authUrl),
    'swift-auth-version',
    `the address in ${nameOf('objects')} does not end in v1.0, v2.0 or v3`,
  ) as '1' | '2' | '3'; // Both sources give one of the three.
  const user = required(settings.swiftUser, 'swift-user', why);
  const key = required(settings.swiftKey, 'swift-key', why);
  if (authVersion !== '1') {
    required(settings.swiftTenant, 'swift-tenant', `a login of version ${authVersion} is to one tenant`);
  }
  const { swiftTenant: tenant, swiftRegion: region, swiftAccount: account } = settings;
  const options = {
    authUrl,
    authVersion,
    user,
    key,
    domain: settings.swiftDomain,
    container: settings.swiftContainer,
    ...(tenant !== undefined && { tenant }),
    ...(region !== undefined && { region }),
    ...(account !== undefined && { account }),
    silence: settings.objectsTimeout * 1000,
  };
  return async () => (await import('../objects/swift/swift.ts')).openSwiftStore(options);
}

function planS3(endpoint: string, settings: ObjectSettings): OpenObjects {
  const why = `${nameOf('objects')} names S3`;
  const options = {
    endpoint,
    region: settings.s3Region,
    bucket: required(settings.s3Bucket, 's3-bucket', why),
    accessKey: required(settings.s3AccessKey, 's3-access-key', why),
    secretKey: required(settings.s3SecretKey, 's3-secret-key', why),
    addressing: settings.s3Addressing,
    silence: settings.objectsTimeout * 1000,
  };
  return async () => (await import('../objects/s3/s3.ts')).openS3Store(options);
}

/**
 * How to open the store that the settings name; throws at once when they lack something. A directory in the
 * data folder is opened by the owner of that folder alone. Swift and S3 are not asked anything yet.
 */
export function planObjects(settings: ObjectSettings & { readonly data: string }): OpenObjects {
  const { objects, data } = settings;
  if (objects === undefined) return () => namedFor('data', () => openDirectoryStore(join(data, 'objects')));
  const colon = objects.indexOf(':');
  const rest = objects.slice(colon + 1);
  switch (objects.slice(0, colon)) {
    case 'swift':
      return planSwift(rest, settings);
    case 's3':
      return planS3(rest, settings);
    default:
      return () => namedFor('objects', () => openOwnDirectory(rest));
  }
}

/** Opens the same store to look at only, beside the server that has it: nothing is made or thrown away. */
export async function readObjects(
  settings: ObjectSettings & { readonly data: string },
): Promise<Pick<ObjectStore, 'get' | 'lengthOf' | 'list' | 'close'>> {
  const { objects, data } = settings;
  if (objects === undefined) return readDirectoryStore(join(data, 'objects'));
  if (objects.startsWith('file:')) return readDirectoryStore(objects.slice('file:'.length));
  return planObjects(settings)();
}

/**
 * Asks the store whether it is there, and tells the log when it is not. The server starts all the same: volumes
 * and snapshots do not need it, and backups are tried again until it is back.
 */
export async function probeObjects(objects: ObjectStore, log: Logger): Promise<void> {
  try {
    await objects.probe();
  } catch (err) {
    log.warn({ err }, 'the object store of the backups cannot be used now');
  }
}

/** Tells the log when tenants share containers, as an operator may not have thought of it. */
export function warnOfSharing(settings: ObjectSettings, tenants: number | 'many', log: Logger): void {
  const isShared =
    settings.objects?.startsWith('swift:') === true &&
    !`${settings.swiftAccount}${settings.swiftContainer}`.includes('{tenant}');
  if (isShared && (tenants === 'many' || tenants > 1)) {
    log.warn(
      `the ${tenants} tenants share the containers of one Swift account, where the names of objects alone keep their backups apart; ${nameOf('swift-account')} or ${nameOf('swift-container')} with {tenant} gives each its own`,
    );
  }
}
