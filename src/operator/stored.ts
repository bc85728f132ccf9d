import { listLayers, listStored } from '../blocks/inspect.ts';

/** What the block store holds of one volume or snapshot. */
export interface Stored {
  /** Bytes that its layers hold, shared or not. */
  readonly data: number;
  /** Bytes that would be free without it. */
  readonly own: number;
  /** How many layers a read may go through. */
  readonly depth: number;
}

/** By the id of the volume or snapshot. `blocks` is the folder of the block store. */
export async function storedIn(blocks: string): Promise<Map<string, Stored>> {
  const bytesOf = new Map((await listLayers(blocks)).map(({ id, stored }) => [id, stored]));
  const all = await listStored(blocks);
  return new Map(
    all.map(({ id, layers, own }) => [
      id,
      {
        data: layers.reduce((sum, layer) => sum + (bytesOf.get(layer) ?? 0), 0),
        own,
        depth: layers.length,
      },
    ]),
  );
}
