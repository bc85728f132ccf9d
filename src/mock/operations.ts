import { refuse } from '../http/fault.ts';
import type { Format, MediaTypes } from '../http/media-types.ts';
import { type RequestTypes, requestTypes } from '../http/request-types.ts';
import { type Contract, SchemaReader } from '../http/xml/schema.ts';

/** Where the contract has an example: under this status, in this format. */
export interface ExamplePlace {
  readonly status: number;
  readonly format: Format;
}

/** An operation, as far as the mock has to know it before it asks Prism. */
export interface MockOperation {
  readonly id: string;
  /** How its path ends in the contract; Prism knows no other. */
  readonly ending: '' | '/';
  /** The status of an answer that nothing special was asked of: the lowest success. */
  readonly success: number;
  /** By id; more than one place where faults share an example. */
  readonly examples: ReadonlyMap<string, readonly ExamplePlace[]>;
  /** Ids of its request examples: not answers, but asked for by mistake. */
  readonly requestExamples: ReadonlySet<string>;
  /** What its body may come in. */
  readonly requestTypes: RequestTypes;
}

export interface MockOperations {
  /**
   * The operation of a request; HEAD is that of GET.
   *
   * @throws HttpFault when there is no such path, or not with this method
   */
  match(method: string, path: string): MockOperation;
}

interface BodyNode {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, unknown>> }>>;
}

interface OperationNode {
  readonly operationId: string;
  readonly requestBody?: BodyNode;
  readonly responses: Readonly<Record<string, BodyNode>>;
}

interface Route {
  readonly segments: readonly string[];
  readonly parameters: number;
  readonly methods: ReadonlyMap<string, MockOperation>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

const isParameter = (segment: string): boolean => segment.startsWith('{');

/** A slash at the end means nothing, be it in a request or in the contract. */
const segmentsOf = (path: string): string[] => path.replace(/\/$/, '').split('/').slice(1);

function matches(route: Route, segments: readonly string[]): boolean {
  if (route.segments.length !== segments.length) return false;
  return route.segments.every((segment, at) => isParameter(segment) || segment === segments[at]);
}

/** The ids of the examples of a body, each with its format. */
function* examplesOf(body: BodyNode, types: MediaTypes): Iterable<[id: string, format: Format]> {
  for (const [name, { examples = {} }] of Object.entries(body.content ?? {})) {
    const format = types.ofContentType(name)?.format;
    if (format === undefined) continue;
    for (const id of Object.keys(examples)) yield [id, format];
  }
}

/** Reads the operations of a bundled contract. */
export function mockOperations(contract: Contract, types: MediaTypes): MockOperations {
  const reader = new SchemaReader(contract);
  const typesOf = requestTypes(contract, types);

  const read = (
    path: string,
    { operationId: id, requestBody = {}, responses }: OperationNode,
  ): MockOperation => {
    const examples = new Map<string, ExamplePlace[]>();
    const statuses = Object.keys(responses).map(Number).filter(Number.isInteger);
    for (const status of statuses) {
      for (const [example, format] of examplesOf(reader.resolve(responses[status] ?? {}), types)) {
        examples.set(example, [...(examples.get(example) ?? []), { status, format }]);
      }
    }
    const requests = [...examplesOf(reader.resolve(requestBody), types)].map(([example]) => example);
    const success = Math.min(...statuses.filter((status) => status >= 200 && status < 300));
    const ending = path.length > 1 && path.endsWith('/') ? '/' : '';
    return { id, ending, success, examples, requestExamples: new Set(requests), requestTypes: typesOf(id) };
  };

  const routes: Route[] = Object.entries(contract.paths).map(([path, item]) => {
    // The contract was linted when it was bundled: under a method there is an operation.
    const nodes = item as Readonly<Record<string, OperationNode>>;
    const methods = METHODS.flatMap((method) => {
      const node = nodes[method];
      return node === undefined ? [] : [[method.toUpperCase(), read(path, node)] as const];
    });
    const segments = segmentsOf(path);
    return { segments, parameters: segments.filter(isParameter).length, methods: new Map(methods) };
  });
  // A literal path wins over a parameter: `/volumes/detail` is not the volume `detail`.
  routes.sort((a, b) => a.parameters - b.parameters);

  return {
    match(method, path) {
      const segments = segmentsOf(path);
      const route = routes.find((candidate) => matches(candidate, segments));
      if (route === undefined) throw refuse.noRoute();
      const operation = route.methods.get(method === 'HEAD' ? 'GET' : method);
      if (operation !== undefined) return operation;
      const allowed = [...route.methods.keys()];
      if (route.methods.has('GET')) allowed.push('HEAD');
      throw refuse.wrongMethod(method, allowed.sort().join(', '));
    },
  };
}
