import { cpus, loadavg, release, totalmem } from 'node:os';
import { backup } from './experiments/backup.ts';
import { memory } from './experiments/memory.ts';
import { nbd } from './experiments/nbd.ts';
import { snapshot } from './experiments/snapshot.ts';
import type { Lab } from './lab.ts';
import { must } from './lab.ts';
import type { ExperimentName } from './options.ts';
import { type Report, type Section, warningsOf } from './report.ts';

const experiments: Readonly<Record<ExperimentName, (lab: Lab) => Promise<Section | Section[]>>> = {
  snapshot,
  nbd,
  backup,
  memory,
};

const BUSY_LOAD = 0.5;

async function machine(lab: Lab): Promise<string[]> {
  const processors = cpus();
  const version = async (program: string) => (await must(lab, program, '--version')).split('\n')[0];
  return [
    `machine: ${processors.length} cores, ${processors[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; ${process.platform} ${release()}, Node ${process.versions.node}`,
    `clients: ${await version('fio')}; ${await version('qemu-nbd')}`,
  ];
}

/** Measures what the options ask for, one after the other. */
export async function runExperiments(lab: Lab): Promise<Report> {
  const [load = 0] = loadavg();
  const busy = `the machine was busy before the run (load ${load.toFixed(1)}): the figures scatter more`;
  const sections: Section[] = [];
  for (const name of lab.options.only) sections.push(...[await experiments[name](lab)].flat());
  return {
    machine: await machine(lab),
    settings: [
      `exports over ${lab.options.over}; fio --ioengine=nbd, 16 in flight, one connection, ${lab.options.seconds} s a round, ${lab.options.rounds} rounds in turns`,
      'qemu-nbd: cache=writeback, discard=unmap, a qcow2 overlay (64 KiB clusters) over a raw file; no process is pinned to a core',
    ],
    options: lab.options,
    sections,
    warnings: [...(load > BUSY_LOAD ? [busy] : []), ...sections.flatMap(warningsOf)],
  };
}
