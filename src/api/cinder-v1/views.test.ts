import { describe, expect, it } from 'vitest';
import { connectionView } from './views.ts';

const caller = { origin: 'http://api.example.org:8776' };
const connection = (host: string, tls = false) => ({
  volumeId: 'volume',
  address: { host, port: 10809, socket: undefined, tls },
  isReadOnly: false,
});

describe('a connection', () => {
  it('is to the host that exports volumes', () => {
    const { data } = connectionView(connection('10.0.0.1', true), caller);
    expect(data).toMatchObject({ host: '10.0.0.1', hosts: ['10.0.0.1'], ports: ['10809'], tls: true });
    expect(data.uri).toBe('nbds://10.0.0.1:10809/volume');
  });

  it.each(['0.0.0.0', '::'])('is to the host of the API where volumes are exported on %s', (host) => {
    const { data } = connectionView(connection(host), caller);
    expect(data).toMatchObject({ host: 'api.example.org', uri: 'nbd://api.example.org:10809/volume' });
    const onAddress = connectionView(connection(host), { origin: 'http://[fe80::1]:8776' }).data;
    expect(onAddress).toMatchObject({ host: 'fe80::1', uri: 'nbd://[fe80::1]:10809/volume' });
  });
});
