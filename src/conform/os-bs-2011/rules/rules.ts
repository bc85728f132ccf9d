import type { Contract } from '../../contract.ts';
import { protocolCases } from '../../protocol.ts';
import type { RuleCase } from '../../suite.ts';
import { metadataRules } from './metadata.ts';
import { nameAndLinkRules } from './names-and-links.ts';
import { resourceRules } from './resources.ts';
import { typeRules } from './types.ts';
import { volumeRules } from './volumes.ts';

const D = 'os-bs-2011';

/** What the document says beyond its examples, and what HTTP says for it. */
export const rules = (contract: Contract): RuleCase[] => [
  ...protocolCases(contract, D, {
    accept: [`${D}/2.1/no-new-headers`],
    jsonByDefault: [`${D}/2.1/no-new-headers`],
    head: [`${D}/2.3/paths-below-tenant`],
    badToken: [`${D}/2.3.1.1.1/common-faults`],
    malformed: [`${D}/2.3.1.1.1/common-faults`],
    formatsAgree: [`${D}/2/top-level-entities`],
  }),
  ...resourceRules,
  ...metadataRules,
  ...nameAndLinkRules,
  ...volumeRules,
  ...typeRules,
];
