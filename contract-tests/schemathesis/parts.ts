import { availableParallelism } from 'node:os';
import type { PlacedOperation } from '../support/contract.ts';

/**
 * How many run at a time, each with a server of its own. Schemathesis uses one processor, and its server little of
 * another.
 */
const PARTS = Math.min(4, Math.max(2, availableParallelism()));

/** Documents whose operations work on what those of another make: these come along. */
const MAKERS: Readonly<Record<string, readonly string[]>> = {
  'cinder-v1': ['hp-block-storage-v1/create-volume', 'hp-block-storage-v1/create-snapshot'],
  nova: ['hp-bock-v1.1/create-volume', 'hp-bock-v1.1/create-snapshot'],
};

/**
 * Operations in parts that take about as long. A document stays in one piece: what its operations create is
 * what others of it are asked for.
 *
 * @param all where makers are found
 */
export function partsOf(
  operations: readonly PlacedOperation[],
  all: readonly PlacedOperation[],
  atATime = PARTS,
): PlacedOperation[][] {
  const parts = Array.from({ length: atATime }, (): Set<PlacedOperation> => new Set());
  const documents = Map.groupBy(operations, (operation) => operation['x-document']);
  for (const [document, own] of [...documents].sort(([, a], [, b]) => b.length - a.length)) {
    const makers = MAKERS[document] ?? [];
    const [smallest] = parts.sort((a, b) => a.size - b.size);
    for (const operation of all) {
      if (own.includes(operation) || makers.includes(operation.operationId)) smallest?.add(operation);
    }
  }
  return parts.filter(({ size }) => size > 0).map((part) => [...part]);
}
