import type { PlacedOperation } from '../support/contract.ts';

/** How many run at a time, each with a server of its own: schemathesis uses one processor. */
const PARTS = 2;

/**
 * Operations in parts that take about as long. A document stays in one piece: what its operations create is
 * what others of it are asked for.
 */
export function partsOf(operations: readonly PlacedOperation[]): PlacedOperation[][] {
  const parts = Array.from({ length: PARTS }, (): PlacedOperation[] => []);
  const documents = [...Map.groupBy(operations, (operation) => operation['x-document']).values()];
  for (const document of documents.sort((a, b) => b.length - a.length)) {
    parts.sort((a, b) => a.length - b.length)[0]?.push(...document);
  }
  return parts.filter((part) => part.length > 0);
}
