import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Format } from '../support/faults.ts';
import { answers, until } from '../support/requests.ts';
import { speaking } from '../support/speaking.ts';
import { world } from './world.ts';

const FORMATS: Format[] = ['json', 'xml'];

const exceeded = JSON.parse(
  readFileSync(
    new URL('../../openapi/hp-block-storage-v1/examples/4.5.1/volume-quota-exceeded.json', import.meta.url),
    'utf8',
  ),
);

describe('with a quota of 3 GB', () => {
  const dev = world('--quota-gigabytes', '3');

  it.each(FORMATS)(
    '[hp-block-storage-v1/4.5.1/quota-governs-size] [hp-block-storage-v1/4.5.1/quota-exceeded-413] the size of volumes is governed, and exceeding it is the documented fault in %s',
    async (format) => {
      const speak = speaking(dev.ask, format);
      const create = (size: number) => speak('POST', '/v1/dev/volumes', { body: { volume: { size } } });
      const refused = await create(4);
      expect(refused.status).toBe(413);
      expect(refused.body).toEqual(exceeded);
      expect(refused.headers.get('retry-after')).toBe('0');

      const { id } = await dev.volume({ size: 2 });
      expect((await create(2)).body).toEqual(exceeded);
      await dev.volume({ size: 1 });
      expect((await create(1)).body).toEqual(exceeded);
      await dev.remove('volume', id);
      expect((await create(2)).status).toBe(200);
      await dev.removeAll('volume');
    },
  );

  it('[hp-block-storage-v1/4.5.1/client-error-has-request-id] a fault has a request id by which the log can be searched', async () => {
    const ids = new Set<string>();
    for (const _ of [1, 2]) {
      const { headers } = await dev.ask('POST', '/v1/dev/volumes', { body: { volume: { size: 4 } } });
      ids.add(headers.get('x-compute-request-id') ?? '');
    }
    expect(ids.size).toBe(2);
    for (const id of ids) {
      expect(id).toMatch(/^req-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      const line = await until(
        async () =>
          dev
            .server()
            .log()
            .split('\n')
            .find((text) => text.includes(id)),
        (found) => found !== undefined,
      );
      expect(JSON.parse(line ?? '')).toMatchObject({ requestId: id, status: 413 });
    }
  });
});

describe('with the settings that it comes with', () => {
  const dev = world();

  it('[hp-block-storage-v1/4.5.1/rate-limits-none] any number of requests about volumes is answered', async () => {
    expect(await answers(400, () => dev.ask('GET', '/v1/dev/volumes'))).toEqual({ 200: 400 });
    const create = () => dev.ask('POST', '/v1/dev/volumes', { body: { volume: {} } });
    expect(await answers(100, create)).toEqual({ 400: 100 });
  });

  it('[hp-block-storage-v1/4.5.2/snapshot-limits-none] any number of requests about snapshots is answered; there may be 10 of them', async () => {
    expect(await answers(400, () => dev.ask('GET', '/v1/dev/snapshots'))).toEqual({ 200: 400 });
    const { id: volume_id } = await dev.volume();
    const create = () => dev.ask('POST', '/v1/dev/snapshots', { body: { snapshot: { volume_id } } });
    expect(await answers(20, create)).toEqual({ 200: 10, 413: 10 });
  });

  it('[hp-block-storage-v1/4.5.4/limits-none] any number of requests about attachments is answered', async () => {
    const path = '/v2/dev/servers/a-server/os-volume_attachments';
    expect(await answers(400, () => dev.ask('GET', path))).toEqual({ 200: 400 });
    const { id: volumeId } = await dev.volume();
    for (let times = 0; times < 30; times += 1) {
      const attached = await dev.ask('POST', path, { body: { volumeAttachment: { volumeId } } });
      expect(attached.status).toBe(200);
      await dev.detach(volumeId, 'a-server');
    }
  });
});

describe('without quotas', () => {
  const dev = world('--quota-snapshots', '-1', '--quota-gigabytes', '-1');

  it('[hp-block-storage-v1/4.5.2/snapshot-limits-none] there may be any number of snapshots', async () => {
    const { id: volume_id } = await dev.volume();
    const create = () => dev.ask('POST', '/v1/dev/snapshots', { body: { snapshot: { volume_id } } });
    expect(await answers(20, create)).toEqual({ 200: 20 });
  });
});

describe('with every quota used up', () => {
  const dev = world('--quota-volumes', '1', '--quota-snapshots', '0', '--quota-gigabytes', '1');

  it('[hp-block-storage-v1/4.5.3/backup-limits-none] any number of requests about backups is answered, and there may be any number of them', async () => {
    expect(await answers(400, () => dev.ask('GET', '/v1/dev/backups'))).toEqual({ 200: 400 });
    const { id } = await dev.volume();
    for (let times = 0; times < 11; times += 1) {
      await dev.backup(id);
      await dev.reach('volume', id, 'available');
    }
    expect((await dev.ask('GET', '/v1/dev/backups')).json().backups).toHaveLength(11);
  });
});
