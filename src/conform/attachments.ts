import { startIn } from './looking.ts';
import { newServerId } from './servers.ts';
import type { Kind, RuleCase } from './suite.ts';
import type { Caller } from './target.ts';
import type { Trial } from './trial.ts';
import type { Json, Made } from './workshop.ts';

/** What the cases about attaching volumes need to know of a document. */
export interface AttachmentRules {
  readonly volume: Kind;
  readonly attachment: Kind;
  /** Operation that lists the volumes of a server. */
  readonly list: string;
  /** The ids that the document uses for the shared volume that is attached, and for one that is not. */
  readonly attachedVolume: string;
  readonly freeVolume: string;
  readonly server: string;
  readonly removeStatus: number;
  /** The answer to an attachment, an attachment as it is found, and as its volume shows it. */
  created(at: Place): Json;
  found(at: Place): Json;
  ofVolume(at: Place): Json;
  /** What stands for no attachment in a volume. */
  readonly none: readonly Json[];
  /** A status of the volume on the way, when the document has one. */
  readonly attaching: readonly string[];
  readonly detaching: readonly string[];
  readonly rules: Readonly<Record<'life' | 'oneServer' | 'otherServer' | 'tenants', readonly string[]>>;
}

export interface Place {
  readonly volume: string | number;
  readonly server: string;
  readonly device: string;
}

const serverFor = (trial: Trial): string => trial.target.servers.at(-1) ?? newServerId(trial.suite);

/** An id in a path is text, in a body it may be a number. */
const same = (left: unknown, right: unknown): boolean => String(left) === String(right);

async function listOf(
  trial: Trial,
  list: string,
  server_id: string,
  as: Caller = trial.target.first,
): Promise<Json[]> {
  const { model } = await trial.call(list, 200, { params: { server_id }, as });
  return (model as { volumeAttachments?: Json[] } | undefined)?.volumeAttachments ?? [];
}

async function life(trial: Trial, given: AttachmentRules): Promise<void> {
  const { volume: volumes, attachment, list } = given;
  const volume = await trial.make('volume', { volume: { size: 1 } });
  const server_id = serverFor(trial);
  const at = { volume: volume.id, server: server_id, device: '/dev/vdf' };
  const body = { volumeAttachment: { volumeId: volume.id, device: at.device } };
  const made = await startIn(trial, { kind: 'attachment', createStatus: 200 }, body, { server_id });
  trial.equal('the answer to an attachment', made.model, given.created(at));
  await trial.becomes(volume, 'in-use', given.attaching);
  const params = { server_id, volume_id: volume.id };
  trial.equal(
    'the attachment',
    trial.inside(attachment, await trial.call(attachment.get, 200, { params })),
    given.found(at),
  );
  const listed = (await listOf(trial, list, server_id)).filter(({ id }) => same(id, volume.id));
  trial.equal('the volumes of the server', listed, [given.found(at)]);
  const attachmentsOf = async (of: Made) =>
    trial.inside(volumes, await trial.call(volumes.get, 200, { params: of.params }))['attachments'];
  trial.equal('the attachments of the volume', await attachmentsOf(volume), [given.ofVolume(at)]);
  await trial.call(attachment.remove, given.removeStatus, { params });
  await trial.becomes(volume, 'available', ['in-use', ...given.detaching]);
  trial.workshop.forget(made);
  await trial.call(attachment.get, 404, { params });
  await trial.call(attachment.remove, 404, { params });
  trial.equal('the attachments of a volume that was detached', await attachmentsOf(volume), given.none);
  const after = await listOf(trial, list, server_id);
  trial.check('a server has nothing that was detached', !after.some(({ id }) => same(id, volume.id)));
}

/** A volume that is attached, for cases that only look at it. */
export async function volumeInUse(trial: Trial, id: string): Promise<string | number> {
  await trial.shared(`attachment/${id}`);
  return trial.shared(`volume/${id}`);
}

/** Attaching and detaching: one volume, one server, and nobody else's. */
export function attachmentCases(given: AttachmentRules): RuleCase[] {
  const { create, get, remove } = given.attachment;
  return [
    {
      id: 'attachments/life',
      operation: create,
      status: 200,
      rules: given.rules.life,
      run: (trial) => life(trial, given),
    },
    {
      id: 'attachments/one-server-at-a-time',
      operation: create,
      status: 400,
      rules: given.rules.oneServer,
      async run(trial) {
        const volume = await volumeInUse(trial, given.attachedVolume);
        const body = { volumeAttachment: { volumeId: volume, device: '/dev/vdz' } };
        await trial.call(create, 400, { params: { server_id: serverFor(trial) }, body });
      },
    },
    {
      id: 'attachments/in-use-is-not-deleted',
      operation: given.volume.remove,
      status: 400,
      rules: given.rules.oneServer,
      async run(trial) {
        const volume_id = await volumeInUse(trial, given.attachedVolume);
        await trial.call(given.volume.remove, 400, { params: { volume_id } });
        const found = trial.inside(
          given.volume,
          await trial.call(given.volume.get, 200, { params: { volume_id } }),
        );
        trial.equal('a volume whose deletion was refused', found['status'], 'in-use');
      },
    },
    {
      id: 'attachments/of-another-server',
      operation: remove,
      status: 404,
      rules: given.rules.otherServer,
      async run(trial) {
        const volume_id = await volumeInUse(trial, given.attachedVolume);
        const params = { server_id: newServerId(trial.suite), volume_id };
        await trial.call(get, 404, { params });
        await trial.call(remove, 404, { params });
        const reply = await trial.ask(given.list, { params });
        const listed = (reply.model as { volumeAttachments?: Json[] } | undefined)?.volumeAttachments ?? [];
        trial.check(
          'another server does not have it',
          !listed.some(({ id }) => same(id, volume_id)),
          'not there',
          volume_id,
        );
      },
    },
    {
      id: 'attachments/other-tenant',
      operation: get,
      status: 404,
      rules: given.rules.tenants,
      needs: 'second tenant',
      async run(trial) {
        const { second } = trial;
        const volume_id = await volumeInUse(trial, given.attachedVolume);
        const params = { server_id: await trial.shared(`server/${given.server}`), volume_id };
        await trial.call(get, 404, { params, as: second });
        await trial.call(remove, 404, { params, as: second });
        const listed = await listOf(trial, given.list, String(params.server_id), second);
        trial.check(
          'another tenant does not see it',
          !listed.some(({ id }) => same(id, volume_id)),
          'not there',
          volume_id,
        );
        const free = await trial.shared(`volume/${given.freeVolume}`);
        const body = { volumeAttachment: { volumeId: free, device: '/dev/vdz' } };
        await trial.call(create, 404, { params, as: second, body });
        await trial.call(get, 200, { params });
      },
    },
  ];
}
