import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ProfileName } from '../profile/profile.ts';

const contractUrl = new URL('../../generated/openapi.json', import.meta.url);

/** Each profile has a contract of its own; see scripts/generate/profiles.ts. */
const urlOf = (profile: ProfileName): URL =>
  profile === 'documented' ? contractUrl : new URL(`openapi-${profile}.json`, contractUrl);

/** Where the bundled contract lies, that of the documents. */
export const contractPath = (): string => fileURLToPath(contractUrl);

/** The bundled contract of a profile, parsed. It was linted when it was made, so it is taken as it is. */
export const readContract = (profile: ProfileName = 'documented') =>
  JSON.parse(readFileSync(urlOf(profile), 'utf8'));
