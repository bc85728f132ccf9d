import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { annotate, constantOf, fileOf } from './annotate.ts';
import { run, tail } from './command.ts';
import { type Contract, type Operation, operationsOf } from './contract.ts';
import type { Places } from './places.ts';
import { CannotGenerate, type Done } from './report.ts';

/** Files that the templates write once, whatever the tags; see scripts/templates/config.yaml. */
const ONCE = ['server/contract.ts', 'server/operations.ts', 'server/index.ts', 'client/index.ts'];

/** A few seconds of Java: start fast rather than run fast. */
const JAVA_OPTS = '-XX:TieredStopAtLevel=1 -Xshare:auto';

/** The Koa skeleton and the typed client, by openapi-generator with the templates of scripts/templates/. */
export async function writeServerAndClient(contract: Contract, places: Places): Promise<Done<void>> {
  const operations = operationsOf(contract);
  const raw = join(places.scratch, 'openapi-generator');
  const input = join(places.scratch, 'annotated.json');
  await writeFile(input, JSON.stringify(annotate(contract, operations), null, 2));
  await runGenerator(input, raw, places);

  await mkdir(join(places.staging, 'server'));
  await mkdir(join(places.staging, 'client'));
  for (const file of ONCE) await take(join(raw, file), join(places.staging, file));
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  for (const tag of tags) {
    await take(
      join(raw, `api/${constantOf(tag)}Api.koa.ts`),
      join(places.staging, `server/${fileOf(tag)}.ts`),
    );
  }
  await requireEveryOperation(operations, tags, places);
  const did = `server/: ${tags.length} tags, ${operations.length} operations bound; client/`;
  return { did, value: undefined };
}

/** Paths are given relative to the root, because the wrapper pastes its arguments into a shell command. */
async function runGenerator(input: string, output: string, places: Places): Promise<void> {
  const { code, output: said } = await run(
    join(places.root, 'node_modules/.bin/openapi-generator-cli'),
    [
      'generate',
      ...['--generator-name', 'typescript-node'],
      ...['--input-spec', places.shown(input)],
      ...['--output', places.shown(output)],
      ...['--template-dir', places.shown(places.templates)],
      // `files:` is heeded here only; the wrapper drops it from openapitools.json.
      ...['--config', places.shown(join(places.templates, 'config.yaml'))],
      // Keeps out the models and every supporting file of the base generator.
      ...[
        '--global-property',
        `apis,supportingFiles=${ONCE.map((file) => file.split('/').at(-1)).join(':')}`,
      ],
    ],
    { cwd: places.root, env: { JAVA_OPTS } },
  );
  if (code !== 0) throw new CannotGenerate(`openapi-generator failed:\n${tail(said, 30)}`);
}

async function take(from: string, to: string): Promise<void> {
  await rename(from, to).catch(() => {
    throw new CannotGenerate(
      `openapi-generator wrote no ${from}: does scripts/templates/config.yaml name it?`,
    );
  });
}

/** The generator skips what it does not understand without failing, so count what came out. */
async function requireEveryOperation(
  operations: readonly Operation[],
  tags: readonly string[],
  places: Places,
): Promise<void> {
  const sources = await Promise.all(
    tags.map((tag) => readFile(join(places.staging, `server/${fileOf(tag)}.ts`), 'utf8')),
  );
  const missing = operations.filter(({ id }) => !sources.some((source) => source.includes(`bind('${id}'`)));
  if (missing.length === 0) return;
  throw new CannotGenerate(`openapi-generator left out ${missing.map(({ id }) => id).join(', ')}.`);
}
