/**
 * One contract for each profile, out of the one that is written in openapi/.
 *
 * Two words set them apart there. `x-profile: released` on any object: it is there in that profile alone, and so is
 * what refers to it. And `x-profiles: {released: {...}}` beside other members of an object: in that profile these
 * stand in their place. The contract of the profile `documented` is `openapi.json`, which everything reads that is
 * about the documents: the mock, the conformance suite, the coverage, the tools. That of another is read by who
 * serves it.
 */

import { type ProfileName, profileNames } from '../../src/profile/profile.ts';
import { CannotGenerate } from './report.ts';

/** The file of a profile's contract, in generated/. */
export const contractFile = (profile: ProfileName): string =>
  profile === 'documented' ? 'openapi.json' : `openapi-${profile}.json`;

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isProfile = (name: unknown): name is ProfileName => profileNames.some((known) => known === name);

/** What `#/components/responses/BadRequest` leads to. */
const targetOf = (contract: Members, $ref: string): unknown =>
  $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, step) => (isObject(node) ? node[step] : undefined), contract);

/** A choice of which one is left is no choice. */
function withoutLoneChoice(members: Members): Members {
  const { oneOf, ...others } = members;
  if (!Array.isArray(oneOf) || oneOf.length > 1 || !isObject(oneOf[0])) return members;
  return { ...oneOf[0], ...others };
}

/** A copy of the parts that belong to the profile, without a word of profiles. */
function partsOf(contract: Members, profile: ProfileName): Members {
  function belongs(value: unknown): boolean {
    if (!isObject(value)) return true;
    if (typeof value['$ref'] === 'string') return belongs(targetOf(contract, value['$ref']));
    if (!('x-profile' in value)) return true;
    const only = value['x-profile'];
    if (isProfile(only)) return only === profile;
    throw new CannotGenerate(`x-profile: ${only} is none of ${profileNames.join(', ')}.`);
  }

  function ofMembers(value: Members): Members {
    const { 'x-profile': _, 'x-profiles': instead, ...members } = value;
    if (instead !== undefined && !(isObject(instead) && Object.keys(instead).every(isProfile))) {
      throw new CannotGenerate(`x-profiles: its members are named for profiles, ${profileNames.join(', ')}.`);
    }
    const own = instead?.[profile];
    const kept = Object.entries({ ...members, ...(isObject(own) ? own : {}) })
      .filter(([, member]) => belongs(member))
      .map(([key, member]) => [key, partOf(member)] as const);
    const { oneOf } = members;
    const hadChoice = Array.isArray(oneOf) && oneOf.length > 1;
    return hadChoice ? withoutLoneChoice(Object.fromEntries(kept)) : Object.fromEntries(kept);
  }

  function partOf(value: unknown): unknown {
    if (Array.isArray(value)) return value.filter(belongs).map(partOf);
    return isObject(value) ? ofMembers(value) : value;
  }
  return ofMembers(contract);
}

const referencesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  const { $ref } = value;
  return [...(typeof $ref === 'string' ? [$ref] : []), ...Object.values(value).flatMap(referencesIn)];
};

/** Leaves out the components that only another profile refers to; security schemes are referred to by name. */
function withoutUnused(contract: Members): Members {
  if (!isObject(contract['components'])) return contract;
  const used = new Set(referencesIn(contract));
  const sections = Object.entries(contract['components']).map(([section, named]) => [
    section,
    section === 'securitySchemes' || !isObject(named)
      ? named
      : Object.fromEntries(
          Object.entries(named).filter(([name]) => used.has(`#/components/${section}/${name}`)),
        ),
  ]);
  const components = Object.fromEntries(sections);
  const size = (value: unknown): number => JSON.stringify(value).length;
  const left = { ...contract, components };
  // What was dropped may have been the last to refer to something else.
  return size(components) === size(contract['components']) ? left : withoutUnused(left);
}

/** The contract as it is in one profile; throws `CannotGenerate` when a mark in it names none. */
export const ofProfile = (contract: unknown, profile: ProfileName): unknown =>
  isObject(contract) ? withoutUnused(partsOf(contract, profile)) : contract;
