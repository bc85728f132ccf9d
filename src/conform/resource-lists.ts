import type { Profile } from '../profile/profile.ts';
import { isOf, itemsOf, look, only, pair } from './looking.ts';
import type { Listing, ResourceRules } from './resource-rules.ts';
import type { RuleCase } from './suite.ts';

/** The members that an item of a list has; undefined for all that the resource has. */
const membersIn = ({ name }: Profile, { members, released = [] }: Listing) =>
  members && [...members, ...(name === 'released' ? released : [])];

/** Lists: what is in them and what is not, their filters and pages. */
export function listCases(resource: ResourceRules, listing: Listing): RuleCase[] {
  const { name, rules, order } = resource;
  const listName = listing.operation.slice(listing.operation.indexOf('/') + 1);
  const base = { operation: listing.operation, status: 200 };
  const cases: RuleCase[] = [
    {
      ...base,
      id: `${name}/${listName}/has-what-is-there`,
      rules: rules.list,
      async run(trial) {
        const [first, second] = await pair(trial, resource);
        const gone = await trial.make(resource.kind, await resource.body(trial, {}));
        const items = await itemsOf(trial, listing);
        for (const made of [first, second, gone]) {
          const found = items.filter(isOf(made));
          trial.check('a list has what was made, once', found.length === 1, 1, found.length);
          const members = membersIn(trial.profile, listing) ?? Object.keys(found[0] ?? {});
          const expected = { ...only(await look(trial, made), members), ...listing.beyond };
          trial.equal('an item of a list', found[0], expected);
        }
        if (order !== undefined) {
          const places = [items.findIndex(isOf(first)), items.findIndex(isOf(second))] as const;
          const right = order === 'newest first' ? places[1] < places[0] : places[0] < places[1];
          trial.check('the order of a list', right, order, places);
        }
        await trial.workshop.remove(gone);
        const after = await itemsOf(trial, listing);
        trial.check('a list has nothing that was deleted', !after.some(isOf(gone)), 'not there', gone.id);
        trial.check('a list keeps what was not deleted', after.some(isOf(second)), second.id, 'not there');
      },
    },
    {
      ...base,
      id: `${name}/${listName}/own-tenant`,
      rules: rules.tenants,
      needs: 'second tenant',
      async run(trial) {
        const [made] = await pair(trial, resource);
        const { second } = trial;
        const items = await itemsOf(trial, listing, { as: second });
        trial.check('a list has nothing of another tenant', !items.some(isOf(made)), 'not there', made.id);
        for (const [parameter, member] of Object.entries(listing.filters)) {
          const value = String((await look(trial, made))[member]);
          const found = await itemsOf(trial, listing, { as: second, query: { [parameter]: value } });
          trial.check(
            `a filter by ${parameter} finds nothing of another tenant`,
            !found.some(isOf(made)),
            'not there',
            made.id,
          );
        }
        if (listing.paging !== undefined) {
          const found = await itemsOf(trial, listing, { as: second, query: { limit: 1000 } });
          trial.check('a page has nothing of another tenant', !found.some(isOf(made)), 'not there', made.id);
        }
        trial.check(
          'the owner still finds it',
          (await itemsOf(trial, listing)).some(isOf(made)),
          made.id,
          'not there',
        );
      },
    },
  ];
  for (const [parameter, member] of Object.entries(listing.filters))
    cases.push(filterCase(resource, listing, parameter, member));
  if (listing.paging !== undefined) cases.push(pageCase(resource, listing));
  return cases;
}

function filterCase(resource: ResourceRules, listing: Listing, parameter: string, member: string): RuleCase {
  const listName = listing.operation.slice(listing.operation.indexOf('/') + 1);
  return {
    id: `${resource.name}/${listName}/filter-by-${parameter}`,
    operation: listing.operation,
    status: 200,
    rules: resource.rules.filter,
    async run(trial) {
      const isText = member === resource.texts[0];
      const [one, two] = await pair(trial, resource);
      const value = String((await look(trial, one))[member]);
      const found = await itemsOf(trial, listing, { query: { [parameter]: value } });
      trial.check(`a filter by ${parameter} finds what fits`, found.some(isOf(one)), one.id, 'not there');
      if (isText)
        trial.check(
          `a filter by ${parameter} leaves out what does not fit`,
          !found.some(isOf(two)),
          'not there',
          two.id,
        );
      const visible = membersIn(trial.profile, listing)?.includes(member) ?? true;
      const stray = visible ? found.filter((item) => String(item[member]) !== value) : [];
      trial.check(
        `a filter by ${parameter} finds nothing else`,
        stray.length === 0,
        value,
        stray.map((item) => item[member]),
      );
      const none = await itemsOf(trial, listing, { query: { [parameter]: 'nothing-is-like-this' } });
      trial.check(
        `a filter by ${parameter} that nothing fits`,
        none.length === 0,
        'an empty list',
        none.length,
      );
    },
  };
}

function pageCase(resource: ResourceRules, listing: Listing): RuleCase {
  const listName = listing.operation.slice(listing.operation.indexOf('/') + 1);
  return {
    id: `${resource.name}/${listName}/pages`,
    operation: listing.operation,
    status: 200,
    rules: resource.rules.page,
    async run(trial) {
      await pair(trial, resource);
      const ids = (await itemsOf(trial, listing)).map((item) => item['id']);
      const first = (await itemsOf(trial, listing, { query: { limit: 1 } })).map((item) => item['id']);
      trial.equal('a page of one', first, ids.slice(0, 1));
      const next = listing.paging === 'offset' ? { offset: 1 } : { marker: String(ids[0]) };
      const second = (await itemsOf(trial, listing, { query: { limit: 1, ...next } })).map(
        (item) => item['id'],
      );
      trial.equal('the next page of one', second, ids.slice(1, 2));
      const rest = (await itemsOf(trial, listing, { query: next })).map((item) => item['id']);
      trial.equal('everything after the first', rest, ids.slice(1));
      if (listing.paging === 'offset') {
        const all = (await itemsOf(trial, listing, { query: { limit: 0 } })).map((item) => item['id']);
        trial.equal('a limit of zero, which is none', all, ids);
        const beyond = await itemsOf(trial, listing, { query: { offset: ids.length + 1000 } });
        trial.check('a page beyond the end', beyond.length === 0, 'an empty list', beyond.length);
      }
      await trial.call(listing.operation, 400, { query: { limit: 'many' } });
    },
  };
}
