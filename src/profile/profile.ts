import { type DifferenceId, differences } from './differences.ts';

/**
 * Whose word counts where a document and the services that it describes differ: `documented`, the document's;
 * `released`, that of Cinder and nova of 2013 and of the last version of HP's document.
 */
export const profileNames = ['documented', 'released'] as const;
export type ProfileName = (typeof profileNames)[number];

/** One value for each difference, and the name. Made once, at the start. */
export type Profile = { readonly name: ProfileName } & {
  readonly [Id in DifferenceId]: (typeof differences)[Id][ProfileName];
};

export function profileOf(name: ProfileName): Profile {
  const values = Object.entries(differences).map(([id, difference]) => [id, difference[name]]);
  // The entries are those of the table that the type is made from.
  return { name, ...Object.fromEntries(values) } as Profile;
}

export const documentedProfile = profileOf('documented');
