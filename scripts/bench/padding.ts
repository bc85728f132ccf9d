import type { OperationId } from '../../generated/server/contract.ts';
import type { OperationEntry, OperationTable } from '../../src/http/operation-table.ts';

type PathItem = Readonly<Record<string, unknown>>;

interface PaddedContract {
  readonly paths: Readonly<Record<string, PathItem>>;
}

/** An operation that is added: a copy of one of the contract under another path. */
export interface AddedOperation extends OperationEntry {
  readonly id: OperationId;
  /** The operation that it is a copy of. */
  readonly like: OperationId;
}

interface Wanted {
  readonly path: string;
  readonly like: string;
}

const collection = (path: string, kind: 'volume' | 'snapshot' | 'backup'): Wanted[] => [
  { path, like: `list-${kind}s` },
  { path, like: `create-${kind}` },
  { path: `${path}/detail`, like: `list-${kind}s-details` },
  { path: `${path}/{${kind}_id}`, like: `get-${kind}-details` },
  { path: `${path}/{${kind}_id}`, like: `delete-${kind}` },
];

const VOLUME = '/v1/{tenant_id}/volumes/{volume_id}';

/** Collections that no document has, in each of the versions that have some. */
const COLLECTIONS = ['archives', 'groups', 'mirrors', 'pools', 'replicas', 'shares', 'templates'];
const VERSIONS = ['/v1/{tenant_id}', '/v1.1/{tenant_id}'];

/** More collections, and more paths under the volumes themselves, so that what is measured grows too. */
const WANTED: readonly Wanted[] = [
  { path: `${VOLUME}/notes`, like: 'list-volumes' },
  { path: `${VOLUME}/notes`, like: 'create-volume' },
  { path: `${VOLUME}/notes/{key}`, like: 'get-volume-details' },
  { path: `${VOLUME}/notes/{key}`, like: 'delete-volume' },
  { path: `${VOLUME}/marks`, like: 'create-volume' },
  { path: `${VOLUME}/seals`, like: 'get-volume-details' },
  { path: `${VOLUME}/loans`, like: 'list-volumes' },
  { path: `${VOLUME}/loans/detail`, like: 'list-volumes-details' },
  ...VERSIONS.flatMap((version) =>
    COLLECTIONS.flatMap((name, index) =>
      collection(`${version}/${name}`, (['volume', 'snapshot', 'backup'] as const)[index % 3] ?? 'volume'),
    ),
  ),
];

const koaForm = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

const isOperation = (value: unknown): value is { operationId: string } =>
  typeof value === 'object' && value !== null && 'operationId' in value;

/** The operation object of the contract, found by its id. */
function operationOf({ paths }: PaddedContract, id: string): object {
  for (const item of Object.values(paths)) {
    for (const operation of Object.values(item)) {
      if (isOperation(operation) && operation.operationId === id) return operation;
    }
  }
  throw new Error(`the contract has no operation ${id} to make a copy of`);
}

const pathParameters = (path: string): object[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

export interface Padding<Contract> {
  readonly contract: Contract;
  readonly operations: OperationTable;
  readonly added: readonly AddedOperation[];
}

/** A contract with copies of its own operations until there are `total`; as it is when there are that many. */
export function pad<Contract extends PaddedContract>(
  contract: Contract,
  operations: OperationTable,
  total: number,
): Padding<Contract> {
  const missing = Math.max(0, total - Object.keys(operations).length);
  if (missing > WANTED.length)
    throw new Error(`there are ${WANTED.length} operations to add, ${missing} are missing`);
  const paths: Record<string, PathItem> = { ...contract.paths };
  const table: Record<string, OperationEntry> = { ...operations };
  const added = WANTED.slice(0, missing).map(({ path, like }, index): AddedOperation => {
    // The ids of the table's type are those of the real contract; a copy's id is like them in form.
    const source = `hp-block-storage-v1/${like}` as OperationId;
    const id = `padding/${index + 1}` as OperationId;
    const { method, document } = operations[source];
    const copy = { ...structuredClone(operationOf(contract, source)), operationId: id };
    paths[path] = { parameters: pathParameters(path), ...paths[path], [method.toLowerCase()]: copy };
    const entry = { method, document, path: koaForm(path), public: false, administrator: false };
    table[id] = entry;
    return { ...entry, id, like: source };
  });
  return { contract: { ...contract, paths }, operations: table as OperationTable, added };
}
