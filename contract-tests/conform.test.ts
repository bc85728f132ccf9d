import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../src/mock/mock.ts';
import { type Conformed, runConform } from './conform/command.ts';
import { listening } from './conform/listening.ts';
import { type Answer, throughProxy } from './conform/proxy.ts';
import { asTenants, type ConformServer, startConformServer } from './conform/server.ts';

const D0 = ['--document', 'hp-block-storage-v1'];
const MOST = { timeout: 120_000 };

/** Runs the suite of the first document against a server that answers like this. */
const against = (listener: RequestListener, ...args: string[]): Promise<Conformed> =>
  listening(createServer(listener), (url) =>
    runConform([url, '--token', 'a-token', '--tenant', 'a-tenant', ...D0, ...args]),
  );

const total = ({ passed, failed, notExercised }: Conformed) =>
  passed.length + failed.length + notExercised.length;

describe('an implementation that is out of order', () => {
  it('that never answers cannot be held against anything', MOST, async () => {
    const run = await against(() => undefined, '--timeout', '1');
    expect(run.code, run.stdout).toBe(2);
    expect(run.stderr).toContain('no answer within 1 s');
  });

  it('that closes every connection neither', MOST, async () => {
    const run = await against(({ socket }) => socket.destroy());
    expect(run.code, run.stdout).toBe(2);
    expect(run.stderr).toMatch(/^error: http:\/\/127\.0\.0\.1:\d+: no answer/m);
  });

  it('that is not there neither', async () => {
    const run = await runConform(['http://127.0.0.1:1', '--token', 'a-token', '--tenant', 'a-tenant']);
    expect(run.code).toBe(2);
  });

  it('that stops answering fails where it does, and is not waited for again and again', MOST, async () => {
    let answers = 0;
    const run = await against(
      (_, response) => {
        answers += 1;
        if (answers < 10) response.writeHead(503, { 'content-type': 'application/json' }).end('{}');
      },
      '--timeout',
      '1',
    );
    expect(run.code, run.stdout).toBe(1);
    expect(run.passed).toEqual([]);
    expect(run.stdout).toContain('the implementation stopped answering');
  });

  it('that answers HTML passes nothing', MOST, async () => {
    const run = await against((_, response) =>
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><p>It works! \u001b[31m</p>'),
    );
    expect(run.code).toBe(1);
    expect(run.passed).toEqual([]);
    expect(run.failed.length).toBeGreaterThan(100);
    expect(run.stdout).not.toContain('\u001b');
  });
});

describe('an implementation whose answers have other shapes', () => {
  const wrappers = ['volume', 'snapshot', 'backup', 'volumeAttachment', 'OS-BS:volume', 'OS-BS:backup'];
  const shaped = (inside: unknown, list: unknown) =>
    JSON.stringify({
      ...Object.fromEntries(
        wrappers.flatMap((name) => [
          [name, inside],
          [`${name}s`, list],
        ]),
      ),
      'OS-BS:type': inside,
      'OS-BS:types': list,
      metadata: inside,
    });

  it.each([
    ['null', 'null'],
    ['a list', '[{"volume":[]}]'],
    ['null in all wrappers', shaped(null, [null])],
    ['numbers in all wrappers', shaped(5, 5)],
    ['lists in all wrappers', shaped([], [[]])],
    ['no ids', shaped({ links: {} }, [{}])],
  ])('is told so, and not what broke here: %s', MOST, async (_, body) => {
    const run = await listening(
      createServer((request, response) => {
        request.resume();
        const status = request.method === 'POST' && request.url?.includes('OS-BS') ? 202 : 200;
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      }),
      (url) => runConform([url, '--token', 'a', '--tenant', 'b', '--media', 'json', '--settle', '1']),
    );
    expect(run.code, run.stderr).toBe(1);
    expect(run.stdout).not.toMatch(/the case broke|Could not be removed: .*undefined/);
  });
});

/** The volume that a body asks for; undefined when it is no such body. */
function parsed(body: string): object | undefined {
  try {
    return JSON.parse(body).volume;
  } catch {
    return undefined;
  }
}

describe('an implementation of two operations', () => {
  /** What a first evening's work looks like: it makes volumes and looks at one, in JSON. */
  function twoOperations(): RequestListener {
    const volumes = new Map<string, object>();
    return (request, response) => {
      const answer = (status: number, body: object) => {
        const text = JSON.stringify(body);
        response.writeHead(status, {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          'x-compute-request-id': `req-${randomUUID()}`,
        });
        response.end(text);
      };
      const [, , tenant, kind, id = ''] = (request.url ?? '').split('/');
      const fault = (name: string, code: number) => answer(code, { [name]: { code, message: 'No.' } });
      if (tenant !== 'a-tenant') return fault('badRequest', 400);
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        if (request.method === 'GET' && volumes.has(id)) return answer(200, { volume: volumes.get(id) });
        if (request.method !== 'POST' || kind !== 'volumes' || id !== '') return fault('itemNotFound', 404);
        const asked = parsed(body);
        if (asked === undefined) return fault('badRequest', 400);
        const made = {
          attachments: [],
          availability_zone: 'nova',
          bootable: 'false',
          created_at: `${new Date().toISOString().slice(0, -1)}000`,
          display_description: null,
          display_name: null,
          id: randomUUID(),
          metadata: {},
          size: 1,
          snapshot_id: null,
          source_volid: null,
          status: 'available',
          volume_type: 'None',
          ...asked,
        };
        volumes.set(made.id, made);
        answer(200, { volume: { ...made, status: 'creating' } });
      });
    };
  }

  it('is told what it does and what it does not, and ends soon', MOST, async () => {
    const run = await against(twoOperations(), '--settle', '1');
    expect(run.code).toBe(1);
    expect(run.passed, run.stdout).toContain('hp-block-storage-v1/4.5.1.3/get-volume-details-response.json');
    expect(run.passed).toContain('hp-block-storage-v1/4.5.1.4/create-volume-response.json');
    expect(run.failed).toContain('hp-block-storage-v1/4.5.1.3/get-volume-details-response.xml');
    expect(run.failed).toContain('hp-block-storage-v1/delete-volume/202.json');
    expect(run.stdout).toContain('set-up: hp-block-storage-v1/create-snapshot answered');
  });
});

