import type { ProfileName } from '../profile/profile.ts';
import type { Case, Media } from './case.ts';
import { MEDIA } from './case.ts';
import { type Contract, readConformContract } from './contract.ts';
import { type ExampleCase, exampleCases, responseCases } from './generated-cases.ts';
import { caseIn } from './profiled.ts';
import type { RuleCase, Suite } from './suite.ts';
import { suites } from './suites.ts';

export interface PlannedRule {
  readonly one: Case;
  readonly rule: RuleCase;
}

export interface Plan {
  readonly profile: ProfileName;
  readonly suites: readonly Suite[];
  readonly examples: readonly ExampleCase[];
  readonly responses: readonly Case[];
  readonly rules: readonly PlannedRule[];
  /** All of them, in the order of the report. */
  readonly cases: readonly Case[];
}

export interface Selection {
  /** Ids of documents; all when there are none. */
  readonly documents: readonly string[];
  readonly media: readonly Media[];
  /** Ids of operations, cases or examples; all when there are none. */
  readonly only: readonly string[];
  /** The documents' own word when it is left out. */
  readonly profile?: ProfileName | undefined;
}

/** A selection names something that there is not. */
export class NothingSelected extends Error {}

function rulesOf(contract: Contract, suite: Suite): PlannedRule[] {
  return suite.rules(contract).flatMap((rule) => {
    const operation = contract.operations.get(rule.operation);
    if (operation === undefined)
      throw new Error(`${rule.id} is about the unknown operation ${rule.operation}`);
    const media = MEDIA.filter((one) => operation.media.includes(one) && (rule.media ?? MEDIA).includes(one));
    return media.map((one) => ({
      rule,
      one: caseIn(contract.profile, {
        id: `${suite.document}/rule/${rule.id}.${one}`,
        kind: 'rule' as const,
        document: suite.document,
        operation: rule.operation,
        status: rule.status,
        media: one,
        example: null,
        rules: rule.rules,
      }),
    }));
  });
}

const isChosen = ({ only, media }: Selection, one: Case): boolean => {
  if (!media.includes(one.media)) return false;
  return only.length === 0 || only.some((id) => [one.id, one.operation, one.example].includes(id));
};

/**
 * The cases of a selection.
 * @throws NothingSelected when a document or an id is unknown, or nothing is left
 */
export function planFor(selection: Selection): Plan {
  const { documents, profile = 'documented' } = selection;
  const contract = readConformContract(profile);
  const unknown = documents.find((id) => !suites.some(({ document }) => document === id));
  if (unknown !== undefined)
    throw new NothingSelected(
      `--document ${unknown}: no such document; there are ${suites.map(({ document }) => document).join(', ')}`,
    );
  const chosen = suites.filter(({ document }) => documents.length === 0 || documents.includes(document));
  const ofChosen = ({ document }: Case) => chosen.some((suite) => suite.document === document);
  const inProfile = <Some extends Case>(one: Some): Some => caseIn(contract.profile, one);
  const examples = exampleCases().filter(ofChosen).map(inProfile);
  const responses = responseCases().filter(ofChosen).map(inProfile);
  const rules = chosen.flatMap((suite) => rulesOf(contract, suite));
  const all = [...examples, ...responses, ...rules.map(({ one }) => one)];
  const stray = selection.only.find(
    (id) => !all.some((one) => [one.id, one.operation, one.example].includes(id)),
  );
  if (stray !== undefined)
    throw new NothingSelected(`nothing has the id ${stray}; --dry-run lists what there is`);
  const plan = {
    profile,
    suites: chosen,
    examples: examples.filter((one) => isChosen(selection, one)),
    responses: responses.filter((one) => isChosen(selection, one)),
    rules: rules.filter(({ one }) => isChosen(selection, one)),
  };
  const cases = [...plan.examples, ...plan.responses, ...plan.rules.map(({ one }) => one)];
  if (cases.length === 0) throw new NothingSelected('the selection leaves nothing to run');
  const twice = cases.find(({ id }, i) => cases.findIndex((other) => other.id === id) !== i);
  if (twice !== undefined) throw new Error(`two cases have the id ${twice.id}`);
  return { ...plan, cases };
}
