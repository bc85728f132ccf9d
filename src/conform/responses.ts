import { randomUUID } from 'node:crypto';
import type { Api, Call } from './api.ts';
import { CannotExercise, type Case, mediaTypeOf, notExercised, type Outcome, outcomeOf } from './case.ts';
import type { OperationContract } from './contract.ts';
import { NoAnswer } from './http.ts';
import { kindOfParameter } from './ids.ts';
import type { Suite } from './suite.ts';

/** Why a status cannot be provoked through the API. */
export const OUT_OF_REACH: Readonly<Record<number, string>> = {
  203: 'only an intermediary that changes answers says 203',
  403: 'whom an identity service refuses a right cannot be told from outside',
  409: 'no request of this operation alone makes a conflict; rules make one where they can',
  500: 'a failure of the service cannot be provoked through its API',
  503: 'an overload of the service cannot be provoked through its API',
};

/** A request that the operation takes, but for what is changed to provoke a refusal. */
function plainCall(operation: OperationContract, { media }: Case): Call {
  const text = operation.requestExamples[mediaTypeOf(media)];
  return {
    media,
    params: Object.fromEntries(operation.parameters.map(({ name, example }) => [name, example])),
    ...(text === undefined ? {} : { text }),
  };
}

function callOfTheUnknown(operation: OperationContract, suite: Suite, call: Call): Call {
  const body = suite.unknownBodies[operation.id];
  if (body !== undefined) return { params: call.params ?? {}, media: call.media ?? 'json', body };
  const named = operation.parameters.flatMap(({ name }) => {
    const kind = kindOfParameter(operation.path, name, suite);
    const unknown = kind === undefined ? undefined : suite.unknown[kind];
    return unknown === undefined ? [] : [[name, unknown] as const];
  });
  if (named.length === 0)
    throw new CannotExercise('nothing that its path names can be unknown to the service');
  return { ...call, params: { ...call.params, ...Object.fromEntries(named) } };
}

async function provoke(api: Api, suite: Suite, one: Case): Promise<Call> {
  const operation = api.operation(one.operation);
  const { target } = api;
  const call = plainCall(operation, one);
  switch (one.status) {
    case 400:
      if (!operation.path.includes('{tenant_id}')) break;
      // The tenant of the path is not the token's.
      return { ...call, tenant: target.second?.tenant ?? randomUUID().replaceAll('-', '') };
    case 404:
      return callOfTheUnknown(operation, suite, call);
    case 405: {
      const methods = api.contract.methodsLike(operation.path);
      const method = ['PUT', 'DELETE', 'POST', 'PATCH'].find((name) => !methods.includes(name));
      return { ...call, method: method ?? 'PATCH', headers: { 'Content-Type': null } };
    }
    case 413: {
      if (target.limited === undefined)
        throw new CannotExercise(
          'needs a tenant with a low rate limit: --limited-token and --limited-tenant',
        );
      const limited = { ...call, as: target.limited };
      await api.call(operation.id, limited);
      return limited;
    }
    // In the profile that passes over a body that it cannot read, nothing else is 422 here.
    case 422:
    case 415:
      return { ...call, headers: { 'Content-Type': 'text/plain' } };
  }
  throw new CannotExercise(
    OUT_OF_REACH[one.status] ?? `no request is known that makes it answer ${one.status}`,
  );
}

/** Tries one documented status that no example of the operation shows. */
export async function tryResponse(api: Api, suite: Suite, one: Case): Promise<Outcome> {
  try {
    const equivalent = suite.equivalent[one.operation] ?? [];
    if (equivalent.includes(one.status))
      return notExercised(
        `the document and its services differ: ${equivalent.join(' and ')} are the same here`,
      );
    const reason =
      suite.unprovokable[`${one.operation}/${one.status}`] ?? suite.unprovokable[String(one.status)];
    if (reason !== undefined) return notExercised(reason);
    const call = await provoke(api, suite, one);
    const reply = await api.call(one.operation, call);
    if (reply.status === one.status) return outcomeOf(reply.problems);
    const { method, path } = api.requestOf(one.operation, call);
    const got = `${reply.status} ${reply.text.slice(0, 200)}`;
    return outcomeOf([{ what: `another status of ${method} ${path}`, expected: one.status, got }]);
  } catch (error) {
    if (error instanceof CannotExercise) return notExercised(error.message);
    if (error instanceof NoAnswer) return outcomeOf([{ what: error.message }]);
    throw error;
  }
}
