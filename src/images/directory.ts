import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image, ImageSource } from '../engine/images.ts';
import { BYTES_PER_GB, isUuid } from '../engine/request-fields.ts';
import { isMissing } from '../files/durable-files.ts';
import { parseDescription } from './description.ts';
import { keepImage } from './keep.ts';
import { ImageProblem } from './problem.ts';
import { lookAtRawFile, readRawFile } from './raw-file.ts';

const DESCRIPTION = '.json';

/** The image of that id; undefined when there is none. Throws an `ImageProblem` when it is not fit for use. */
async function readImage(folder: string, id: string): Promise<Image | undefined> {
  const path = join(folder, `${id}${DESCRIPTION}`);
  let json: string;
  try {
    json = await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
  const { id: given, name, minimumSize, format, sha256, properties } = parseDescription(path, json);
  if (given !== id)
    throw new ImageProblem(`${path} has the id ${given}: an image's files are named for its id`);

  const raw = await lookAtRawFile(join(folder, `${id}.raw`), format);
  const needed = Math.ceil(raw.size / BYTES_PER_GB);
  if (needed > minimumSize) {
    throw new ImageProblem(`${path}: minimumSize is ${minimumSize}, but ${raw.path} needs ${needed} GB`);
  }
  return {
    id,
    name,
    minimumSize,
    ...(properties === undefined ? {} : { properties }),
    content: { ...raw, read: (signal) => readRawFile(raw, id, sha256, signal) },
  };
}

/**
 * A directory of images:
 *
 *     <id>.json   {"id", "name", "minimumSize", "format", "sha256", "properties": {...}}, the last three if wanted
 *     <id>.raw    the bytes of the disk
 *
 * Read at every look-up, so that images come and go while the server runs; the description goes in last. One that
 * is not fit for use is not found, and `warn` is told why. `otherwise` knows of images that have no files.
 */
export function imagesIn(
  folder: string,
  warn: (problem: string) => void,
  otherwise: ImageSource['find'] = async () => undefined,
): Required<ImageSource> {
  return {
    async find(id) {
      try {
        return (await readImage(folder, id.toLowerCase())) ?? (await otherwise(id));
      } catch (error) {
        if (!(error instanceof ImageProblem)) throw error;
        warn(error.message);
        return undefined;
      }
    },
    keep: (image, signal) => keepImage(folder, image, signal),
  };
}

/** The same, of which all that are there are fit for use: throws an `ImageProblem` for the first that is not. */
export async function openImageDirectory(
  folder: string,
  warn: (problem: string) => void,
): Promise<ImageSource & { readonly count: number }> {
  // A dot begins the names under which editors and copying programs keep what they have not finished.
  const isDescription = (name: string) => name.endsWith(DESCRIPTION) && !name.startsWith('.');
  const names = (await readdir(folder)).filter(isDescription).sort();
  for (const name of names) {
    const id = name.slice(0, -DESCRIPTION.length);
    if (!isUuid(id) || id !== id.toLowerCase()) {
      throw new ImageProblem(
        `${join(folder, name)} is not named for an image id, which is a UUID in lower case`,
      );
    }
    await readImage(folder, id);
  }
  return { ...imagesIn(folder, warn), count: names.length };
}
