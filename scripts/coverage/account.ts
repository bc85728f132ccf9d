/** What is known of each rule: the manifest, and where the rule is named. */
export interface Evidence {
  readonly rules: readonly { readonly id: string; readonly section: string; readonly kind: string }[];
  /** Ids in the titles of tests. */
  readonly tests: readonly Citation[];
  /** Ids in the first column of docs/DEVIATIONS.md. */
  readonly deviations: readonly Citation[];
  readonly open: readonly { readonly id: string; readonly reason: string }[];
}

export interface Citation {
  readonly id: string;
  /** File and line. */
  readonly where: string;
}

/**
 * How a rule is accounted for, the strongest way that applies. `info` says nothing that could be tested;
 * `open` cannot be proven yet.
 */
export type Status = 'tested' | 'deviation' | 'info' | 'open' | 'missing';
export const statuses: readonly Status[] = ['tested', 'deviation', 'info', 'open', 'missing'];

export interface RuleAccount {
  readonly id: string;
  readonly section: string;
  readonly status: Status;
  /** Whether it has a row in docs/DEVIATIONS.md, be it tested as well. */
  readonly deviates: boolean;
  /** Where the tests are that name it. */
  readonly tests: readonly string[];
}

export interface Account {
  readonly rules: readonly RuleAccount[];
  /** What has to be mended, in sentences: rules without proof, ids that no rule has, contradictions. */
  readonly problems: readonly string[];
}

function duplicates(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** Holds the evidence against the manifest. */
export function account({ rules, tests, deviations, open }: Evidence): Account {
  const testsOf = Map.groupBy(tests, ({ id }) => id);
  const deviating = new Set(deviations.map(({ id }) => id));
  const waiting = new Set(open.map(({ id }) => id));

  const statusOf = (id: string, kind: string): Status => {
    if (testsOf.has(id)) return 'tested';
    if (waiting.has(id)) return 'open';
    if (kind === 'info') return 'info';
    return deviating.has(id) ? 'deviation' : 'missing';
  };
  const accounts = rules.map(({ id, section, kind }) => ({
    id,
    section,
    status: statusOf(id, kind),
    deviates: deviating.has(id),
    tests: (testsOf.get(id) ?? []).map(({ where }) => where),
  }));

  const known = new Set(rules.map(({ id }) => id));
  const cited = [
    ...tests,
    ...deviations,
    ...open.map(({ id }) => ({ id, where: 'contract-tests/rules/open.tsv' })),
  ];
  const problems = [
    ...accounts
      .filter(({ status }) => status === 'missing')
      .map(({ id }) => `${id} has no test and no deviation`),
    ...cited
      .filter(({ id }) => !known.has(id))
      .map(({ id, where }) => `${where} names ${id}, which is no rule`),
    ...open.filter(({ id }) => testsOf.has(id)).map(({ id }) => `${id} is open and tested`),
    ...open.filter(({ reason }) => !/\w{3}/.test(reason)).map(({ id }) => `${id} is open without a reason`),
    ...duplicates(open.map(({ id }) => id)).map((id) => `${id} is open twice`),
    ...duplicates(rules.map(({ id }) => id)).map((id) => `${id} is twice in the manifest`),
  ];
  return { rules: accounts, problems };
}
