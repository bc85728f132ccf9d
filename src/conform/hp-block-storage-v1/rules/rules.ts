import type { Contract } from '../../contract.ts';
import type { RuleCase } from '../../suite.ts';
import { attachmentRules } from './attachments.ts';
import { backupRules } from './backups.ts';
import { protocolRules } from './protocol.ts';
import { resourceRules } from './resources.ts';
import { volumeRules } from './volumes.ts';

/** What the document says beyond its examples, and what HTTP says for it. */
export const rules = (contract: Contract): RuleCase[] => [
  ...protocolRules(contract),
  ...resourceRules,
  ...volumeRules,
  ...backupRules,
  ...attachmentRules,
];
