import { copyFile, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run, tail } from './command.ts';
import type { Places } from './places.ts';
import { CannotGenerate, type Done } from './report.ts';

const ARTIFACT = 'org.openapitools:openapi-generator-cli';
const DOWNLOAD_TIMEOUT = 300_000;

/** The version and folder that openapitools.json pins for the wrapper. */
interface Pin {
  readonly version: string;
  readonly jar: string;
}

/**
 * Makes sure that the pinned openapi-generator is where the wrapper looks for it. The wrapper downloads it
 * by itself; where it cannot (it knows no mirrors), Maven does, which is set up for its network.
 */
export async function requireGenerator(places: Places): Promise<Done<void>> {
  const pin = await readPin(places);
  const known = `openapi-generator ${pin.version}`;
  const jar = places.shown(pin.jar);
  if (await isJar(pin.jar)) return { did: `${known} (${jar})`, value: undefined };
  // What is there now is broken, and the wrapper looks at the name alone.
  await rm(pin.jar, { force: true });

  const wrapper = await fetchByWrapper(places);
  if (await isJar(pin.jar)) return { did: `${known}, downloaded by its wrapper to ${jar}`, value: undefined };
  await rm(pin.jar, { force: true });

  const maven = await fetchByMaven(pin, places);
  if (await isJar(pin.jar)) {
    const did = `${known}, downloaded by Maven to ${jar} (the wrapper could not)`;
    return { did, value: undefined };
  }
  await rm(pin.jar, { force: true });
  throw new CannotGenerate(
    `${known} is not here and could not be downloaded: put openapi-generator-cli-${pin.version}.jar ` +
      `at ${jar}, or make one of these two work.\n\nThe wrapper said:\n${wrapper}\n\nMaven said:\n${maven}`,
  );
}

async function readPin(places: Places): Promise<Pin> {
  // The file is ours and checked by its $schema in editors; a missing member fails on its first use below.
  const config = JSON.parse(await readFile(join(places.root, 'openapitools.json'), 'utf8')) as {
    'generator-cli': { version: string; storageDir: string };
  };
  const { version, storageDir } = config['generator-cli'];
  return { version, jar: join(places.root, storageDir, `${version}.jar`) };
}

/** Any command makes the wrapper download what it lacks; `version` is the cheapest. */
async function fetchByWrapper(places: Places): Promise<string> {
  const wrapper = join(places.root, 'node_modules/.bin/openapi-generator-cli');
  const { output } = await run(wrapper, ['version'], { cwd: places.root, timeout: DOWNLOAD_TIMEOUT });
  return tail(output);
}

async function fetchByMaven(pin: Pin, places: Places): Promise<string> {
  const local = join(places.scratch, 'maven');
  await mkdir(join(pin.jar, '..'), { recursive: true });
  const { code, output } = await run(
    'mvn',
    [
      '--batch-mode',
      '--no-transfer-progress',
      'dependency:copy',
      `-Dartifact=${ARTIFACT}:${pin.version}`,
      `-DoutputDirectory=${local}`,
    ],
    { cwd: places.root, timeout: DOWNLOAD_TIMEOUT },
  );
  if (code === 0) await copyFile(join(local, `openapi-generator-cli-${pin.version}.jar`), pin.jar);
  return tail(output);
}

/**
 * Whether a whole jar is there. A download that was cut off, or an error page saved under the jar's name,
 * lacks the record that ends every zip file.
 */
async function isJar(path: string): Promise<boolean> {
  const END_OF_ZIP = Buffer.from('PK\x05\x06', 'latin1');
  const END_OF_ZIP_SPAN = 22 + 65_535;
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { size } = await file.stat();
    if (size === 0) return false;
    const length = Math.min(size, END_OF_ZIP_SPAN);
    const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length);
    return buffer.includes(END_OF_ZIP);
  } finally {
    await file.close();
  }
}
