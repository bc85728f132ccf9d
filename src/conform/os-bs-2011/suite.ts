import type { Recipe, Scenario, Suite } from '../suite.ts';
import { kinds } from './kinds.ts';
import { rules } from './rules/rules.ts';

const D = 'os-bs-2011';
const UNKNOWN = 'ffffffff-0000-4000-8000-00000000dead';
const WORK = '15e59938-07d5-11e1-90e3-e3dffe0c5983';
const OTHER = 'c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6';
const BACKUP = 'f9822734-07d4-11e1-a16e-2396601839a1';
const SSD = '35e1c8d2-e477-11e0-93ed-4f2505dfa32e';

/** What the examples about metadata are about. */
export const LABELLED = 'with-labels';

const volume = (example: string, fields: object): Recipe => ({
  kind: 'volume',
  example,
  body: { 'OS-BS:volume': { size: 1, typeId: SSD, ...fields } },
});

const backup = (example: string, volumeId: string, fields: object): Recipe => ({
  kind: 'backup',
  example,
  body: { 'OS-BS:backup': { volumeId, ...fields } },
});

const labels = { metadata: { Label: 'Web', Version: '2.1' } };
const labelled: Scenario = { params: { id: LABELLED } };

/** Operations on metadata, of volumes and of backups alike. */
const onMetadata = (kind: string): string[] => [
  `${D}/replace-${kind}-metadata`,
  `${D}/update-${kind}-metadata`,
  `${D}/set-${kind}-metadata-item`,
  `${D}/delete-${kind}-metadata-item`,
  `${D}/list-${kind}-metadata`,
  `${D}/get-${kind}-metadata-item`,
];

const byExample = <Value>(ids: readonly string[], value: Value): Record<string, Value> =>
  Object.fromEntries(ids.map((id) => [id, value]));

export const osBs2011: Suite = {
  document: D,
  kinds,
  recipes: [
    volume(WORK, { name: 'Work', metadata: { Type: 'Work Directory', Owner: 'Joe User' } }),
    volume('4512308a-0808-11e1-bff3-83d5d70a461f', {
      name: 'Home',
      metadata: { Type: 'Home Directory', Owner: 'Joe User' },
    }),
    volume(OTHER, {}),
    volume(LABELLED, labels),
    backup(BACKUP, WORK, { name: 'My Backup', metadata: { BackupType: 'Yearly', ImageVersion: '2.1' } }),
    backup('ab7cbf2c-07e8-11e1-98d5-9b76347df0b3', OTHER, { name: 'Original' }),
    backup(LABELLED, OTHER, labels),
  ],
  fresh: {
    [`${D}/delete-volume`]: [`volume/${WORK}`],
    [`${D}/update-volume-name`]: [`volume/${WORK}`],
    [`${D}/delete-backup`]: [`backup/${BACKUP}`],
    [`${D}/update-backup-name`]: [`backup/${BACKUP}`],
    ...byExample(onMetadata('volume').slice(0, 4), [`volume/${LABELLED}`]),
    ...byExample(onMetadata('backup').slice(0, 4), [`backup/${LABELLED}`]),
  },
  scenarios: byExample([...onMetadata('volume'), ...onMetadata('backup')], labelled),
  equivalent: {},
  serverIds: 'uuid',
  containers: {
    'OS-BS:volume': 'volume',
    'OS-BS:volumes': 'volume',
    volumes: 'volume',
    'OS-BS:backup': 'backup',
    'OS-BS:backups': 'backup',
    backups: 'backup',
    'OS-BS:type': 'type',
    'OS-BS:types': 'type',
    types: 'type',
    metadata: 'none',
  },
  unknown: { volume: UNKNOWN, backup: UNKNOWN, type: UNKNOWN },
  unknownBodies: {
    [`${D}/create-volume`]: { 'OS-BS:volume': { size: 1, typeId: UNKNOWN } },
    [`${D}/create-backup`]: { 'OS-BS:backup': { volumeId: UNKNOWN } },
  },
  unprovokable: {},
  tenants: ['1234', '27765'],
  rules,
};
