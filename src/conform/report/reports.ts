import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Run } from '../run.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';

export type ReportTarget =
  | { readonly kind: 'terminal' }
  | { readonly kind: 'junit' | 'html' | 'markdown'; readonly file: string };

/** Writes the reports that go to files; the folder is made where it is missing. @throws errors of the file system */
export function writeReports(targets: readonly ReportTarget[], run: Run, url: string): void {
  for (const target of targets) {
    if (target.kind === 'terminal') continue;
    mkdirSync(dirname(target.file), { recursive: true });
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
