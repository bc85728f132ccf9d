import type { Api, Call } from './api.ts';
import { audit } from './audit.ts';
import {
  CannotExercise,
  notExercised,
  type Outcome,
  outcomeOf,
  outcomeOfRefusal,
  type Problem,
} from './case.ts';
import { exampleProblems } from './differences.ts';
import type { Steps, Transaction } from './dredd.ts';
import { documentedModel, requestModel, textWithIds } from './example-models.ts';
import type { Fixtures } from './fixtures.ts';
import type { ExampleCase } from './generated-cases.ts';
import { type Key, keysIn, kindOfParameter, withIds, withTenant } from './ids.ts';
import { OUT_OF_REACH } from './responses.ts';
import type { Scenario, Suite } from './suite.ts';
import type { Json, Workshop } from './workshop.ts';

/** A token that no identity service gives out. */
export const NO_TOKEN = '';

interface Running {
  readonly example: ExampleCase;
  readonly fixtures: Fixtures;
  readonly began: number;
  /** The documented answer, as text. */
  readonly documented: string;
  outcome?: Outcome;
  /** Path parameters of its request. */
  params?: Readonly<Record<string, string | number>>;
  /** What the example has created. */
  created?: Json;
}

/** What an example needs besides; where it has nothing of its own, what its operation needs. */
const scenarioOf = ({ scenarios }: Suite, { example, operation }: ExampleCase): Scenario =>
  scenarios[example ?? ''] ?? scenarios[operation] ?? {};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * What happens around each transaction of Dredd: what the example takes for granted is made, the documented
 * request is sent with the ids of what was made, and the answer is compared deeply with the documented one.
 */
export class Examples implements Steps {
  readonly #api: Api;
  readonly #suite: Suite;
  readonly #workshop: Workshop;
  readonly #fixtures: Fixtures;
  readonly #byName: ReadonlyMap<string, ExampleCase>;
  readonly #began = Date.now();
  readonly #report: (example: ExampleCase, outcome: Outcome, took: number) => void;
  #running: Running | undefined;
  /** Set when the run shall end: what comes after it is not exercised. */
  stop: string | undefined;

