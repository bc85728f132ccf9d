/** Writes the part of docs/DEVIATIONS.md on profiles from the table that they are made from. */

import { readFileSync, writeFileSync } from 'node:fs';
import { withProfiles } from './profiles/markdown.ts';

const page = new URL('../docs/DEVIATIONS.md', import.meta.url);
writeFileSync(page, withProfiles(readFileSync(page, 'utf8')));
