import type { Finding } from './check.ts';
import { type GraphRows, type NamedVolume, stackOf } from './graph-rows.ts';

const ADVICE =
  'Keep a copy of the data folder and restore the volume from a backup; this cannot come from a crash.';

/** What contradicts itself in the graph, whatever the files say. */
export function* checkGraph(graph: GraphRows): Generator<Finding> {
  for (const volume of graph.named) yield* checkStack(graph, volume);
  yield* checkLayers(graph);
  for (const { child, parent } of graph.merges) {
    if (graph.layers.get(child)?.parent === parent) continue;
    yield damage(`layer ${child}`, `A merge with layer ${parent} is noted, which does not lie under it.`);
  }
}

function damage(where: string, what: string): Finding {
  return { severity: 'damage', where, what, advice: ADVICE };
}

function* checkStack(graph: GraphRows, { kind, id, size, top }: NamedVolume): Generator<Finding> {
  const where = `${kind} ${id}`;
  const stack = stackOf(graph, top);
  const lowest = graph.layers.get(stack.at(-1) ?? 0);
  if (lowest === undefined) {
    yield damage(where, `Its layer ${top} is not in the graph.`);
    return;
  }
  if (lowest.parent !== null) {
    yield graph.layers.has(lowest.parent)
      ? damage(where, `Its layers go in a circle: ${[...stack, lowest.parent].join(', ')}.`)
      : damage(
          where,
          `Layer ${lowest.id}, in which some of its bytes are, lies on layer ${lowest.parent}, which is not in the graph.`,
        );
  }
  const layer = graph.layers.get(top);
  if (layer !== undefined && layer.size !== size) {
    yield damage(where, `It has ${size} bytes, and its layer ${top} has ${layer.size}.`);
  }
}

function* checkLayers(graph: GraphRows): Generator<Finding> {
  const tops = new Set(graph.named.filter(({ kind }) => kind === 'volume').map(({ top }) => top));
  const shown = new Set(graph.named.filter(({ kind }) => kind === 'snapshot').map(({ top }) => top));
  const reached = new Set(graph.named.flatMap(({ top }) => stackOf(graph, top)));
  for (const { id, parent, size } of graph.layers.values()) {
    const where = `layer ${id}`;
    const isUnder = graph.children.has(id) || shown.has(id);
    if (tops.has(id) && isUnder) {
      yield damage(
        where,
        'It is the top of a volume, which is written to, and something else is made of it.',
      );
    }
    const below = graph.layers.get(parent ?? 0);
    if (below !== undefined && below.size > size) {
      yield damage(where, `It has ${size} bytes and lies on layer ${below.id}, which has ${below.size}.`);
    }
    if (!reached.has(id)) {
      yield {
        severity: 'warning',
        where,
        what: 'No volume and no snapshot reaches it, so it takes room for nothing.',
        advice: 'Report this: it is a mistake of the server. Nothing is lost.',
      };
    }
  }
}
