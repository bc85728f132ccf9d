import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectFault } from './support/faults.ts';
import { newFolder, removeFolders } from './support/folders.ts';
import { until } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';
import { send } from './support/wire.ts';

removeFolders();

describe('a limit on the rate', () => {
  let limited: ServerProcess;
  beforeAll(async () => {
    const identity = join(newFolder(), 'identity.json');
    const names = ['slow', 'fast'];
    const directory = {
      tenants: names.map((name) => ({ id: name, name, ...(name === 'slow' ? { rateLimit: 1 } : {}) })),
      users: names.map((name) => ({ name, password: 'a', tenant: name })),
      tokens: names.map((name) => ({ id: `token-of-${name}`, user: name })),
    };
    writeFileSync(identity, JSON.stringify(directory));
    limited = await startServer({ args: ['--identity', identity] });
  });
  afterAll(() => limited.stop());
  const list = (tenant: string, format: string) =>
    send(limited.url, {
      path: `/v1/${tenant}/volumes`,
      as: 'nobody',
      headers: { 'X-Auth-Token': `token-of-${tenant}`, Accept: `application/${format}` },
    });

  it.each(['json', 'xml'] as const)(
    '[hp-block-storage-v1/4.4/over-limit-kinds] [hp-block-storage-v1/4.4/retry-after-header] [hp-block-storage-v1/4.4/over-limit-code-413] refuses what is too much, in %s, and says when to try again',
    async (format) => {
      // Waits for the bucket to be full, whatever was asked before.
      await until(
        () => list('slow', format),
        ({ status }) => status === 200,
      );
      const answers = await Promise.all(Array.from({ length: 10 }, () => list('slow', format)));
      const refused = answers.filter(({ status }) => status === 413);
      expect(refused.length).toBeGreaterThanOrEqual(8);
      for (const answer of refused) {
        const fault = expectFault(answer, 413, format);
        expect(fault.message).toBe('This request was rate-limited.');
        expect(fault.retryAfter).toBe(1);
      }
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(refused[0]?.headers['retry-after'])));
      expect((await list('slow', format)).status).toBe(200);
    },
  );

  it('is told by GET /limits, with what is left of it', async () => {
    const limitsOf = async (tenant: string) => {
      const answer = await until(
        () =>
          send(limited.url, {
            path: `/v1/${tenant}/limits`,
            as: 'nobody',
            headers: { 'X-Auth-Token': `token-of-${tenant}` },
          }),
        ({ status }) => status === 200,
      );
      return JSON.parse(answer.text).limits.rate;
    };
    expect(await limitsOf('fast')).toEqual([]);
    expect(await limitsOf('slow')).toEqual([
      {
        uri: '*',
        regex: '.*',
        limit: [
          {
            verb: '*',
            value: 1,
            remaining: expect.any(Number),
            unit: 'SECOND',
            'next-available': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          },
        ],
      },
    ]);
  });

  it('another tenant is not slowed down', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => list('fast', 'json')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });
});
