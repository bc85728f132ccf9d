import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Load, LoadFigures } from './generator.ts';
import type { Lab } from './lab.ts';
import { coreSeconds, processSeconds } from './processor.ts';

/** A server under load. */
export interface Contender {
  readonly name: string;
  readonly pid: number;
  readonly load: Load;
}

export interface Round extends LoadFigures {
  /** Shares of one core while the load was on; undefined without /proc. */
  readonly serverCpu: number | undefined;
  readonly generatorCpu: number | undefined;
  /** What everybody else on the machine took of the two cores, as a share of one. */
  readonly othersCpu: number | undefined;
}

/** Processor time, at one moment, of those who use it. */
interface Sample {
  readonly at: number;
  readonly server: number | undefined;
  readonly generator: number | undefined;
  readonly self: number | undefined;
  readonly cores: number | undefined;
}

const SAMPLE_EVERY_MS = 100;
/** Until then a generator written in JavaScript is still starting. */
const SAMPLE_AFTER_MS = 400;
const SLACK_MS = 20_000;

/** Loads one server for some seconds. */
export async function oneRound(lab: Lab, { pid, load, name }: Contender, seconds: number): Promise<Round> {
  const { file, args, script } = lab.generator.command(load, seconds);
  if (script !== undefined) {
    const path = join(lab.folder, 'request.lua');
    writeFileSync(path, script);
    args.unshift('-s', path);
  }
  const generator = lab.children.start(file, args, { core: lab.pinning.generator });
  const overdue = setTimeout(() => generator.process.kill('SIGKILL'), seconds * 1000 + SLACK_MS);
  const { server, generator: other } = lab.pinning;
  const cores = server === undefined || other === undefined ? undefined : [server, other];
  const samples: Sample[] = [];
  const sampler = setInterval(() => {
    samples.push({
      at: performance.now(),
      server: processSeconds(pid),
      generator: processSeconds(generator.pid),
      self: processSeconds('self'),
      cores: cores && coreSeconds(cores),
    });
  }, SAMPLE_EVERY_MS);
  const output = generator.process.stdout === null ? '' : await text(generator.process.stdout);
  clearInterval(sampler);
  clearTimeout(overdue);
  await generator.closed;
  if (generator.process.exitCode !== 0) {
    throw new Error(`the load generator failed on ${name}: ${generator.errors() || output.trim()}`);
  }
  return { ...lab.generator.figures(output), ...shares(samples) };
}

/** Who used how much of a core between the first and the last sample that has everybody. */
function shares(samples: readonly Sample[]): Pick<Round, 'serverCpu' | 'generatorCpu' | 'othersCpu'> {
  const alive = samples.filter(({ generator }) => generator !== undefined);
  const last = alive.at(-1);
  const start = alive[0]?.at ?? 0;
  const first = alive.find(({ at }) => at >= start + SAMPLE_AFTER_MS) ?? alive[0];
  if (first === undefined || last === undefined || first === last) {
    return { serverCpu: undefined, generatorCpu: undefined, othersCpu: undefined };
  }
  const share = (of: 'server' | 'generator' | 'self' | 'cores'): number | undefined => {
    const [before, after] = [first[of], last[of]];
    return before === undefined || after === undefined
      ? undefined
      : (after - before) / ((last.at - first.at) / 1000);
  };
  const [serverCpu, generatorCpu, self, all] = [
    share('server'),
    share('generator'),
    share('self'),
    share('cores'),
  ];
  const known =
    serverCpu !== undefined && generatorCpu !== undefined && self !== undefined && all !== undefined;
  return {
    serverCpu,
    generatorCpu,
    othersCpu: known ? Math.max(0, all - serverCpu - generatorCpu - self) : undefined,
  };
}

/**
 * Rounds of all contenders in turn: a, b, c, a, b, c. Whatever changes on the machine while they run meets
 * all of them, and a ratio is taken within one turn.
 */
export async function inTurns(
  lab: Lab,
  contenders: readonly Contender[],
  rounds: number,
): Promise<Round[][]> {
  const { seconds, warmUpSeconds } = lab.options;
  for (const contender of contenders) {
    lab.progress(`warming up ${contender.name}`);
    await oneRound(lab, contender, warmUpSeconds);
  }
  const results: Round[][] = contenders.map(() => []);
  for (let turn = 1; turn <= rounds; turn += 1) {
    for (const [index, contender] of contenders.entries()) {
      lab.progress(`round ${turn} of ${rounds}: ${contender.name}`);
      results[index]?.push(await oneRound(lab, contender, seconds));
    }
  }
  return results;
}
