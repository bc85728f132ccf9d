import { expect } from 'vitest';
import { readContract } from '../../src/cli/contract.ts';
import { xmlCodec } from '../../src/http/xml/codec.ts';
import { type Answer, type Ask, availableVolume } from '../support/requests.ts';

export const SERVER = 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1';
export const OTHER_SERVER = '5b2c1a2e-5b56-4a4e-9d2c-2b7f0a0c6d11';
export const UNKNOWN = '00000000-0000-4000-8000-000000000000';

export type Format = 'json' | 'xml';
export const formats: readonly Format[] = ['json', 'xml'];

const codec = xmlCodec(readContract());

export interface ActOptions {
  readonly as?: string;
  readonly format?: Format;
  readonly kind?: 'volumes' | 'snapshots';
}

/** Sends one action, in the format that is asked for, and asks for the answer in the same. */
export async function act(
  ask: Ask,
  id: string,
  action: object,
  { as = 'dev', format = 'json', kind = 'volumes' }: ActOptions = {},
): Promise<Answer> {
  const operation = kind === 'volumes' ? 'cinder-v1/act-on-volume' : 'cinder-v1/act-on-snapshot';
  return ask('POST', `/v1/dev/${kind}/${id}/action`, {
    as,
    headers: { Accept: `application/${format}` },
    body: format === 'json' ? action : codec.encodeRequest(operation, action),
  });
}

/** The message of a fault, in whichever format it came. */
export const messageOf = ({ text }: Answer): string =>
  text.startsWith('<')
    ? (/<message>(.*)<\/message>/s.exec(text)?.[1] ?? text)
    : String(Object.values<{ message: string }>(JSON.parse(text))[0]?.message);

/** What one expects of an action that has nothing to say. */
export function expectAccepted(answer: Answer): void {
  expect({ status: answer.status, text: answer.text }).toEqual({ status: 202, text: '' });
}

export function expectRefused(answer: Answer, status: number, message: RegExp | string): void {
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
  expect(messageOf(answer)).toMatch(message);
}

export const volumeOf = async (ask: Ask, id: string) =>
  (await ask('GET', `/v1/dev/volumes/${id}`)).json().volume;

/** A volume that a server has, as the compute service attaches it. */
export async function attachedVolume(ask: Ask, mountpoint = '/dev/vdc'): Promise<string> {
  const { id } = await availableVolume(ask);
  const attach = { 'os-attach': { instance_uuid: SERVER, mountpoint } };
  expectAccepted(await act(ask, id, attach));
  return id;
}
