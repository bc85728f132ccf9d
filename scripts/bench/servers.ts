import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask } from './ask.ts';
import type { RecordedReply } from './bare-koa.ts';
import { type Child, eventually } from './children.ts';
import type { Load } from './generator.ts';
import type { Lab } from './lab.ts';

export interface Server {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The tenant under load, and one that has a hundred volumes and makes no more. */
export const tenants = { load: 'bench', list: 'bench-list' } as const;
export type Tenant = (typeof tenants)[keyof typeof tenants];

export const headersOf = (tenant: Tenant): Record<string, string> => ({
  'X-Auth-Token': `token-of-${tenant}`,
});

/** Settings of a server in production: they are printed with the figures. */
const SETTINGS: Readonly<Record<string, string>> = {
  CINDERBLOCK_HOST: '127.0.0.1',
  CINDERBLOCK_PORT: '0',
  CINDERBLOCK_NBD_PORT: '0',
  CINDERBLOCK_RESPONSE_CHECKS: 'off',
  CINDERBLOCK_LOG_LEVEL: 'info',
  CINDERBLOCK_LOG_FORMAT: 'json',
};

/** What `make run` runs, seen from the root of the project. */
const SERVE = ['bin/cinderblock.js', 'serve'] as const;

export const settingsLines: readonly string[] = [
  `server: node ${SERVE.join(' ')}; an identity file with two tenants, no quotas; log to /dev/null`,
  `        ${Object.entries(SETTINGS)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')}`,
  'bare Koa: Koa 3 + @koa/router, one route that answers the recorded bytes and headers from memory',
  "Prism: prism mock --multiprocess false --verboseLevel silent; it answers the contract's example",
];

function identityFile(lab: Lab): string {
  const names = Object.values(tenants);
  const path = join(lab.folder, 'identity.json');
  const quotas = { volumes: -1, snapshots: -1, gigabytes: -1 };
  const directory = {
    tenants: names.map((id) => ({ id, name: id, quotas })),
    users: names.map((name) => ({ name, password: randomUUID(), tenant: name })),
    tokens: names.map((user) => ({ id: headersOf(user)['X-Auth-Token'], user })),
  };
  writeFileSync(path, JSON.stringify(directory));
  return path;
}

/** Resolves once the program has written where it answers. */
function announced(child: Child, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const url = /answers at (http:\/\/[\w.:]+)/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
    void child.closed.then(() =>
      reject(new Error(`${name} ended before it answered: ${child.errors() || output}`)),
    );
  });
}

/** The settings of `serve` as variables of the environment. */
export const settingsOf = (lab: Lab, data: string): Record<string, string> => ({
  ...SETTINGS,
  CINDERBLOCK_IDENTITY: identityFile(lab),
  CINDERBLOCK_DATA: data,
});

function startScript(lab: Lab, name: string, args: readonly string[], env: Record<string, string>) {
  const quiet = 'CINDERBLOCK_DATA' in env;
  return {
    child: lab.children.start(process.execPath, args, { core: lab.pinning.server, env }, quiet),
    name,
  };
}

async function answering({ child, name }: { child: Child; name: string }): Promise<Server> {
  const url = await announced(child, name);
  return { url, pid: child.pid, stop: () => child.stop() };
}

/** The real command. Its folder is kept, so that it can be started again on it. */
export const startCinderblock = (lab: Lab, folder: string): Promise<Server> => {
  const [program, command] = SERVE;
  const env = settingsOf(lab, join(lab.folder, folder));
  return answering(startScript(lab, 'cinderblock serve', [here(`../../${program}`), command], env));
};

/** The same server put together over a contract with at least `operations` operations. */
export const startPadded = (lab: Lab, operations: number): Promise<Server> =>
  answering(
    startScript(
      lab,
      'the padded server',
      [here('./padded-server.ts'), String(operations)],
      settingsOf(lab, join(lab.folder, `padded-${operations}`)),
    ),
  );

/** A bare app that answers what another server has just answered. */
export async function startBareKoa(lab: Lab, route: string, load: Load): Promise<Server> {
  const { method = 'GET', headers, body, url } = load;
  const answer = await ask(url, { method, headers, ...(body !== undefined && { body }) });
  if (answer.status >= 300) throw new Error(`${method} ${url} answered ${answer.status}: ${answer.body}`);
  const reply: RecordedReply = {
    method,
    route,
    status: answer.status,
    headers: answer.headers as Record<string, string>, // none of them is sent twice
    body: answer.body,
  };
  const file = join(lab.folder, `reply-${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(reply));
  const server = await answering(startScript(lab, 'bare Koa', [here('./bare-koa.ts'), file], {}));
  const copy = await ask(sameOn(server, load).url, { method, headers, ...(body !== undefined && { body }) });
  const mine = comparable(copy);
  const theirs = comparable(answer);
  if (mine !== theirs) throw new Error(`bare Koa does not answer the same:\n${mine}\n${theirs}`);
  return server;
}

/** Everything of a reply but the time. */
const comparable = ({
  status,
  headers: { date: _, ...headers },
  body,
}: Awaited<ReturnType<typeof ask>>): string => JSON.stringify([status, Object.entries(headers).sort(), body]);

/** The same request to another server. */
export const sameOn = ({ url }: Pick<Server, 'url'>, load: Load): Load => {
  const { pathname, search } = new URL(load.url);
  return { ...load, url: `${url}${pathname}${search}` };
};

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Prism's own command. It says nowhere on which port it listens, so it is given a free one. */
export async function startPrism(lab: Lab, load: Load): Promise<Server> {
  const manifest = createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json');
  const port = await freePort();
  const flags = [
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--multiprocess',
    'false',
    '--verboseLevel',
    'silent',
  ];
  const args = [
    join(dirname(manifest), 'dist/index.js'),
    'mock',
    ...flags,
    here('../../generated/openapi.json'),
  ];
  const { child } = startScript(lab, 'Prism', args, {});
  const server = { url: `http://127.0.0.1:${port}`, pid: child.pid, stop: () => child.stop() };
  const { url, headers } = sameOn(server, load);
  let ended = false;
  void child.closed.then(() => {
    ended = true;
  });
  await eventually("Prism's first answer", 30_000, async () => {
    if (ended) throw new Error(`Prism ended before it answered: ${child.errors()}`);
    const answer = await ask(url, { headers }).catch(() => undefined);
    return answer?.status === 200 ? true : undefined;
  });
  return server;
}
