import type { HpBlockStorageV1AttachmentsHandlers } from '../../../generated/server/hp-block-storage-v1-attachments.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { pageOf } from '../pages.ts';
import { attachmentView } from './views.ts';

interface AttachmentFields {
  readonly volumeId?: string | null;
  readonly volume_id?: string | null;
  readonly device?: string | null;
}

/** Section 4.5.4. */
export function attachmentsHandlers({
  attachments,
}: Pick<Engine, 'attachments'>): HpBlockStorageV1AttachmentsHandlers<ApiCaller> {
  return {
    async listAttachedVolumes({ path, query }, caller) {
      const found = await attachments.list(caller, path.server_id, pageOf(query));
      return { status: 200, body: { volumeAttachments: found.map(attachmentView) } };
    },

    async getAttachedVolumeDetails({ path }, caller) {
      const attachment = await attachments.get(caller, path.server_id, path.volume_id);
      return { status: 200, body: { volumeAttachment: attachmentView(attachment) } };
    },

    async attachVolume({ path, body: { volumeAttachment } }, caller) {
      // The document spells the id both ways; the contract requires one of them.
      const asked: AttachmentFields = volumeAttachment;
      const attachment = await attachments.attach(caller, {
        serverId: path.server_id,
        volumeId: asked.volumeId ?? asked.volume_id ?? '',
        device: asked.device,
      });
      return { status: 200, body: { volumeAttachment: attachmentView(attachment) } };
    },

    async detachVolume({ path }, caller) {
      await attachments.detach(caller, path.server_id, path.volume_id);
      return { status: 202 };
    },
  };
}
