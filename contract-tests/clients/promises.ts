import { readFileSync } from 'node:fs';

/** One line of a page's table. */
export interface PromisedCall {
  readonly call: string;
  /**
   * Where it works: a version of the client, a profile of the server, or `nowhere`. Left out, it works with every
   * version and in every profile.
   */
  readonly only?: string;
  /** Why it does not work elsewhere. */
  readonly why?: string;
}

/** What the page of a client promises, and `make clients` holds it to. */
export interface Promises {
  readonly versions: readonly string[];
  readonly groups: readonly { readonly title: string; readonly calls: readonly PromisedCall[] }[];
}

export const CLIENTS = ['python-cinderclient', 'cinder', 'pkgcloud'] as const;
export type ClientName = (typeof CLIENTS)[number];

export const promisesOf = (client: ClientName): Promises =>
  JSON.parse(readFileSync(new URL(`promises/${client}.json`, import.meta.url), 'utf8'));

/** Whether the call is promised to a version of the client by a server in a profile. */
export const isPromised = (
  { only }: PromisedCall,
  { version, profile }: { readonly version: string; readonly profile: string },
): boolean => only === undefined || only === version || only === profile;
