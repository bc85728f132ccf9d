import { accessSync, constants, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Run } from '../run.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';

export type ReportTarget =
  | { readonly kind: 'terminal' }
  | { readonly kind: 'junit' | 'html' | 'markdown'; readonly file: string };

/** A report that cannot be written; the text names the option. */
export class ReportFailed extends Error {}

/**
 * Makes the folders of the reports and looks whether the files can be written, so that a run of minutes does not end
 * with a report that has no place.
 * @throws ReportFailed
 */
export function prepareReports(targets: readonly ReportTarget[]): void {
  for (const target of targets) {
    if (target.kind === 'terminal') continue;
    try {
      const folder = dirname(target.file);
      mkdirSync(folder, { recursive: true });
      const before = statSync(target.file, { throwIfNoEntry: false });
      if (before?.isDirectory()) throw new Error('it is a folder');
      accessSync(before === undefined ? folder : target.file, constants.W_OK);
    } catch (error) {
      const why = error instanceof Error ? error.message : error;
      throw new ReportFailed(`--report ${target.kind}=${target.file} cannot be written: ${why}`);
    }
  }
}

/** Writes the reports that go to files, whose folders have been made. @throws errors of the file system */
export function writeReports(targets: readonly ReportTarget[], run: Run, url: string): void {
  for (const target of targets) {
    if (target.kind === 'terminal') continue;
    writeFileSync(target.file, textOf(target.kind, run, url));
  }
}

function textOf(kind: 'junit' | 'html' | 'markdown', run: Run, url: string): string {
  switch (kind) {
    case 'junit':
      return junitReport(run);
    case 'html':
      return htmlReport(run, url, new Date());
    case 'markdown':
      return markdownReport(run, url);
  }
}
