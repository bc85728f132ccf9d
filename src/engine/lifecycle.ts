import type { BackupStatus, SnapshotStatus, VolumeStatus } from '../catalog/records.ts';

/**
 * One action on a resource. Whoever starts the action sets the first state of `during` by compare-and-set
 * from one of `from`; the job that does the work leaves with `to` or `onError`. No other code names a state.
 */
export interface LifecycleRow<Status extends string> {
  /** States in which the action may start; empty when the action makes the resource. */
  readonly from: readonly Status[];
  /** States while it runs, in order. */
  readonly during: readonly [Status, ...Status[]];
  readonly to: Status;
  readonly onError: Status;
  /** What of the documents the row mirrors. */
  readonly rules: readonly string[];
}

/**
 * A move that a caller makes in one step, without a job. The state after it lasts until the caller makes the next
 * one: it is the caller who is at work.
 */
export interface StepRow<Status extends string> {
  readonly from: readonly Status[];
  readonly to: Status;
  readonly rules: readonly string[];
}

/** States in which a resource may be read by an action that leaves its state alone. */
export interface UseRow<Status extends string> {
  readonly from: readonly Status[];
  readonly rules: readonly string[];
}

export const volumeLifecycle = {
  create: {
    from: [],
    during: ['creating'],
    to: 'available',
    onError: 'error',
    rules: [
      'hp-block-storage-v1/4.5.1/status-creating-available',
      'hp-block-storage-v1/4.5.1/status-error',
      'hp-block-storage-v1/4.5.1.4/create-answers-creating',
      'hp-bock-v1.1/4.4.2/volume-lifecycle-creating',
      'hp-bock-v1.1/4.4.2.2/create-answers-creating',
      'os-bs-2011/2.3.1.2.1/creating-available',
      'os-bs-2011/2.3.1.2.1/creating-error',
    ],
  },
  createBootable: {
    from: [],
    during: ['creating', 'downloading'],
    to: 'available',
    onError: 'error',
    rules: [
      'hp-block-storage-v1/4.5.1/status-downloading-available',
      'hp-block-storage-v1/4.5.1/status-error',
      'hp-block-storage-v1/4.5.1.4/image-ref-bootable',
    ],
  },
  createFromBackup: {
    from: [],
    during: ['creating'],
    to: 'available',
    onError: 'error',
    rules: [
      'os-bs-2011/2.3.1.2.1/size-optional-with-backup',
      'os-bs-2011/2.3.1.2.1/creating-available',
      'os-bs-2011/2.3.1.2.1/creating-error',
    ],
  },
  createForRestore: {
    from: [],
    during: ['restoring-backup'],
    to: 'available',
    onError: 'error_restoring',
    rules: [
      'hp-block-storage-v1/4.5.3.6/new-volume-when-omitted',
      'hp-block-storage-v1/4.5.3.6/restore-status-values',
      'hp-volume-backup-v1.1/4.4.1.6/restore-status-values',
    ],
  },
  attach: {
    from: ['available'],
    during: ['attaching'],
    to: 'in-use',
    onError: 'error_attaching',
    rules: [
      'hp-block-storage-v1/4.5.1/status-available-attaching',
      'hp-block-storage-v1/4.5.1/status-attaching-in-use',
      'hp-block-storage-v1/4.5.1/status-error-attaching',
      'hp-bock-v1.1/4.4.2/volume-lifecycle-attach',
      'hp-bock-v1.1/4.4.3/attach-needs-available',
      'hp-bock-v1.1/4.4.3/attached-means-in-use',
    ],
  },
  detach: {
    from: ['in-use'],
    during: ['detaching'],
    to: 'available',
    onError: 'error_detaching',
    rules: [
      'hp-block-storage-v1/4.5.1/status-in-use-detaching',
      'hp-block-storage-v1/4.5.1/status-detaching-available',
      'hp-block-storage-v1/4.5.1/status-error-detaching',
      'hp-bock-v1.1/4.4.2/volume-lifecycle-detach',
      'hp-bock-v1.1/4.4.3/detach-needs-in-use',
    ],
  },
  backup: {
    from: ['available'],
    during: ['backing-up'],
    to: 'available',
    onError: 'available',
    rules: [
      'hp-block-storage-v1/2.2.3/backup-needs-available-volume',
      'hp-block-storage-v1/4.5.1/status-available-backing-up',
      'hp-block-storage-v1/4.5.3/volume-status-backing-up',
      'hp-volume-backup-v1.1/4.4.1/volume-status-backing-up',
    ],
  },
  restore: {
    from: ['available'],
    during: ['restoring-backup'],
    to: 'available',
    onError: 'error_restoring',
    rules: [
      'hp-block-storage-v1/4.5.1/status-available-restoring-backup',
      'hp-block-storage-v1/4.5.1/status-error-restoring',
      'hp-block-storage-v1/4.5.3/volume-status-restoring-backup',
      'hp-block-storage-v1/4.5.3/volume-status-error-restoring',
      'hp-volume-backup-v1.1/4.4.1/restore-any-time',
      'hp-volume-backup-v1.1/4.4.1/volume-status-restoring-backup',
      'hp-volume-backup-v1.1/4.4.1.6/restore-status-values',
    ],
  },
  extend: {
    from: ['available'],
    during: ['extending'],
    to: 'available',
    onError: 'error_extending',
    rules: [],
  },
  // No document has these two: they are Cinder's. What fails leaves the volume as it was.
  uploadImage: {
    from: ['available'],
    during: ['uploading'],
    to: 'available',
    onError: 'available',
    rules: [],
  },
  uploadImageInUse: {
    from: ['in-use'],
    during: ['uploading'],
    to: 'in-use',
    onError: 'in-use',
    rules: [],
  },
  delete: {
    from: ['available', 'error', 'error_restoring', 'error_extending', 'error_deleting'],
    during: ['deleting'],
    to: 'deleted',
    onError: 'error_deleting',
    rules: [
      'hp-block-storage-v1/4.5.1.5/delete-by-id',
      'hp-block-storage-v1/1/volume-persists-until-deleted',
      'os-bs-2011/2.3.1.2.4/available-deleting-deleted',
      'os-bs-2011/2.3.1.2.4/available-deleting-error',
      'os-bs-2011/2.3.1.2.4/delete-precondition',
    ],
  },
} as const satisfies Record<string, LifecycleRow<VolumeStatus>>;

