import { readContract } from '../../src/cli/contract.ts';
import { type XmlCodec, xmlCodec } from '../../src/http/xml/codec.ts';
import type { ProfileName } from '../../src/profile/profile.ts';
import { contract, operationsOfContract } from './contract.ts';
import type { Format } from './faults.ts';
import type { Ask } from './requests.ts';

export interface Spoken {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as the JSON model, whatever it came in; undefined when there is none. */
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into bodies of every shape
  readonly body: any;
}

/** Sends one request of the contract, its body given as the JSON model. */
export type Speak = (
  method: string,
  path: string,
  options?: { readonly body?: unknown; readonly as?: string },
) => Promise<Spoken>;

const documented = xmlCodec(contract);
let released: XmlCodec | undefined;

function codecOf(profile: ProfileName): XmlCodec {
  if (profile === 'documented') return documented;
  released ??= xmlCodec(readContract(profile));
  return released;
}

// `/volumes/detail` goes before `/volumes/{volume_id}`.
const routes = operationsOfContract()
  .map(({ operationId, method, path }) => ({
    operationId,
    method,
    parameters: path.split('{').length,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }))
  .sort((a, b) => a.parameters - b.parameters);

export function operationIdOf(method: string, path: string): string {
  const [bare = ''] = path.split('?');
  const route = routes.find((candidate) => candidate.method === method && candidate.pattern.test(bare));
  if (route === undefined) throw new Error(`the contract has no ${method} ${path}`);
  return route.operationId;
}

/** A client that sends and asks for one format, so that a test can be told once for both. */
export function speaking(ask: Ask, format: Format, profile: ProfileName = 'documented'): Speak {
  const codec = codecOf(profile);
  const type = `application/${format}`;
  return async (method, path, { body, as = 'dev' } = {}) => {
    const operationId = operationIdOf(method, path);
    const sent = body === undefined || format === 'json' ? body : codec.encodeRequest(operationId, body);
    const { status, headers, text } = await ask(method, path, { as, headers: { Accept: type }, body: sent });
    if (text === '') return { status, headers, text, body: undefined };
    if (headers.get('content-type') !== type)
      throw new Error(`${type} asked, ${headers.get('content-type')} got`);
    if (format === 'json') return { status, headers, text, body: JSON.parse(text) };
    const decoded = codec.decodeResponse(operationId, status, text);
    if (!decoded.ok) throw new Error(`${decoded.message}: ${text}`);
    return { status, headers, text, body: decoded.model };
  };
}
