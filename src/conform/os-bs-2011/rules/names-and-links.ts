import type { RuleCase } from '../../suite.ts';
import { Enough, type Trial } from '../../trial.ts';
import { type Json, listIn, objectIn } from '../../workshop.ts';
import { kinds } from '../kinds.ts';

const D = 'os-bs-2011';
const OTHER = 'volume/c04898cc-07e8-11e1-94ef-3f8bfa4fdaa6';

/** The Location of a new resource is its self link, and leads to it. */
async function locationLeads(trial: Trial, kind: 'volume' | 'backup', body: Json): Promise<void> {
  const { create: operation, get: look, wrapper } = kinds[kind];
  const reply = await trial.call(operation, 202, { body });
  const model = objectIn(reply, wrapper) ?? {};
  const { id } = model;
  if (typeof id !== 'string') {
    trial.note({ what: 'no id in the answer to a creation', path: `/${wrapper}/id`, got: id });
    throw new Enough();
  }
  trial.workshop.made.push({ kind: kinds[kind], id, params: { id }, by: trial.target.first, model });
  const links = listIn({ model }, 'links') as { rel?: string; href?: string }[];
  const self = links.find(({ rel }) => rel === 'self')?.href;
  trial.equal('the Location header is the self link', reply.headers.location, self);
  trial.check('it ends in the id', self?.endsWith(`/${id}`) ?? false, id, self);
  const bookmark = links.find(({ rel }) => rel === 'bookmark')?.href;
  trial.equal('the bookmark is the self link without its version', bookmark, self?.replace('/v1.1/', '/'));
  const found = trial.inside(kinds[kind], await trial.call(look, 200, { params: { id } }));
  trial.equal('the links of what is found', found['links'], model['links']);
}

const updateCase = (kind: 'volume' | 'backup', section: string): RuleCase => ({
  id: `${kind}s/update-name`,
  operation: `${D}/update-${kind}-name`,
  status: 200,
  rules: ['only-name-updateable', 'available-available', 'updated-attribute'].map(
    (rule) => `${D}/${section}/${rule}`,
  ),
  async run(trial) {
    const body =
      kind === 'volume'
        ? { 'OS-BS:volume': { size: 1, name: 'before' } }
        : { 'OS-BS:backup': { volumeId: await trial.shared(OTHER), name: 'before' } };
    const made = await trial.make(kind, body);
    const { wrapper, get: look } = kinds[kind];
    const before = trial.inside(kinds[kind], await trial.call(look, 200, { params: made.params }));
    trial.check(
      'what was never changed has no time of a change',
      !('updated' in before),
      'none',
      before['updated'],
    );
    const change = { [wrapper]: { name: 'after' } };
    const reply = await trial.call(`${D}/update-${kind}-name`, 200, { params: made.params, body: change });
    const answer = trial.inside(kinds[kind], reply);
    const { updated, ...others } = answer;
    trial.equal('the answer to a change of name', others, { ...before, name: 'after' });
    trial.check(
      'it has the time of the change',
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(String(updated)),
      'a time',
      updated,
    );
    trial.equal(
      'what is found',
      trial.inside(kinds[kind], await trial.call(look, 200, { params: made.params })),
      answer,
    );
  },
});

/** Where a new resource is to be found, and what a change of its name changes. */
export const nameAndLinkRules: readonly RuleCase[] = [
  {
    id: 'volumes/location',
    operation: kinds.volume.create,
    status: 202,
    rules: [
      `${D}/2.3.1.2.1/location-header`,
      `${D}/2.3.1.2.1/location-always`,
      `${D}/2.3.1.2.1/progress-by-get`,
      `${D}/2.3.1.1.1/self-and-bookmark-links`,
    ],
    run: (trial) => locationLeads(trial, 'volume', { 'OS-BS:volume': { size: 1 } }),
  },
  {
    id: 'backups/location',
    operation: kinds.backup.create,
    status: 202,
    rules: [
      `${D}/2.3.2.2.1/location-header`,
      `${D}/2.3.2.2.1/location-always`,
      `${D}/2.3.2.2.1/progress-by-get`,
    ],
    run: async (trial) =>
      locationLeads(trial, 'backup', { 'OS-BS:backup': { volumeId: await trial.shared(OTHER) } }),
  },
  updateCase('volume', '2.3.1.2.2'),
  updateCase('backup', '2.3.2.2.2'),
];
