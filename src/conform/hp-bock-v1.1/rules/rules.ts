import { attachmentCases } from '../../attachments.ts';
import type { Contract } from '../../contract.ts';
import { protocolCases } from '../../protocol.ts';
import type { RuleCase } from '../../suite.ts';
import { kinds } from '../kinds.ts';
import { resourceRules } from './resources.ts';
import { volumeRules } from './volumes.ts';

const D = 'hp-bock-v1.1';

/** What the document says beyond its examples, and what HTTP says for it. */
export const rules = (contract: Contract): RuleCase[] => [
  ...protocolCases(contract, D, {
    jsonOnly: [`${D}/4.1/json-only`, `${D}/4.4.1.1/xml-not-supported`],
    head: [`${D}/4.1/base-uri`],
    badToken: [`${D}/4.4.1.1/token-header`],
    malformed: [`${D}/4.1/json-only`],
  }),
  ...resourceRules,
  ...volumeRules,
  ...attachmentCases({
    volume: kinds.volume,
    attachment: kinds.attachment,
    list: `${D}/list-attached-volumes`,
    attachedVolume: '5825',
    freeVolume: '16474',
    server: '258315',
    removeStatus: 202,
    created: ({ volume }) => ({ id: volume, volumeId: volume }),
    found: ({ volume, server, device }) => ({
      device,
      serverId: Number(server),
      id: volume,
      volumeId: volume,
    }),
    ofVolume: ({ volume, server, device }) => ({
      device,
      serverId: Number(server),
      id: volume,
      volumeId: volume,
    }),
    none: [{}],
    attaching: ['attaching'],
    detaching: ['detaching'],
    rules: {
      life: [
        `${D}/4.4.2/volume-lifecycle-attach`,
        `${D}/4.4.2/volume-lifecycle-detach`,
        `${D}/4.4.3/attached-means-in-use`,
        `${D}/4.4.3.1/attachment-fields`,
        `${D}/4.4.3.2/attach-volume-in-body`,
        `${D}/4.4.3.2/attach-response-short`,
        `${D}/4.4.3.3/detach-202`,
        `${D}/4.4.3.3/detach-no-body`,
        `${D}/4.4.2.1/empty-values`,
      ],
      oneServer: [`${D}/4.4.3/one-server-per-volume`, `${D}/4.4.3/attach-needs-available`],
      otherServer: [
        `${D}/4.4.3.1/lists-volumes-of-server`,
        `${D}/4.4.3.3/detach-from-server`,
        `${D}/4.4.3/detach-needs-in-use`,
      ],
      tenants: [`${D}/4.4.3.1/lists-volumes-of-server`],
    },
  }),
];
