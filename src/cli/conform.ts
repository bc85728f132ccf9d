import { MEDIA } from '../conform/case.ts';
import { DreddMissing } from '../conform/dredd.ts';
import { NothingSelected, type Plan, planFor } from '../conform/plan.ts';
import { styleFor } from '../conform/report/style.ts';
import { terminalReport } from '../conform/report/terminal.ts';
import { runPlan, Unreachable } from '../conform/run.ts';
import type { Target } from '../conform/target.ts';
import type { ConformSettings } from './conform-options.ts';

/** The command could not begin: exit code 2, which is not a verdict on the implementation. */
export class CannotRun extends Error {}

const EXIT = { conforms: 0, doesNot: 1, couldNotRun: 2 } as const;

function targetOf(url: string | undefined, settings: ConformSettings): Target {
  const { token, tenant } = settings;
  if (url === undefined) throw new CannotRun('no URL: give the base URL of the implementation');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new CannotRun(`${url} is not an http URL`);
  if (token === undefined || tenant === undefined)
    throw new CannotRun(
      'no token: give --token and --tenant, or --auth-url, --username, --password and --tenant-name',
    );
  return {
    url: url.replace(/\/+$/, ''),
    first: { token, tenant },
    ...(settings.secondToken !== undefined && settings.secondTenant !== undefined
      ? { second: { token: settings.secondToken, tenant: settings.secondTenant } }
      : {}),
    ...(settings.limitedToken !== undefined && settings.limitedTenant !== undefined
      ? { limited: { token: settings.limitedToken, tenant: settings.limitedTenant } }
      : {}),
    servers: settings.server,
    ...(settings.image === undefined ? {} : { image: settings.image }),
    timeout: settings.timeout * 1000,
    patience: settings.settle * 1000,
  };
}

/** `cinderblock conform`: sets the exit code 0 conforms, 1 does not, 2 could not run. */
export async function conform(url: string | undefined, settings: ConformSettings): Promise<void> {
  try {
    const plan = planFor({
      documents: settings.document,
      media: settings.media === undefined ? MEDIA : [settings.media],
      only: settings.only,
    });
    if (settings.dryRun) return list(plan);
    const target = targetOf(url, settings);
    const style = styleFor(process.stdout.isTTY, process.env);
    const run = await runPlan(plan, target, { keep: settings.keep ?? false, bail: settings.bail ?? false });
    process.stdout.write(terminalReport(run, style));
    process.exitCode = run.results.some(({ outcome }) => outcome.verdict === 'failed')
      ? EXIT.doesNot
      : EXIT.conforms;
  } catch (error) {
    const known = [CannotRun, NothingSelected, Unreachable, DreddMissing].some(
      (kind) => error instanceof kind,
    );
    process.stderr.write(
      `error: ${known ? (error as Error).message : error instanceof Error ? error.stack : error}\n`,
    );
    process.exitCode = EXIT.couldNotRun;
  }
}

function list({ cases }: Plan): void {
  for (const { id, status, media } of cases) process.stdout.write(`${id}  ${status}  ${media}\n`);
  process.stdout.write(`${cases.length} cases\n`);
}
