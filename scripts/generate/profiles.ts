/**
 * One contract for each profile, out of the one that is written in openapi/.
 *
 * Two words set them apart there. `x-profile: released` on any object: it is there in that profile alone. And
 * `x-profiles: {released: {...}}` beside other members of an object: in that profile these stand in their place.
 * The contract of the profile `documented` is `openapi.json`, which everything reads that is about the documents:
 * the mock, the conformance suite, the coverage, the tools. That of another is read by who serves it.
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

function belongs(value: unknown, profile: ProfileName): boolean {
  if (!isObject(value) || !('x-profile' in value)) return true;
  const only = value['x-profile'];
  if (!isProfile(only)) throw new CannotGenerate(`x-profile: ${only} is none of ${profileNames.join(', ')}.`);
  return only === profile;
}

/** A choice of which one is left is no choice. */
function withoutLoneChoice(members: Members): Members {
  const { oneOf, ...others } = members;
  if (!Array.isArray(oneOf) || oneOf.length > 1 || !isObject(oneOf[0])) return members;
  return { ...oneOf[0], ...others };
}

function ofObject(value: Members, profile: ProfileName): Members {
  const { 'x-profile': _, 'x-profiles': instead, ...members } = value;
  if (instead !== undefined && !(isObject(instead) && Object.keys(instead).every(isProfile))) {
    throw new CannotGenerate(`x-profiles: its members are named for profiles, ${profileNames.join(', ')}.`);
  }
  const own = instead?.[profile];
  const kept = Object.entries({ ...members, ...(isObject(own) ? own : {}) })
    .filter(([, member]) => belongs(member, profile))
    .map(([key, member]) => [key, ofProfile(member, profile)] as const);
  const result = Object.fromEntries(kept);
  const { oneOf } = members;
  const hadChoice = Array.isArray(oneOf) && oneOf.length > 1;
  return hadChoice ? withoutLoneChoice(result) : result;
}

/** A copy of any part of the contract as it is in one profile, without a word of profiles. */
export function ofProfile(value: unknown, profile: ProfileName): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => belongs(item, profile)).map((item) => ofProfile(item, profile));
  }
  return isObject(value) ? ofObject(value, profile) : value;
}
