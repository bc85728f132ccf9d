/**
 * One place where the services of the time answered otherwise than a document says. Both values are what a client
 * sees, so that a test can ask for them: contract-tests/profiles.test.ts does, of each.
 */
export interface Difference<Value> {
  /** Of the document that says otherwise. */
  readonly section: string;
  /** In prose, for docs/DEVIATIONS.md: what the document says, and what is done in its place. */
  readonly document: string;
  readonly instead: string;
  /** Whose answer it is, and which clients of the time count on it. */
  readonly why: string;
  readonly documented: Value;
  readonly released: Value;
}

const BACKUPS_NAMESPACE = 'http://docs.openstack.org/volume/ext/backups/api';
const GIGABYTES =
  'VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed Gigabytes quota';

/**
 * All that `--profile released` changes. What is here and nowhere else decides: engine, handlers, views and faults
 * read the value of the profile that is served. What a body looks like stands in the contract, marked `x-profile`
 * and `x-profiles` (see scripts/generate/profiles.ts), and rows about that are here to be listed and tested.
 */
export const differences = {
  backupCreated: {
    section: 'hp-block-storage-v1 4.5.3.4',
    document: 'creating a backup answers 200',
    instead: '202',
    why: 'Grizzly and HP 1.7, as work goes on after the answer. fog for HP takes nothing else.',
    documented: 200,
    released: 202,
  },
  backupRestored: {
    section: 'hp-block-storage-v1 4.5.3.6',
    document: 'restoring a backup answers 200',
    instead: '202',
    why: 'Grizzly and HP 1.7. fog-openstack and fog for HP take nothing else.',
    documented: 200,
    released: 202,
  },
  backupIds: {
    section: 'hp-block-storage-v1 4.5.3',
    document: 'backups have integers as ids',
    instead:
      'UUIDs, also in the name of a volume that a restore makes; in a path both are taken, in both profiles',
    why: 'Grizzly and HP 1.7. For what is written against either; no client that we know minds integers.',
    documented: 'integer',
    released: 'uuid',
  },
  backupNames: {
    section: 'hp-block-storage-v1 4.5.3',
    document: 'a backup has `display_name` and `display_description`, and in the plain list neither',
    instead: '`name`, `description` and `links` as well, in the plain list `name` and `links`',
    why: 'Grizzly and HP 1.7 had these alone. python-cinderclient prints `name`, fog for HP reads both; nobody minds more.',
    documented: 'display_name',
    released: 'display_name and name',
  },
  backupNamespace: {
    section: 'hp-block-storage-v1 4.5.3',
    document: 'in XML the namespace of backups ends in `v1.1`',
    instead: 'it ends in `v1`',
    why: 'Grizzly and HP 1.7. Attributes have no prefix, so it is for those who compare texts.',
    documented: `${BACKUPS_NAMESPACE}/v1.1`,
    released: `${BACKUPS_NAMESPACE}/v1`,
  },
  snapshotsPinVolumes: {
    section: 'hp-block-storage-v1 4.5.2, hp-bock-v1.1 4.4.4',
    document: 'a volume may be deleted while it has snapshots, which go on without it',
    instead: '400, "Invalid volume: Volume still has 1 dependent snapshots"; in every document',
    why: 'Grizzly and HP 1.7. For scripts that count on the refusal; no client that we know does.',
    documented: false,
    released: true,
  },
  snapshotMetadata: {
    section: 'hp-block-storage-v1 4.5.2',
    document: 'a snapshot has no metadata',
    instead: '`metadata`, as volumes have it; below `/v1`',
    why: 'Grizzly and HP 1.7. gophercloud has a field for it, and `PUT` of snapshot metadata is of little use without.',
    documented: false,
    released: true,
  },
  volumeTypes: {
    section: 'hp-block-storage-v1 4.5.1.4',
    document: '`volume_type` is accepted and ignored',
    instead: 'it chooses a type by its name or its id; 404 "Volume type not found." when there is none',
    why: 'Cinder, and HP 1.7. tempest and gophercloud look for it in the volume; `cinder create --volume-type` is of use.',
    documented: 'ignored',
    released: 'taken',
  },
  volumeImageId: {
    section: 'hp-block-storage-v1 4.5.1.4',
    document: 'the answer to the creation of a volume has no word of its image',
    instead: '`image_id` when `imageRef` was given',
    why: 'Grizzly. No client that we know reads it.',
    documented: false,
    released: true,
  },
  volumeBootableInXml: {
    section: 'hp-block-storage-v1 4.5.1',
    document: 'in XML a volume has no `bootable`',
    instead: 'it has',
    why: "Havana. The XML client of that release's tempest fails without it.",
    documented: false,
    released: true,
  },
  unprocessable: {
    section: 'hp-block-storage-v1 4.4, hp-bock-v1.1 4.2',
    document: '400 for a body that is missing, has no wrapper, or no object in it',
    instead:
      '422 "Unable to process the contained instructions" where volumes and snapshots are created or changed, and where volumes are attached, below `/v1`, `/v2` and `/v1.1`',
    why: 'Cinder and nova. tempest asks for it; no other client tells the two apart.',
    documented: 400,
    released: 422,
  },
  unreadableBody: {
    section: 'hp-block-storage-v1 4.2.2',
    document: 'no word on a body in another format, or of none; 415 here',
    instead: 'in those operations it counts as missing',
    why: 'Cinder and nova passed over what they could not read.',
    documented: 415,
    released: 422,
  },
  gigabytesExceeded: {
    section: 'hp-block-storage-v1 4.5.1',
    document: 'a message in words that are older than any release',
    instead: `"${GIGABYTES}"`,
    why: 'Grizzly and HP 1.7. For scripts that look for its words.',
    documented: {
      volume: 'VolumeSizeExceedsAvailableQuota: Requested volume exceeds allowed volume size quota',
      snapshot: 'VolumeSizeExceedsAvailableQuota: Requested snapshot exceeds allowed volume size quota',
    },
    released: { volume: GIGABYTES, snapshot: GIGABYTES },
  },
} as const satisfies Record<string, Difference<unknown>>;

export type DifferenceId = keyof typeof differences;
