import { once } from '../once.ts';
import { type Body, BodyCompiler, type BodyContract, type Root } from './bodies.ts';
import { DecodeRefusal } from './compile-decoder.ts';
import { placeOf, quoted, readXml } from './reader.ts';
import type { Contract } from './schema.ts';
import { XML_DECLARATION } from './writer.ts';

export type { Contract } from './schema.ts';

export type DecodeResult =
  /** The JSON wrapper, `{volume: {...}}`; not yet held against the schema. */
  | { readonly ok: true; readonly model: unknown }
  /** The message is one phrase without a full stop that says what is wrong and where. */
  | {
      readonly ok: false;
      readonly message: string;
      /** True when it is XML, of something else: the root is not the one that was expected. */
      readonly isOther?: boolean;
    };

/**
 * XML for every operation of a contract. Models are those of JSON. All functions throw on an operation that
 * the contract does not have.
 */
export interface XmlCodec {
  /**
   * Compiles what nobody has asked for yet; for those who want to know that every body has a form in XML. Throws
   * an Error that names the operation when one has none.
   */
  compileAll(): void;
  /** True when the operation has a request body, in whatever format. */
  takesBody(operationId: string): boolean;
  /** True when `encodeResponse` can write a response of this status. */
  hasXml(operationId: string, status: number): boolean;
  decodeRequest(operationId: string, text: string): DecodeResult;
  /** For clients and examples. Throws when the model is not one of the operation's request. */
  encodeRequest(operationId: string, model: unknown): string;
  /** A status that the operation does not document is an error in the result. */
  decodeResponse(operationId: string, status: number, text: string): DecodeResult;
  /**
   * A fault with a status that the operation does not document (501 of a stub) is written like those that it
   * does. Throws when there is no XML form or the model has none of the documented members: a bug of the caller.
   */
  encodeResponse(operationId: string, status: number, model: unknown): string;
}

interface OperationBodies {
  readonly request: Body | undefined;
  /** By status as written: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, Body>;
  /** What faults look like where no status says so. */
  readonly fault: Root | undefined;
}

interface Operation {
  readonly takesBody: boolean;
  /** Compiled when they are first asked for: most starts serve no XML, and none all of it. */
  readonly bodies: () => OperationBodies;
}

interface OperationContract {
  readonly operationId: string;
  readonly requestBody?: BodyContract;
  readonly responses?: Readonly<Record<string, BodyContract>>;
}

const isOperation = (node: unknown): node is OperationContract =>
  typeof node === 'object' && node !== null && 'operationId' in node && typeof node.operationId === 'string';

function decode(body: Body, text: string): DecodeResult {
  const read = readXml(text);
  if (!read.ok) return read;
  const root = body.whole ?? body.byLocalName.get(read.root.local);
  if (root === undefined && body.isOpen) return { ok: true, model: { [read.root.local]: null } };
  if (root === undefined) {
    const expected = [...body.byLocalName.keys()].map((local) => `<${local}>`).join(' or ');
    const message = `expected element ${expected}, found <${quoted(read.root.local)}>`;
    return { ok: false, message, isOther: true };
  }
  try {
    const model = root.decode(read.root);
    return { ok: true, model: root === body.whole ? model : { [root.key]: model } };
  } catch (error) {
    if (!(error instanceof DecodeRefusal)) throw error;
    return { ok: false, message: `${error.message} at ${placeOf(text, error.offset)}` };
  }
}

const membersOf = (model: unknown): [string, unknown][] =>
  typeof model === 'object' && model !== null ? Object.entries(model) : [];

function encode(body: Body, model: unknown): string {
  if (body.whole !== undefined) return XML_DECLARATION + body.whole.encode(model);
  for (const [key, value] of membersOf(model)) {
    const root = body.byKey.get(key);
    if (root !== undefined) return XML_DECLARATION + root.encode(value);
  }
  throw new TypeError(`the model has none of the members ${[...body.byKey.keys()].join(', ')}`);
}

