/** What sort of refusal it is. How a document names and numbers it is the document's matter. */
export type EngineFaultCategory =
  | 'invalid'
  /** Another service does not know the caller by the token any more. */
  | 'unauthorized'
  /** The caller may not, whatever the request says. */
  | 'forbidden'
  | 'notFound'
  | 'overLimit'
  | 'conflict'
  /** It will do later, when what is being made is there. */
  | 'inProgress'
  | 'unavailable'
  | 'internal';

// What a caller sent comes back in messages, but not by the kilobyte.
const SHOWN = 255;
const shown = (value: unknown): string => {
  const text = String(value);
  return text.length <= SHOWN ? text : `${text.slice(0, SHOWN)}...`;
};

interface FaultEntry {
  readonly category: EngineFaultCategory;
  // biome-ignore lint/suspicious/noExplicitAny: each entry narrows the parameters for itself
  readonly message: (params: any) => string;
}

/** The limit that would be passed, and the GB that were asked for. */
type QuotaParams = { readonly limit: number; readonly size: number };

/**
 * Every refusal of the engine: what sort it is and what the caller is told. Where the documents or the
 * services that they describe have a sentence it is theirs, with what to do added behind it.
 */
export const faultCatalogue = {
  // Rights.
  notAllowed: {
    category: 'forbidden',
    message: ({ action }: { action: string }) =>
      `Policy doesn't allow ${shown(action)} to be performed: it takes a role of administrators.`,
  },

  // Looking up. A resource of another tenant gets the same words as one that never was.
  volumeNotFound: {
    category: 'notFound',
    message: ({ id }: { id: string | number }) => `Volume ${shown(id)} could not be found.`,
  },
  snapshotNotFound: {
    category: 'notFound',
    message: ({ id }: { id: string | number }) => `Snapshot ${shown(id)} could not be found.`,
  },
  backupNotFound: {
    category: 'notFound',
    message: ({ id }: { id: string | number }) => `Backup ${shown(id)} could not be found.`,
  },
  serverNotFound: {
    category: 'notFound',
    message: ({ id }: { id: string }) => `Server ${shown(id)} could not be found.`,
  },
  notAttached: {
    category: 'notFound',
    message: ({ volumeId, serverId }: { volumeId: string; serverId: string }) =>
      `Volume ${shown(volumeId)} is not attached to server ${shown(serverId)}.`,
  },
  volumeTypeNotFound: {
    category: 'notFound',
    message: ({ id }: { id: string }) => `Volume type ${shown(id)} could not be found.`,
  },
  /** Asked for by name or id, where a volume is made. */
  typeNamedNotFound: {
    category: 'notFound',
    message: (_: { named: string }) => 'Volume type not found.',
  },
  extraSpecNotFound: {
    category: 'notFound',
    message: ({ typeId, key }: { typeId: string; key: string }) =>
      `Volume Type ${shown(typeId)} has no extra specs with key ${shown(key)}.`,
  },
  extensionNotFound: {
    category: 'notFound',
    message: ({ alias }: { alias: string }) => `Extension ${shown(alias)} could not be found.`,
  },
  quotaClassNotFound: {
    category: 'notFound',
    message: ({ name }: { name: string }) =>
      `Quota class ${shown(name)} could not be found: every tenant is in the class default.`,
  },
  metadataOwnerNotFound: {
    category: 'notFound',
    message: ({ kind }: { kind: 'volume' | 'snapshot' }) => `${kind} does not exist`,
  },
  metadataItemNotFound: {
    category: 'notFound',
    message: ({ key }: { key: string }) => `Metadata item ${shown(key)} could not be found.`,
  },

  // Values of a request.
  textInvalid: {
    category: 'invalid',
    message: ({ field, problem }: { field: string; problem: string }) =>
      `Invalid input received: ${field} ${problem}.`,
  },
  sizeInvalid: {
    category: 'invalid',
    message: ({ size }: { size: unknown }) =>
      `Invalid input received: Volume size '${shown(size ?? 'None')}' must be an integer and greater than 0`,
  },
  sizeTooLarge: {
    category: 'invalid',
    message: ({ size, largest }: { size: unknown; largest: number }) =>
      `Invalid input received: Volume size '${shown(size)}' is too large: ask for 1 to ${largest} GB`,
  },
  metadataKeyBlank: {
    category: 'invalid',
    message: (_: Record<string, never>) => 'Invalid metadata: Metadata property key blank',
  },
  metadataTooLong: {
    category: 'invalid',
    message: ({ part, limit }: { part: 'key' | 'value'; limit: number }) =>
      `Invalid metadata size: Metadata property ${part} greater than ${limit} bytes`,
  },
  metadataKeyMismatch: {
    category: 'invalid',
    message: (_: Record<string, never>) => 'Request body and URI mismatch',
  },
  metadataItemsTooMany: {
    category: 'invalid',
    message: (_: Record<string, never>) => 'Request body contains too many items',
  },
  metadataItemTooLarge: {
    category: 'overLimit',
    message: ({ reason }: { reason: string }) => reason,
  },
  metadataFilterInvalid: {
    category: 'invalid',
    message: ({ text }: { text: string }) =>
      `Invalid input received: metadata must be a dictionary of texts, as in {'key': 'value'}, not ${shown(text)}`,
  },
  metadataTooMany: {
    category: 'overLimit',
    message: ({ limit }: { limit: number }) =>
      `MetadataLimitExceeded: Maximum number of metadata items allowed (${limit}) exceeded`,
  },
  forceInvalid: {
    category: 'invalid',
    message: ({ force }: { force: unknown }) => `Invalid value '${shown(force)}' for force. `,
  },
  containerInvalid: {
    category: 'invalid',
    message: ({ container, limit }: { container: string; limit: number }) =>
      `Invalid input received: Container name '${shown(container)}' must be 1 to ${limit} bytes long, ` +
      "without '/' and control characters, and other than '.' and '..'",
  },
  pageInvalid: {
    category: 'invalid',
    message: ({ parameter }: { parameter: 'limit' | 'offset' }) =>
      `${parameter} param must be an integer that is not negative`,
  },
  markerNotFound: {
    category: 'invalid',
    message: ({ marker }: { marker: string }) => `marker [${shown(marker)}] not found`,
  },
  volumeIdInvalid: {
    category: 'invalid',
    message: ({ id }: { id: string }) =>
      `Bad volumeId format: volumeId is not in proper format (${shown(id)})`,
  },
  devicePathInvalid: {
    category: 'invalid',
    message: ({ device }: { device: string }) => `The supplied device path (${shown(device)}) is invalid.`,
  },

  // Actions.
  noSuchAction: {
    category: 'invalid',
    message: ({ action }: { action: string }) => `There is no such action: ${shown(action)}`,
  },
  statusMissing: {
    category: 'invalid',
    message: (_: Record<string, never>) => "Must specify 'status'",
  },
  statusInvalid: {
    category: 'invalid',
    message: ({ status }: { status: string }) => `Must specify a valid status: '${shown(status)}' is none`,
  },
  attachStatusInvalid: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Must specify a valid attach status: '${shown(status)}' is neither attached nor detached`,
  },
  flagMissing: {
    category: 'invalid',
    message: ({ flag }: { flag: string }) => `Must specify ${flag} in request.`,
  },
  flagInvalid: {
    category: 'invalid',
    message: ({ flag, value }: { flag: string; value: unknown }) =>
      `Invalid value '${shown(value)}' for ${flag}: it has to be true or false`,
  },
  attachModeInvalid: {
    category: 'invalid',
    message: ({ mode }: { mode: string }) =>
      `Invalid volume: Invalid attaching mode '${shown(mode)}': it has to be rw or ro`,
  },
  sizeNotLarger: {
    category: 'invalid',
    message: ({ size, asked }: { size: number; asked: number }) =>
      'Invalid input received: New size for extend must be greater than current size. ' +
      `(current: ${size}, extended: ${asked})`,
  },

  // Images of a volume.
  imageNameMissing: {
    category: 'invalid',
    message: (_: Record<string, never>) => 'No image_name was specified in request.',
  },
  imageFormatUnknown: {
    category: 'invalid',
    message: ({ field, format, known }: { field: string; format: string; known: string }) =>
      `Invalid input received: ${field} '${shown(format)}' is not supported: ask for ${known}`,
  },
  imagesNotKept: {
    category: 'invalid',
    message: (_: Record<string, never>) => 'Images of volumes are not kept by this service.',
  },

  // Sources of a volume.
  tooManySources: {
    category: 'invalid',
    message: (_: Record<string, never>) =>
      'Invalid input received: May specify only one of snapshot, image and source volume or backup',
  },
  imageRefInvalid: {
    category: 'invalid',
    message: (_: Record<string, never>) => 'Invalid imageRef provided.',
  },
  imageNotFound: {
    category: 'invalid',
    message: ({ id }: { id: string }) => `Invalid imageRef provided: Image ${shown(id)} could not be found.`,
  },
  imageTooLarge: {
    category: 'invalid',
    message: ({ minimum }: { minimum: number }) =>
      'Invalid input received: Size of specified image is larger than volume size: ' +
      `ask for at least ${minimum} GB`,
  },
  snapshotNotReady: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid snapshot: status must be available, but it is ${status}`,
  },
  sourceNotReady: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      status.startsWith('error')
        ? 'Invalid volume: Unable to clone volumes that are in an error state'
        : `Invalid volume: Source volume status must be available or in-use, but it is ${status}`,
  },
  cloneTooSmall: {
    category: 'invalid',
    message: ({ source }: { source: number }) =>
      `Invalid input received: Clones currently must be >= original volume size: ask for at least ${source} GB`,
  },
  volumeSmallerThanBackup: {
    category: 'invalid',
    message: ({ needed }: { needed: number }) =>
      `Invalid input received: Volume size must be >= backup size: ask for at least ${needed} GB`,
  },

  // Wrong states.
  buildInProgress: {
    category: 'inProgress',
    message: ({ status }: { status: string }) =>
      `It is still being made (${status}): try again when it is available.`,
  },
  volumeNotUpdatable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: a volume cannot be changed while it is ${status}`,
  },
  snapshotNotUpdatable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid snapshot: a snapshot cannot be changed while it is ${status}`,
  },
  backupNotUpdatable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid backup: a backup cannot be changed while it is ${status}`,
  },
  volumeNotDeletable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume status must be available or error, but it is ${status}` +
      (status === 'in-use' ? ': detach the volume first' : ''),
  },
  volumeHasSnapshots: {
    category: 'invalid',
    message: ({ snapshots }: { snapshots: number }) =>
      `Invalid volume: Volume still has ${snapshots} dependent snapshots`,
  },
  volumeNotAttachable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: status must be available, but it is ${status}` +
      (status === 'in-use' ? ': the volume is already attached' : ''),
  },
  volumeNotDetachable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume must be attached in order to detach, but its status is ${status}`,
  },
  volumeNotReservable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume status must be available to reserve, but it is ${status}`,
  },
  volumeBeingAttached: {
    category: 'invalid',
    message: ({ serverId }: { serverId: string }) =>
      `Invalid volume: it is being attached to server ${shown(serverId)}`,
  },
  volumeNotBeginDetachable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume status must be in-use to detach, but it is ${status}`,
  },
  volumeNotConnectable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume status must be available, attaching or in-use to connect, but it is ${status}`,
  },
  volumeConnected: {
    category: 'invalid',
    message: (_: Record<string, never>) =>
      'Invalid volume: a connection to it is open: end it with os-terminate_connection first',
  },
  volumeNotExtendable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume status must be available to extend, but it is ${status}`,
  },
  volumeFlagFixed: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume status must be available to update readonly flag, but it is ${status}`,
  },
  volumeReadOnly: {
    category: 'invalid',
    message: ({ mode }: { mode: string }) =>
      `Invalid volume: Invalid attaching mode '${mode}': the volume may only be read`,
  },
  volumeWithoutServer: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: it is attached to no server, so its status cannot be ${status}`,
  },
  attachStatusContradicts: {
    category: 'invalid',
    message: ({ status, attachStatus }: { status: string; attachStatus: string }) =>
      `Invalid volume: a volume cannot be ${status} and ${attachStatus}`,
  },
  workUnderWay: {
    category: 'invalid',
    message: ({ what }: { what: 'volume' | 'snapshot' }) =>
      `Invalid ${what}: work on it is under way; reset its status when that has ended`,
  },
  volumeNotForSnapshot: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: must be available, but it is ${status}` +
      (status === 'in-use' ? ': detach the volume, or set force to true' : ''),
  },
  volumeNotForImage: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      status === 'in-use'
        ? 'Invalid volume: Volume status is in-use: detach the volume, or set force to true'
        : `Invalid volume: Volume status must be available/in-use, but it is ${status}`,
  },
  volumeNotForBackup: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume to be backed up must be available, but it is ${status}`,
  },
  volumeNotForRestore: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume to be restored to must be available, but it is ${status}`,
  },
  volumeTooSmallForRestore: {
    category: 'invalid',
    message: ({ size, needed }: { size: number; needed: number }) =>
      'Invalid volume: Volume to be restored to is smaller than the backup to be restored: ' +
      `it has ${size} GB and needs ${needed} GB`,
  },
  snapshotNotDeletable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid volume: Volume Snapshot status must be available or error, but it is ${status}`,
  },
  backupNotDeletable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid backup: Backup status must be available or error, but it is ${status}`,
  },
  backupNotRestorable: {
    category: 'invalid',
    message: ({ status }: { status: string }) =>
      `Invalid backup: Backup status must be available, but it is ${status}`,
  },

  // Types and limits, which administrators decide on.
  typeNameBlank: {
    category: 'invalid',
    message: (_: Record<string, never>) => 'Invalid input received: A volume type needs a name.',
  },
  typeExists: {
    category: 'conflict',
    message: ({ name }: { name: string }) => `Volume Type ${shown(name)} already exists.`,
  },
  typeInUse: {
    category: 'invalid',
    message: (_: { id: string }) => 'Target volume type is still in use.',
  },
  typeIsLast: {
    category: 'invalid',
    message: ({ name }: { name: string }) =>
      `Volume type ${shown(name)} is the only one, and a volume always has a type: make another one first.`,
  },
  quotaLimitInvalid: {
    category: 'invalid',
    message: (_: { resource: string; limit: unknown }) =>
      'Quota limit must be specified as an integer value.',
  },
  quotaLimitTooLow: {
    category: 'invalid',
    message: (_: { resource: string; limit: number }) => 'Quota limit must be -1 or greater.',
  },
  quotaLimitTooHigh: {
    category: 'invalid',
    message: ({ highest }: { resource: string; highest: number }) =>
      `Quota limit must be ${highest} or less, or -1 for no limit.`,
  },

  // Servers and their devices.
  // Servers, which the compute service knows, and their devices.
  computeUnavailable: {
    category: 'unavailable',
    message: ({ id, problem }: { id: string; problem: string }) =>
      `Whether there is a server ${shown(id)} cannot be found out: the compute service ${problem}. ` +
      'Nothing was changed. Try again later.',
  },
  computeRefusedToken: {
    category: 'unauthorized',
    message: (_: Record<string, never>) =>
      'The compute service refused the token: authenticate again for a new one.',
  },
  computeForbids: {
    category: 'forbidden',
    message: ({ id }: { id: string }) => `The compute service does not let you see server ${shown(id)}.`,
  },
  serverFull: {
    category: 'invalid',
    message: ({ serverId, limit }: { serverId: string; limit: number }) =>
      `Server ${shown(serverId)} has ${limit} volumes, which is the most: detach one of them first.`,
  },
  deviceInUse: {
    category: 'conflict',
    message: ({ device }: { device: string }) => `The supplied device path (${shown(device)}) is in use.`,
  },

  // Quotas, in the words of section 4.5.1 of hp-block-storage-v1.
  volumeSizeExceedsQuota: {
    category: 'overLimit',
    message: (_: QuotaParams) =>
      'VolumeSizeExceedsAvailableQuota: Requested volume exceeds allowed volume size quota',
  },
  snapshotSizeExceedsQuota: {
    category: 'overLimit',
    message: (_: QuotaParams) =>
      'VolumeSizeExceedsAvailableQuota: Requested snapshot exceeds allowed volume size quota',
  },
  volumeLimitExceeded: {
    category: 'overLimit',
    message: ({ limit }: QuotaParams) =>
      `VolumeLimitExceeded: Maximum number of volumes allowed (${limit}) exceeded`,
  },
  snapshotLimitExceeded: {
    category: 'overLimit',
    message: ({ limit }: QuotaParams) =>
      `SnapshotLimitExceeded: Maximum number of snapshots allowed (${limit}) exceeded`,
  },

  storageUnavailable: {
    category: 'unavailable',
    message: (_: Record<string, never>) =>
      'The service cannot store anything at the moment; nothing was changed. Try again later.',
  },

  exportsUnavailable: {
    category: 'unavailable',
    message: (_: Record<string, never>) => 'The service exports no volumes at the moment. Try again later.',
  },

  // Work that was accepted and then failed while the caller waited for it.
  exportFailed: {
    category: 'internal',
    message: ({ volumeId }: { volumeId: string }) =>
      `The connection to volume ${shown(volumeId)} could not be changed.`,
  },
  attachFailed: {
    category: 'internal',
    message: ({ volumeId }: { volumeId: string }) =>
      `Volume ${shown(volumeId)} could not be attached; its status is error_attaching.`,
  },
  detachFailed: {
    category: 'internal',
    message: ({ volumeId }: { volumeId: string }) =>
      `Volume ${shown(volumeId)} could not be detached; its status is error_detaching.`,
  },
} as const satisfies Record<string, FaultEntry>;

export type FaultKind = keyof typeof faultCatalogue;
export type FaultParams<Kind extends FaultKind> = Parameters<(typeof faultCatalogue)[Kind]['message']>[0];

/** A refusal by the engine: nothing was changed, and the message is fit for the caller to read. */
export class EngineFault<Kind extends FaultKind = FaultKind> extends Error {
  readonly kind: Kind;
  readonly category: EngineFaultCategory;
  readonly params: FaultParams<Kind>;

  constructor(kind: Kind, params: FaultParams<Kind>, options?: ErrorOptions) {
    const entry: FaultEntry = faultCatalogue[kind];
    super(entry.message(params), options);
    this.name = 'EngineFault';
    this.kind = kind;
    this.category = entry.category;
    this.params = params;
  }
}
