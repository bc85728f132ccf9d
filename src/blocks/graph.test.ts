import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Graph } from './graph.ts';

const SIZE = 4096;

/** A volume whose top lies on two frozen layers that no snapshot shows any more. */
async function threeLayers() {
  const folder = await mkdtemp(join(tmpdir(), 'cinderblock-graph-'));
  const graph = new Graph(folder);
  onTestFinished(async () => {
    graph.close();
    await rm(folder, { recursive: true });
  });
  graph.addVolume('volume', SIZE, null);
  for (const id of ['first', 'second']) graph.addSnapshot(id, 'volume', true);
  for (const id of ['first', 'second']) graph.deleteSnapshot(id);
  const [lowest = 0, middle = 0, top = 0] = graph.layerIds();
  return { graph, lowest, middle, top };
}

describe('a merge that was begun', () => {
  it('is begun anew when the layer that it copies up has been given more', async () => {
    const { graph, lowest, middle, top } = await threeLayers();
    graph.saveMerge({ parent: middle, child: top, direction: 'up', nextPage: 5 });
    expect(graph.finishMerge({ parent: lowest, child: middle }, 'up')).toBe(lowest);
    expect(graph.mergeOf(top)).toBeUndefined();
  });

  it('is begun anew when the layer that it copies down has been given more', async () => {
    const { graph, lowest, middle, top } = await threeLayers();
    graph.saveMerge({ parent: lowest, child: middle, direction: 'down', nextPage: 5 });
    expect(graph.finishMerge({ parent: middle, child: top }, 'down')).toBe(top);
    expect(graph.mergeOf(middle)).toBeUndefined();
  });
});
