import { AjvOptions } from 'express-openapi-validator/dist/framework/ajv/options.js';
import { RequestValidator } from 'express-openapi-validator/dist/middlewares/openapi.request.validator.js';
import { ResponseValidator } from 'express-openapi-validator/dist/middlewares/openapi.response.validator.js';
import type { OperationId } from '../../generated/server/contract.ts';
import { BODY_OPTIONAL, contractOutline } from './contract-outline.ts';
import { type OperationSchema, operationSchemas } from './contract-schemas.ts';
import { refuse } from './fault.ts';
import { once } from './once.ts';
import type { OperationTable } from './operation-table.ts';
import { describeViolations, isMiscounted, isOfBody, type Violation } from './violations.ts';

export interface ValidatedRequest {
  readonly params: Record<string, string>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

export interface ContractValidator {
  /** Checks a request against the contract; numbers in the query become numbers in place. Throws a 400 fault. */
  request(operationId: OperationId, request: ValidatedRequest): void;
  /** What is wrong with a response body by the contract; undefined when nothing is. */
  response(operationId: OperationId, status: number, body: unknown): string | undefined;
}

/** An Express middleware as the validator makes them; only the parts below are ever touched. */
type ExpressStep = (request: object, response: object, next: (error?: unknown) => void) => unknown;

// The validator reads the body's schema by content type; whatever came over the wire is this model by now.
const MODEL_HEADERS = { 'content-type': 'application/json' };

const isViolation = (error: unknown): error is Violation =>
  typeof error === 'object' && error !== null && 'status' in error && 'message' in error;

function mayLackBody(responses: object, status: number): boolean {
  // What stands under a status is a response.
  const response = (responses as Readonly<Record<string, object | undefined>>)[status] ?? {};
  return BODY_OPTIONAL in response && response[BODY_OPTIONAL] === true;
}

const throwAny = (error?: unknown): void => {
  if (error !== undefined) throw error;
};

/** Throws what is wrong. */
type ResponseCheck = (request: object, responses: object, status: number, body: unknown) => void;

/** The two checks of express-openapi-validator, made when they are first needed: a check takes in all schemas. */
interface Checks {
  readonly request: () => ExpressStep;
  readonly response: () => ResponseCheck;
}

/** What the checks need of a contract is in its outline. */
function checksOf(outline: object, responses: boolean): Checks {
  const options = new AjvOptions({
    validateRequests: { allowUnknownQueryParameters: true, coerceTypes: false },
    validateResponses: responses && { removeAdditional: false, coerceTypes: false },
    validateFormats: false, // formats are descriptions here; patterns and enums check
    formats: {},
    serDes: [], // a timestamp stays the text that it is
  } as never);
  // Every schema that is compiled carries the document, to resolve references in; all lead to its components.
  const document = { ...outline, paths: {} } as never;
  return {
    request: once(() => {
      const requests = new RequestValidator(document, options.request);
      return (asked, response, next) => requests.validate(asked as never, response as never, next);
    }),
    response: once(() => {
      if (!responses) return () => {};
      const checked = new ResponseValidator(document, options.response as never);
      // Its Express middleware lets every 5xx pass unseen, so the check is called without it.
      return (asked, documented, statusCode, body) => {
        const validators = checked._getOrBuildValidator(asked as never, documented as never);
        const accepts = [MODEL_HEADERS['content-type']];
        checked._validate({ validators, body: body as never, statusCode, path: '/response', accepts });
      };
    }),
  };
}

/**
 * Puts express-openapi-validator behind a Koa router. The router has matched the operation already, so the
 * validator's own lookup, which tries one regular expression per documented path on every request, is left
 * out: each request carries its route. The validator is taken in parts, without Express, the file upload and
 * the check of the contract against OpenAPI, which it compiles whether or not that is wanted: together they
 * cost more time and memory at start than all the rest of the server.
 */
export function contractValidator(
  contract: object,
  operations: OperationTable,
  options: { responses: boolean },
): ContractValidator {
  const outline = contractOutline(contract);
  const schemas = operationSchemas(outline, operations);
  const checks = checksOf(outline, options.responses);
  const schemaOf = (id: OperationId): OperationSchema => {
    const schema = schemas.get(id);
    if (schema === undefined) throw new Error(`the contract has no operation ${id}`);
    return schema;
  };

  const facade = (id: OperationId, params: Record<string, string>, query: object, body: unknown) => {
    const { method, path } = operations[id];
    const { schema } = schemaOf(id);
    return {
      method,
      path,
      originalUrl: path,
      headers: MODEL_HEADERS,
      params,
      query,
      body,
      openapi: {
        expressRoute: path,
        openApiRoute: path,
        pathParams: params,
        schema,
      },
    };
  };

  return {
    request(operationId, { params, query, body }) {
      if (!schemaOf(operationId).constrainsRequests) return;
      try {
        checks.request()(facade(operationId, params, query, body), {}, throwAny);
      } catch (error) {
        if (!isViolation(error) || error.status >= 500) throw error;
        const reason = describeViolations(error);
        if (isMiscounted(error)) throw refuse.malformedBody(reason);
        throw isOfBody(error) ? refuse.invalidBody(reason) : refuse.invalidInput(reason);
      }
    },
    response(operationId, status, body) {
      const { responses } = schemaOf(operationId).schema;
      if (body === undefined && mayLackBody(responses, status)) return undefined;
      try {
        checks.response()(facade(operationId, {}, {}, undefined), responses, status, body);
        return undefined;
      } catch (error) {
        return isViolation(error) ? error.message : String(error);
      }
    },
  };
}