/** The steps of a compute service, which holds a volume for itself while it attaches or detaches it. */
export const volumeSteps = {
  reserve: { from: ['available'], to: 'attaching', rules: [] },
  unreserve: { from: ['attaching'], to: 'available', rules: [] },
  beginDetaching: { from: ['in-use'], to: 'detaching', rules: [] },
  rollDetaching: { from: ['detaching'], to: 'in-use', rules: [] },
} as const satisfies Record<string, StepRow<VolumeStatus>>;

/** Attachment and detachment by who may have taken such a step before. */
export const volumeHolderLifecycle = {
  attachByHolder: { ...volumeLifecycle.attach, from: ['available', 'attaching'], rules: [] },
  detachByHolder: { ...volumeLifecycle.detach, from: ['in-use', 'detaching'], rules: [] },
} as const satisfies Record<string, LifecycleRow<VolumeStatus>>;

/** What administrators do whatever else is under way: its job then finds that its action is over. */
export const volumeForcedLifecycle = {
  forceDetach: {
    ...volumeLifecycle.detach,
    from: ['in-use', 'attaching', 'detaching', 'error_attaching', 'error_detaching'],
    rules: [],
  },
  forceDelete: {
    ...volumeLifecycle.delete,
    from: [
      'creating',
      'downloading',
      'available',
      'attaching',
      'in-use',
      'detaching',
      'backing-up',
      'restoring-backup',
      'extending',
      'uploading',
      'deleting',
      'error',
      'error_attaching',
      'error_detaching',
      'error_restoring',
      'error_extending',
      'error_deleting',
    ],
    rules: [],
  },
} as const satisfies Record<string, LifecycleRow<VolumeStatus>>;

export const snapshotLifecycle = {
  create: {
    from: [],
    during: ['creating'],
    to: 'available',
    onError: 'error',
    rules: [
      'hp-block-storage-v1/4.5.2/snapshot-creating-available',
      'hp-block-storage-v1/4.5.2/snapshot-status-error',
      'hp-block-storage-v1/4.5.2.4/create-answers-creating',
      'hp-bock-v1.1/4.4.4/snapshot-creating-available',
      'hp-bock-v1.1/4.4.4/snapshot-status-error',
      'hp-bock-v1.1/4.4.4.2/create-answers-creating',
    ],
  },
  delete: {
    from: ['available', 'error', 'error_deleting'],
    during: ['deleting'],
    to: 'deleted',
    onError: 'error_deleting',
    rules: ['hp-block-storage-v1/4.5.2.5/delete-by-id'],
  },
} as const satisfies Record<string, LifecycleRow<SnapshotStatus>>;

/** What administrators do whatever else is under way. */
export const snapshotForcedLifecycle = {
  forceDelete: {
    ...snapshotLifecycle.delete,
    from: ['creating', 'available', 'deleting', 'error', 'error_deleting'],
    rules: [],
  },
} as const satisfies Record<string, LifecycleRow<SnapshotStatus>>;

