import type { LayerSummary } from '../blocks/inspect.ts';

/** A layer with what is drawn in front of it. */
export interface TreeRow {
  readonly layer: LayerSummary;
  /** Lines of the tree, such as `│ └─ `; empty for a root, and for a layer that lies alone on the one above it here. */
  readonly guide: string;
}

/**
 * The layers from the ground up, each followed by those that lie on it. A layer that is the only one on another is
 * drawn right below it without moving in: stacks are long, and terminals are not wide.
 */
export function treeOf(layers: readonly LayerSummary[]): TreeRow[] {
  const known = new Set(layers.map(({ id }) => id));
  const on = Map.groupBy(layers, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const rows: TreeRow[] = [];
  // A stack of its own: a hundred thousand layers on each other would overflow that of calls.
  const left = (on.get(null) ?? []).map((layer) => ({ layer, guide: '', below: '' })).reverse();
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { layer, guide, below } = next;
    rows.push({ layer, guide });
    const children = on.get(layer.id) ?? [];
    const isFork = children.length > 1;
    for (const [index, child] of [...children.entries()].reverse()) {
      const isLast = index === children.length - 1;
      left.push(
        isFork
          ? {
              layer: child,
              guide: `${below}${isLast ? '└─' : '├─'}`,
              below: `${below}${isLast ? '  ' : '│ '}`,
            }
          : { layer: child, guide: below, below },
      );
    }
  }
  return rows;
}

/** The layers that hold what a volume or snapshot reads, and those that lie on them. */
export function relatedLayers(layers: readonly LayerSummary[], id: string): LayerSummary[] {
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  const own = layers.find(({ volume, snapshots }) => volume === id || snapshots.includes(id));
  const kept = new Set<number>();
  for (let layer = own; layer !== undefined && !kept.has(layer.id); ) {
    kept.add(layer.id);
    layer = layer.parent === null ? undefined : byId.get(layer.parent);
  }
  return layers.filter((layer) => kept.has(layer.id));
}
