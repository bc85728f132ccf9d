import type { ProfileName } from '../profile/profile.ts';
import type { Api } from './api.ts';
import { createApi } from './api.ts';
import {
  type Case,
  notExercised,
  type Outcome,
  outcomeOf,
  outcomeOfRefusal,
  type Problem,
  passed,
  type Result,
} from './case.ts';
import { readConformContract } from './contract.ts';
import { DreddMissing, runDredd } from './dredd.ts';
import { Examples } from './examples.ts';
import { Fixtures } from './fixtures.ts';
import { type ExampleCase, layersWith } from './generated-cases.ts';
import { createClient } from './http.ts';
import type { Plan, PlannedRule } from './plan.ts';
import { tryResponse } from './responses.ts';
import type { Suite } from './suite.ts';
import type { Target } from './target.ts';
import { Enough, type Shared, Trial } from './trial.ts';
import { Workshop } from './workshop.ts';

export interface RunOptions {
  /** Leaves what was made where it is. */
  readonly keep: boolean;
  /** Ends with the first case that fails. */
  readonly bail: boolean;
  /** Told of every case as it ends. */
  onResult?(result: Result): void;
}

export interface Run {
  readonly profile: ProfileName;
  readonly results: readonly Result[];
  /** What could not be removed, in words; each once, though a service may give one id many times. */
  readonly left: readonly string[];
  /** Milliseconds. */
  readonly took: number;
  readonly requests: number;
}

/** There is nothing to hold against the documents: no answer came at all. */
export class Unreachable extends Error {}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Runs every case of a plan against an implementation. @throws Unreachable */
export async function runPlan(plan: Plan, target: Target, options: RunOptions): Promise<Run> {
  const began = performance.now();
  const client = createClient(target.url, target.timeout);
  try {
    const api = createApi(readConformContract(plan.profile), client, target);
    await reach(api, plan);
    const run = new Runner(api, plan, options);
    await run.everything();
    return {
      profile: plan.profile,
      results: run.inOrder(),
      left: [...new Set(run.left)],
      took: performance.now() - began,
      requests: api.requests,
    };
  } finally {
    client.close();
  }
}

/** One request before all others: that there is somebody to talk to. */
async function reach(api: Api, plan: Plan): Promise<void> {
  const document = plan.suites[0]?.document;
  const first = [...api.contract.operations.values()].find(
    (operation) => operation.document === document && operation.method === 'GET',
  );
  if (first === undefined) return;
  try {
    await api.call(first.id, {
      params: Object.fromEntries(first.parameters.map(({ name, example }) => [name, example])),
    });
  } catch (error) {
    throw new Unreachable(`${api.target.url}: ${messageOf(error)}`);
  }
}

class Runner {
  readonly #api: Api;
  readonly #plan: Plan;
  readonly #options: RunOptions;
  readonly #results = new Map<string, Result>();
  readonly #lost = new Map<string, number>();
  readonly left: string[] = [];
  #bailed = false;

  constructor(api: Api, plan: Plan, options: RunOptions) {
    this.#api = api;
    this.#plan = plan;
    this.#options = options;
  }

  #done(one: Case, outcome: Outcome, took: number): void {
    const result = { case: one, outcome, took };
    this.#results.set(one.id, result);
    this.#options.onResult?.(result);
    if (outcome.verdict === 'failed' && this.#options.bail) this.#bailed = true;
  }

  /** Why nothing more is asked; undefined while there is no reason. */
  #reasonToStop(): string | undefined {
    if (this.#bailed) return 'the run ended with the first failure (--bail)';
    return this.#api.stopped ? 'the implementation stopped answering' : undefined;
  }

  /** Document by document, so that what one needs is gone before the next needs room. */
  async everything(): Promise<void> {
    for (const suite of this.#plan.suites) {
      await this.#examples(suite);
      for (const one of this.#plan.responses) if (one.document === suite.document) await this.#response(one);
      await this.#rules(suite);
    }
  }

  async #clear(workshop: Workshop): Promise<void> {
    if (!this.#options.keep) this.left.push(...(await workshop.clear()));
  }

  async #examples(suite: Suite): Promise<void> {
    const examples = this.#plan.examples.filter(({ document }) => document === suite.document);
    if (examples.length === 0) return;
    const workshop = new Workshop(this.#api, suite, this.#lost);
    const fixtures = new Fixtures(workshop);
    const steps = new Examples(this.#api, suite, workshop, fixtures, examples, (one, outcome, took) => {
      this.#done(one, outcome, took);
      steps.stop = this.#reasonToStop();
    });
    steps.stop = this.#reasonToStop();
    const names = examples.map(({ expectation }) => expectation.name);
    const { url, timeout } = this.#api.target;
    await runDredd(url, layersWith(names), timeout, steps).catch((error: unknown) => {
      if (error instanceof DreddMissing) throw error;
      this.#missing(examples, `Dredd ended early: ${messageOf(error)}`);
    });
    this.#missing(examples, 'Dredd did not run it');
    await this.#clear(workshop);
  }

  /** Dredd can end before its end, and be green: a case without a verdict has failed. */
  #missing(examples: readonly ExampleCase[], what: string): void {
    for (const one of examples) if (!this.#results.has(one.id)) this.#done(one, outcomeOf([{ what }]), 0);
  }

  #suiteOf({ document }: Case): Suite {
    const suite = this.#plan.suites.find((candidate) => candidate.document === document);
    if (suite === undefined) throw new Error(`there is no suite for ${document}`);
    return suite;
  }

  async #response(one: Case): Promise<void> {
    const stop = this.#reasonToStop();
    const began = performance.now();
    const outcome =
      stop === undefined ? await tryResponse(this.#api, this.#suiteOf(one), one) : notExercised(stop);
    this.#done(one, outcome, performance.now() - began);
  }

  /** What the cases only look at is made once and kept until they have all run. */
  async #rules(suite: Suite): Promise<void> {
    const workshop = new Workshop(this.#api, suite, this.#lost);
    const shared = { workshop, fixtures: new Fixtures(workshop), kept: new Map() };
    for (const planned of this.#plan.rules)
      if (planned.one.document === suite.document) await this.#rule(planned, shared);
    await this.#clear(workshop);
  }

  async #rule({ one, rule }: PlannedRule, shared: Shared): Promise<void> {
    const began = performance.now();
    const stop = this.#reasonToStop();
    if (stop !== undefined) return this.#done(one, notExercised(stop), 0);
    if (rule.needs === 'second tenant' && this.#api.target.second === undefined)
      return this.#done(one, notExercised('needs another tenant: --second-token and --second-tenant'), 0);
    const workshop = new Workshop(this.#api, this.#suiteOf(one), this.#lost);
    const trial = new Trial(this.#api, workshop, shared, one.media);
    let outcome: Outcome;
    try {
      await rule.run(trial);
      outcome = outcomeOf(distinct(trial.problems));
    } catch (error) {
      const known = error instanceof Enough || outcomeOfRefusal(error) !== undefined;
      if (!known) trial.note({ what: `the case broke: ${messageOf(error)}` });
      outcome =
        trial.problems.length > 0 ? outcomeOf(distinct(trial.problems)) : (outcomeOfRefusal(error) ?? passed);
    }
    await this.#clear(workshop);
    this.#done(one, outcome, performance.now() - began);
  }

  /** The results in the order of the plan. */
  inOrder(): Result[] {
    return this.#plan.cases.flatMap(({ id }) => this.#results.get(id) ?? []);
  }
}

/** The same problem of ten answers is one problem. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = JSON.stringify([problem.what, problem.path, problem.expected]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
