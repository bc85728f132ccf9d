import { expect, it } from 'vitest';
import { openExportedVolumes } from './exported-volumes.ts';
import { noExports } from './exports.ts';

it('opens every exported volume, and tells of those that cannot be without giving up on the others', async () => {
  const ids = Array.from({ length: 50 }, (_, index) => `volume-${index}`);
  const opened: string[] = [];
  const logged: object[] = [];
  const note = (fields: object) => void logged.push(fields);
  await openExportedVolumes(
    { exportedVolumes: async () => ids.map((id) => ({ id, readOnly: null })) },
    {
      ...noExports,
      async open(id) {
        if (id === 'volume-7') throw new Error('its layers are damaged');
        opened.push(id);
      },
    },
    { info: note, warn: note, error: note },
  );
  expect(opened.toSorted()).toEqual(ids.filter((id) => id !== 'volume-7').toSorted());
  expect(logged).toEqual([{ err: new Error('its layers are damaged'), volume: 'volume-7' }]);
});
