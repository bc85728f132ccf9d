import { createHash, type Hash } from 'node:crypto';
import { watchBody, whole } from '../object-body.ts';
import {
  ContainerNotFound,
  type GetOptions,
  ObjectNotFound,
  type ObjectStore,
  ObjectStoreUnavailable,
} from '../object-store.ts';
import { statusError } from '../store-errors.ts';
import type { SwiftAccess } from './access.ts';
import { createHttpClient, type HttpAnswer, type HttpRequest } from './http-client.ts';
import { createSwiftLogin } from './login.ts';
import { swiftPlaces } from './places.ts';

export interface SwiftOptions extends SwiftAccess {
  /** Milliseconds that Swift may be silent. */
  readonly silence: number;
  /** Milliseconds that it may take to ask for the bytes of an object. */
  readonly patience?: number;
}

/** Swift's digest of what it holds; undefined for what was put together of other objects. */
function md5In({ headers }: HttpAnswer): string | undefined {
  const [, md5] = /^"?([0-9a-f]{32})"?$/.exec(headers.etag ?? '') ?? [];
  const isComposed = headers['x-static-large-object'] ?? headers['x-object-manifest'];
  return isComposed === undefined ? md5 : undefined;
}

async function* hashed(parts: AsyncIterable<Uint8Array>, hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    hash.update(part);
    yield part;
  }
}

/**
 * Objects in OpenStack Swift, under the documented names. Every byte is held against Swift's MD5 of the object in
 * both directions, so what is changed on the way is an error. A token that has run out is renewed once per call.
 */