describe('the mock of this project, which has no state', () => {
  let mock: RunningMock;
  beforeAll(async () => {
    const contractPath = fileURLToPath(new URL('../generated/openapi.json', import.meta.url));
    mock = await startMock({ host: '127.0.0.1', port: 0, contractPath, log: pino({ level: 'silent' }) });
  });
  afterAll(() => mock.stop());

  it('answers as the examples do and fails wherever something has to be remembered', MOST, async () => {
    const tenants = [
      '--token',
      'a-token',
      '--tenant',
      'a-tenant',
      '--second-token',
      'b',
      '--second-tenant',
      'b',
    ];
    const run = await runConform([mock.url, ...tenants, ...D0, '--settle', '1']);
    expect(run.code, run.stderr).toBe(1);
    expect(run.passed).toContain('hp-block-storage-v1/delete-volume/202.json');
    expect(run.passed).toContain('hp-block-storage-v1/list-volumes/401.xml');
    expect(run.failed).toContain('hp-block-storage-v1/rule/volumes/delete.json');
    expect(run.failed).toContain('hp-block-storage-v1/rule/volumes/list-volumes/own-tenant.json');
    expect(run.failed).toContain('hp-block-storage-v1/rule/attachments/life.xml');
  });
});

describe('the server of this project', () => {
  let server: ConformServer;
  beforeAll(async () => {
    server = await startConformServer();
  });
  afterAll(() => server.stop());

  const conform = (...args: string[]) => runConform([server.url, ...asTenants, ...args]);

  it('conforms to every document, and every case that there is has its verdict', MOST, async () => {
    const [run, listed] = await Promise.all([conform(), runConform(['--dry-run'])]);
    expect(run.failed, run.stdout).toEqual([]);
    expect(run.code, run.stderr).toBe(0);
    const ids = listed.stdout
      .trimEnd()
      .split('\n')
      .slice(0, -1)
      .map((line) => line.split('\t')[0] ?? '');
    expect(total(run)).toBe(ids.length);
    expect([...run.passed, ...run.notExercised].toSorted()).toEqual(ids.toSorted());
    expect(run.stdout).toContain(`${ids.length} cases: ${run.passed.length} passed, 0 failed`);
  });

  it('is left as it was found', MOST, async () => {
    const headers = { 'X-Auth-Token': 'token-of-first' };
    const left = async () => {
      const lists = ['volumes', 'snapshots', 'backups'].map(async (kind) =>
        (await fetch(`${server.url}/v1/first/${kind}`, { headers })).json(),
      );
      return Promise.all(lists);
    };
    const before = await left();
    await conform(...D0, '--only', 'hp-block-storage-v1/list-volumes');
    expect(await left()).toEqual(before);
    await conform(...D0, '--only', 'hp-block-storage-v1/4.5.1.3/get-volume-details-response.json', '--keep');
    expect(await left()).not.toEqual(before);
  });

  const json = 'hp-block-storage-v1/4.5.1.3/get-volume-details-response.json';
  const xml = 'hp-block-storage-v1/4.5.1.3/get-volume-details-response.xml';
  const replacing =
    (from: string | RegExp, to: string) =>
    (answer: Answer): void => {
      if (answer.method === 'GET') answer.body = answer.body.replace(from, to);
    };

  it.each<[string, string, (answer: Answer) => void]>([
    [
      'a wrong status',
      json,
      (answer) =>
        Object.assign(answer, {
          status: answer.method === 'GET' && answer.status === 200 ? 203 : answer.status,
        }),
    ],
    ['an integer as a string', json, replacing('"size":1', '"size":"1"')],
    ['a lost null', json, replacing('"snapshot_id":null', '"snapshot_id":""')],
    ['an extra member', json, replacing('"size":1', '"size":1,"host":"a"')],
    ['a wrong time', json, replacing(/T(\d\d:\d\d:\d\d)\.\d{6}/, ' $1')],
    ['no request id', json, (answer) => delete answer.headers['x-compute-request-id']],
    [
      'a date of another form',
      json,
      (answer) => Object.assign(answer.headers, { date: '2013-01-01T00:00:00Z' }),
    ],
    ['an element in place of an attribute', xml, replacing(/ size="1"([^>]*)>/, '$1><size>1</size>')],
    ['a wrong namespace in XML', xml, replacing('volume/api/v1"', 'volume/api/v2"')],
    ['a null that XML leaves out', xml, replacing(' snapshot_id="None"', '')],
  ])('fails with %s', MOST, async (_, only, spoil) => {
    let spoiled = 0;
    const run = await throughProxy(
      server.url,
      (answer) => {
        const before = JSON.stringify(answer);
        spoil(answer);
        if (before !== JSON.stringify(answer)) spoiled += 1;
      },
      (url) => runConform([url, ...asTenants, '--only', only, '--settle', '2']),
    );
    expect(spoiled, 'nothing was spoiled').toBeGreaterThan(0);
    expect(run.failed, run.stdout).toEqual([only]);
    expect(run.code).toBe(1);
  });

  it('conforms through the same proxy when nothing is spoiled', MOST, async () => {
    const run = await throughProxy(
      server.url,
      () => undefined,
      (url) => runConform([url, ...asTenants, '--only', json]),
    );
    expect(run.passed, run.stdout).toEqual([json]);
    expect(run.code).toBe(0);
  });

  it('logs in with a name and a password, and finds the service in the catalog', MOST, async () => {
    const first = ['--username', 'first', '--tenant-name', 'first'];
    const second = ['--second-username', 'second', '--second-tenant-name', 'second'];
    const secrets = { CINDERBLOCK_CONFORM_PASSWORD: 'first', CINDERBLOCK_CONFORM_SECOND_PASSWORD: 'second' };
    const only = ['--only', 'hp-block-storage-v1/rule/volumes/other-tenant.json', '--only', json];
    const run = await runConform(['--auth-url', server.url, ...first, ...second, ...only], secrets);
    expect(run.passed, run.stdout + run.stderr).toHaveLength(2);
    const wrong = await runConform(['--auth-url', server.url, ...first], {
      CINDERBLOCK_CONFORM_PASSWORD: 'wrong',
    });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/^error: .*gave no token with a tenant to first: it answered 401$/m);
  });

  it('says what would need another tenant when there is none', MOST, async () => {
    const run = await runConform([
      server.url,
      ...asTenants.slice(0, 4),
      ...D0,
      '--only',
      'hp-block-storage-v1/get-backup-details',
    ]);
    expect(run.code, run.stdout).toBe(0);
    expect(run.notExercised).toContain('hp-block-storage-v1/rule/backups/other-tenant.json');
    expect(run.stdout).toContain('needs another tenant: --second-token and --second-tenant');
  });
});

