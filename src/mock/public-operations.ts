import type { Contract } from '../http/xml/schema.ts';

export interface Secured {
  readonly security?: readonly object[];
}

/** The ids of the operations that answer without a token: those whose `security`, or the contract's, is empty. */
export function publicOperations(contract: Contract & Secured): ReadonlySet<string> {
  const operations = Object.values(contract.paths).flatMap((item) => Object.values(item));
  const open = operations.filter(
    (node): node is { readonly operationId: string } & Secured =>
      typeof node === 'object' &&
      node !== null &&
      'operationId' in node &&
      ((node as Secured).security ?? contract.security ?? []).length === 0,
  );
  return new Set(open.map(({ operationId }) => operationId));
}
