import { cpus, loadavg, release, totalmem } from 'node:os';
import { conform } from './experiments/conform.ts';
import { create } from './experiments/create.ts';
import { get } from './experiments/get.ts';
import { list } from './experiments/list.ts';
import { memory, type Sample, sample } from './experiments/memory.ts';
import { padding } from './experiments/padding.ts';
import { scale } from './experiments/scale.ts';
import { start } from './experiments/start.ts';
import type { Lab } from './lab.ts';
import type { ExperimentName } from './options.ts';
import { type Report, type Section, warningsOf } from './report.ts';
import { type Server, settingsLines, startCinderblock } from './servers.ts';

/** Those that load one and the same server, whose memory is looked at after each of them. */
const onOneServer: readonly (readonly [ExperimentName, (lab: Lab, server: Server) => Promise<Section>])[] = [
  ['get', get],
  ['list', list],
  ['create', create],
];

const onTheirOwn: readonly (readonly [ExperimentName, (lab: Lab) => Promise<Section>])[] = [
  ['padding', padding],
  ['start', start],
  ['scale', scale],
  ['conform', conform],
];

const BUSY_LOAD = 0.5;

function machine({ pinning, generator }: Lab): string[] {
  const processors = cpus();
  return [
    `machine: ${processors.length} cores, ${processors[0]?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB; ${process.platform} ${release()}, Node ${process.versions.node}`,
    `load: ${generator.description}; ${pinning.description}`,
  ];
}

/** Measures what the options ask for, one after the other. */
export async function runExperiments(lab: Lab): Promise<Report> {
  const { only } = lab.options;
  const [load = 0] = loadavg();
  const warnings =
    load > BUSY_LOAD
      ? [`the machine was busy before the run (load ${load.toFixed(1)}): the figures scatter more`]
      : [];
  const sections: Section[] = [];
  // Once for nothing: what Node compiles at a first start is on the disk after it, and not in memory.
  lab.progress('starting the server for the first time');
  await (await startCinderblock(lab, 'first-start')).stop();

  const together = onOneServer.filter(([name]) => only.includes(name));
  if (together.length > 0 || only.includes('memory')) {
    lab.progress('starting the server');
    const server = await startCinderblock(lab, 'data');
    const samples: Sample[] = [];
    for (const [name, experiment] of together) {
      sections.push(await experiment(lab, server));
      samples.push(sample(name, server));
    }
    if (only.includes('memory')) sections.push(await memory(lab, server, samples));
    await server.stop();
  }
  for (const [name, experiment] of onTheirOwn) {
    if (only.includes(name)) sections.push(await experiment(lab));
  }
  return {
    machine: machine(lab),
    settings: settingsLines,
    options: lab.options,
    sections,
    warnings: [...warnings, ...sections.flatMap(warningsOf)],
  };
}
