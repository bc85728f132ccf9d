import { backupLifecycle, type LifecycleRow, snapshotLifecycle, volumeLifecycle } from './lifecycle.ts';

type Table = Readonly<Record<string, LifecycleRow<string>>>;

const resources: Readonly<Record<string, Table>> = {
  Volume: volumeLifecycle,
  Snapshot: snapshotLifecycle,
  Backup: backupLifecycle,
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

function diagram(table: Table): string {
  const lines = new Set<string>();
  const shown = new Set<string>();
  for (const [action, row] of Object.entries(table)) {
    for (const status of [...row.from, ...row.during, row.to, row.onError]) shown.add(status);
    for (const [from, to, label] of arrows(action, row)) {
      lines.add(`  ${from} --> ${to}${label === '' ? '' : ` : ${label}`}`);
    }
  }
  const names = [...shown].filter((status) => status.includes('-'));
  const aliases = names.map((status) => `  state "${status}" as ${stateId(status)}`);
  return ['```mermaid', 'stateDiagram-v2', ...aliases, ...lines, '```'].join('\n');
}

function listing(table: Table): string {
  const code = (statuses: readonly string[]) => statuses.map((status) => `\`${status}\``).join(', ');
  const rows = Object.entries(table).map(([action, row]) => {
    const cells = [action, code(row.from) || '(new)', code(row.during), code([row.to]), code([row.onError])];
    return `| ${[...cells, row.rules.join('<br>')].join(' | ')} |`;
  });
  return ['| action | from | during | after | on error | rules |', '|---|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

/** The lifecycle tables as Markdown with a Mermaid diagram each, for the documentation. */
export function lifecycleMarkdown(): string {
  const sections = Object.entries(resources).map(
    ([name, table]) => `## ${name}\n\n${diagram(table)}\n\n${listing(table)}\n`,
  );
  return sections.join('\n');
}