export function openSwiftStore({ silence, patience, ...access }: SwiftOptions): ObjectStore {
  const client = createHttpClient({
    service: 'Swift',
    silence,
    ...(patience !== undefined && { patience }),
  });
  const login = createSwiftLogin(access, client);
  const places = swiftPlaces(access);

  /** One call with a token that is taken; a body that was begun cannot be sent with another. */
  async function call(
    urlOf: (storageUrl: string) => string,
    request: Omit<HttpRequest, 'url'>,
  ): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt += 1) {
      const session = await login.current();
      request.signal?.throwIfAborted();
      const answer = await client.send({
        ...request,
        url: urlOf(session.storageUrl),
        headers: { ...request.headers, 'X-Auth-Token': session.token },
      });
      if (answer.status !== 401) return answer;
      login.forget(session);
      if (attempt === 2) return answer;
      await answer.discard();
      if (answer.tookBody)
        throw new ObjectStoreUnavailable('Swift took the token no longer while it was sent an object');
    }
  }

  /** The error of an answer that was not expected; what it says besides its status is let go. */
  async function refusal(what: string, answer: HttpAnswer): Promise<Error> {
    await answer.discard();
    const { 'x-trans-id': transaction } = answer.headers;
    const detail = transaction === undefined ? {} : { detail: `transaction ${transaction}` };
    return statusError('Swift', what, { status: answer.status, reason: answer.reason, ...detail });
  }

  /** The body has been read when this resolves, for answers that have none worth reading. */
  async function expect(answer: HttpAnswer, what: string, good: (status: number) => boolean): Promise<void> {
    if (!good(answer.status)) throw await refusal(what, answer);
    await answer.discard();
  }

  const isDone = (status: number): boolean => status >= 200 && status < 300;
  const isDoneOrGone = (status: number): boolean => isDone(status) || status === 404;

  async function remove(tenantId: string, container: string, name: string): Promise<void> {
    const answer = await call((url) => places.object(url, tenantId, container, name), { method: 'DELETE' });
    await expect(answer, `DELETE ${container}/${name}`, isDoneOrGone);
  }

  async function namesAfter(
    tenantId: string,
    container: string,
    prefix: string,
    marker: string,
  ): Promise<string[]> {
    const query = new URLSearchParams({ format: 'json', prefix, marker });
    const answer = await call((url) => `${places.container(url, tenantId, container)}?${query}`, {
      method: 'GET',
    });
    if (answer.status === 404) {
      await answer.discard();
      return [];
    }
    if (!isDone(answer.status)) throw await refusal(`GET ${container}`, answer);
    // The format of a listing is Swift's API; what is no name is left out.
    const listed = JSON.parse((await answer.text()) || '[]') as readonly { name?: unknown }[];
    return listed.map(({ name }) => name).filter((name) => typeof name === 'string');
  }

  return {
    async ensureContainer(tenantId, container) {
      const urlOf = (url: string) => places.container(url, tenantId, container);
      const found = await call(urlOf, { method: 'HEAD' });
      await expect(found, `HEAD ${container}`, isDoneOrGone);
      if (found.status !== 404) return;
      const made = await call(urlOf, { method: 'PUT', headers: { 'Content-Length': '0' } });
      await expect(made, `PUT ${container}`, isDone);
    },

    async put(tenantId, container, name, body, options = {}) {
      const { length, signal } = options;
      const watched = watchBody(body, options);
      const md5 = createHash('md5');
      const what = `PUT ${container}/${name}`;
      let answer: HttpAnswer;
      try {
        answer = await call((url) => places.object(url, tenantId, container, name), {
          method: 'PUT',
          headers: {
            'Content-Type': 'application/octet-stream',
            ...(length === undefined ? {} : { 'Content-Length': String(length) }),
          },
          // Swift does not wait for a body without bytes; it has to have ended well before that is said.
          body: length === 0 ? await whole(hashed(watched.parts, md5)) : hashed(watched.parts, md5),
          ...(signal && { signal }),
        });
      } catch (error) {
        watched.throwIfBroken();
        throw error;
      }
      if (answer.status === 404) {
        await answer.discard();
        throw new ContainerNotFound(container);
      }
      await expect(answer, what, isDone);
      const stored = md5In(answer);
      if (stored === undefined || stored === md5.digest('hex')) return;
      await remove(tenantId, container, name).catch(() => undefined);
      throw new ObjectStoreUnavailable(`the object of ${what} arrived changed`);
    },

    async *get(tenantId, container, name, { offset = 0, signal }: GetOptions = {}) {
      const what = `GET ${container}/${name}`;
      const answer = await call((url) => places.object(url, tenantId, container, name), {
        method: 'GET',
        ...(offset > 0 && { headers: { Range: `bytes=${offset}-` } }),
        ...(signal && { signal }),
      });
      if (answer.status === 404 || answer.status === 416) {
        await answer.discard();
        if (answer.status === 416) return;
        throw new ObjectNotFound(container, name);
      }
      if (answer.status !== (offset > 0 ? 206 : 200)) throw await refusal(what, answer);
      const md5 = createHash('md5');
      yield* hashed(answer.bytes(), md5);
      const stored = offset > 0 ? undefined : md5In(answer);
      if (stored !== undefined && stored !== md5.digest('hex')) {
        throw new ObjectStoreUnavailable(`the object of ${what} arrived changed`);
      }
    },

    async lengthOf(tenantId, container, name) {
      const answer = await call((url) => places.object(url, tenantId, container, name), { method: 'HEAD' });
      await expect(answer, `HEAD ${container}/${name}`, isDoneOrGone);
      return answer.status === 404 ? undefined : Number(answer.headers['content-length']);
    },

    async list(tenantId, container, prefix) {
      const names: string[] = [];
      // A page has as many names as Swift likes, 10 000 as a rule: only an empty one is the last.
      for (let page = await namesAfter(tenantId, container, prefix, ''); page.length > 0; ) {
        names.push(...page);
        page = await namesAfter(tenantId, container, prefix, names.at(-1) ?? '');
      }
      return names.sort();
    },

    delete: remove,

    async probe() {
      const answer = await call((url) => url, { method: 'HEAD' });
      await expect(answer, 'HEAD of the account', isDoneOrGone);
    },

    close: async () => client.close(),
  };
}
