import * as OpenApiValidator from 'express-openapi-validator';
import type { OperationId } from '../../generated/server/contract.ts';
import { contractOutline } from './contract-outline.ts';
import { refuse } from './fault.ts';
import type { OperationTable } from './operation-table.ts';
import { describeViolations, type Violation } from './violations.ts';

export interface ValidatedRequest {
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

export interface ContractValidator {
  /** Checks a request against the contract; numbers in the query come back as numbers. Throws a 400 fault. */
  request(operationId: OperationId, request: ValidatedRequest): Promise<void>;
  /** What is wrong with a response body by the contract; undefined when nothing is. */
  response(operationId: OperationId, status: number, body: unknown): Promise<string | undefined>;
}

/** An Express middleware as the validator makes them; only the parts below are ever touched. */
type ExpressStep = (request: object, response: object, next: (error?: unknown) => void) => unknown;

/** What the validator's route lookup finds out, and keeps in `request.openapi`. */
interface FoundRoute {
  readonly expressRoute: string;
  readonly schema: unknown;
}

// The validator reads the body's schema by content type; whatever came over the wire is this model by now.
const MODEL_HEADERS = { 'content-type': 'application/json' };
const APP = { param() {}, enabled: () => false };

function run(step: ExpressStep, request: object, response: object): Promise<void> {
  return new Promise((resolve, reject) => {
    try {
      const pending = step(request, response, (error) => (error ? reject(error) : resolve()));
      if (pending instanceof Promise) pending.catch(reject);
    } catch (error) {
      reject(error);
    }
  });
}

const isViolation = (error: unknown): error is Violation =>
  typeof error === 'object' && error !== null && 'status' in error && 'message' in error;

/**
 * Puts express-openapi-validator behind a Koa router. The router has matched the operation already, so the
 * validator's own lookup, which tries one regular expression per documented path on every request, runs once
 * per operation at start; each request then carries the route that was found. Warming every operation here
 * also makes a broken contract fail at start and not on somebody's first request.
 */
export async function contractValidator(
  contract: object,
  operations: OperationTable,
  options: { responses: boolean },
): Promise<ContractValidator> {
  const steps = OpenApiValidator.middleware({
    // A copy: the validator writes into the document that it is given.
    apiSpec: contractOutline(contract) as never,
    validateApiSpec: false, // linted when it is bundled
    validateRequests: { allowUnknownQueryParameters: true },
    validateResponses: options.responses,
    validateSecurity: false, // the token step has done it
    fileUploader: false,
    validateFormats: false, // formats are descriptions here; patterns and enums check
  }) as unknown as ExpressStep[];
  const named = (name: string): ExpressStep => {
    const step = steps.find((candidate) => candidate.name === name);
    if (step === undefined) throw new Error(`express-openapi-validator has no ${name} any more`);
    return step;
  };
  const lookUp = [named('pathParamsMiddleware'), named('metadataMiddleware')];
  const checkRequest = named('requestMiddleware');
  const checkResponse = options.responses ? named('responseMiddleware') : undefined;

  const routes = new Map<OperationId, FoundRoute>();
  for (const [id, { method, path }] of Object.entries(operations)) {
    const url = path.replace(/:[a-z_]+/g, 'x');
    const request = { method, path: url, originalUrl: url, url, baseUrl: '', headers: {}, app: APP };
    for (const step of lookUp) await run(step, request, {});
    const found = (request as { openapi?: FoundRoute }).openapi;
    if (found === undefined) throw new Error(`the contract has no route for ${id}`);
    // Object.entries widens the keys of a table that is declared `as const`.
    routes.set(id as OperationId, found);
  }

  const facade = (id: OperationId, params: Record<string, string>, query: object, body: unknown) => {
    const { method, path } = operations[id];
    return {
      method,
      path,
      originalUrl: path,
      url: path,
      baseUrl: '',
      headers: MODEL_HEADERS,
      params,
      query,
      body,
      app: APP,
      openapi: { ...routes.get(id), pathParams: params },
    };
  };

  const validator: ContractValidator = {
    async request(operationId, { params, query, body }) {
      try {
        await run(checkRequest, facade(operationId, params, query, body), {});
      } catch (error) {
        if (isViolation(error) && error.status < 500) throw refuse.invalidInput(describeViolations(error));
        throw error;
      }
    },
    response(operationId, status, body) {
      if (checkResponse === undefined) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        // The validator hooks `json`; calling the hook runs the check, and calls this when all is well.
        const response = {
          statusCode: status,
          headersSent: false,
          getHeaders: () => MODEL_HEADERS,
          json: (_checked: unknown) => resolve(undefined),
        };
        let hooked = false;
        const next = (error?: unknown): void => {
          if (error) {
            resolve(isViolation(error) ? error.message : String(error));
          } else if (!hooked) {
            hooked = true;
            response.json(body);
          }
        };
        checkResponse(facade(operationId, {}, {}, undefined), response, next);
      });
    },
  };
  return validator;
}
