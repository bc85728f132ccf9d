import { attachmentCases, volumeInUse } from '../../attachments.ts';
import { startIn } from '../../looking.ts';
import { newServerId } from '../../servers.ts';
import type { RuleCase } from '../../suite.ts';
import { kinds } from '../kinds.ts';

const D = 'hp-block-storage-v1';
const ATTACHED = 'c3b1a45c-9f3a-4226-af72-f38709ab25f2';

const attachment = ({ volume, server, device }: { volume: unknown; server: string; device: string }) => ({
  device,
  id: volume,
  serverId: server,
  volumeId: volume,
});

export const attachmentRules: readonly RuleCase[] = [
  ...attachmentCases({
    volume: kinds.volume,
    attachment: kinds.attachment,
    list: `${D}/list-attached-volumes`,
    attachedVolume: ATTACHED,
    freeVolume: '9b93609e-229f-4e99-8f1e-721fcd86e7db',
    server: 'bb6a4f73-c851-4d62-8ef4-56c9b6c12df1',
    removeStatus: 202,
    created: attachment,
    found: attachment,
    ofVolume: ({ volume, server, device }) => ({ device, id: volume, server_id: server, volume_id: volume }),
    none: [],
    attaching: ['attaching'],
    detaching: ['detaching'],
    rules: {
      life: [
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
      oneServer: [`${D}/1/one-instance-at-a-time`],
      otherServer: [`${D}/4.5.4.1/lists-volumes-of-server`, `${D}/4.5.4.3/detach-volume-from-server`],
      tenants: [`${D}/4.2.3/token-scope`, `${D}/3.1/tenant-id-in-every-call`],
    },
  }),
  {
    id: 'attachments/device-is-chosen',
    operation: kinds.attachment.create,
    status: 200,
    rules: [`${D}/4.5.4.2/param-device`, `${D}/4.5.4.2/param-volume-id`],
    async run(trial) {
      const volume = await trial.make('volume', { volume: { size: 1 } });
      const body = { volumeAttachment: { volume_id: volume.id } };
      const params = { server_id: trial.target.servers.at(-1) ?? newServerId(trial.suite) };
      const made = await startIn(trial, { kind: 'attachment', createStatus: 200 }, body, params);
      const { device } = made.model;
      trial.check('a device is chosen', /^\/dev\/[a-z]+$/.test(String(device)), '/dev/vdb', device);
      await trial.happens('volume in-use', () => trial.workshop.ready(made));
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
      const volume_id = await volumeInUse(trial, ATTACHED);
      await trial.call(kinds.snapshot.create, 400, { body: { snapshot: { volume_id } } });
      await trial.call(kinds.snapshot.create, 400, { body: { snapshot: { volume_id, force: false } } });
      const body = { snapshot: { volume_id, force: true } };
      const made = await startIn(trial, { kind: 'snapshot', createStatus: 200 }, body);
      await trial.becomes(made, 'available', ['creating']);
    },
  },
];
