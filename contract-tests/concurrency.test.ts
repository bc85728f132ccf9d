import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Ask, asker, availableCopy, availableVolume, until } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';
import { type Listed, settled } from './support/settled.ts';

const times = <T>(count: number, make: (i: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, i) => make(i)));
const withStatus = (answers: readonly Answer[], status: number) =>
  answers.filter((answer) => answer.status === status);
const attachments = (serverId: string) => `/v2/dev/servers/${serverId}/os-volume_attachments`;

describe('two hundred at once', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    server = await startServer({ env: { CINDERBLOCK_LOG_LEVEL: 'warn' } });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  const create = () => ask('POST', '/v1/dev/volumes', { body: { volume: { size: 1 } } });

  it('[hp-block-storage-v1/4.4/over-limit-any-threshold] creations at a quota of 10: ten win', async () => {
    const answers = await times(200, create);
    const made = withStatus(answers, 200).map((answer) => answer.json().volume.id);
    const refused = withStatus(answers, 413);
    expect(made).toHaveLength(10);
    expect(refused).toHaveLength(190);
    for (const answer of refused) {
      expect(answer.headers.get('retry-after')).toBe('0');
      expect(answer.json()).toEqual({
        overLimit: {
          code: 413,
          message: 'VolumeLimitExceeded: Maximum number of volumes allowed (10) exceeded',
          retryAfter: 0,
        },
      });
    }
    const listed = await settled(ask, 'volumes');
    expect(listed.map(({ id }) => id).sort()).toEqual(made.sort());
  });

  it('a place that is given back is taken once', async () => {
    const [{ id = '' } = {}] = await settled(ask, 'volumes');
    expect((await ask('DELETE', `/v1/dev/volumes/${id}`)).status).toBe(202);
    await until(
      async () => (await ask('GET', `/v1/dev/volumes/${id}`)).status,
      (status) => status === 404,
    );
    expect(withStatus(await times(50, create), 200)).toHaveLength(1);
  });

  it('[hp-block-storage-v1/1/one-instance-at-a-time] attaches of one volume to as many servers: one wins', async () => {
    const [{ id = '' } = {}] = await settled(ask, 'volumes');
    const answers = await times(200, (i) =>
      ask('POST', attachments(`server-${i}`), { body: { volumeAttachment: { volumeId: id } } }),
    );
    const [winner, ...others] = withStatus(answers, 200);
    expect(others).toEqual([]);
    expect(withStatus(answers, 400)).toHaveLength(199);
    const attachment = winner?.json().volumeAttachment;
    expect(attachment).toEqual({ device: '/dev/vdb', id, serverId: attachment.serverId, volumeId: id });
    const volume = (await ask('GET', `/v1/dev/volumes/${id}`)).json().volume;
    expect(volume.status).toBe('in-use');
    expect(volume.attachments).toEqual([
      { device: '/dev/vdb', id, server_id: attachment.serverId, volume_id: id },
    ]);
    const lists = await times(200, (i) => ask('GET', attachments(`server-${i}`)));
    expect(lists.flatMap((list) => list.json().volumeAttachments)).toEqual([attachment]);

    const detached = await times(200, () => ask('DELETE', `${attachments(attachment.serverId)}/${id}`));
    expect(withStatus(detached, 202)).toHaveLength(1);
    expect(detached.filter(({ status }) => ![202, 400, 404].includes(status))).toEqual([]);
  });

  it('attaches of one volume to one server: one wins', async () => {
    const [{ id = '' } = {}] = await settled(ask, 'volumes');
    const answers = await times(200, () =>
      ask('POST', attachments('one'), { body: { volumeAttachment: { volumeId: id } } }),
    );
    expect(withStatus(answers, 200)).toHaveLength(1);
    expect(withStatus(answers, 400)).toHaveLength(199);
  });

  it('snapshots at a quota of 10: ten win', async () => {
    const volume = (await settled(ask, 'volumes')).find(({ status }) => status === 'available');
    const answers = await times(100, () =>
      ask('POST', '/v1/dev/snapshots', { body: { snapshot: { volume_id: volume?.id } } }),
    );
    expect(withStatus(answers, 200)).toHaveLength(10);
    expect(withStatus(answers, 413)).toHaveLength(90);
    expect((await settled(ask, 'snapshots')).map(({ status }) => status)).toEqual(
      Array(10).fill('available'),
    );
  });

  it('the server has failed at nothing', () => expect(server.log()).toBe(''));
});

