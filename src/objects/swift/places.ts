import { createHash } from 'node:crypto';
import { refuseUnnameable } from '../object-path.ts';
import type { SwiftAccess } from './access.ts';

/** Swift's own limit, in bytes, for names of accounts and containers. */
const LONGEST = 256;

/**
 * The name itself wherever Swift can have it, which is to say for every container that the API lets through. A
 * name with a slash or one that is too long is replaced by its digest, behind a mark that no other name has.
 */
function possible(name: string, room = LONGEST): string {
  const fits = Buffer.byteLength(name) <= room && !name.includes('/') && !name.startsWith('%%');
  return fits ? name : `%%${createHash('sha256').update(name).digest('hex')}`;
}

/** A tenant as a part of a name: with letters, digits and `-` alone the part ends where the next begins. */
const part = (tenantId: string): string =>
  tenantId.replace(/[^A-Za-z0-9-]/gu, (character) =>
    [...Buffer.from(character)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );

/** Dots are encoded too, lest somebody on the way take the name for a step up the path. */
const segment = (name: string): string =>
  /^\.{1,2}$/.test(name) ? name.replaceAll('.', '%2E') : encodeURIComponent(name);

/** Addresses of what backups consist of, for one login. */
export interface SwiftPlaces {
  container(storageUrl: string, tenantId: string, container: string): string;
  object(storageUrl: string, tenantId: string, container: string, name: string): string;
}

export function swiftPlaces({
  account,
  container: template,
}: Pick<SwiftAccess, 'account' | 'container'>): SwiftPlaces {
  const accountUrl = (storageUrl: string, tenantId: string): string => {
    if (account === undefined) return storageUrl;
    // What is around the tenant says whose account it is, and stays.
    const room = LONGEST - Buffer.byteLength(account.replaceAll('{tenant}', ''));
    const name = account.replaceAll('{tenant}', () => possible(tenantId, room));
    return storageUrl.replace(/[^/]*$/, () => segment(name));
  };

  const containerUrl = (storageUrl: string, tenantId: string, container: string): string => {
    refuseUnnameable(tenantId);
    refuseUnnameable(container);
    const values: Readonly<Record<string, string>> = { tenant: part(tenantId), container };
    const name = template.replaceAll(/\{(tenant|container)\}/g, (_, key: string) => values[key] ?? '');
    return `${accountUrl(storageUrl, tenantId)}/${segment(possible(name))}`;
  };

  return {
    container: containerUrl,
    object(storageUrl, tenantId, container, name) {
      refuseUnnameable(name);
      return `${containerUrl(storageUrl, tenantId, container)}/${name.split('/').map(segment).join('/')}`;
    },
  };
}
