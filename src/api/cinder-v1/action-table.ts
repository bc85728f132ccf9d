import type { Caller } from '../../engine/engine.ts';
import { EngineFault } from '../../engine/faults.ts';

/** One action: what the contract says its value may be goes in, one of the documented answers comes out, or none. */
export interface Action<Value, ApiCaller, Answer> {
  /** The same as `x-administrator` in the contract; a test holds the one against the other. */
  readonly isForAdministrators?: true;
  readonly run: (caller: ApiCaller, id: string, value: Value) => Promise<Answer> | Promise<void>;
}

/** Every action that the schema of a body names, and no other. */
export type ActionTable<Body, ApiCaller, Answer> = {
  readonly [Name in keyof Body]-?: Action<Exclude<Body[Name], undefined>, ApiCaller, Answer>;
};

/** Does what the only member of the body is named for; `accepted` is the answer of actions that have nothing to say. */
export async function act<Body extends object, ApiCaller extends Caller, Answer>(
  table: ActionTable<Body, ApiCaller, Answer>,
  body: Body,
  id: string,
  caller: ApiCaller,
  accepted: Answer,
): Promise<Answer> {
  // The contract lets one member through, and no less.
  const [name = ''] = Object.keys(body);
  if (!Object.hasOwn(table, name)) throw new EngineFault('noSuchAction', { action: name });
  // It is one of them, and its value has been held against the schema of that one.
  const key = name as keyof Body;
  const { isForAdministrators, run } = table[key];
  if (isForAdministrators === true && caller.isAdministrator !== true)
    throw new EngineFault('notAllowed', { action: name });
  const answer = await run(caller, id, body[key] as Exclude<Body[keyof Body], undefined>);
  return answer ?? accepted;
}
