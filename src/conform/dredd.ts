import { EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The parts of Dredd's transactions that are used here. */
export interface Transaction {
  name: string;
  fullPath: string;
  skip?: boolean;
  fail?: string | boolean;
  readonly request: { uri: string; body: string; headers: Record<string, string> };
  readonly expected: {
    statusCode?: string;
    body?: string;
    headers: Record<string, string>;
    bodySchema?: unknown;
  };
  /** Absent when there was no answer; Dredd leaves the body out when it is empty. */
  readonly real?: {
    statusCode: number;
    body?: string;
    bodyEncoding?: string;
    headers: Record<string, string>;
  };
  /** Dredd's own verdict, once there is one. */
  readonly test?: { valid?: boolean; message?: string };
}

type Hook = (transaction: Transaction, done: () => void) => void;

interface Hooks {
  // Dredd looks at the number of parameters: a hook that declares none ends the run, and it ends green.
  beforeEach(hook: Hook): void;
  beforeEachValidation(hook: Hook): void;
  afterEach(hook: Hook): void;
}

/** What happens around each transaction. None of them may throw. */
export interface Steps {
  before(transaction: Transaction): Promise<void>;
  validate(transaction: Transaction): Promise<void>;
  /** @param error of the transport, where there was no answer */
  after(transaction: Transaction, error: Error | undefined): Promise<void>;
}

export class DreddMissing extends Error {}

const require = createRequire(import.meta.url);

/** Node warns of how Dredd's dependencies are written, which is nothing to whoever runs this. */
function withoutWarnings<Result>(load: () => Result): Result {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

function loadDredd() {
  try {
    // Its CommonJS build has no types.
    const { default: Dredd } = require('dredd/build/Dredd');
    const { default: output } = require('dredd/build/reporters/reporterOutputLogger');
    output.transports.console.silent = true;
    return Dredd;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND')) throw error;
    throw new DreddMissing('conform needs Dredd, which is a development dependency: run `make install`');
  }
}

/**
 * Runs Dredd in this process over these OpenAPI texts, with `steps` around each transaction, which skip
 * what shall not run. Its reporters are silent: the verdicts are those of `steps`, and Dredd's is one of them.
 *
 * @param timeout milliseconds for one request
 */
export async function runDredd(
  url: string,
  descriptions: readonly string[],
  timeout: number,
  steps: Steps,
): Promise<void> {
  const Dredd = withoutWarnings(loadDredd);
  const emitter = new EventEmitter();
  let error: Error | undefined;
  emitter.on('test error', (failure: Error) => {
    error = failure;
  });
  Object.assign(globalThis, {
    [Symbol.for('cinderblock.conform.hooks')]: (hooks: Hooks) => {
      hooks.beforeEach((transaction, done) => void steps.before(transaction).then(done));
      hooks.beforeEachValidation((transaction, done) => void steps.validate(transaction).then(done));
      hooks.afterEach((transaction, done) => {
        const failure = error;
        error = undefined;
        void steps.after(transaction, failure).then(done);
      });
    },
  });
  const dredd = new Dredd({
    endpoint: url,
    emitter,
    apiDescriptions: descriptions,
    hookfiles: [fileURLToPath(new URL('dredd-hooks.cjs', import.meta.url))],
    loglevel: 'silent',
    color: false,
    http: { timeout, forever: true },
  });
  await promisify(dredd.run.bind(dredd))();
}
