import { STATUS_CODES } from 'node:http';
import { expect } from 'vitest';
import { readXml, textOf, type XmlElement } from '../../src/http/xml/reader.ts';
import type { WireAnswer } from './wire.ts';

export type Format = 'json' | 'xml';

export interface Fault {
  readonly name: string;
  readonly code: number;
  readonly message: string;
  readonly retryAfter: number | undefined;
  /** Default namespace of the root element; empty in JSON. */
  readonly namespace: string;
}

/** Section 4.4 of hp-block-storage-v1, and Cinder's names for what it leaves out. */
export const FAULT_NAMES: Readonly<Record<number, string>> = {
  400: 'badRequest',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'itemNotFound',
  405: 'badMethod',
  409: 'conflictingRequest',
  413: 'overLimit',
  415: 'badMediaType',
  422: 'computeFault',
  500: 'computeFault',
  503: 'serviceUnavailable',
};

/** How a document speaks of faults. */
interface Speech {
  readonly names: Readonly<Record<number, string>>;
  readonly hasXml: boolean;
}

const cinder: Speech = { names: FAULT_NAMES, hasXml: true };
const cloudServers: Speech = {
  names: { ...FAULT_NAMES, 409: 'inProgress', 422: 'cloudServersFault', 500: 'cloudServersFault' },
  hasXml: false,
};
const extension: Speech = { names: { ...FAULT_NAMES, 409: 'buildInProgress' }, hasXml: true };
/** Keystone calls every fault the same. */
const keystone: Speech = {
  names: Object.fromEntries(Object.keys(FAULT_NAMES).map((status) => [status, 'error'])),
  hasXml: false,
};

/** How what is at a path speaks of faults. */
function speechAt(path: string): Speech {
  const [, version, , collection = '', resource] = (path.split('?')[0] ?? '').split('/');
  // What the compute API has beyond the documents is in JSON alone.
  if (version === 'v2' && ['extensions', 'os-volumes', 'os-snapshots'].includes(collection)) {
    return cloudServers;
  }
  if (version === 'v1.1' && collection === 'extensions' && resource !== undefined) return cloudServers;
  if (version === 'v2.0' || version === 'v3' || version === 'identity') return keystone;
  if (version !== 'v1.1') return cinder;
  return ['OS-BS', 'extensions', 'limits'].includes(collection) ? extension : cloudServers;
}

const REQUEST_ID = /^req-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** What only a programmer could have written: traces, files, SQL, values that nobody meant to show. */
const INSIDE =
  /\bat \S+ \(|node_modules|\.[cm]?[jt]s\b|file:\/\/|SQLITE|\bSELECT\b|\[object |undefined|TypeError|RangeError/;

function jsonFault(text: string): Fault {
  const entries = Object.entries(JSON.parse(text));
  expect(entries, 'one fault and nothing else').toHaveLength(1);
  const [name = '', members] = entries[0] ?? [];
  // Checked member by member below.
  const { code, message, retryAfter, ...others } = members as Record<string, never>;
  expect(others).toEqual(name === 'error' ? { title: STATUS_CODES[code ?? 0] } : {});
  return { name, code: code ?? 0, message: message ?? '', retryAfter, namespace: '' };
}

const attributeOf = ({ attributes }: XmlElement, name: string) =>
  attributes.find((attribute) => attribute.name === name)?.value;

function xmlFault(text: string): Fault {
  expect(text).toMatch(/^<\?xml version='1\.0' encoding='UTF-8'\?>/);
  const read = readXml(text);
  if (!read.ok) throw new Error(`the fault is no XML: ${read.message}: ${text}`);
  const { root } = read;
  const children = new Map(
    root.content.filter((node) => typeof node !== 'string').map((child) => [child.local, textOf(child)]),
  );
  expect(root.attributes.map(({ name }) => name).sort()).toEqual(['code', 'xmlns']);
  const retryAfter = children.get('retryAfter');
  return {
    name: root.local,
    code: Number(attributeOf(root, 'code')),
    message: children.get('message') ?? '',
    retryAfter: retryAfter === undefined ? undefined : Number(retryAfter),
    namespace: root.uri,
  };
}

export const readFault = (text: string, format: Format): Fault =>
  (format === 'json' ? jsonFault : xmlFault)(text);

/**
 * Holds an answer against everything that is true of every fault: one fault in the asked format under its
 * documented name, the code repeated, words fit for an end user, and the headers of any answer. `path` is where it
 * came from, since documents differ in names and formats; left out, that is somewhere below `/v1`.
 */
export function expectFault(
  answer: Pick<WireAnswer, 'status' | 'headers' | 'body' | 'text'>,
  status: number | readonly number[],
  asked: Format = 'json',
  path = '/v1/',
): Fault {
  const { headers, body, text } = answer;
  const { names, hasXml } = speechAt(path);
  const format = hasXml ? asked : 'json';
  expect([status].flat(), text.slice(0, 400)).toContain(answer.status);
  expect(headers['content-type']).toBe(`application/${format}`);
  expect(headers['content-length']).toBe(String(body.length));
  expect(headers['x-compute-request-id']).toMatch(REQUEST_ID);
  const fault = readFault(text, format);
  expect(fault.name).toBe(names[answer.status] ?? 'badRequest');
  expect(fault.code).toBe(answer.status);
  expect(fault.message).toMatch(/\S/);
  expect(fault.message.length, 'a message is a sentence or two').toBeLessThan(1000);
  expect(text).not.toMatch(INSIDE);
  if (answer.status === 401) expect(headers['www-authenticate']).toBeDefined();
  if (answer.status === 405) expect(headers.allow).toBeDefined();
  if (answer.status !== 413) return fault;
  expect(fault.retryAfter).toBeGreaterThanOrEqual(0);
  expect(headers['retry-after']).toBe(String(fault.retryAfter));
  return fault;
}
