#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { Command, type Option } from 'commander';

// Parsed modules are kept between starts: a server that is restarted answers in half the time.
enableCompileCache();

const { mockOptions, serveOptions, SettingsError } = await import('./settings.ts');
const { conformOptions } = await import('./conform-options.ts');
const operator = await import('./operator-options.ts');
const examples = await import('./operator-examples.ts');
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

const oneLine = (message: string): string => message.trim().replace(/\s*\n\s*/g, ' ');
/** What was given to a misspelt option may be a secret. */
const withoutValues = (message: string): string => message.replace(/'(--[^'=]*)=[^']*'/g, "'$1'");

const program = new Command('cinderblock')
  .description('Block storage APIs of HP Cloud and early OpenStack, served from one contract.')
  .version(version)
  .configureHelp({ showGlobalOptions: false })
  .configureOutput({
    // One line, so that it can be read in a log: what is wrong, the suggestion if there is one, where help is.
    outputError: (message, write) =>
      write(
        `${withoutValues(oneLine(message))} (cinderblock --help lists the commands, cinderblock COMMAND --help its settings)\n`,
      ),
  });

function command(name: string, description: string, options: readonly Option[]): Command {
  const made = program.command(name).description(description);
  for (const option of options) made.addOption(option);
  return made;
}

/** Usage errors end with 2 where 1 is a verdict. */
const verdictOnly = (made: Command): Command =>
  made.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

program.commandsGroup('Serving:');
command('serve', 'Run the stateful server.', serveOptions).action(async (settings) => {
  const { serve } = await import('./serve.ts');
  await serve(settings);
});

command('mock', "Answer with the documents' own examples, without any state.", mockOptions).action(
  async (settings) => {
    const { mock } = await import('./mock.ts');
    await mock(settings);
  },
);

command(
  'hash-password',
  'Read a password from standard input and print what an identity file may hold in its place.',
  [],
).action(async () => {
  const { hashPassword } = await import('./hash-password.ts');
  await hashPassword();
});

program.commandsGroup('Operating, on a data folder:');
command('volumes', 'List volumes of all tenants, or show one in full.', operator.volumesOptions)
  .argument('[id]', 'UUID or number of a volume')
  .addHelpText('after', examples.volumes)
  .action(async (id, settings) => {
    const { volumes } = await import('./volumes.ts');
    await volumes(id, settings);
  });
command('layers', 'Show how volumes and snapshots share their bytes.', operator.layersOptions)
  .argument('[id]', 'UUID of a volume or snapshot, or number of a volume; left out, all')
  .addHelpText('after', examples.layers)
  .action(async (id, settings) => {
    const { layers } = await import('./layers.ts');
    await layers(id, settings);
  });
command('jobs', 'List the work under way, what is in trouble first.', operator.jobsOptions)
  .addHelpText('after', examples.jobs)
  .action(async (settings) => {
    const { jobs } = await import('./jobs.ts');
    await jobs(settings);
  });
verdictOnly(
  command('check', 'Find and explain damage and leftovers; changes nothing.', operator.checkOptions),
)
  .addHelpText('after', examples.check)
  .action(async (settings) => {
    const { runCheck } = await import('./check.ts');
    await runCheck(settings);
  });
command('import', 'Replace the bytes of a volume by those of a file.', operator.importOptions)
  .argument('<file>', 'raw image, or - for standard input')
  .argument('<volume>', 'UUID or number of an available volume')
  .addHelpText('after', examples.importing)
  .action(async (file, volume, settings) => {
    const { importFile } = await import('./import.ts');
    await importFile(file, volume, settings);
  });
command('export', 'Write the bytes of a volume or snapshot to a file.', operator.exportOptions)
  .argument('<volume>', 'UUID or number of a volume, or UUID of a snapshot')
  .argument('<file>', 'raw image, with holes where there are zeros, or - for standard output')
  .addHelpText('after', examples.exporting)
  .action(async (volume, file, settings) => {
    const { exportFile } = await import('./export.ts');
    await exportFile(volume, file, settings);
  });

program.commandsGroup('Testing an implementation:');
verdictOnly(command('conform', 'Hold any implementation of the documents against them.', conformOptions))
  .argument('[url]', 'base URL of the implementation; left out, what the service catalog of --auth-url says')
  .action(async (url, settings) => {
    const { conform } = await import('./conform.ts');
    await conform(url, settings);
  });

try {
  await program.parseAsync();
} catch (error) {
  // Bad settings and a busy port are the operator's to mend: one line. Anything else is ours: a stack.
  const known = error instanceof SettingsError || (error instanceof Error && 'syscall' in error);
  process.stderr.write(
    `error: ${known ? oneLine((error as Error).message) : error instanceof Error ? error.stack : error}\n`,
  );
  process.exitCode = 1;
}
