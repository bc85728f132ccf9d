import { type Story, tell } from './story.ts';
import { missingPackages } from './tools.ts';

/** @throws when a command is missing; the message names the packages to install */
export function requireCommands(commands: Parameters<typeof missingPackages>[0]): void {
  const missing = missingPackages(commands);
  if (missing.length > 0) throw new Error(`missing Debian packages: apt-get install ${missing.join(' ')}`);
}

function chosen(stories: readonly Story[], names: readonly string[]): readonly Story[] {
  const unknown = names.filter((name) => !stories.some((story) => story.name === name));
  if (unknown.length > 0)
    throw new Error(
      `there is no story ${unknown.join(', ')}, only ${stories.map(({ name }) => name).join(', ')}`,
    );
  return names.length === 0 ? stories : stories.filter(({ name }) => names.includes(name));
}

/** Tells the stories that are named, or all of them. Resolves to whether every check passed. */
export async function tellAll(stories: readonly Story[], names: readonly string[]): Promise<boolean> {
  const began = performance.now();
  let [passed, failed] = [0, 0];
  for (const story of chosen(stories, names)) {
    const tally = await tell(story);
    passed += tally.passed;
    failed += tally.failed;
  }
  const took = Math.round((performance.now() - began) / 1000);
  process.stdout.write(`\n${passed} checks passed, ${failed} failed, in ${took} s\n`);
  return failed === 0 && passed > 0;
}

/** Ends the process with 0 when the work resolves to true, 1 when to false, and 2 when it cannot be done. */
export async function endWith(work: () => Promise<boolean>): Promise<void> {
  try {
    process.exitCode = (await work()) ? 0 : 1;
  } catch (error) {
    process.stderr.write(`error: ${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 2;
  }
}
