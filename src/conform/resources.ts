import type { Kind, RuleCase } from './suite.ts';
import type { Trial } from './trial.ts';
import type { Json, Made } from './workshop.ts';

/** An operation that lists a kind of resource. */
export interface Listing {
  readonly operation: string;
  /** Member of the answer with the list. */
  readonly member: string;
  /** The members that an item has here; all that the resource has when it is left out. */
  readonly members?: readonly string[];
  /** Members that only items of this list have, with their values. */
  readonly beyond?: Json;
  /** Query parameter to member: `{status: 'status', display_name: 'display_name'}`. */
  readonly filters: Readonly<Record<string, string>>;
  /** How it is paged, when it is. */
  readonly paging?: 'offset' | 'marker';
}

/** What the cases of one kind of resource need to know. */
export interface ResourceRules {
  /** Part of the ids of the cases: `volumes`. */
  readonly name: string;
  readonly kind: string;
  readonly createStatus: number;
  readonly removeStatus: number | readonly number[];
  /** The body of a request that makes one, with these members besides what is necessary. */
  body(trial: Trial, members: Json): Promise<Json>;
  /** Members of the answer to a creation with nothing but what is necessary; those that vary are left out. */
  created(trial: Trial, body: Json): Json;
  /** What changes of a resource when it becomes ready, its status aside. */
  readonly changes: readonly string[];
  /** What only the look at one has, beyond the answer to its creation. */
  readonly extra: readonly string[];
  /** The member with the name that a user gives, and what a user says about it. */
  readonly texts: readonly string[];
  /** The form of an id. */
  readonly id: RegExp;
  readonly lists: readonly Listing[];
  /** Statuses on the way out. */
  readonly leaving: readonly string[];
  readonly order?: 'newest first' | 'oldest first';
  readonly rules: Readonly<{
    create: readonly string[];
    texts: readonly string[];
    list: readonly string[];
    filter: readonly string[];
    page: readonly string[];
    remove: readonly string[];
    tenants: readonly string[];
  }>;
}

/** Text that a careless writer of JSON or XML gets wrong. */
const AWKWARD = 'Über "quoted" <tag> & \'more\' – 卷';

const without = (model: Json, members: readonly string[]): Json =>
  Object.fromEntries(Object.entries(model).filter(([key]) => !members.includes(key)));

const only = (model: Json, members: readonly string[] | undefined): Json =>
  members === undefined
    ? model
    : Object.fromEntries(Object.entries(model).filter(([key]) => members.includes(key)));

async function itemsOf(
  trial: Trial,
  listing: Listing,
  call: Parameters<Trial['call']>[2] = {},
): Promise<Json[]> {
  const reply = await trial.call(listing.operation, 200, call);
  const items = (reply.model as Json | undefined)?.[listing.member];
  return Array.isArray(items) ? items : [];
}

const isOf = (made: Made) => (item: Json) => item['id'] === made.id;

async function look(trial: Trial, made: Made): Promise<Json> {
  return trial.inside(made.kind, await trial.call(made.kind.get, 200, { params: made.params }));
}

/** Two of a kind with different names, for cases that only look at them. */
async function pair(trial: Trial, resource: ResourceRules): Promise<[Made, Made]> {
  const name = resource.texts[0] ?? 'name';
  return [
    await trial.kept(
      `${resource.kind} one`,
      resource.kind,
      await resource.body(trial, { [name]: 'filter one' }),
    ),
    await trial.kept(
      `${resource.kind} two`,
      resource.kind,
      await resource.body(trial, { [name]: 'filter two' }),
    ),
  ];
}

