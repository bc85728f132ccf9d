import { describe, expect, it } from 'vitest';
import { nbdPlace } from './nbd.ts';

describe('where clients find volumes', () => {
  const at = (host: string, port: number, socket?: string) =>
    nbdPlace({ host, port, socket, tls: undefined, grace: 0 });

  it.each([
    ['127.0.0.1', 10_809, 'nbd://127.0.0.1:10809/VOLUME'],
    ['::1', 10_809, 'nbd://[::1]:10809/VOLUME'],
    ['127.0.0.1', 0, 'nbd://127.0.0.1:PORT/VOLUME'],
    ['0.0.0.0', 10_809, 'nbd://HOST:10809/VOLUME'],
    ['::', 10_809, 'nbd://HOST:10809/VOLUME'],
  ])('with %s and port %i is shown as something that a client can use', (host, port, place) => {
    expect(at(host, port)).toBe(place);
    expect(at(host, port, '/run/nbd')).toBe(`${place} and nbd+unix:///VOLUME?socket=/run/nbd`);
  });
});
