import { describe, expect, it } from 'vitest';
import {
  backupLifecycle,
  type LifecycleRow,
  mayStart,
  snapshotLifecycle,
  volumeLifecycle,
} from './lifecycle.ts';
import { lifecycleMarkdown } from './lifecycle-markdown.ts';

const D = 'hp-block-storage-v1';

/** The transitions of section 4.5 as the document lists them: volume, then snapshot, then backup. */
const documented: [string, Readonly<Record<string, LifecycleRow<string>>>, string, string, string][] = [
  [`${D}/4.5.1/status-creating-available`, volumeLifecycle, 'create', 'creating', 'available'],
  [`${D}/4.5.1/status-downloading-available`, volumeLifecycle, 'createBootable', 'downloading', 'available'],
  [`${D}/4.5.1/status-available-attaching`, volumeLifecycle, 'attach', 'available', 'attaching'],
  [`${D}/4.5.1/status-attaching-in-use`, volumeLifecycle, 'attach', 'attaching', 'in-use'],
  [`${D}/4.5.1/status-in-use-detaching`, volumeLifecycle, 'detach', 'in-use', 'detaching'],
  [`${D}/4.5.1/status-detaching-available`, volumeLifecycle, 'detach', 'detaching', 'available'],
  [`${D}/4.5.1/status-available-backing-up`, volumeLifecycle, 'backup', 'available', 'backing-up'],
  [
    `${D}/4.5.1/status-available-restoring-backup`,
    volumeLifecycle,
    'restore',
    'available',
    'restoring-backup',
  ],
  [`${D}/4.5.1/status-error`, volumeLifecycle, 'create', 'creating', 'error'],
  [`${D}/4.5.1/status-error-attaching`, volumeLifecycle, 'attach', 'attaching', 'error_attaching'],
  [`${D}/4.5.1/status-error-detaching`, volumeLifecycle, 'detach', 'detaching', 'error_detaching'],
  [`${D}/4.5.1/status-error-restoring`, volumeLifecycle, 'restore', 'restoring-backup', 'error_restoring'],
  [`${D}/4.5.2/snapshot-creating-available`, snapshotLifecycle, 'create', 'creating', 'available'],
  [`${D}/4.5.2/snapshot-status-error`, snapshotLifecycle, 'create', 'creating', 'error'],
  [`${D}/4.5.3/backup-creating-available`, backupLifecycle, 'create', 'creating', 'available'],
  [`${D}/4.5.3/backup-available-restoring`, backupLifecycle, 'restore', 'available', 'restoring'],
  [`${D}/4.5.3/backup-available-deleting`, backupLifecycle, 'delete', 'available', 'deleting'],
  [`${D}/4.5.3/backup-status-error`, backupLifecycle, 'create', 'creating', 'error'],
];

function hasArrow(row: LifecycleRow<string>, from: string, to: string): boolean {
  const [first] = row.during;
  const path = [...row.during, row.to];
  const isStart = row.from.includes(from) && first === to;
  const isStep = row.during.some((status, index) => status === from && path[index + 1] === to);
  const isError = row.during.includes(from) && row.onError === to;
  return isStart || isStep || isError;
}

describe('the lifecycle table', () => {
  it.each(documented)('has the transition of %s, and says so', (rule, table, action, from, to) => {
    const row = table[action];
    if (row === undefined) throw new Error(`there is no action ${action}`);
    expect(hasArrow(row, from, to)).toBe(true);
    expect(row.rules).toContain(rule);
  });

  it('starts no action in a state in which another runs', () => {
    for (const table of [volumeLifecycle, snapshotLifecycle, backupLifecycle]) {
      const rows: readonly LifecycleRow<string>[] = Object.values(table);
      const busy = rows.flatMap(({ during }) => during);
      for (const row of rows) for (const status of busy) expect(mayStart(row, status)).toBe(false);
    }
  });

  it('deletes what was deleted never again, and leaves no state without a way in', () => {
    for (const table of [volumeLifecycle, snapshotLifecycle, backupLifecycle]) {
      const rows: readonly LifecycleRow<string>[] = Object.values(table);
      const entered = new Set(rows.flatMap(({ during, to, onError }) => [...during, to, onError]));
      for (const row of rows) {
        expect(row.from).not.toContain('deleted');
        for (const status of row.from) expect(entered).toContain(status);
      }
    }
  });

  it('is shown in the documentation, every row and every arrow', () => {
    const page = lifecycleMarkdown();
    for (const table of [volumeLifecycle, snapshotLifecycle, backupLifecycle]) {
      for (const [action, row] of Object.entries(table)) {
        expect(page).toMatch(new RegExp(`^\\| ${action} \\|`, 'm'));
        for (const rule of row.rules) expect(page).toContain(rule);
      }
    }
    expect(page).toContain('  available --> attaching : attach');
    expect(page).toContain('  [*] --> creating : createBootable');
    expect(page).toContain('  creating --> downloading');
    expect(page).toContain('  in_use --> detaching : detach');
    expect(page).toContain('  state "in-use" as in_use');
    expect(page).not.toMatch(/--> \S*-/);
  });
});
