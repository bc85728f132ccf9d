import type { RuleCase } from '../../suite.ts';
import type { Trial } from '../../trial.ts';
import type { Made } from '../../workshop.ts';

const D = 'os-bs-2011';
const OTHER = 'volume/c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6';

async function labelled(trial: Trial, kind: 'volume' | 'backup'): Promise<Made> {
  const metadata = { kept: 'as it is', changed: 'before' };
  if (kind === 'volume') return trial.make('volume', { 'OS-BS:volume': { size: 1, metadata } });
  return trial.make('backup', { 'OS-BS:backup': { volumeId: await trial.shared(OTHER), metadata } });
}

/** Metadata as it is listed, and as the resource shows it: they are the same. */
async function metadataIs(trial: Trial, made: Made, expected: object): Promise<void> {
  const kind = made.kind.name;
  const { model } = await trial.call(`${D}/list-${kind}-metadata`, 200, { params: made.params });
  trial.equal('the metadata', model, { metadata: expected });
  const found = trial.inside(made.kind, await trial.call(made.kind.get, 200, { params: made.params }));
  trial.equal('the metadata of the resource', found['metadata'] ?? {}, expected);
}

/** Volumes and backups have the same operations on metadata, in sections of their own. */
function casesOf(kind: 'volume' | 'backup', section: string): RuleCase[] {
  const operation = (name: string) => `${D}/${name}`;
  const name = `${kind}s/metadata`;
  const replace = operation(`replace-${kind}-metadata`);
  const update = operation(`update-${kind}-metadata`);
  const get = operation(`get-${kind}-metadata-item`);
  const set = operation(`set-${kind}-metadata-item`);
  const remove = operation(`delete-${kind}-metadata-item`);
  return [
    {
      id: `${name}/replace`,
      operation: replace,
      status: 200,
      rules: ['exactly-those-given', 'existing-replaced', 'missing-removed'].map(
        (rule) => `${D}/${section}.1/${rule}`,
      ),
      async run(trial) {
        const made = await labelled(trial, kind);
        const metadata = { changed: 'after', 'new one': '<&>' };
        const { model } = await trial.call(replace, 200, { params: made.params, body: { metadata } });
        trial.equal('the answer', model, { metadata });
        await metadataIs(trial, made, metadata);
      },
    },
    {
      id: `${name}/update`,
      operation: update,
      status: 200,
      rules: ['same-key-replaced', 'others-unchanged', 'response-whole-metadata'].map(
        (rule) => `${D}/${section}.2/${rule}`,
      ),
      async run(trial) {
        const made = await labelled(trial, kind);
        const body = { metadata: { changed: 'after', added: 'now' } };
        const expected = { kept: 'as it is', changed: 'after', added: 'now' };
        const { model } = await trial.call(update, 200, { params: made.params, body });
        trial.equal('the answer', model, { metadata: expected });
        await metadataIs(trial, made, expected);
      },
    },
    {
      id: `${name}/set-item`,
      operation: set,
      status: 200,
      rules: [`${D}/${section}.5/sets-by-key`, `${D}/${section}.4/single-item-by-key`],
      async run(trial) {
        const made = await labelled(trial, kind);
        for (const [key, value] of [
          ['changed', 'after'],
          ['added', '<&>'],
        ] as const) {
          const item = { params: { ...made.params, key } };
          const body = { meta: { [key]: value } };
          trial.equal('the answer', (await trial.call(set, 200, { ...item, body })).model, body);
          trial.equal('the item', (await trial.call(get, 200, item)).model, body);
        }
        await metadataIs(trial, made, { kept: 'as it is', changed: 'after', added: '<&>' });
      },
    },
    {
      id: `${name}/delete-item`,
      operation: remove,
      status: 204,
      rules: [`${D}/${section}.6/deletes-item`],
      async run(trial) {
        const made = await labelled(trial, kind);
        const item = { params: { ...made.params, key: 'changed' } };
        await trial.call(remove, 204, item);
        await trial.call(get, 404, item);
        await trial.call(remove, 404, item);
        await metadataIs(trial, made, { kept: 'as it is' });
      },
    },
    {
      id: `${name}/other-tenant`,
      operation: get,
      status: 404,
      rules: [`${D}/2.3.1.1/lists-of-one-tenant`],
      needs: 'second tenant',
      async run(trial) {
        const made = await labelled(trial, kind);
        const call = { params: { ...made.params, key: 'kept' }, as: trial.second };
        await trial.call(get, 404, call);
        await trial.call(set, 404, { ...call, body: { meta: { kept: 'stolen' } } });
        await trial.call(remove, 404, call);
        await trial.call(operation(`list-${kind}-metadata`), 404, call);
        await trial.call(replace, 404, { ...call, body: { metadata: { a: 'b' } } });
        await trial.call(update, 404, { ...call, body: { metadata: { a: 'b' } } });
        await metadataIs(trial, made, { kept: 'as it is', changed: 'before' });
      },
    },
    {
      id: `${name}/too-long`,
      operation: set,
      status: 400,
      rules: [`${D}/${kind === 'volume' ? '2.3.1.2.1' : '2.3.2.2.1'}/metadata-255-bytes`],
      async run(trial) {
        const made = await labelled(trial, kind);
        const call = { params: { ...made.params, key: 'kept' } };
        // 255 bytes of UTF-8 fit, 256 do not.
        await trial.call(set, 200, { ...call, body: { meta: { kept: `${'é'.repeat(127)}e` } } });
        const refused = await trial.ask(set, { ...call, body: { meta: { kept: 'é'.repeat(128) } } });
        trial.check(
          'a value of 256 bytes is refused',
          [400, 413].includes(refused.status),
          '400 or 413',
          refused.status,
        );
      },
    },
  ];
}

export const metadataRules: readonly RuleCase[] = [
  ...casesOf('volume', '2.3.1.3'),
  ...casesOf('backup', '2.3.2.3'),
];
