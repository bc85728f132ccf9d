import type { Contract } from '../../contract.ts';
import { protocolCases } from '../../protocol.ts';
import type { RuleCase } from '../../suite.ts';

const D = 'hp-block-storage-v1';

export const protocolRules = (contract: Contract): RuleCase[] =>
  protocolCases(contract, D, {
    suffix: [`${D}/4.2.1/extension-selects-format`, `${D}/4.2.1/extension-beats-accept`],
    accept: [`${D}/4.2.1/accept-selects-format`, `${D}/4.2.1/response-media-types`],
    jsonByDefault: [`${D}/4.2.1/json-default`],
    head: [`${D}/2.1/restful-http`],
    badToken: [`${D}/4.2.3/bad-token-fails`, `${D}/4.4/error-401`],
    malformed: [`${D}/4.4/error-400`, `${D}/4.2.2/request-media-types`],
    formatsAgree: [`${D}/4.1.1/json-and-xml`, `${D}/4.5.1.1/xml-null-as-none`, `${D}/4.5.1.1/xml-timestamps`],
  });
