import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const contractUrl = new URL('../../generated/openapi.json', import.meta.url);

/** Where the bundled contract lies. */
export const contractPath = (): string => fileURLToPath(contractUrl);

/** The bundled contract, parsed. It was linted when it was made, so it is taken as it is. */
export const readContract = () => JSON.parse(readFileSync(contractUrl, 'utf8'));