describe('the server of this project in the profile released', () => {
  let server: ConformServer;
  beforeAll(async () => {
    server = await startConformServer('released');
  });
  afterAll(() => server.stop());

  const conform = (...args: string[]) => runConform([server.url, ...asTenants, ...args]);

  it('conforms to every document as it was released', MOST, async () => {
    const run = await conform('--profile', 'released');
    expect(run.failed, run.stdout).toEqual([]);
    expect(run.code, run.stderr).toBe(0);
    expect(run.stdout).toContain('it conforms in the profile released');
    // Each difference is exercised, and not passed over.
    for (const id of [
      ...['4.5.3.4/create-backup-response.json', '4.5.3.6/restore-backup-response.xml'],
      ...['4.5.3.1/list-backups-response.json', '4.5.1/volume-quota-exceeded.json'],
      ...['create-volume/415.json', 'rule/attach-volume/malformed-body.xml', 'rule/volumes/echo.json'],
      ...['rule/volumes/of-snapshot.xml', 'rule/backups/restore-over-a-volume.json'],
    ])
      expect(run.passed).toContain(`hp-block-storage-v1/${id}`);
  });

  it('does not as it was documented, and the other way round', MOST, async () => {
    const only = ['--only', 'hp-block-storage-v1/create-backup', ...D0];
    expect((await conform(...only)).failed).toContain(
      'hp-block-storage-v1/4.5.3.4/create-backup-response.json',
    );
    const documented = await startConformServer();
    // What no status tells apart is looked for in the bodies.
    const shown = [
      ...['4.5.3.4/create-backup-response.xml', '4.5.2.3/get-snapshot-details-response.json'],
      ...['4.5.1/volume-quota-exceeded.json', '4.5.1.3/get-volume-details-response.xml'],
      ...['rule/volumes/bootable.json', 'rule/volumes/of-snapshot.json', 'create-volume/415.json'],
    ].map((id) => `hp-block-storage-v1/${id}`);
    const each = shown.flatMap((id) => ['--only', id]);
    const run = await runConform([documented.url, ...asTenants, ...each, '--profile', 'released']);
    await documented.stop();
    expect(run.failed.toSorted(), run.stdout).toEqual(shown.toSorted());
  });
});

describe('the command', () => {
  it('takes a wrong setting for one that cannot run, and never prints a secret', async () => {
    const url = 'http://127.0.0.1:1';
    const secret = 'not-to-be-seen';
    for (const args of [
      [url, '--token', secret],
      [url],
      ['not a url', '--token', secret, '--tenant', 't'],
      [url, '--token', secret, '--tenant', 't', '--document', 'nowhere'],
      [url, '--token', secret, '--tenant', 't', '--only', 'nothing'],
      [url, '--token', secret, '--tenant', 't', '--timeout', 'long'],
      [url, '--token', secret, '--tenant', 't', '--report', 'pdf=a.pdf'],
      [url, '--auth-url', url, '--username', 'u', '--password', secret, '--tenant-name', 't'],
    ]) {
      const run = await runConform(args);
      expect(run.code, args.join(' ')).toBe(2);
      expect(run.stderr).toMatch(/^error: /m);
      expect(run.stdout + run.stderr).not.toContain(secret);
    }
  });
});
