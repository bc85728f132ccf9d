import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../../../src/engine/testing.ts';
import { operationsOfContract } from '../../support/contract.ts';
import { operations } from '../../support/manifest.ts';
import { tokens } from '../../support/server.ts';
import { serveEngine } from '../../support/server-in-process.ts';
import { world } from '../world.ts';
import { BASE, documentedError, volumeBackups } from './volume-backups.ts';

const DOCUMENT = 'hp-volume-backup-v1.1';
const dev = world('--quota-volumes', '-1', '--quota-gigabytes', '-1');
const backups = volumeBackups((...request) => dev.ask(...request));

interface Ready {
  /** Below the base URI. */
  readonly path: string;
  readonly body?: object;
}

const volume = async (): Promise<string> => (await dev.volume()).id;
const backup = async () => (await backups.make(await volume())).id;

/** One for all that leaves it as it is; a restore gives it back after a while. */
let lasting: string | undefined;
const lastingBackup = async () => {
  lasting ??= await backup();
  return (await backups.reach(lasting, 'available')).id;
};

/** A request that succeeds, whenever it is asked for, by operation. */
const ready: Readonly<Record<string, () => Promise<Ready>>> = {
  'list-backups': async () => ({ path: '' }),
  'list-backups-details': async () => ({ path: '/detail' }),
  'show-backup-details': async () => ({ path: `/${await lastingBackup()}` }),
  'create-backup': async () => ({ path: '', body: { backup: { volume_id: await volume() } } }),
  'delete-backup': async () => ({ path: `/${await backup()}` }),
  'restore-backup': async () => ({ path: `/${await lastingBackup()}/restore`, body: { restore: {} } }),
};

const documented = operations()
  .filter(({ document }) => document === DOCUMENT)
  .map((operation) => {
    const name = operation.id.slice(DOCUMENT.length + 1);
    return {
      ...operation,
      name,
      success: Number(operation.success_codes),
      ready: ready[name] ?? (() => Promise.reject(new Error(`no request for ${name}`))),
    };
  });

it('has six operations', () => expect(documented).toHaveLength(6));

describe.each(documented)(
  '$name',
  ({ id, name, method, section, success, ready: readyFor, path: template }) => {
    it(`[hp-volume-backup-v1.1/4.1/base-uri] is below /v1.1/{tenant_id}/hp-volume-backups and nowhere else`, async () => {
      expect(template.startsWith('/v1.1/{tenant_id}/hp-volume-backups')).toBe(true);
      const rest = template.slice('/v1.1/{tenant_id}'.length).replaceAll(/\{\w+\}/g, '1');
      // What a path answers to a method that it does not have tells which it has, and changes nothing.
      const found = await dev.ask('PROPFIND', `/v1.1/dev${rest}`);
      expect(found.status).toBe(405);
      expect(found.headers.get('allow')?.split(', ')).toContain(method);
      for (const base of ['/v1/dev', '/v2/dev', '/v1.1', '/v1.1/dev/1', ''])
        expect((await dev.ask('PROPFIND', base + rest)).status, base).toBe(404);
    });

    it.each([
      ['nothing is asked for', '', {}],
      ['XML is asked for', '', { Accept: 'application/xml' }],
      ['the path asks for XML', '.xml', {}],
      ['the path asks for JSON', '.json', { Accept: 'application/xml' }],
    ])(
      `[hp-volume-backup-v1.1/4.1/json-only] [hp-volume-backup-v1.1/4.4.1.1/xml-not-supported] answers in JSON when %s`,
      async (_, suffix, headers) => {
        const { path, body } = await readyFor();
        const answer = await dev.ask(method, `${BASE}${path}${suffix}`, { headers, body });
        expect(answer.status, answer.text).toBe(success);
        if (success === 202) return;
        expect(answer.headers.get('content-type')).toBe('application/json');
        expect(answer.json()).toBeTypeOf('object');
      },
    );

    it('[hp-volume-backup-v1.1/4.4.1.1/token-header] [hp-volume-backup-v1.1/4.2/request-headers-as-parent] wants a token in X-Auth-Token, in whatever case, and nothing else', async () => {
      const { path, body } = await readyFor();
      for (const headers of [{}, { 'X-Auth-Token': 'wrong' }, { Authorization: `Bearer ${tokens.dev}` }]) {
        const refused = await dev.ask(method, BASE + path, { as: 'nobody', headers, body });
        expect(refused.status).toBe(401);
        expect(refused.json().unauthorized.code).toBe(401);
      }
      const headers = { 'x-AUTH-token': tokens.dev };
      expect((await dev.ask(method, BASE + path, { as: 'nobody', headers, body })).status).toBe(success);
    });

    it('[hp-volume-backup-v1.1/4.3/response-headers-as-parent] answers with the headers of every answer', async () => {
      const { path, body } = await readyFor();
      const { headers, text } = await dev.ask(method, BASE + path, { body });
      expect(headers.get('x-compute-request-id')).toMatch(/^req-[0-9a-f-]{36}$/);
      expect(Math.abs(Date.parse(headers.get('date') ?? '') - Date.now())).toBeLessThan(20_000);
      expect(headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
      expect(headers.get('content-type')).toBe(text === '' ? null : 'application/json');
    });

    it('[hp-volume-backup-v1.1/4.4.1.1/error-500] says no more than the document when the inside fails', async () => {
      const fail = () => Promise.reject(new Error('SQLITE_IOERR at /data/catalog.db'));
      const all = { list: fail, get: fail, create: fail, delete: fail, restore: fail };
      const { backups: whole, volumes, ...engine } = await openTestEngine({}, false);
      const ask = await serveEngine({
        ...engine,
        backups: { ...whole, ...all },
        volumes: { ...volumes, ...all },
      });
      const body = { backup: { volume_id: 1 }, restore: { volume_id: 1 } };
      const path = template.replace('{tenant_id}', 'dev').replaceAll(/\{\w+\}/g, '1');
      const { status, json } = await ask(method, path, method === 'POST' ? { body } : {});
      expect(status).toBe(500);
      expect(json()).toEqual(documentedError(`${section}/${name}-error-500`));
    });

    if (method === 'POST') {
      it('[hp-volume-backup-v1.1/4.1/json-only] takes no body but one in JSON, which curl may call a form', async () => {
        const { path, body } = await readyFor();
        const asType = (type: string, text: string) =>
          dev.ask(method, BASE + path, { headers: { 'Content-Type': type }, body: text });
        const xml = await asType('application/xml', '<backup volume_id="1"/>');
        expect(xml.status).toBe(415);
        expect(xml.json().badMediaType.message).toContain('use one of application/json');
        expect((await asType('text/plain', JSON.stringify(body))).status).toBe(415);
        const form = await asType('application/x-www-form-urlencoded', JSON.stringify(body));
        expect(form.status, form.text).toBe(success);
      });
    } else {
      it('[hp-volume-backup-v1.1/4.4.1.1/no-request-body] needs no body', async () => {
        const { path } = await readyFor();
        expect((await dev.ask(method, BASE + path)).status).toBe(success);
        const inContract = operationsOfContract().find(({ operationId }) => operationId === id);
        expect(inContract).toBeDefined();
        expect(inContract).not.toHaveProperty('requestBody');
      });
    }
  },
);