/** The first documented fault, in the shape and namespace that they share. */
function anyFault(responses: ReadonlyMap<string, Body>): Root | undefined {
  for (const [status, { byKey }] of responses) {
    const [root] = byKey.values();
    if (/^[45]/.test(status)) return root;
  }
  return undefined;
}

/** Says which operation, and which of its bodies, an error is about. */
function named<Result>(what: string, compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    throw new Error(`no XML for ${what}: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

function compileBodies(
  compiler: BodyCompiler,
  { operationId, requestBody, responses = {} }: OperationContract,
): OperationBodies {
  const request = requestBody && named(`the request of ${operationId}`, () => compiler.compile(requestBody));
  const byStatus = new Map<string, Body>();
  for (const [status, response] of Object.entries(responses)) {
    const body = named(`the response ${status} of ${operationId}`, () => compiler.compile(response));
    if (body !== undefined) byStatus.set(status, body);
  }
  return { request, responses: byStatus, fault: anyFault(byStatus) };
}

function operationsOf(contract: Contract): ReadonlyMap<string, Operation> {
  const compiler = new BodyCompiler(contract);
  const operations = new Map<string, Operation>();
  for (const item of Object.values(contract.paths)) {
    for (const operation of Object.values(item)) {
      if (!isOperation(operation)) continue;
      operations.set(operation.operationId, {
        takesBody: operation.requestBody !== undefined,
        bodies: once(() => compileBodies(compiler, operation)),
      });
    }
  }
  return operations;
}

/**
 * Compiles the XML form of the bodies of an operation once, so that nothing of a schema is looked at again while
 * requests are served. All functions throw an Error that names the operation when a schema has no form in XML.
 *
 * @param contract the bundled contract, parsed
 */
export function xmlCodec(contract: Contract): XmlCodec {
  const operations = operationsOf(contract);
  const operationOf = (operationId: string): Operation => {
    const operation = operations.get(operationId);
    if (operation === undefined) throw new Error(`the contract has no operation ${operationId}`);
    return operation;
  };
  const bodiesOf = (operationId: string): OperationBodies => operationOf(operationId).bodies();
  const responseOf = (operationId: string, status: number): Body | undefined => {
    const { responses } = bodiesOf(operationId);
    const exact = responses.get(String(status));
    return exact ?? responses.get(`${Math.trunc(status / 100)}XX`) ?? responses.get('default');
  };
  const faultOf = (operationId: string, status: number): Root | undefined =>
    status < 400 ? undefined : bodiesOf(operationId).fault;

  return {
    compileAll() {
      for (const { bodies } of operations.values()) bodies();
    },
    takesBody: (operationId) => operationOf(operationId).takesBody,
    hasXml: (operationId, status) =>
      responseOf(operationId, status) !== undefined || faultOf(operationId, status) !== undefined,
    decodeRequest(operationId, text) {
      const { request } = bodiesOf(operationId);
      if (request === undefined) return { ok: false, message: 'this operation takes no XML body' };
      return decode(request, text);
    },
    encodeRequest(operationId, model) {
      const { request } = bodiesOf(operationId);
      if (request === undefined) throw new Error(`${operationId} takes no XML body`);
      return encode(request, model);
    },
    decodeResponse(operationId, status, text) {
      const body = responseOf(operationId, status);
      if (body === undefined) return { ok: false, message: `${operationId} documents no XML for ${status}` };
      return decode(body, text);
    },
    encodeResponse(operationId, status, model) {
      const body = responseOf(operationId, status);
      if (body !== undefined) return encode(body, model);
      const fault = faultOf(operationId, status);
      const [member] = membersOf(model);
      if (fault === undefined || member === undefined) {
        throw new Error(`${operationId} documents no XML for ${status}`);
      }
      const [name, value] = member;
      return XML_DECLARATION + fault.encode(value, name);
    },
  };
}
