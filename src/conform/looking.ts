import type { Listing, ResourceRules } from './resource-rules.ts';
import type { Trial } from './trial.ts';
import { type Json, listIn, type Made } from './workshop.ts';

export const without = (model: Json, members: readonly string[]): Json =>
  Object.fromEntries(Object.entries(model).filter(([key]) => !members.includes(key)));

export const only = (model: Json, members: readonly string[] | undefined): Json =>
  members === undefined
    ? model
    : Object.fromEntries(Object.entries(model).filter(([key]) => members.includes(key)));

export async function itemsOf(
  trial: Trial,
  listing: Listing,
  call: Parameters<Trial['call']>[2] = {},
): Promise<Json[]> {
  return listIn(await trial.call(listing.operation, 200, call), listing.member);
}

export const isOf = (made: Made) => (item: Json) => item['id'] === made.id;

export async function look(trial: Trial, made: Made): Promise<Json> {
  return trial.inside(made.kind, await trial.call(made.kind.get, 200, { params: made.params }));
}

/** Two of a kind with different names, for cases that only look at them. */
export async function pair(trial: Trial, resource: ResourceRules): Promise<[Made, Made]> {
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
