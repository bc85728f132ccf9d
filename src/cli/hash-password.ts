import { text } from 'node:stream/consumers';
import { hashSecret } from '../identity/secrets.ts';
import { SettingsError } from './settings.ts';

/** `cinderblock hash-password`: from standard input, because arguments are seen by everybody on the machine. */
export async function hashPassword(): Promise<void> {
  const [secret = ''] = (await text(process.stdin)).split(/\r?\n/);
  if (secret === '') throw new SettingsError('there is no password in the first line of standard input');
  process.stdout.write(`${await hashSecret(secret)}\n`);
}