export const backupLifecycle = {
  create: {
    from: [],
    during: ['creating'],
    to: 'available',
    onError: 'error',
    rules: [
      'hp-block-storage-v1/4.5.3/backup-creating-available',
      'hp-block-storage-v1/4.5.3/backup-status-error',
      'hp-block-storage-v1/4.5.3.4/create-answers-nulls',
      'hp-volume-backup-v1.1/4.4.1/backup-creating-available',
      'hp-volume-backup-v1.1/4.4.1/backup-status-error',
      'os-bs-2011/2.3.2.2.1/saving-available',
      'os-bs-2011/2.3.2.2.1/saving-error',
    ],
  },
  // A failed restore leaves the objects as they were, so the backup stays usable; the volume shows the error.
  restore: {
    from: ['available'],
    during: ['restoring'],
    to: 'available',
    onError: 'available',
    rules: [
      'hp-block-storage-v1/4.5.3/backup-available-restoring',
      'hp-volume-backup-v1.1/4.4.1/backup-available-restoring',
      'hp-volume-backup-v1.1/4.4.1.6/error-400-backup-status',
    ],
  },
  delete: {
    from: ['available', 'error'],
    during: ['deleting'],
    to: 'deleted',
    onError: 'error',
    rules: [
      'hp-block-storage-v1/4.5.3/backup-available-deleting',
      'hp-block-storage-v1/4.5.3/backup-status-error',
      'hp-volume-backup-v1.1/4.4.1/backup-available-deleting',
      'hp-volume-backup-v1.1/4.4.1.5/error-400-backup-status',
      'os-bs-2011/2.3.2.2.4/available-deleting-deleted',
      'os-bs-2011/2.3.2.2.4/available-deleting-error',
      'os-bs-2011/2.3.2.2.4/delete-precondition',
    ],
  },
} as const satisfies Record<string, LifecycleRow<BackupStatus>>;

/** Every state of a volume that is made and not on the way out. */
const LASTING_VOLUME_STATES = [
  'available',
  'attaching',
  'in-use',
  'detaching',
  'backing-up',
  'restoring-backup',
  'extending',
  'uploading',
  'error',
  'error_attaching',
  'error_detaching',
  'error_restoring',
  'error_extending',
  'error_deleting',
] as const satisfies VolumeStatus[];

export const volumeUses = {
  snapshot: {
    from: ['available'],
    rules: [
      'hp-block-storage-v1/2.2.2/snapshot-needs-available-volume',
      'hp-bock-v1.1/4.4.4/no-snapshot-when-attached',
    ],
  },
  forcedSnapshot: {
    from: ['available', 'in-use'],
    rules: ['hp-block-storage-v1/4.5.2/attached-needs-force'],
  },
  clone: {
    from: ['available', 'in-use'],
    rules: ['hp-block-storage-v1/4.5.1.4/param-source-volid'],
  },
  // The example of an update shows a volume that is attached: any state but one on the way out.
  update: {
    from: [...LASTING_VOLUME_STATES, 'creating', 'downloading'],
    rules: ['os-bs-2011/2.3.1.2.2/available-available'],
  },
  // A compute service connects before it attaches, and not all of them have reserved the volume.
  connect: {
    from: ['available', 'attaching', 'in-use'],
    rules: [],
  },
  // A volume that a server has stays connected: the host that lets go of it may have handed the server to another.
  disconnect: {
    from: LASTING_VOLUME_STATES.filter((status) => status !== 'in-use'),
    rules: [],
  },
  setReadOnly: {
    from: ['available'],
    rules: [],
  },
  // What it may be attached to is known in no other.
  keepAttachment: {
    from: ['in-use', 'detaching', 'error_detaching'],
    rules: [],
  },
  metadata: {
    from: LASTING_VOLUME_STATES,
    rules: ['os-bs-2011/2.3.1.3.1/build-in-progress'],
  },
} as const satisfies Record<string, UseRow<VolumeStatus>>;

export const snapshotUses = {
  createVolume: {
    from: ['available'],
    rules: ['hp-block-storage-v1/2.2.1/volume-from-snapshot', 'hp-block-storage-v1/4.5.1.4/snapshot-copy'],
  },
  // No document has an update of snapshots, or metadata of them: allowed where an update of a volume is.
  update: {
    from: ['creating', 'available', 'error', 'error_deleting'],
    rules: [],
  },
} as const satisfies Record<string, UseRow<SnapshotStatus>>;

export const backupUses = {
  createVolume: {
    from: ['available'],
    rules: ['os-bs-2011/2.3.1.2.1/size-optional-with-backup'],
  },
  update: {
    from: ['creating', 'available', 'restoring', 'error'],
    rules: ['os-bs-2011/2.3.2.2.2/available-available'],
  },
  metadata: {
    from: ['available', 'restoring', 'error'],
    rules: ['os-bs-2011/2.3.1.3.1/build-in-progress'],
  },
} as const satisfies Record<string, UseRow<BackupStatus>>;

/** Whether the table has the action start in this state. */
export function mayStart<Status extends string>(
  row: { readonly from: readonly Status[] },
  status: Status,
): boolean {
  return row.from.includes(status);
}

/** Whether the action is what keeps a resource in this state. */
export function isUnderWay<Status extends string>(
  row: { readonly during: readonly Status[] },
  status: Status,
): boolean {
  return row.during.includes(status);
}
