import { canonicalXml } from '../http/xml/canonical.ts';
import { type Media, mediaTypeOf } from './case.ts';
import type { Contract, OperationContract } from './contract.ts';
import type { RuleCase } from './suite.ts';
import type { Trial } from './trial.ts';

/** The ids of the rules that a case about the protocol proves; without them there is no such case. */
export interface ProtocolRules {
  readonly suffix?: readonly string[];
  readonly accept?: readonly string[];
  readonly jsonByDefault?: readonly string[];
  /** XML is asked for and JSON comes, where a document has no XML. */
  readonly jsonOnly?: readonly string[];
  readonly head?: readonly string[];
  readonly badToken?: readonly string[];
  readonly malformed?: readonly string[];
  readonly formatsAgree?: readonly string[];
}

const other = (media: Media): Media => (media === 'json' ? 'xml' : 'json');

const nameOf = ({ id, document }: OperationContract): string => id.slice(document.length + 1);

const successOf = ({ responses }: OperationContract): number =>
  [...responses.keys()].find((status) => status < 300) ?? 200;

/** The call of an operation on what is shared; for a body its documented example. */
async function sharedCall(trial: Trial, operation: OperationContract) {
  const text = operation.requestExamples[mediaTypeOf(trial.media)];
  return { params: await trial.sharedParams(operation.id), ...(text === undefined ? {} : { text }) };
}

function readCases(operation: OperationContract, rules: ProtocolRules): RuleCase[] {
  const base = { operation: operation.id, status: successOf(operation) };
  const bilingual = operation.media.length > 1;
  const cases: (RuleCase | undefined)[] = [
    rules.suffix && {
      ...base,
      id: `${nameOf(operation)}/suffix-beats-accept`,
      rules: rules.suffix,
      async run(trial) {
        const headers = { Accept: mediaTypeOf(bilingual ? other(trial.media) : trial.media) };
        await trial.call(operation.id, base.status, {
          ...(await sharedCall(trial, operation)),
          suffix: `.${trial.media}`,
          headers,
        });
      },
    },
    rules.accept && bilingual
      ? {
          ...base,
          id: `${nameOf(operation)}/accept-by-quality`,
          rules: rules.accept,
          async run(trial) {
            const Accept = `${mediaTypeOf(other(trial.media))};q=0.2, ${mediaTypeOf(trial.media)};q=0.9, text/html`;
            await trial.call(operation.id, base.status, {
              ...(await sharedCall(trial, operation)),
              headers: { Accept },
            });
          },
        }
      : undefined,
    rules.jsonByDefault && {
      ...base,
      id: `${nameOf(operation)}/json-by-default`,
      media: ['json'],
      rules: rules.jsonByDefault,
      async run(trial) {
        const call = await sharedCall(trial, operation);
        for (const Accept of [null, '*/*'])
          await trial.call(operation.id, base.status, { ...call, headers: { Accept } });
      },
    },
    rules.jsonOnly && {
      ...base,
      id: `${nameOf(operation)}/json-only`,
      rules: rules.jsonOnly,
      async run(trial) {
        const headers = { Accept: 'application/xml' };
        await trial.call(operation.id, base.status, { ...(await sharedCall(trial, operation)), headers });
      },
    },
    rules.head && {
      ...base,
      id: `${nameOf(operation)}/head`,
      rules: rules.head,
      async run(trial) {
        const call = await sharedCall(trial, operation);
        const head = await trial.call(operation.id, base.status, { ...call, method: 'HEAD' });
        const type = String(head.headers['content-type']).split(';')[0];
        trial.check(
          'HEAD has the Content-Type of GET',
          type === mediaTypeOf(trial.media),
          mediaTypeOf(trial.media),
          type,
        );
        if (!operation.responses.has(401)) return;
        const refused = await trial.ask(operation.id, {
          ...call,
          method: 'HEAD',
          headers: { 'X-Auth-Token': null },
        });
        trial.check('HEAD needs a token as well', refused.status === 401, 401, refused.status);
      },
    },
    rules.formatsAgree && bilingual
      ? {
          ...base,
          id: `${nameOf(operation)}/formats-agree`,
          media: ['xml'],
          rules: rules.formatsAgree,
          run: (trial) => formatsAgree(trial, operation, base.status),
        }
      : undefined,
  ];
  return cases.filter((one) => one !== undefined);
}

/** The XML of a resource is what the contract writes for its JSON: nothing is lost between the two. */
async function formatsAgree(trial: Trial, operation: OperationContract, status: number): Promise<void> {
  const call = await sharedCall(trial, operation);
  const json = await trial.call(operation.id, status, { ...call, media: 'json' });
  const xml = await trial.call(operation.id, status, { ...call, media: 'xml' });
  try {
    const written = canonicalXml(
      trial.api.contract.codec.encodeResponse(operation.id, status, json.model),
    ).split('\n');
    const real = canonicalXml(xml.text).split('\n');
    const at = written.findIndex((line, i) => line !== real[i]);
    if (at >= 0 || written.length !== real.length)
      trial.note({
        what: 'JSON and XML say different things',
        expected: written[at]?.trim(),
        got: real[at]?.trim(),
      });
  } catch (error) {
    trial.note({
      what: `JSON and XML cannot be compared: ${error instanceof Error ? error.message : error}`,
    });
  }
}

/** Bodies that are not written as their format is. */
const UNREADABLE: Readonly<Record<Media, readonly string[]>> = { json: ['{"'], xml: ['<volume', '<a></b>'] };

/** Bodies without what the operation asks for. */
const BESIDE_THE_POINT: Readonly<Record<Media, readonly string[]>> = {
  json: ['[]', '"volume"', '{}', ''],
  xml: ['<unheard-of/>', ''],
};

function malformedCase(operation: OperationContract, rules: readonly string[]): RuleCase {
  return {
    id: `${nameOf(operation)}/malformed-body`,
    operation: operation.id,
    status: 400,
    rules,
    async run(trial) {
      const { params } = await sharedCall(trial, operation);
      const missing = operation.responses.has(422) ? trial.profile.unprocessable : 400;
      for (const text of UNREADABLE[trial.media]) await trial.call(operation.id, 400, { params, text });
      for (const text of BESIDE_THE_POINT[trial.media])
        await trial.call(operation.id, missing, { params, text });
    },
  };
}

function badTokenCase(operation: OperationContract, rules: readonly string[]): RuleCase {
  return {
    id: `${nameOf(operation)}/unknown-token`,
    operation: operation.id,
    status: 401,
    rules,
    async run(trial) {
      const params = Object.fromEntries(operation.parameters.map(({ name, example }) => [name, example]));
      const text = operation.requestExamples[mediaTypeOf(trial.media)];
      const as = { tenant: trial.target.first.tenant, token: 'no-such-token-at-all' };
      await trial.call(operation.id, 401, { params, as, ...(text === undefined ? {} : { text }) });
    },
  };
}

/** What is true of every operation of a document: formats, HEAD, tokens, bodies that cannot be read. */
export function protocolCases(contract: Contract, document: string, rules: ProtocolRules): RuleCase[] {
  const operations = [...contract.operations.values()].filter((operation) => operation.document === document);
  return operations.flatMap((operation) => {
    const needsToken = operation.responses.has(401);
    return [
      ...(operation.method === 'GET' ? readCases(operation, rules) : []),
      ...(rules.badToken && needsToken ? [badTokenCase(operation, rules.badToken)] : []),
      ...(rules.malformed && operation.takesBody ? [malformedCase(operation, rules.malformed)] : []),
    ];
  });
}
