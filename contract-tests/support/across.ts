/** The form in which a document writes an id. */
export type IdForm = 'uuid' | 'number' | 'digits';

/** What a request needs to say of a new resource. */
interface Asked {
  readonly name: string;
  /** The volume that it is of, in the form of the document. */
  readonly volume: number | string;
}

/** How one document has one kind of resource. */
export interface KindOfDocument {
  /** The collection; `/detail` below it is the list with all there is. */
  readonly path: string;
  /** The member of a body that holds one resource, and that which holds many. */
  readonly one: string;
  readonly many: string;
  readonly request: (asked: Asked) => object;
  /** Statuses of a creation and of a deletion. */
  readonly created: number;
  readonly deleted: number;
  readonly id: IdForm;
  /** The members for a name, and for the time of the creation. */
  readonly name: string;
  readonly time: string;
  readonly timePattern: RegExp;
  /** The member that names the volume, for what is made of one. */
  readonly volume?: { readonly member: string; readonly id: IdForm };
  /** The document's words for states. */
  readonly words: Readonly<Record<'creating' | 'available' | 'in-use', string>>;
  /** The members of a resource that is available, and those that it has besides while it is attached. */
  readonly members: readonly string[];
  readonly whileAttached?: readonly string[];
}

export interface AttachmentsOfDocument {
  readonly path: (server: string) => string;
  readonly id: IdForm;
}

/** One document: what of a tenant's resources it shows, and how. */
export interface DocumentView {
  readonly name: string;
  /** Left out where a volume comes of a restore alone. */
  readonly volumes?: KindOfDocument;
  readonly snapshots?: KindOfDocument;
  readonly backups?: KindOfDocument;
  readonly attachments?: AttachmentsOfDocument;
}

export type Kind = 'volumes' | 'snapshots' | 'backups';

const MICROSECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/;
const SPACED = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;
const ZULU = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const lowerCase = { creating: 'creating', available: 'available', 'in-use': 'in-use' };

/** What a new resource is asked for by in all three documents of HP, and what they answer. */
const hp = { created: 200, deleted: 202, words: lowerCase } as const;
const volume = {
  ...hp,
  one: 'volume',
  many: 'volumes',
  request: ({ name }: Asked) => ({ size: 1, display_name: name }),
} as const;
const ofVolume = {
  ...hp,
  request: ({ name, volume }: Asked) => ({ volume_id: volume, display_name: name }),
} as const;
const snapshot = { ...ofVolume, one: 'snapshot', many: 'snapshots' } as const;
const backup = { ...ofVolume, one: 'backup', many: 'backups' } as const;

/** How the documents write names and times. */
const underscored = { name: 'display_name', time: 'created_at' } as const;
const toTheMicrosecond = { ...underscored, timePattern: MICROSECONDS } as const;
const camelCase = { name: 'displayName', time: 'createdAt', timePattern: SPACED } as const;

const hpBlockStorageV1: DocumentView = {
  name: 'hp-block-storage-v1',
  volumes: {
    ...volume,
    ...toTheMicrosecond,
    path: '/v1/dev/volumes',
    id: 'uuid',
    members: [
      ...[
        'attachments',
        'availability_zone',
        'bootable',
        'created_at',
        'display_description',
        'display_name',
      ],
      ...['id', 'metadata', 'size', 'snapshot_id', 'source_volid', 'status', 'volume_type'],
    ],
  },
  snapshots: {
    ...snapshot,
    ...toTheMicrosecond,
    path: '/v1/dev/snapshots',
    id: 'uuid',
    volume: { member: 'volume_id', id: 'uuid' },
    members: [
      ...['created_at', 'display_description', 'display_name', 'id'],
      ...['os-extended-snapshot-attributes:progress', 'os-extended-snapshot-attributes:project_id'],
      ...['size', 'status', 'volume_id'],
    ],
  },
  backups: {
    ...backup,
    ...toTheMicrosecond,
    path: '/v1/dev/backups',
    id: 'number',
    volume: { member: 'volume_id', id: 'uuid' },
    members: [
      ...['availability_zone', 'container', 'created_at', 'display_description', 'display_name'],
      ...['fail_reason', 'id', 'object_count', 'size', 'status', 'volume_id'],
    ],
  },
  attachments: { path: (server) => `/v2/dev/servers/${server}/os-volume_attachments`, id: 'uuid' },
};

const hpBockV11: DocumentView = {
  name: 'hp-bock-v1.1',
  volumes: {
    ...volume,
    ...camelCase,
    path: '/v1.1/dev/os-volumes',
    id: 'number',
    members: [
      ...['attachments', 'availabilityZone', 'createdAt', 'displayDescription', 'displayName', 'id'],
      ...['metadata', 'size', 'snapshotId', 'status', 'volumeType'],
    ],
  },
  snapshots: {
    ...snapshot,
    ...camelCase,
    path: '/v1.1/dev/os-snapshots',
    id: 'number',
    volume: { member: 'volumeId', id: 'number' },
    members: ['createdAt', 'displayDescription', 'displayName', 'id', 'size', 'status', 'volumeId'],
  },
  attachments: { path: (server) => `/v1.1/dev/servers/${server}/os-volume_attachments`, id: 'number' },
};

const hpVolumeBackupV11: DocumentView = {
  name: 'hp-volume-backup-v1.1',
  backups: {
    ...backup,
    ...underscored,
    path: '/v1.1/dev/hp-volume-backups',
    timePattern: ZULU,
    id: 'digits',
    volume: { member: 'volume_id', id: 'digits' },
    members: [
      ...['container', 'created_at', 'display_description', 'display_name', 'fail_reason'],
      ...['id', 'object_count', 'size', 'status', 'volume_id'],
    ],
  },
};

/** The extension makes things later, and has words and members of its own. */
const osBs = {
  created: 202,
  deleted: 204,
  id: 'uuid',
  name: 'name',
  time: 'created',
  timePattern: ZULU,
} as const;

const osBs2011: DocumentView = {
  name: 'os-bs-2011',
  volumes: {
    ...osBs,
    path: '/v1.1/dev/OS-BS/volumes',
    one: 'OS-BS:volume',
    many: 'OS-BS:volumes',
    request: ({ name }) => ({ size: 1, name }),
    words: { creating: 'CREATING', available: 'AVAILABLE', 'in-use': 'ATTACHED' },
    members: ['created', 'id', 'links', 'name', 'size', 'status', 'tenantId', 'typeId', 'userId'],
    whileAttached: ['attached', 'attachments'],
  },
  backups: {
    ...osBs,
    path: '/v1.1/dev/OS-BS/backups',
    one: 'OS-BS:backup',
    many: 'OS-BS:backups',
    request: ({ name, volume }) => ({ volumeId: volume, name }),
    volume: { member: 'volumeId', id: 'uuid' },
    words: { creating: 'SAVING', available: 'AVAILABLE', 'in-use': 'UNKNOWN' },
    members: ['created', 'id', 'links', 'name', 'size', 'status', 'tenantId', 'userId', 'volumeId'],
  },
};

/** Every document that shows a tenant's resources. One row here is all that the tests need to know of one. */
export const documentViews: readonly DocumentView[] = [
  hpBlockStorageV1,
  hpBockV11,
  hpVolumeBackupV11,
  osBs2011,
];
