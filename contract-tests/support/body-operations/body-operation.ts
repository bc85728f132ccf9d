/** Ids of what is made when the tests run. */
export interface Made {
  readonly volume: string;
  readonly snapshot: string;
  readonly backup: string;
  /** The same backup where its id is a UUID. */
  readonly backupUuid: string;
}

// Stand for them in bodies and paths.
export const VOLUME = '@volume@';
export const SNAPSHOT = '@snapshot@';
export const BACKUP = '@backup@';
export const BACKUP_UUID = '@backup-uuid@';

export const fillIn = (text: string, { volume, snapshot, backup, backupUuid }: Made): string =>
  text
    .replaceAll(VOLUME, volume)
    .replaceAll(SNAPSHOT, snapshot)
    .replaceAll(BACKUP, backup)
    .replaceAll(BACKUP_UUID, backupUuid);

/** An operation with a request body, and what there is in it to get wrong. */
export interface BodyOperation {
  readonly id: string;
  /** POST where it is left out. */
  readonly method?: 'PUT';
  readonly path: string;
  /** The one member of the JSON body, the root element in XML. */
  readonly wrapper: string;
  /** The root element in XML where it is called otherwise. */
  readonly root?: string;
  readonly valid: Readonly<Record<string, unknown>>;
  /** Members that are text, with whether their content has limits, such as 255 characters. */
  readonly texts: Readonly<Record<string, 'limited' | 'any'>>;
  /** Wrong values of members that are not text. */
  readonly wrong: Readonly<Record<string, readonly unknown[]>>;
  /** Whether it can be sent in XML as well. */
  readonly hasXml: boolean;
  /** Whether what is called a form is read as JSON. */
  readonly takesForms?: boolean;
}

export const metadata: readonly unknown[] = [
  5,
  'x',
  true,
  [],
  ['x'],
  { key: 5 },
  { key: null },
  { key: {} },
  { key: [] },
];
export const blankOrLong: readonly unknown[] = [
  { '': 'v' },
  { ' ': 'v' },
  { ['k'.repeat(256)]: 'v' },
  { key: 'v'.repeat(256) },
  { 'a\u0000': 'v' },
];
export const size: readonly unknown[] = [
  true,
  [],
  {},
  [1],
  1.5,
  0,
  -1,
  2048,
  1e308,
  '',
  'abc',
  '0',
  '-1',
  '1.5',
  '2048',
  '1'.repeat(400),
  '#$%',
];

/** Ids by number or by text, which are no such id, or that of nothing. */
export const ids: readonly unknown[] = [
  '',
  true,
  [],
  {},
  ['x'],
  1.5,
  -1,
  0,
  1e300,
  '-1',
  '1.5',
  '9'.repeat(400),
  'x'.repeat(256),
  'a\u0000b',
  'a\ud800',
];