  constructor(
    api: Api,
    suite: Suite,
    workshop: Workshop,
    fixtures: Fixtures,
    examples: readonly ExampleCase[],
    report: (example: ExampleCase, outcome: Outcome, took: number) => void,
  ) {
    this.#api = api;
    this.#suite = suite;
    this.#workshop = workshop;
    this.#fixtures = fixtures;
    this.#report = report;
    // With a single description Dredd's names lack the layer, which comes first.
    this.#byName = new Map(
      examples.flatMap((example) => {
        const { name } = example.expectation;
        return [
          [name, example],
          [name.split(' > ').slice(1).join(' > '), example],
        ] as const;
      }),
    );
  }

  async before(transaction: Transaction): Promise<void> {
    const example = this.#byName.get(transaction.name);
    this.#running = undefined;
    if (example === undefined) {
      transaction.skip = true;
      return;
    }
    const suite = this.#suite;
    const fixtures = this.#fixtures;
    const running: Running = {
      example,
      fixtures: fixtures.fork(
        suite.fresh[example.example ?? ''] ?? suite.fresh[example.operation] ?? [],
        scenarioOf(suite, example).unready ?? [],
      ),
      began: performance.now(),
      documented: transaction.expected.body ?? '',
    };
    this.#running = running;
    try {
      if (this.stop !== undefined) throw new CannotExercise(this.stop);
      await this.#prepare(running, transaction);
    } catch (error) {
      transaction.skip = true;
      running.outcome = outcomeOfRefusal(error) ?? outcomeOf([{ what: messageOf(error) }]);
    }
  }

  async #prepare(running: Running, transaction: Transaction): Promise<void> {
    const { example, fixtures } = running;
    const suite = this.#suite;
    const { target } = this.#api;
    const scenario = scenarioOf(suite, example);
    const unprovokable = scenario.unprovokable ?? OUT_OF_REACH[example.status];
    if (unprovokable !== undefined) throw new CannotExercise(unprovokable);
    const isLimited = scenario.limited ?? false;
    if (isLimited && target.limited === undefined)
      throw new CannotExercise('needs a tenant with a low rate limit: --limited-token and --limited-tenant');
    const refused = example.status === 401;
    const operation = this.#api.operation(example.operation);
    const body = scenario.body ?? transaction.request.body;
    const documented = (name: string, id: string) => String(scenario.params?.[name] ?? id);
    const keys = new Map<string, Key>(
      operation.parameters.flatMap(({ name, example: id }) => {
        const kind = kindOfParameter(operation.path, name, suite);
        return kind === undefined ? [] : [[name, `${kind}/${documented(name, id)}`]];
      }),
    );
    // What is refused for want of a token needs nothing to be there.
    if (!refused && !isLimited)
      await fixtures.need([...(scenario.needs ?? []), ...this.#needed(running, [...keys.values()], body)]);
    const params = Object.fromEntries(
      operation.parameters.map(({ name, example: id }) => {
        const key = keys.get(name);
        return [name, (key === undefined ? undefined : fixtures.idOf(key)) ?? documented(name, id)];
      }),
    );
    const caller = isLimited && target.limited !== undefined ? target.limited : target.first;
    running.params = params;
    const call: Call = {
      params,
      media: example.media,
      as: refused ? { tenant: caller.tenant, token: NO_TOKEN } : caller,
      ...(operation.takesBody
        ? {
            text: textWithIds(
              body,
              keysIn(requestModel(this.#api.contract.codec, example, body), suite),
              fixtures.idOf,
            ),
          }
        : {}),
    };
    // The one request that the tenant may make; the example is the next.
    if (isLimited) await this.#api.call(example.operation, call);
    const request = this.#api.requestOf(example.operation, call);
    const base = new URL(target.url).pathname.replace(/\/+$/, '');
    transaction.fullPath = `${base}${request.path}`;
    transaction.request.uri = request.path;
    transaction.request.headers = { ...request.headers };
    transaction.request.body = request.body ?? '';
  }

  /** What has to be there: what the request names and, where nothing is changed, what the answer shows. */
  #needed(running: Running, inPath: readonly Key[], body: string): Key[] {
    const { example } = running;
    const suite = this.#suite;
    const operation = this.#api.operation(example.operation);
    const shown =
      operation.method === 'GET'
        ? keysIn(documentedModel(this.#api.contract.codec, example, running.documented), suite)
        : [];
    return [
      ...new Set([
        ...inPath,
        ...keysIn(requestModel(this.#api.contract.codec, example, body), suite),
        ...shown,
      ]),
    ];
  }

  async validate(transaction: Transaction): Promise<void> {
    const running = this.#running;
    const { real } = transaction;
    if (running === undefined || real === undefined) return;
    this.#api.noteSilence(false);
    try {
      running.outcome = this.#judge(running, transaction, real);
    } catch (error) {
      running.outcome = outcomeOf([{ what: messageOf(error) }]);
    }
    // The status has been compared with that of the profile.
    transaction.expected.statusCode = String(running.example.status);
    if (running.outcome.verdict === 'failed') transaction.fail = 'the answer is not as documented';
    // What is equal as a document need not be equal as text, which is all that Dredd can tell of XML.
    else if (running.outcome.verdict === 'passed') transaction.expected.body = real.body ?? '';
    else transaction.fail = running.outcome.reason;
  }

  #judge(running: Running, { request }: Transaction, real: NonNullable<Transaction['real']>): Outcome {
    const { example } = running;
    const suite = this.#suite;
    const text = real.body ?? '';
    const reply = { status: real.statusCode, headers: real.headers, text, bytes: Buffer.byteLength(text) };
    const operation = this.#api.operation(example.operation);
    const audited = audit(
      this.#api.contract,
      { operation, method: operation.method, media: example.media },
      reply,
    );
    if (reply.status < 300) running.created = (audited.model ?? {}) as Json;
    const { elusive } = scenarioOf(suite, example);
    if (elusive !== undefined && reply.status < 300) return notExercised(elusive);
    const equivalent = suite.equivalent[example.operation] ?? [];
    if (equivalent.includes(reply.status) && equivalent.includes(example.status))
      return outcomeOf(audited.problems);
    if (reply.status === 413 && example.status < 300)
      return notExercised(`the tenant has no room for what the example asks for: ${text.slice(0, 200)}`);
    if (reply.status !== example.status)
      return outcomeOf([
        { what: 'another status', expected: example.status, got: `${reply.status} ${text.slice(0, 200)}` },
      ]);
    const differing =
      // What cannot be read is a problem already.
      example.example === null || audited.model === undefined
        ? []
        : this.#compare(running, audited.model, request.body, reply.headers['date']);
    return outcomeOf([...audited.problems, ...differing]);
  }

  #compare(running: Running, model: unknown, sent: string, date: string | undefined): Problem[] {
    const { example, fixtures } = running;
    const suite = this.#suite;
    const documented = withTenant(
      withIds(documentedModel(this.#api.contract.codec, example, running.documented), suite, fixtures.idOf),
      suite.tenants,
      this.#api.target.first.tenant,
    );
    const now = date === undefined || Number.isNaN(Date.parse(date)) ? Date.now() : Date.parse(date);
    return exampleProblems(example.example ?? '', documented, model, {
      profile: this.#api.contract.profile.name,
      request: requestModel(this.#api.contract.codec, example, sent),
      answer: model,
      from: now - (Date.now() - this.#began),
      to: now,
    });
  }

  async after(transaction: Transaction, error: Error | undefined): Promise<void> {
    const running = this.#running;
    if (running === undefined) return;
    this.#running = undefined;
    const { example, fixtures, began } = running;
    if (error !== undefined && transaction.real === undefined) this.#api.noteSilence(true);
    let outcome =
      running.outcome ?? outcomeOf([{ what: `no answer: ${error?.message ?? 'Dredd did not ask'}` }]);
    if (outcome.verdict === 'passed' && transaction.test?.valid === false)
      outcome = outcomeOf([{ what: `Dredd: ${transaction.test.message ?? 'not valid'}` }]);
    await this.#cleanUp(running).catch(() => undefined);
    await fixtures.clear();
    this.#report(example, outcome, performance.now() - began);
  }

  /** Removes what the example has created. */
  async #cleanUp({ example, created, params = {} }: Running): Promise<void> {
    const suite = this.#suite;
    const workshop = this.#workshop;
    const kind = Object.values(suite.kinds).find(({ create }) => create === example.operation);
    const model = created?.[kind?.wrapper ?? ''] as Json | undefined;
    const id = model?.[kind?.id ?? ''];
    if (kind === undefined || (typeof id !== 'string' && typeof id !== 'number')) return;
    const made = {
      kind,
      id,
      params: { ...params, [kind.parameter]: id },
      by: this.#api.target.first,
      model: model ?? {},
    };
    workshop.made.push(made);
    await workshop.ready(made).catch(() => undefined);
    await workshop.remove(made);
  }
}
