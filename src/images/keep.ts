import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type ImageRun, ImageUnusable, type NewImage } from '../engine/images.ts';
import { openStaging, removeDurably, writeDurably, writeFully } from '../files/durable-files.ts';
import { type ImageDescription, parseDescription } from './description.ts';
import { ImageProblem } from './problem.ts';

/** What the folder could not be opened with at the next start is not put into it. */
function described({ id, name, minimumSize, properties }: NewImage): string {
  const description: ImageDescription = {
    id,
    name,
    minimumSize,
    format: 'raw',
    ...(properties === undefined ? {} : { properties }),
  };
  const json = `${JSON.stringify(description, null, 2)}\n`;
  try {
    parseDescription(`${id}.json`, json);
  } catch (error) {
    throw error instanceof ImageProblem ? new ImageUnusable(error.message) : error;
  }
  return json;
}

async function writeRaw(
  staging: string,
  target: string,
  size: number,
  runs: AsyncIterable<ImageRun>,
): Promise<void> {
  await writeDurably(staging, target, async (handle) => {
    for await (const { offset, bytes } of runs) await writeFully(handle, bytes, offset);
    // What no run covers is a hole.
    await handle.truncate(size);
  });
}

/**
 * Puts an image into the folder: first its bytes, then the description, without which it is no image, each of them
 * written elsewhere and given its name when it is on the disk. Until then it is in `.<id>`, which other calls of the
 * same image find and throw away; nobody takes what begins with a dot for an image.
 */
export async function keepImage(folder: string, image: NewImage, signal: AbortSignal): Promise<void> {
  const { id } = image;
  const raw = join(folder, `${id}.raw`);
  const json = join(folder, `${id}.json`);
  const description = described(image);
  const staging = await openStaging(join(folder, `.${id}`));
  try {
    await writeRaw(staging, raw, image.size, image.read(signal));
    await writeDurably(staging, json, async (handle) => {
      await handle.writeFile(description);
    });
  } catch (error) {
    // In this order: a description without bytes is an image that the operator has to mend.
    await removeDurably(json)
      .then(() => removeDurably(raw))
      .catch(() => undefined);
    throw error;
  } finally {
    await rm(staging, { recursive: true, force: true }).catch(() => undefined);
  }
}