describe('side by side', () => {
  let server: ServerProcess;
  let ask: Ask;
  beforeAll(async () => {
    const args = ['--quota-volumes', '-1', '--quota-snapshots', '-1', '--log-level', 'warn'];
    server = await startServer({ args });
    ask = asker(server.url);
  });
  afterAll(() => server.stop());

  it('[hp-block-storage-v1/4.5.1/quota-exceeded-413] volumes share their gigabytes', async () => {
    const create = () => ask('POST', '/v1/dev/volumes', { body: { volume: { size: 100 } } });
    const answers = await times(40, create);
    expect(withStatus(answers, 200)).toHaveLength(10);
    const [refused, ...more] = withStatus(answers, 413);
    expect(more).toHaveLength(29);
    expect(refused?.json()).toEqual({
      overLimit: {
        code: 413,
        message: 'VolumeSizeExceedsAvailableQuota: Requested volume exceeds allowed volume size quota',
        retryAfter: 0,
      },
    });
    const made = await settled(ask, 'volumes');
    const deleted = await Promise.all(made.map(({ id }) => ask('DELETE', `/v1/dev/volumes/${id}`)));
    expect(withStatus(deleted, 202)).toHaveLength(10);
    await until(
      async () => (await ask('GET', '/v1/dev/volumes')).json().volumes,
      (left) => left.length === 0,
    );
  });

  it('the volumes of a server have 26 devices and no two the same', async () => {
    const volumes = await times(30, () => availableVolume(ask));
    const attach = () =>
      Promise.all(
        volumes.map(({ id }) =>
          ask('POST', attachments('full'), { body: { volumeAttachment: { volumeId: id } } }),
        ),
      );
    const devices = [...'bcdefghijklmnopqrstuvwxyz', 'aa'].map((letters) => `/dev/vd${letters}`);
    for (let round = 0; round < 2; round += 1) {
      const answers = await attach();
      expect(withStatus(answers, 400)).toHaveLength(4);
      const attached = withStatus(answers, 200).map((answer) => answer.json().volumeAttachment);
      expect(attached.map(({ device }) => device).sort()).toEqual(devices.toSorted());
      const listed = (await ask('GET', attachments('full'))).json().volumeAttachments;
      expect(listed).toHaveLength(26);
      const answersToDetach = await Promise.all(
        attached.map(({ volumeId }) => ask('DELETE', `${attachments('full')}/${volumeId}`)),
      );
      expect(withStatus(answersToDetach, 202)).toHaveLength(26);
      expect((await settled(ask, 'volumes')).every(({ status }) => status === 'available')).toBe(true);
      expect((await ask('GET', attachments('full'))).json().volumeAttachments).toEqual([]);
    }

    const sameDevice = await Promise.all(
      volumes.map(({ id }) =>
        ask('POST', attachments('picky'), {
          body: { volumeAttachment: { volumeId: id, device: '/dev/vdx' } },
        }),
      ),
    );
    expect(withStatus(sameDevice, 200)).toHaveLength(1);
    expect(withStatus(sameDevice, 409)).toHaveLength(29);
    expect(sameDevice.find(({ status }) => status === 409)?.json()).toHaveProperty(
      'conflictingRequest.code',
      409,
    );
    expect((await settled(ask, 'volumes')).filter(({ status }) => status === 'available')).toHaveLength(29);
  });

  it('requests that are sent again have their effect once', async () => {
    const { id } = await availableVolume(ask);
    const backups = await times(20, () =>
      ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: id } } }),
    );
    expect(withStatus(backups, 200)).toHaveLength(1);
    expect(withStatus(backups, 400)).toHaveLength(19);
    const [backup, ...others] = await settled(ask, 'backups');
    expect(others).toEqual([]);

    const target = await availableVolume(ask);
    const restores = await times(20, () =>
      ask('POST', `/v1/dev/backups/${backup?.id}/restore`, { body: { restore: { volume_id: target.id } } }),
    );
    expect(withStatus(restores, 200)).toHaveLength(1);
    expect(withStatus(restores, 400)).toHaveLength(19);
    expect((await settled(ask, 'volumes')).find((volume) => volume.id === target.id)?.status).toBe(
      'available',
    );
    expect((await settled(ask, 'backups')).map(({ status }) => status)).toEqual(['available']);

    for (const path of [`/v1/dev/volumes/${id}`, `/v1/dev/backups/${backup?.id}`]) {
      const deletions = await times(20, () => ask('DELETE', path));
      expect(withStatus(deletions, 202), path).toHaveLength(1);
      expect(deletions.filter(({ status }) => ![202, 400, 404].includes(status))).toEqual([]);
      await until(
        async () => (await ask('GET', path)).status,
        (status) => status === 404,
      );
    }
  });

  it('what is done to one volume at the same time ends in a state that could have come one after the other', async () => {
    const outcomes = await times(8, async (round) => {
      const { id } = await availableVolume(ask);
      const serverId = `race-${round}`;
      const actions = [
        () => ask('DELETE', `/v1/dev/volumes/${id}`),
        () => ask('POST', '/v1/dev/snapshots', { body: { snapshot: { volume_id: id } } }),
        () => ask('POST', '/v1/dev/backups', { body: { backup: { volume_id: id } } }),
        () => ask('POST', attachments(serverId), { body: { volumeAttachment: { volumeId: id } } }),
      ];
      // Another one is first in each round.
      const order = actions.map((_, i) => (i + round) % actions.length);
      const answers = await Promise.all(order.map((i) => actions[i]?.()));
      const answerOf = (i: number) => answers[order.indexOf(i)];
      return {
        id,
        serverId,
        deleted: answerOf(0),
        snapshot: answerOf(1),
        backup: answerOf(2),
        attached: answerOf(3),
      };
    });
    const [volumes, snapshots, backups] = [
      await settled(ask, 'volumes'),
      await settled(ask, 'snapshots'),
      await settled(ask, 'backups'),
    ];
    const statusOf = (all: readonly Listed[], id: unknown) => all.find((one) => one.id === id)?.status;

    for (const { id, serverId, deleted, snapshot, backup, attached } of outcomes) {
      for (const answer of [deleted, snapshot, backup, attached]) {
        expect([200, 202, 400, 404]).toContain(answer?.status);
      }
      if (snapshot?.status === 200)
        expect(statusOf(snapshots, snapshot.json().snapshot.id)).toBe('available');
      if (backup?.status === 200) expect(statusOf(backups, backup.json().backup.id)).toBe('available');
      const ofServer = (await ask('GET', attachments(serverId))).json().volumeAttachments;
      if (deleted?.status === 202) {
        expect(statusOf(volumes, id)).toBeUndefined();
        expect(ofServer).toEqual([]);
      } else if (attached?.status === 200) {
        expect(statusOf(volumes, id)).toBe('in-use');
        expect(ofServer).toHaveLength(1);
      } else {
        expect(statusOf(volumes, id)).toBe('available');
        expect(ofServer).toEqual([]);
      }
    }
  });

  it('copies made at the same time all end well', async () => {
    const { id } = await availableVolume(ask);
    const snapshot = await availableCopy(ask, 'snapshot', { volume_id: id });
    const made = await times(10, (i) =>
      ask('POST', '/v1/dev/volumes', {
        body: { volume: i % 2 === 0 ? { size: 1, source_volid: id } : { size: 1, snapshot_id: snapshot.id } },
      }),
    );
    expect(withStatus(made, 200)).toHaveLength(10);
    const ids = made.map((answer) => answer.json().volume.id);
    const all = await settled(ask, 'volumes');
    expect(ids.map((one) => all.find((volume) => volume.id === one)?.status)).toEqual(
      Array(10).fill('available'),
    );
  });

  it('the server has failed at nothing', () => expect(server.log()).toBe(''));
});
