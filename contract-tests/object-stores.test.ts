import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { answering, type FakeSwift, startFakeSwift } from '../src/objects/swift/testing.ts';
import { run } from './support/command.ts';
import { asker, availableVolume, until } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';

const key = 'a-very-secret-key';

let swift: FakeSwift;
beforeAll(async () => {
  swift = await startFakeSwift();
});
afterAll(() => swift.close());

async function serve(env: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const server = await startServer({ env });
  onTestFinished(async () => {
    await server.stop();
  });
  return server;
}

const swiftAt = (origin: string) => ({
  CINDERBLOCK_OBJECTS: `swift:${origin}/auth/v1.0`,
  CINDERBLOCK_SWIFT_USER: 'test:tester',
  CINDERBLOCK_SWIFT_KEY: key,
});

const logged = (server: ServerProcess, what: RegExp) =>
  until(
    async () => server.log(),
    (log) => what.test(log),
  );

describe('a server whose object store is elsewhere', () => {
  it('starts while that is down, says so, and serves volumes', async () => {
    swift.failNext('LOGIN', answering(503));
    const server = await serve(swiftAt(swift.origin));
    const log = await logged(server, /the object store of the backups cannot be used now/);
    expect(log).toContain('Swift answers 503 Service Unavailable to the login of test:tester');
    await availableVolume(asker(server.url));
  });

  it('starts while that refuses the login, and does not show the key', async () => {
    const server = await serve(swiftAt(swift.origin));
    const log = await logged(server, /Swift answers 401 Unauthorized to the login of test:tester/);
    expect(log).not.toContain(key);
  });

  it('says when tenants share containers, and not when each has its own', async () => {
    const shared = await serve(swiftAt(swift.origin));
    expect(await logged(shared, /401/)).toContain('the 2 tenants share the containers of one Swift account');
    for (const own of [
      { CINDERBLOCK_SWIFT_ACCOUNT: 'AUTH_{tenant}' },
      { CINDERBLOCK_SWIFT_CONTAINER: '{tenant}_{container}' },
    ]) {
      const apart = await serve({ ...swiftAt(swift.origin), ...own });
      expect(await logged(apart, /401/)).not.toContain('share');
    }
  });
});

describe('a folder of objects outside of the data', () => {
  it('belongs to one server', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'cinderblock-objects-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const objects = join(folder, 'objects');
    mkdirSync(objects);
    const server = await serve({ CINDERBLOCK_OBJECTS: `file:${objects}` });
    const env = { CINDERBLOCK_PORT: '0', CINDERBLOCK_DATA: join(folder, 'data') };
    const { code, stderr } = await run(['serve', `--objects=file:${objects}`], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: CINDERBLOCK_OBJECTS \(--objects\): .* in use by another server\n$/);
    expect(await server.stop()).toBe(0);
  });
});
