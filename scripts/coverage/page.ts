import type {
  CurlFacts,
  DocumentFacts,
  OperationFacts,
  PayloadFacts,
  RuleFacts,
  RuleStatus,
} from './facts.ts';
import { cellCode, cellText, link, markdownTable } from './markdown.ts';

const NONE = '';
/** Below docs/, where the page is. */
const fileLink = (file: string): string => link(shortName(file), `../${file}`);
const shortName = (file: string): string =>
  file.replace(/^(contract-tests|src\/api)\//, '').replace(/(\.test)?\.ts$/, '');
const fileLinks = (files: readonly string[]): string => files.map(fileLink).join(', ');
/** Within its own tables a document need not be named again. */
const localId = (id: string): string => id.slice(id.indexOf('/') + 1);

const isProven = ({ status }: RuleFacts): boolean => ['tested', 'deviation', 'info'].includes(status);
const isCovered = ({ handler, transactions }: OperationFacts): boolean =>
  handler !== undefined && transactions > 0;
const isShown = ({ file }: PayloadFacts): boolean => file !== undefined;
const isRun = ({ command }: CurlFacts): boolean => command !== undefined;

const statusCounts: readonly RuleStatus[] = ['tested', 'deviation', 'info', 'open', 'missing'];
const statusWords: Record<RuleStatus, string> = {
  tested: 'tested',
  deviation: 'deviation only',
  info: 'info',
  open: 'open',
  missing: 'missing',
};

function summary(facts: readonly DocumentFacts[]): string {
  const row = (name: string, of: readonly DocumentFacts[]): string[] => {
    const part = <Fact>(facts: readonly Fact[], holds: (fact: Fact) => boolean) =>
      `${facts.filter(holds).length} of ${facts.length}`;
    const rules = of.flatMap((facts) => facts.rules);
    return [
      name,
      part(
        of.flatMap(({ operations }) => operations),
        isCovered,
      ),
      part(
        of.flatMap(({ payloads }) => payloads),
        isShown,
      ),
      part(
        of.flatMap(({ curlCommands }) => curlCommands),
        isRun,
      ),
      part(rules, isProven),
      ...statusCounts.map((status) => String(rules.filter((rule) => rule.status === status).length)),
    ];
  };
  const heads = [
    'document',
    'operations',
    'payloads',
    'curl commands',
    'rules',
    ...statusCounts.map((status) => statusWords[status]),
  ];
  const rows = facts.map((of) => row(link(of.document, `#${of.document.replaceAll('.', '')}`), [of]));
  return markdownTable(heads, [...rows, row('**all**', facts)], heads.length - 1);
}

const operationTable = (operations: readonly OperationFacts[]): string =>
  markdownTable(
    ['operation', 'section', 'request', 'handler', 'tests of its rules', 'Dredd'],
    operations.map(({ id, section, method, path, handler, tests, transactions }) => [
      cellCode(localId(id)),
      section,
      cellCode(`${method} ${path}`),
      handler === undefined ? NONE : fileLink(handler),
      fileLinks(tests),
      String(transactions),
    ]),
    1,
  );

const conditions: Readonly<Record<string, string>> = {
  verbatim: 'as it stands',
  repairable: 'repaired',
  lost: 'rebuilt',
};

function whatItIs(direction: string, status: string): string {
  if (direction === 'other') return 'part of a response';
  return direction === 'request' ? direction : `${direction} ${status}`;
}

const payloadTable = (payloads: readonly PayloadFacts[]): string =>
  markdownTable(
    ['payload', 'operation', 'what', 'sample', 'Dredd'],
    payloads.map(({ id, operation, direction, status, condition, file, transactions }) => [
      file === undefined ? cellCode(localId(id)) : link(cellCode(localId(id)), `../${file}`),
      operation === 'common' ? 'all' : cellCode(localId(operation)),
      whatItIs(direction, status),
      conditions[condition] ?? condition,
      String(transactions),
    ]),
    1,
  );

const curlTable = (curlCommands: readonly CurlFacts[]): string =>
  markdownTable(
    ['curl command', 'operation', 'as the document has it'],
    curlCommands.map(({ id, operation, command }) => [
      cellCode(localId(id)),
      operation === 'common' ? 'all' : cellCode(localId(operation)),
      command === undefined ? 'not run' : cellCode(command),
    ]),
  );

function proofOf({ tests, deviation, openFor }: RuleFacts): string {
  const proofs = [
    fileLinks(tests),
    deviation === undefined ? NONE : link('deviation', `DEVIATIONS.md#${deviation}`),
    openFor === undefined ? NONE : cellText(openFor),
  ];
  return proofs.filter((proof) => proof !== NONE).join(', ');
}

const ruleTable = (rules: readonly RuleFacts[]): string =>
  markdownTable(
    ['rule', 'the document says', 'status', 'proof'],
    rules.map((rule) => [
      cellCode(localId(rule.id)),
      cellText(rule.statement),
      statusWords[rule.status],
      proofOf(rule),
    ]),
  );

function documentPart({
  document,
  served,
  operations,
  payloads,
  curlCommands,
  rules,
}: DocumentFacts): string {
  if (!served) return `## ${document}\n\nNot served yet.`;
  return [
    `## ${document}`,
    `### Operations of ${document}`,
    operationTable(operations),
    `### Payloads of ${document}`,
    payloadTable(payloads),
    `### curl commands of ${document}`,
    curlTable(curlCommands),
    `### Rules of ${document}`,
    ruleTable(rules),
  ].join('\n\n');
}

const INTRODUCTION = `# Coverage

What the documents hold, and what proves that it is served. Made by \`make coverage-page\` from the tables of
[contract-tests/manifest](../contract-tests/manifest), the contract and the titles of the tests; never edit it.
\`make coverage\` and \`make test\` fail when it is not what the sources make.`;

const LEGEND = `- **operations**: in the contract, with a handler, and asked for by
  [Dredd](../contract-tests/conform.test.ts) with every documented answer. Every operation is also tried
  [by another tenant](../contract-tests/tenants.test.ts), [with bad bodies](../contract-tests/bad-input.test.ts) and
  [on the mock](../contract-tests/mock.test.ts).
- **payloads**: the JSON and XML samples, in the contract with
  [their values untouched, valid, and the same model in both formats](../contract-tests/payloads.test.ts). Beyond the
  samples, [models of every schema survive XML](../contract-tests/properties/xml-round-trip.test.ts).
- **curl commands**: [run against the server](../contract-tests/curl.test.ts) as the document has them.
- **rules**: every statement of a document has one status. _Tested_: the title of a test names its id; what differs in
  part links to [its deviation](DEVIATIONS.md) as well. _Deviation only_: it does not hold here, and the row says why.
  _Info_: it says nothing that could be tested. These three count. _Open_: it
  [waits for something](../contract-tests/rules/open.tsv). _Missing_: nothing accounts for it.`;

/** The whole page, ending in a newline. */
export const coveragePage = (facts: readonly DocumentFacts[]): string =>
  `${[INTRODUCTION, summary(facts), LEGEND, ...facts.map(documentPart)].join('\n\n')}\n`;
