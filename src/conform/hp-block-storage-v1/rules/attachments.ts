import { randomUUID } from 'node:crypto';
import { startIn } from '../../resources.ts';
import type { RuleCase } from '../../suite.ts';
import type { Trial } from '../../trial.ts';
import type { Json, Made } from '../../workshop.ts';
import { kinds } from '../kinds.ts';

const D = 'hp-block-storage-v1';
const { create, get, remove } = kinds.attachment;
const LIST = `${D}/list-attached-volumes`;

const server = (trial: Trial): string => trial.target.servers.at(-1) ?? randomUUID();

const listOf = async (trial: Trial, server_id: string, as = trial.target.first): Promise<Json[]> => {
  const { model } = await trial.call(LIST, 200, { params: { server_id }, as });
  return (model as { volumeAttachments?: Json[] } | undefined)?.volumeAttachments ?? [];
};

const lookAt = async (trial: Trial, volume: Made): Promise<Json> =>
  trial.inside(kinds.volume, await trial.call(kinds.volume.get, 200, { params: volume.params }));

export const attachmentRules: readonly RuleCase[] = [
  {
    id: 'attachments/life',
    operation: create,
    status: 200,
    rules: [
      `${D}/4.5.4/status-available-attaching`,
      `${D}/4.5.4/status-attaching-in-use`,
      `${D}/4.5.4/status-in-use-detaching`,
      `${D}/4.5.4/status-detaching-available`,
      `${D}/4.5.4.2/attach-volume-to-server`,
      `${D}/4.5.4.1/attachment-fields`,
      `${D}/4.5.4.4/get-attachment`,
      `${D}/4.5.1.1/attachment-fields`,
      `${D}/4.5.4.3/detach-202`,
      `${D}/4.5.4.3/detach-no-body`,
    ],
    async run(trial) {
      const volume = await trial.make('volume', { volume: { size: 1 } });
      const server_id = server(trial);
      const attachment = { device: '/dev/vdf', id: volume.id, serverId: server_id, volumeId: volume.id };
      const body = { volumeAttachment: { volumeId: volume.id, device: '/dev/vdf' } };
      const made = await startIn(trial, { kind: 'attachment', createStatus: 200 }, body, { server_id });
      trial.equal('the answer to an attachment', made.model, attachment);
      await trial.becomes(volume, 'in-use', ['attaching']);
      const params = { server_id, volume_id: volume.id };
      trial.equal(
        'the attachment',
        trial.inside(kinds.attachment, await trial.call(get, 200, { params })),
        attachment,
      );
      trial.equal(
        'the volumes of the server',
        (await listOf(trial, server_id)).filter(({ id }) => id === volume.id),
        [attachment],
      );
      trial.equal('the attachments of the volume', (await lookAt(trial, volume))['attachments'], [
        { device: '/dev/vdf', id: volume.id, server_id, volume_id: volume.id },
      ]);
      await trial.call(remove, 202, { params });
      await trial.becomes(volume, 'available', ['in-use', 'detaching']);
      trial.workshop.forget(made);
      await trial.call(get, 404, { params });
      await trial.call(remove, 404, { params });
      trial.equal(
        'the attachments of a volume that was detached',
        (await lookAt(trial, volume))['attachments'],
        [],
      );
      trial.check(
        'a server has nothing that was detached',
        !(await listOf(trial, server_id)).some(({ id }) => id === volume.id),
      );
    },
  },
  {
    id: 'attachments/one-server-at-a-time',
    operation: create,
    status: 400,
    rules: [`${D}/1/one-instance-at-a-time`],
    async run(trial) {
      const volume = await trial.shared('volume/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      await trial.shared('attachment/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      await trial.call(create, 400, {
        params: { server_id: server(trial) },
        body: { volumeAttachment: { volumeId: volume } },
      });
    },
  },
  {
    id: 'attachments/device-is-chosen',
    operation: create,
    status: 200,
    rules: [`${D}/4.5.4.2/param-device`, `${D}/4.5.4.2/param-volume-id`],
    async run(trial) {
      const volume = await trial.make('volume', { volume: { size: 1 } });
      const made = await startIn(
        trial,
        { kind: 'attachment', createStatus: 200 },
        { volumeAttachment: { volume_id: volume.id } },
        { server_id: server(trial) },
      );
      trial.check(
        'a device is chosen',
        /^\/dev\/[a-z]+$/.test(String(made.model['device'])),
        '/dev/vdb',
        made.model['device'],
      );
      await trial.happens('volume in-use', () => trial.workshop.ready(made));
    },
  },
  {
    id: 'attachments/of-another-server',
    operation: remove,
    status: 404,
    rules: [`${D}/4.5.4.1/lists-volumes-of-server`, `${D}/4.5.4.3/detach-volume-from-server`],
    async run(trial) {
      const volume_id = await trial.shared('attachment/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      const params = { server_id: randomUUID(), volume_id };
      await trial.call(get, 404, { params });
      await trial.call(remove, 404, { params });
      const reply = await trial.ask(LIST, { params });
      const listed = (reply.model as { volumeAttachments?: Json[] } | undefined)?.volumeAttachments ?? [];
      trial.check(
        'another server does not have it',
        !listed.some(({ id }) => id === volume_id),
        'not there',
        volume_id,
      );
    },
  },
  {
    id: 'attachments/other-tenant',
    operation: get,
    status: 404,
    rules: [`${D}/4.2.3/token-scope`, `${D}/3.1/tenant-id-in-every-call`],
    needs: 'second tenant',
    async run(trial) {
      const { second } = trial;
      const volume_id = await trial.shared('attachment/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      const server_id = String(await trial.shared('server/bb6a4f73-c851-4d62-8ef4-56c9b6c12df1'));
      const params = { server_id, volume_id };
      await trial.call(get, 404, { params, as: second });
      await trial.call(remove, 404, { params, as: second });
      const listed = await trial.ask(LIST, { params, as: second });
      trial.check(
        'another tenant does not see it',
        !listed.text.includes(String(volume_id)),
        'not there',
        listed.text,
      );
      const free = await trial.shared('volume/9b93609e-229f-4e99-8f1e-721fcd86e7db');
      await trial.call(create, 404, { params, as: second, body: { volumeAttachment: { volumeId: free } } });
      await trial.call(get, 200, { params });
    },
  },
  {
    id: 'snapshots/of-volume-in-use',
    operation: kinds.snapshot.create,
    status: 400,
    rules: [
      `${D}/2.2.2/snapshot-needs-available-volume`,
      `${D}/4.5.2/attached-needs-force`,
      `${D}/4.5.2.4/param-force-default`,
    ],
    async run(trial) {
      const volume_id = await trial.shared('volume/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      await trial.shared('attachment/c3b1a45c-9f3a-4226-af72-f38709ab25f2');
      await trial.call(kinds.snapshot.create, 400, { body: { snapshot: { volume_id } } });
      await trial.call(kinds.snapshot.create, 400, { body: { snapshot: { volume_id, force: false } } });
      const made = await startIn(
        trial,
        { kind: 'snapshot', createStatus: 200 },
        { snapshot: { volume_id, force: true } },
      );
      await trial.becomes(made, 'available', ['creating']);
    },
  },
];
