import { run } from './command.ts';
import { CannotGenerate, type Done } from './report.ts';

const OLDEST = 17;

/**
 * The skeleton is written by openapi-generator, a Java program; nothing else here needs Java, and neither
 * does running or testing the server.
 */
export async function requireJava(): Promise<Done<void>> {
  const { code, output } = await run('java', ['-version'], { cwd: process.cwd() });
  const version = code === 0 ? javaVersion(output) : null;
  if (version !== null && version.major >= OLDEST) return { did: `Java ${version.text}`, value: undefined };
  throw new CannotGenerate(
    `Java ${OLDEST} or later is needed to generate and ${version ? `Java ${version.text}` : 'no java'} was found ` +
      'on the PATH: install one (Debian and Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17).',
  );
}

/** Reads `java -version`; before 9 Java called itself 1.8. Null when there is no version in the text. */
export function javaVersion(output: string): { major: number; text: string } | null {
  const text = /version "([^"]+)"/.exec(output)?.[1];
  if (text === undefined) return null;
  return { major: Number.parseInt(text.replace(/^1\./, ''), 10), text };
}
