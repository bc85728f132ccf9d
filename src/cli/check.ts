import type { Finding, Severity } from '../blocks/check.ts';
import { CatalogError } from '../catalog/errors.ts';
import { ObjectStoreRefused, ObjectStoreUnavailable } from '../objects/object-store.ts';
import { check } from '../operator/check/check.ts';
import { type DataFolder, DataFolderError, openDataFolder } from '../operator/data-folder.ts';
import { type Progress, showProgress } from '../terminal/progress.ts';
import { type Style, styleFor } from '../terminal/style.ts';
import { visible } from '../terminal/text.ts';
import { bytesText, counted } from '../terminal/units.ts';
import { readObjects } from './objects.ts';
import type { CheckSettings } from './operator-options.ts';
import { endingIn, type Output, remark, standardOutput } from './output.ts';

/** For scripts. What could not be checked is neither clean nor damaged. */
export const EXIT = { clean: 0, findings: 1, couldNotCheck: 2 } as const;

const WORDS = { damage: 'damage', warning: 'warning', note: 'note' } satisfies Record<Severity, string>;

function painted(severity: Severity, style: Style): string {
  const word = WORDS[severity];
  if (severity === 'damage') return style.red(word);
  return severity === 'warning' ? style.yellow(word) : style.dim(word);
}

async function print({ severity, where, what, advice }: Finding, output: Output): Promise<void> {
  const { style } = output;
  await output.line(`${painted(severity, style)}  ${style.bold(visible(where))}`);
  await output.line(`  ${visible(what)}`);
  await output.line(`  ${style.dim('->')} ${visible(advice)}`);
}

/** How a part that has begun is shown. */
function barFor(name: string, total: number | undefined): Progress {
  const isBytes = name.startsWith('bytes');
  return showProgress({
    stream: process.stderr,
    style: styleFor(process.stderr.isTTY, process.env),
    label: `checking ${name}`,
    total,
    amount: isBytes ? bytesText : (count) => (count === 0 ? '' : String(count)),
  });
}

function summary(counts: Readonly<Record<Severity, number>>, style: Style): string {
  const { damage, warning, note } = counts;
  if (damage + warning + note === 0) return style.green('Nothing was found: all is well.');
  const parts = [
    damage > 0 ? style.red(counted(damage, 'damage', 'damages')) : '',
    warning > 0 ? style.yellow(counted(warning, 'warning')) : '',
    note > 0 ? counted(note, 'note') : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}

async function run(folder: DataFolder, settings: CheckSettings): Promise<number> {
  const isJson = settings.json === true;
  const { server } = folder;
  if (!isJson && server.state !== 'stopped') {
    remark(
      `A server ${server.state === 'running' ? `(process ${server.pid}) runs` : 'may run'} on this folder: what it changes meanwhile is looked at twice.`,
    );
  }
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort(new DataFolderError('interrupted: not all has been checked')));
  const output = standardOutput();
  const objects = settings.backups ? await readObjects(settings) : undefined;
  const counts = { damage: 0, warning: 0, note: 0 };
  let bar: Progress | undefined;
  try {
    for await (const event of check(folder, {
      ...(objects && { objects }),
      deep: settings.deep === true,
      signal: abort.signal,
      progress: (count) => bar?.to(count),
    })) {
      abort.signal.throwIfAborted();
      if (event.kind === 'part') {
        bar?.done();
        bar = barFor(event.name, event.total);
        bar.to(0);
      } else if (event.kind === 'finding') {
        bar?.done();
        counts[event.finding.severity] += 1;
        if (isJson) await output.line(JSON.stringify(event.finding));
        else await print(event.finding, output);
      }
    }
  } finally {
    bar?.done();
    await objects?.close();
  }
  if (folder.catalog.isOutdated()) {
    throw new DataFolderError(
      'a server was started on this folder while it was checked, so the findings may be wrong: check again',
    );
  }
  if (!isJson) await output.line(summary(counts, output.style));
  // Notes are not about anything that has to be done.
  return counts.damage + counts.warning === 0 ? EXIT.clean : EXIT.findings;
}

/** `cinderblock check`: sets the exit code. */
export async function runCheck(settings: CheckSettings): Promise<void> {
  const known = [DataFolderError, CatalogError, ObjectStoreUnavailable, ObjectStoreRefused];
  await endingIn(EXIT.couldNotCheck, known, async () => {
    const folder = openDataFolder(settings.data);
    try {
      process.exitCode = await run(folder, settings);
    } finally {
      folder.close();
    }
  });
}
