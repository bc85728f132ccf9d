import { styleText } from 'node:util';
import type { Directory } from '../identity/directory.ts';
import type { ProfileName } from '../profile/profile.ts';

/** Said of a profile that is not the one that the documents are in. */
export const profileNote = (profile: ProfileName): string =>
  profile === 'documented' ? '' : ` in the profile ${profile}`;

/** What to do next, for whoever has just started the server with the development identity. */
export function banner(
  url: string,
  tokens: Directory['tokens'],
  nbdPlace: string,
  profile: ProfileName,
): string {
  const bold = (text: string) => styleText('bold', text, { stream: process.stdout });
  const dim = (text: string) => styleText('dim', text, { stream: process.stdout });
  const [first] = tokens;
  const rows = tokens.map(({ id, user }) => `  ${user.padEnd(6)} ${id}`);
  return [
    '',
    `${bold('Cinderblock')} answers at ${bold(url)}${profileNote(profile)}`,
    '',
    dim('  user    token'),
    ...rows.map((row) => ` ${row}`),
    '',
    '  Make a volume, then list what there is:',
    '',
    `  curl -s -H 'X-Auth-Token: ${first?.id}' -H 'Content-Type: application/json' -d '{"volume": {"size": 1, "display_name": "first"}}' ${url}/v1/${first?.user}/volumes`,
    `  curl -s -H 'X-Auth-Token: ${first?.id}' ${url}/v1/${first?.user}/volumes`,
    '',
    '  Or log in as old clients do, for a token and the service catalog:',
    '',
    `  curl -s -H 'Content-Type: application/json' -d '{"auth": {"tenantName": "${first?.user}", "passwordCredentials": {"username": "${first?.user}", "password": "${first?.user}"}}}' ${url}/v2.0/tokens`,
    '',
    '  A volume that has been attached is a network block device:',
    '',
    `  ${nbdPlace}`,
    '',
    dim('  Ctrl-C stops the server; the data stay.'),
    '',
    '',
  ].join('\n');
}
