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

const hpBlockStorageV1: DocumentView = {
  name: 'hp-block-storage-v1',
  volumes: {
    path: '/v1/dev/volumes',
    one: 'volume',
    many: 'volumes',
    request: ({ name }) => ({ size: 1, display_name: name }),
    created: 200,
    deleted: 202,
    id: 'uuid',
    name: 'display_name',
    time: 'created_at',
    timePattern: MICROSECONDS,
    words: lowerCase,
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
    path: '/v1/dev/snapshots',
    one: 'snapshot',
    many: 'snapshots',
    request: ({ name, volume }) => ({ volume_id: volume, display_name: name }),
    created: 200,
    deleted: 202,
    id: 'uuid',
    name: 'display_name',
    time: 'created_at',
    timePattern: MICROSECONDS,
    volume: { member: 'volume_id', id: 'uuid' },
    words: lowerCase,
    members: [
      ...['created_at', 'display_description', 'display_name', 'id'],
      ...['os-extended-snapshot-attributes:progress', 'os-extended-snapshot-attributes:project_id'],
      ...['size', 'status', 'volume_id'],
    ],
  },
  backups: {
    path: '/v1/dev/backups',
    one: 'backup',
    many: 'backups',
    request: ({ name, volume }) => ({ volume_id: volume, display_name: name }),
    created: 200,
    deleted: 202,
    id: 'number',
    name: 'display_name',
    time: 'created_at',
    timePattern: MICROSECONDS,
    volume: { member: 'volume_id', id: 'uuid' },
    words: lowerCase,
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
    path: '/v1.1/dev/os-volumes',
    one: 'volume',
    many: 'volumes',
    request: ({ name }) => ({ size: 1, display_name: name }),
    created: 200,
    deleted: 202,
    id: 'number',
    name: 'displayName',
    time: 'createdAt',
    timePattern: SPACED,
    words: lowerCase,
    members: [
      ...['attachments', 'availabilityZone', 'createdAt', 'displayDescription', 'displayName', 'id'],
      ...['metadata', 'size', 'snapshotId', 'status', 'volumeType'],
    ],
  },
  snapshots: {
    path: '/v1.1/dev/os-snapshots',
    one: 'snapshot',
    many: 'snapshots',
    request: ({ name, volume }) => ({ volume_id: volume, display_name: name }),
    created: 200,
    deleted: 202,
    id: 'number',
    name: 'displayName',
    time: 'createdAt',
    timePattern: SPACED,
    volume: { member: 'volumeId', id: 'number' },
    words: lowerCase,
    members: ['createdAt', 'displayDescription', 'displayName', 'id', 'size', 'status', 'volumeId'],
  },
  attachments: { path: (server) => `/v1.1/dev/servers/${server}/os-volume_attachments`, id: 'number' },
};

const hpVolumeBackupV11: DocumentView = {
  name: 'hp-volume-backup-v1.1',
  backups: {
    path: '/v1.1/dev/hp-volume-backups',
    one: 'backup',
    many: 'backups',
    request: ({ name, volume }) => ({ volume_id: volume, display_name: name }),
    created: 200,
    deleted: 202,
    id: 'digits',
    name: 'display_name',
    time: 'created_at',
    timePattern: ZULU,
    volume: { member: 'volume_id', id: 'digits' },
    words: lowerCase,
    members: [
      ...['container', 'created_at', 'display_description', 'display_name', 'fail_reason'],
      ...['id', 'object_count', 'size', 'status', 'volume_id'],
    ],
  },
};

const osBs2011: DocumentView = {
  name: 'os-bs-2011',
  volumes: {
    path: '/v1.1/dev/OS-BS/volumes',
    one: 'OS-BS:volume',
    many: 'OS-BS:volumes',
    request: ({ name }) => ({ size: 1, name }),
    created: 202,
    deleted: 204,
    id: 'uuid',
    name: 'name',
    time: 'created',
    timePattern: ZULU,
    words: { creating: 'CREATING', available: 'AVAILABLE', 'in-use': 'ATTACHED' },
    members: ['created', 'id', 'links', 'name', 'size', 'status', 'tenantId', 'typeId', 'userId'],
    whileAttached: ['attached', 'attachments'],
  },
  backups: {
    path: '/v1.1/dev/OS-BS/backups',
    one: 'OS-BS:backup',
    many: 'OS-BS:backups',
    request: ({ name, volume }) => ({ volumeId: volume, name }),
    created: 202,
    deleted: 204,
    id: 'uuid',
    name: 'name',
    time: 'created',
    timePattern: ZULU,
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
