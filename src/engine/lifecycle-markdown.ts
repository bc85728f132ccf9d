import {
  backupLifecycle,
  type LifecycleRow,
  type StepRow,
  snapshotForcedLifecycle,
  snapshotLifecycle,
  volumeForcedLifecycle,
  volumeHolderLifecycle,
  volumeLifecycle,
  volumeSteps,
} from './lifecycle.ts';

type Table = Readonly<Record<string, LifecycleRow<string>>>;

interface Resource {
  readonly table: Table;
  readonly steps?: Readonly<Record<string, StepRow<string>>>;
  /** Possible from almost anywhere: in the list, and not in the diagram, where they would hide the rest. */
  readonly forced?: Table;
}

const resources: Readonly<Record<string, Resource>> = {
  Volume: {
    table: { ...volumeLifecycle, ...volumeHolderLifecycle },
    steps: volumeSteps,
    forced: volumeForcedLifecycle,
  },
  Snapshot: { table: snapshotLifecycle, forced: snapshotForcedLifecycle },
  Backup: { table: backupLifecycle },
};

// Mermaid takes a hyphen in the name of a state for an arrow.
const stateId = (status: string) => status.replaceAll('-', '_');

/** Every arrow of one action: into its first state, along its states, and out to success and error. */
function* arrows(action: string, row: LifecycleRow<string>): Generator<readonly [string, string, string]> {
  const [first] = row.during;
  for (const from of row.from) yield [stateId(from), stateId(first), action];
  if (row.from.length === 0) yield ['[*]', stateId(first), action];
  for (const [index, status] of row.during.entries()) {
    const next = row.during[index + 1] ?? row.to;
    yield [stateId(status), stateId(next), ''];
    if (row.onError !== next) yield [stateId(status), stateId(row.onError), 'error'];
  }
}

function diagram({ table, steps = {} }: Resource): string {
  const lines = new Set<string>();
  const shown = new Set<string>();
  for (const [action, row] of Object.entries(table)) {
    for (const status of [...row.from, ...row.during, row.to, row.onError]) shown.add(status);
    for (const [from, to, label] of arrows(action, row)) {
      lines.add(`  ${from} --> ${to}${label === '' ? '' : ` : ${label}`}`);
    }
  }
  for (const [step, { from, to }] of Object.entries(steps)) {
    for (const status of from) lines.add(`  ${stateId(status)} --> ${stateId(to)} : ${step}`);
  }
  const names = [...shown].filter((status) => status.includes('-'));
  const aliases = names.map((status) => `  state "${status}" as ${stateId(status)}`);
  return ['```mermaid', 'stateDiagram-v2', ...aliases, ...lines, '```'].join('\n');
}

function listing({ table, steps = {}, forced = {} }: Resource): string {
  const code = (statuses: readonly string[]) => statuses.map((status) => `\`${status}\``).join(', ');
  const rows = Object.entries({ ...table, ...forced }).map(([action, row]) => {
    const cells = [action, code(row.from) || '(new)', code(row.during), code([row.to]), code([row.onError])];
    return `| ${[...cells, row.rules.join('<br>')].join(' | ')} |`;
  });
  const stepRows = Object.entries(steps).map(
    ([step, { from, to }]) => `| ${step} | ${code(from)} | (at once) | ${code([to])} | | |`,
  );
  return [
    '| action | from | during | after | on error | rules |',
    '|---|---|---|---|---|---|',
    ...rows,
    ...stepRows,
  ].join('\n');
}

/** The lifecycle tables as Markdown with a Mermaid diagram each, for the documentation. */
export function lifecycleMarkdown(): string {
  const sections = Object.entries(resources).map(
    ([name, resource]) => `## ${name}\n\n${diagram(resource)}\n\n${listing(resource)}\n`,
  );
  return sections.join('\n');
}
