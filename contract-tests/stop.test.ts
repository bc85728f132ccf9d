import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, it } from 'vitest';
import { newFolder, removeFolders } from './support/folders.ts';
import { asker, availableVolume, until } from './support/requests.ts';
import { startServer, tokens } from './support/server.ts';
import { settled } from './support/settled.ts';
import { readAnswers } from './support/wire.ts';

removeFolders();
const start = (folder: string) => startServer({ folder, args: ['--log-level', 'warn'] });

/** Ten seconds are promised; without an end a request would last for thirty. A busy machine gets the difference. */
const ENDED_WITHIN_MS = 20_000;

describe.concurrent('SIGTERM', () => {
  const body = '{"volume":{"size":1,"display_name":"slow"}}';
  const head = (length: number) =>
    `POST /v1/dev/volumes HTTP/1.1\r\nHost: a\r\nX-Auth-Token: ${tokens.dev}\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`;

  async function open(url: string): Promise<Socket> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return socket;
  }
  const isRefused = (url: string) =>
    open(url).then(
      (socket) => {
        socket.destroy();
        return false;
      },
      () => true,
    );
  /** The server has seen the request when it answers a later one. */
  const seen = (url: string) => asker(url)('GET', '/healthz');

  it('lets every request under way finish, and takes no new ones', async ({ expect }) => {
    const folder = newFolder();
    const server = await start(folder);
    const slow = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const socket = await open(server.url);
        socket.write(head(Buffer.byteLength(body)) + body.slice(0, 20));
        return { socket, answer: text(socket) };
      }),
    );
    await seen(server.url);
    const ask = asker(server.url);
    const reads = Array.from({ length: 100 }, () => ask('GET', '/v1/dev/volumes'));
    await Promise.race(reads);
    const stopped = performance.now();
    const ended = server.stop();
    await until(() => isRefused(server.url), Boolean);
    // Half of the time that a stop may take is over; who finishes now is still answered.
    await new Promise((resolve) => setTimeout(resolve, 5500));
    for (const { socket } of slow) socket.write(body.slice(20));

    for (const { answer } of slow) {
      const [only, ...others] = readAnswers(await answer);
      expect(others).toEqual([]);
      expect(only?.status).toBe(200);
      expect(only?.headers.get('connection')).toBe('close');
      expect(JSON.parse(only?.body ?? '').volume.display_name).toBe('slow');
    }
    expect(await ended).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(ENDED_WITHIN_MS);
    // Those that had been sent were answered in full; a connection that was never accepted may be refused.
    const results = await Promise.allSettled(reads);
    for (const result of results) if (result.status === 'fulfilled') expect(result.value.status).toBe(200);

    const second = await start(folder);
    expect(await settled(asker(second.url), 'volumes')).toHaveLength(5);
    await second.stop();
  });

  it('is not held up beyond 10 s by a request that never ends', async ({ expect }) => {
    const folder = newFolder();
    const server = await start(folder);
    const socket = await open(server.url);
    socket.write(head(1000) + body);
    const answer = text(socket);
    await seen(server.url);
    const stopped = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(ENDED_WITHIN_MS);
    expect(await answer).toBe('');
  });

  it('is not held up by connections that are only kept alive', async ({ expect }) => {
    const server = await start(newFolder());
    await asker(server.url)('GET', '/v1/dev/volumes');
    const silent = await open(server.url);
    const stopped = performance.now();
    expect(await server.stop()).toBe(0);
    expect(performance.now() - stopped).toBeLessThan(6000);
    silent.destroy();
  });

  it('is heard as soon as the server says that it is there', async ({ expect }) => {
    for (let i = 0; i < 3; i += 1) {
      const server = await start(newFolder());
      expect(await server.stop()).toBe(0);
    }
  });

  it('leaves work under way for the next start', async ({ expect }) => {
    const folder = newFolder();
    const server = await start(folder);
    const ask = asker(server.url);
    const { id } = await availableVolume(ask, { size: 2 });
    const backup = await ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: id } } });
    expect(await server.stop()).toBe(0);
    const second = await start(folder);
    const all = await settled(asker(second.url), 'backups');
    expect(all).toMatchObject([{ id: backup.json().backup.id, status: 'available' }]);
    await second.stop();
  });
});
