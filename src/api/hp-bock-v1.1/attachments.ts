import type { HpBockV11AttachmentsHandlers } from '../../../generated/server/hp-bock-v1-1-attachments.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { identifierOf } from '../identifiers.ts';
import { pageOf } from '../pages.ts';
import { attachmentView } from './views.ts';

/** Section 4.4.3. */
export function attachmentsHandlers({
  attachments,
  volumes,
}: Pick<Engine, 'attachments' | 'volumes'>): HpBockV11AttachmentsHandlers<ApiCaller> {
  return {
    async listAttachedVolumes({ path, query }, caller) {
      const found = await attachments.list(caller, path.server_id, pageOf(query));
      return { status: 200, body: { volumeAttachments: found.map(attachmentView) } };
    },

    async getAttachedVolumeDetails({ path }, caller) {
      const { id } = await volumes.get(caller, identifierOf(path.volume_id));
      const attachment = await attachments.get(caller, path.server_id, id);
      return { status: 200, body: { volumeAttachment: attachmentView(attachment) } };
    },

    async attachVolume({ path, body: { volumeAttachment } }, caller) {
      const { volumeId, device } = volumeAttachment;
      const { id } = await volumes.get(caller, identifierOf(volumeId));
      await attachments.attach(caller, { serverId: path.server_id, volumeId: id, device });
      // As it came, be it text or a number: hp-bock-v1.1/4.4.3.2/attach-response-short.
      return { status: 200, body: { volumeAttachment: { id: volumeId, volumeId } } };
    },

    async detachVolume({ path }, caller) {
      const { id } = await volumes.get(caller, identifierOf(path.volume_id));
      await attachments.detach(caller, path.server_id, id);
      return { status: 202 };
    },
  };
}
