import { isOf, itemsOf, look, only, startIn, without } from './looking.ts';
import { listCases } from './resource-lists.ts';
import type { ResourceRules } from './resource-rules.ts';
import type { Kind, RuleCase } from './suite.ts';

/** Text that a careless writer of JSON or XML gets wrong. */
const AWKWARD = ' Über "quoted" <tag> & \'more\' – 卷 ';

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
        const form = (trial.profile.name === 'released' ? resource.releasedId : undefined) ?? resource.id;
        trial.check(
          'a new resource has an id of the documented form',
          form.test(String(made.id)),
          form.source,
          made.id,
        );
        const created = resource.created(trial, body);
        const absent = Object.keys(created).filter((member) => created[member] === undefined);
        trial.equal(
          'the answer to a creation',
          only(made.model, Object.keys(created)),
          without(created, absent),
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
