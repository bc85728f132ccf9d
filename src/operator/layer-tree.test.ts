import { describe, expect, it } from 'vitest';
import type { LayerSummary } from '../blocks/inspect.ts';
import { relatedLayers, treeOf } from './layer-tree.ts';

const layer = (id: number, parent: number | null, given: Partial<LayerSummary> = {}): LayerSummary => ({
  id,
  parent,
  size: 2 ** 30,
  stored: 0,
  allocated: 0,
  state: 'frozen',
  volume: null,
  snapshots: [],
  children: 0,
  merge: null,
  ...given,
});

const drawn = (layers: readonly LayerSummary[]) => treeOf(layers).map(({ guide, layer }) => guide + layer.id);

describe('the tree of layers', () => {
  it('moves in where layers part, and nowhere else', () => {
    const layers = [
      layer(1, null),
      layer(2, 1),
      layer(3, 2),
      layer(4, 2),
      layer(5, 3),
      layer(6, 4),
      layer(7, 4),
    ];
    expect(drawn(layers)).toEqual(['1', '2', '├─3', '│ 5', '└─4', '  ├─6', '  └─7']);
  });

  it('has every layer once, also one whose parent is not there', () => {
    expect(drawn([layer(9, 8), layer(1, null)])).toEqual(['9', '1']);
  });

  it('of a stack that is deeper than calls can be', () => {
    const deep = Array.from({ length: 50_000 }, (_, i) => layer(i + 1, i === 0 ? null : i));
    expect(drawn(deep)).toHaveLength(50_000);
  });
});

describe('the layers of one volume', () => {
  const layers = [
    layer(1, null, { snapshots: ['snap'] }),
    layer(2, 1, { volume: 'vol' }),
    layer(3, 1, { volume: 'clone' }),
    layer(4, null, { volume: 'other' }),
  ];

  it.each([
    ['vol', [1, 2]],
    ['snap', [1]],
    ['other', [4]],
    ['none', []],
  ])('of %s', (id, expected) => {
    expect(relatedLayers(layers, id).map((one) => one.id)).toEqual(expected);
  });
});
