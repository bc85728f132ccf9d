import { describe, expect, it } from 'vitest';
import {
  backupLifecycle,
  backupUses,
  type LifecycleRow,
  mayStart,
  snapshotForcedLifecycle,
  snapshotLifecycle,
  snapshotUses,
  volumeForcedLifecycle,
  volumeHolderLifecycle,
  volumeLifecycle,
  volumeSteps,
  volumeUses,
} from './lifecycle.ts';
import { lifecycleMarkdown } from './lifecycle-markdown.ts';

const D = 'hp-block-storage-v1';
const BOCK = 'hp-bock-v1.1';
const BACKUP = 'hp-volume-backup-v1.1';
const OS_BS = 'os-bs-2011';

type Transition = [
  rule: string,
  table: Readonly<Record<string, LifecycleRow<string>>>,
  action: string,
  from: string,
  to: string,
];

/** The same in the other documents; os-bs-2011 has other words, which its own folder translates. */
const furtherDocuments = (): Transition[] => [
  [`${BOCK}/4.4.2/volume-lifecycle-creating`, volumeLifecycle, 'create', 'creating', 'available'],
  [`${BOCK}/4.4.2/volume-lifecycle-attach`, volumeLifecycle, 'attach', 'attaching', 'in-use'],
  [`${BOCK}/4.4.2/volume-lifecycle-detach`, volumeLifecycle, 'detach', 'detaching', 'available'],
  [`${BOCK}/4.4.3/attach-needs-available`, volumeLifecycle, 'attach', 'available', 'attaching'],
  [`${BOCK}/4.4.3/detach-needs-in-use`, volumeLifecycle, 'detach', 'in-use', 'detaching'],
  [`${BOCK}/4.4.4/snapshot-creating-available`, snapshotLifecycle, 'create', 'creating', 'available'],
  [`${BOCK}/4.4.4/snapshot-status-error`, snapshotLifecycle, 'create', 'creating', 'error'],
  [`${BACKUP}/4.4.1/backup-creating-available`, backupLifecycle, 'create', 'creating', 'available'],
  [`${BACKUP}/4.4.1/backup-available-restoring`, backupLifecycle, 'restore', 'available', 'restoring'],
  [`${BACKUP}/4.4.1/backup-available-deleting`, backupLifecycle, 'delete', 'available', 'deleting'],
  [`${BACKUP}/4.4.1/backup-status-error`, backupLifecycle, 'create', 'creating', 'error'],
  [`${BACKUP}/4.4.1/volume-status-backing-up`, volumeLifecycle, 'backup', 'available', 'backing-up'],
  [
    `${BACKUP}/4.4.1/volume-status-restoring-backup`,
    volumeLifecycle,
    'restore',
    'available',
    'restoring-backup',
  ],
  [
    `${BACKUP}/4.4.1.6/restore-status-values`,
    volumeLifecycle,
    'restore',
    'restoring-backup',
    'error_restoring',
  ],
  [`${OS_BS}/2.3.1.2.1/creating-available`, volumeLifecycle, 'createFromBackup', 'creating', 'available'],
  [`${OS_BS}/2.3.1.2.1/creating-error`, volumeLifecycle, 'createFromBackup', 'creating', 'error'],
  [`${OS_BS}/2.3.1.2.4/available-deleting-deleted`, volumeLifecycle, 'delete', 'deleting', 'deleted'],
  [`${OS_BS}/2.3.1.2.4/available-deleting-error`, volumeLifecycle, 'delete', 'deleting', 'error_deleting'],
  [`${OS_BS}/2.3.2.2.1/saving-available`, backupLifecycle, 'create', 'creating', 'available'],
  [`${OS_BS}/2.3.2.2.1/saving-error`, backupLifecycle, 'create', 'creating', 'error'],
  [`${OS_BS}/2.3.2.2.4/available-deleting-deleted`, backupLifecycle, 'delete', 'deleting', 'deleted'],
  [`${OS_BS}/2.3.2.2.4/available-deleting-error`, backupLifecycle, 'delete', 'deleting', 'error'],
];

/** The transitions of section 4.5 as the document lists them: volume, then snapshot, then backup. */
const documented: Transition[] = [
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
  ...furtherDocuments(),
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

  it('uses nothing that is on its way out, or gone', () => {
    for (const table of [volumeUses, snapshotUses, backupUses])
      for (const { from } of Object.values(table)) {
        expect(from).not.toContain('deleting');
        expect(from).not.toContain('deleted');
        expect(new Set(from).size).toBe(from.length);
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

  it('lets who holds a volume go on from where a step has led, and nobody else', () => {
    const { attach, detach } = volumeLifecycle;
    const { attachByHolder, detachByHolder } = volumeHolderLifecycle;
    const { reserve, unreserve, beginDetaching, rollDetaching } = volumeSteps;
    expect(attachByHolder).toEqual({ ...attach, from: [...attach.from, reserve.to], rules: [] });
    expect(detachByHolder).toEqual({ ...detach, from: [...detach.from, beginDetaching.to], rules: [] });
    for (const [step, back] of [
      [reserve, unreserve],
      [beginDetaching, rollDetaching],
    ] as const)
      expect([back.from, [back.to]]).toEqual([[step.to], step.from]);
  });

  it('lets administrators delete in every state but the last', () => {
    const reached = (...tables: Readonly<Record<string, LifecycleRow<string>>>[]) => {
      const rows = tables.flatMap((table) => Object.values(table));
      const states = new Set(rows.flatMap(({ during, to, onError }) => [...during, to, onError]));
      states.delete('deleted');
      return [...states].toSorted();
    };
    expect(volumeForcedLifecycle.forceDelete.from.toSorted()).toEqual(reached(volumeLifecycle));
    expect(snapshotForcedLifecycle.forceDelete.from.toSorted()).toEqual(reached(snapshotLifecycle));
  });

  it('is shown in the documentation, every row and every arrow', () => {
    const page = lifecycleMarkdown();
    for (const table of [volumeLifecycle, snapshotLifecycle, backupLifecycle]) {
      for (const [action, row] of Object.entries(table)) {
        expect(page).toMatch(new RegExp(`^\\| ${action} \\|`, 'm'));
        for (const rule of row.rules) expect(page).toContain(rule);
      }
    }
    for (const action of ['forceDelete', 'forceDetach', 'attachByHolder', 'reserve', 'rollDetaching'])
      expect(page).toMatch(new RegExp(`^\\| ${action} \\|`, 'm'));
    expect(page).toContain('  detaching --> in_use : rollDetaching');
    expect(page).not.toContain(': forceDelete');
    expect(page).toContain('  available --> attaching : attach');
    expect(page).toContain('  [*] --> creating : createBootable');
    expect(page).toContain('  creating --> downloading');
    expect(page).toContain('  in_use --> detaching : detach');
    expect(page).toContain('  state "in-use" as in_use');
    expect(page).not.toMatch(/--> \S*-/);
  });
});
