import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import contract from '../generated/openapi.json' with { type: 'json' };
import { readFault } from './support/faults.ts';
import { until } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';
import { send, type WireAnswer, type WireRequest } from './support/wire.ts';

let server: ServerProcess;
beforeAll(async () => {
  server = await startServer({ env: { CINDERBLOCK_LOG_LEVEL: 'error' } });
});
afterAll(() => server.stop());

const ask = (request: WireRequest) => send(server.url, request);
const get = (path: string, headers: Record<string, string> = {}) => ask({ path, headers });
const typeOf = ({ headers }: WireAnswer) => headers['content-type'];

describe('the format of an answer', () => {
  const JSON_TYPE = 'application/json';
  const XML_TYPE = 'application/xml';
  const V_JSON = 'application/vnd.openstack.volume+json';
  const V_XML = 'application/vnd.openstack.volume+xml';
  const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

  /** What is asked for, by suffix and header, and the type of the answer. */
  const matrix: readonly [string, string | undefined, string][] = [
    ['', undefined, JSON_TYPE],
    ['', '*/*', JSON_TYPE],
    ['', '', JSON_TYPE],
    ['', 'application/*', JSON_TYPE],
    ['', JSON_TYPE, JSON_TYPE],
    ['', XML_TYPE, XML_TYPE],
    ['', 'APPLICATION/XML', XML_TYPE],
    ['', 'text/xml', 'text/xml'],
    ['', 'text/*', 'text/xml'],
    ['', V_JSON, V_JSON],
    ['', V_XML, V_XML],
    ['', `${V_XML}, ${JSON_TYPE};q=0.5`, V_XML],
    ['', `${XML_TYPE};q=0.4, ${JSON_TYPE};q=0.6`, JSON_TYPE],
    ['', `${JSON_TYPE};q=0.4, ${XML_TYPE};q=0.6`, XML_TYPE],
    ['', `${JSON_TYPE};q=0, ${XML_TYPE};q=0.001`, XML_TYPE],
    ['', `${XML_TYPE}, ${JSON_TYPE}`, JSON_TYPE],
    ['', `${JSON_TYPE};q=0.5, */*;q=0.9`, XML_TYPE],
    ['', BROWSER, XML_TYPE],
    ['', `${XML_TYPE}; charset=utf-8`, XML_TYPE],
    ['', `${XML_TYPE} ; q=1.0 ; version=1`, XML_TYPE],
    ['', 'image/png', JSON_TYPE],
    ['', 'nonsense', JSON_TYPE],
    ['.json', undefined, JSON_TYPE],
    ['.xml', undefined, XML_TYPE],
    ['.json', XML_TYPE, JSON_TYPE],
    ['.xml', JSON_TYPE, XML_TYPE],
    ['.json', V_XML, JSON_TYPE],
    ['.xml', `${JSON_TYPE}, ${XML_TYPE};q=0`, XML_TYPE],
  ];
  const isXml = (type: string) => type.endsWith('xml');
  const headersOf = (accept: string | undefined): Record<string, string> =>
    accept === undefined ? {} : { Accept: accept };

  it.each(matrix)(
    '[hp-block-storage-v1/4.2.1/accept-selects-format] [hp-block-storage-v1/4.2.1/extension-selects-format] [hp-block-storage-v1/4.2.1/extension-beats-accept] [hp-block-storage-v1/4.2.1/json-default] [hp-block-storage-v1/4.3.1/content-type-of-response] suffix %j and Accept %j: %s',
    async (suffix, accept, expected) => {
      const headers = headersOf(accept);
      const list = await get(`/v1/dev/volumes${suffix}`, headers);
      expect(list.status).toBe(200);
      expect(typeOf(list)).toBe(expected);
      expect(list.text).toMatch(
        isXml(expected) ? /^<\?xml version='1\.0' encoding='UTF-8'\?>\n<volumes / : /^\{"volumes":\[/,
      );
      const missing = await get(`/v1/dev/volumes/none${suffix}`, headers);
      expect(missing.status).toBe(404);
      expect(typeOf(missing)).toBe(expected);
      expect(readFault(missing.text, isXml(expected) ? 'xml' : 'json').code).toBe(404);
      const nowhere = await get(`/nowhere${suffix}`, headers);
      expect(nowhere.status).toBe(404);
      expect(typeOf(nowhere)).toBe(expected);
    },
  );

  const readable = Object.entries(contract.paths)
    .filter(([, item]) => 'get' in item && item.get['x-document'] === 'hp-block-storage-v1')
    .map(([path]) => path);

  it.each(readable)(
    '[hp-block-storage-v1/4.1.1/json-and-xml] [hp-block-storage-v1/4.2.1/response-media-types] %s answers in both',
    async (path) => {
      const filled = path
        .replace('{tenant_id}', 'dev')
        .replace('{volume_id}', 'none')
        .replace(/\{\w+\}/g, '1');
      const [json, xml] = [await get(`${filled}.json`), await get(`${filled}.xml`)];
      expect(typeOf(json)).toBe(JSON_TYPE);
      expect(() => JSON.parse(json.text)).not.toThrow();
      expect(typeOf(xml)).toBe(XML_TYPE);
      expect(xml.text).toMatch(/^<\?xml version='1\.0' encoding='UTF-8'\?>\n</);
      expect(xml.status).toBe(json.status);
    },
  );

  it.each([
    [JSON_TYPE, '{"volume":{"size":1}}'],
    [`${JSON_TYPE}; charset=utf-8`, '{"volume":{"size":1}}'],
    [`${JSON_TYPE};charset="UTF-8"; x=y`, '{"volume":{"size":1}}'],
    [V_JSON, '{"volume":{"size":1}}'],
    ['Application/JSON', '{"volume":{"size":1}}'],
    [XML_TYPE, '<volume size="1"/>'],
    [`${XML_TYPE}; charset=utf-8`, '<volume size="1"/>'],
    ['text/xml', '<volume size="1"/>'],
    [V_XML, '<volume xmlns="http://docs.openstack.org/compute/api/v1.1" size="1"/>'],
    [XML_TYPE, '<v:volume xmlns:v="http://docs.openstack.org/volume/api/v1" size="1"/>'],
  ])('[hp-block-storage-v1/4.2.2/request-media-types] a body of type %s is read', async (type, body) => {
    const made = await ask({
      method: 'POST',
      path: '/v1/dev/volumes',
      headers: { 'Content-Type': type },
      body,
    });
    expect(made.status, made.text).toBe(200);
    expect(typeOf(made), 'JSON is the default, whatever came').toBe(JSON_TYPE);
    const { id } = JSON.parse(made.text).volume;
    await until(
      async () => (await ask({ method: 'DELETE', path: `/v1/dev/volumes/${id}` })).status,
      (status) => status === 202,
    );
  });
});
