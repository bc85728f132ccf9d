import Router from '@koa/router';
import { describe, expect, test } from 'vitest';
import type { Context, Step } from './context.ts';
import { dispatch } from './dispatch.ts';
import { HttpFault } from './fault.ts';

const volumes = new Router();
const attachments = new Router();
const health = new Router();

/** Says which route it is; a handler would be here. */
const named =
  (name: string): Step =>
  (ctx) => {
    ctx.body = `${name} ${JSON.stringify(ctx['params'])}`;
  };

health.get('/healthz', named('healthz') as never);
health.get('/v1.1/', named('version') as never);
volumes.get('/v1/:tenant_id/volumes', named('list') as never);
volumes.post('/v1/:tenant_id/volumes', named('create') as never);
volumes.get('/v1/:tenant_id/volumes/detail', named('detail') as never);
volumes.get('/v1/:tenant_id/volumes/:volume_id', named('get') as never);
attachments.get('/v2/:tenant_id/servers/:server_id/os-volume_attachments', named('attached') as never);

const identity = new Router();
identity.get('/v2.0', named('version') as never);
identity.post('/v2.0/tokens', named('tokens') as never);

const step = dispatch([health, volumes, attachments, identity]);

function answer(method: string, path: string): unknown {
  // What dispatch reads and a route writes.
  const ctx = { method, path, state: {} } as unknown as Context;
  try {
    void step(ctx, async () => {});
    return ctx.body;
  } catch (error) {
    if (error instanceof HttpFault) return { category: error.category, ...error.headers };
    throw error;
  }
}

describe('dispatch', () => {
  test('finds the route and decodes its parameters', () => {
    expect(answer('GET', '/v1/a%20b/volumes/7')).toBe('get {"tenant_id":"a b","volume_id":"7"}');
    expect(answer('GET', '/v2/dev/servers/s/os-volume_attachments')).toContain('attached');
    expect(answer('GET', '/healthz')).toBe('healthz {}');
  });

  test('takes slashes that follow each other for one, where nothing fits otherwise', () => {
    expect(answer('GET', '/v1/dev//volumes')).toBe('list {"tenant_id":"dev"}');
    expect(answer('GET', '//v1///dev/volumes//7/')).toBe('get {"tenant_id":"dev","volume_id":"7"}');
    expect(answer('POST', '/v1/dev//volumes/7')).toEqual({ category: 'wrongMethod', Allow: 'GET, HEAD' });
    expect(answer('GET', '/v1/dev//nothing')).toEqual({ category: 'notFound' });
    // An escaped one is part of an id.
    expect(answer('GET', '/v1/dev/volumes/%2F%2F7')).toBe('get {"tenant_id":"dev","volume_id":"//7"}');
  });

  test('finds paths without a tenant, with a slash at their end as well', () => {
    for (const slash of ['', '/']) {
      expect(answer('GET', `/v2.0${slash}`)).toContain('version');
      expect(answer('POST', `/v2.0/tokens${slash}`)).toContain('tokens');
      expect(answer('GET', `/v1/dev/volumes${slash}`)).toContain('list');
    }
    expect(answer('GET', '/v2.0/tokens')).toEqual({ category: 'wrongMethod', Allow: 'POST' });
    expect(answer('GET', '/v2.0/nothing')).toEqual({ category: 'notFound' });
  });

  test('takes a literal path before a parameter', () => {
    expect(answer('GET', '/v1/dev/volumes/detail')).toContain('detail');
  });

  test('serves HEAD where it serves GET', () => {
    expect(answer('HEAD', '/v1/dev/volumes/7')).toContain('get');
  });

  test.each(['/v1.1', '/v1.1/', '/healthz/', '/v1/dev/volumes/'])('does not mind the slash of %s', (path) => {
    expect(answer('GET', path)).toMatch(/version|healthz|list/);
  });

  test('answers 405 with all methods of the path', () => {
    expect(answer('PUT', '/v1/dev/volumes')).toEqual({ category: 'wrongMethod', Allow: 'GET, HEAD, POST' });
  });

  test.each(['/', '//', '/v1', '/v1/', '/v1/dev', '/v1/dev/', '/v1/dev/nothing', '/v1/dev/volumes/7/8', ''])(
    'answers 404 to %j',
    (path) => {
      expect(answer('GET', path)).toEqual({ category: 'notFound' });
    },
  );
});