function createCases(resource: ResourceRules, operation: string, getOperation: string): RuleCase[] {
  const { name, kind, createStatus, rules } = resource;
  return [
    {
      id: `${name}/create`,
      operation,
      status: createStatus,
      rules: rules.create,
      async run(trial) {
        const body = await resource.body(trial, {});
        const made = await startIn(trial, resource, body);
        trial.check(
          'a new resource has an id of the documented form',
          resource.id.test(String(made.id)),
          resource.id.source,
          made.id,
        );
        trial.equal(
          'the answer to a creation',
          only(made.model, Object.keys(resource.created(trial, body))),
          resource.created(trial, body),
        );
        await trial.becomes(made, made.kind.life.at(-1) ?? '', made.kind.life);
        const found = await look(trial, made);
        const varying = [...resource.changes, ...resource.extra, 'status'];
        trial.equal('what is found is what was made', without(found, varying), without(made.model, varying));
        trial.equal('its status', found['status'], made.kind.life.at(-1));
        const texts = Object.fromEntries(resource.texts.map((text) => [text, `${AWKWARD} ${text}`]));
        const named = await startIn(trial, resource, await resource.body(trial, texts));
        trial.equal('the texts that the request gave', only(named.model, resource.texts), texts);
      },
    },
    {
      id: `${name}/texts`,
      operation: getOperation,
      status: 200,
      rules: rules.texts,
      async run(trial) {
        for (const [member, others] of resource.texts.map(
          (text) => [text, resource.texts.filter((other) => other !== text)] as const,
        )) {
          const made = await startIn(trial, resource, await resource.body(trial, { [member]: AWKWARD }));
          trial.equal(`${member} in the answer to the creation`, made.model[member], AWKWARD);
          await trial.happens(`${kind} ready`, () => trial.workshop.ready(made));
          const found = await look(trial, made);
          const varying = [...resource.changes, ...resource.extra, 'status'];
          trial.equal(
            'what is found is what was made',
            without(found, varying),
            without(made.model, varying),
          );
          trial.equal(`${member} of what is found`, found[member], AWKWARD);
          for (const other of others) trial.equal(`${other}, which was not given`, found[other], null);
          await trial.workshop.remove(made);
        }
      },
    },
  ];
}

/** Makes one in the format of the case, holding the answer against the contract. */
export async function startIn(
  trial: Trial,
  { kind: name, createStatus }: Pick<ResourceRules, 'kind' | 'createStatus'>,
  body: Json,
  params: Made['params'] = {},
): Promise<Made> {
  const kind = trial.kind(name);
  const reply = await trial.call(kind.create, createStatus, { body, params });
  const model = trial.inside(kind, reply);
  const id = model[kind.id];
  if (typeof id !== 'string' && typeof id !== 'number') {
    trial.note({ what: 'no id in the answer to a creation', path: `/${kind.wrapper}/${kind.id}`, got: id });
    return trial.make(name, body, params);
  }
  const made = { kind, id, params: { ...params, [kind.parameter]: id }, by: trial.target.first, model };
  trial.workshop.made.push(made);
  return made;
}

function listCases(resource: ResourceRules, listing: Listing): RuleCase[] {
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
          const members = listing.members ?? Object.keys(found[0] ?? {});
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
      const visible = listing.members === undefined || listing.members.includes(member);
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
        const beyond = await itemsOf(trial, listing, { query: { offset: ids.length + 1000 } });
        trial.check('a page beyond the end', beyond.length === 0, 'an empty list', beyond.length);
      }
      await trial.call(listing.operation, 400, { query: { limit: 'many' } });
    },
  };
}

function removeCases(resource: ResourceRules, operation: string, getOperation: string): RuleCase[] {
  const { name, rules, removeStatus } = resource;
  return [
    {
      id: `${name}/delete`,
      operation,
      status: [removeStatus].flat()[0] ?? 202,
      rules: rules.remove,
      async run(trial) {
        const made = await trial.make(resource.kind, await resource.body(trial, {}));
        await trial.call(operation, removeStatus, { params: made.params });
        await trial.goes(made);
        trial.workshop.forget(made);
        await trial.call(getOperation, 404, { params: made.params });
        await trial.call(operation, 404, { params: made.params });
        for (const listing of resource.lists) {
          const items = await itemsOf(trial, listing);
          trial.check('a list has nothing that was deleted', !items.some(isOf(made)), 'not there', made.id);
        }
      },
    },
    {
      id: `${name}/other-tenant`,
      operation: getOperation,
      status: 404,
      rules: rules.tenants,
      needs: 'second tenant',
      async run(trial) {
        const made = await trial.make(resource.kind, await resource.body(trial, {}));
        const before = await look(trial, made);
        const { second } = trial;
        await trial.call(getOperation, 404, { params: made.params, as: second });
        await trial.call(operation, 404, { params: made.params, as: second });
        trial.equal('it is untouched by another tenant', await look(trial, made), before);
      },
    },
  ];
}

/** What is true of every kind of resource: it is made, found, listed, filtered, paged, deleted, and its tenant's alone. */
export function resourceCases(
  resource: ResourceRules,
  { create, get, remove }: Pick<Kind, 'create' | 'get' | 'remove'>,
): RuleCase[] {
  return [
    ...createCases(resource, create, get),
    ...resource.lists.flatMap((listing) => listCases(resource, listing)),
    ...removeCases(resource, remove, get),
  ];
}
