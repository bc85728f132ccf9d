import { CatalogError } from '../catalog/errors.ts';
import { jobsWithResources } from '../catalog/operator-reads.ts';
import { DataFolderError, openDataFolder } from '../operator/data-folder.ts';
import { counted } from '../terminal/units.ts';
import { byUrgency, type JobRow, jobColumns, jobJson, jobRow, MANY_ATTEMPTS } from './job-rows.ts';
import type { JobsSettings } from './operator-options.ts';
import { endingIn, printRows, remark } from './output.ts';

/** What to do about what the list shows. */
function advise(rows: readonly JobRow[], isStopped: boolean): void {
  if (rows.length === 0) {
    if (process.stdout.isTTY) remark('No jobs: nothing is under way.');
    return;
  }
  if (isStopped) {
    remark(`No server runs on this folder; ${counted(rows.length, 'job')} wait for the next start.`);
  } else if (rows.some(({ state }) => state === 'overdue')) {
    remark(
      'Overdue: the worker has not renewed its lease. The server takes such a job up again within seconds.',
    );
  }
  if (rows.some(({ job }) => job.attempts >= MANY_ATTEMPTS)) {
    remark(
      `Begun ${MANY_ATTEMPTS} times or more: the last error is in --json, and more in the server's log by the id of the job.`,
    );
  }
}

/** `cinderblock jobs`: what is under way, and what is in its way. */
export async function jobs(settings: JobsSettings): Promise<void> {
  await endingIn(1, [DataFolderError, CatalogError], async () => {
    const folder = openDataFolder(settings.data);
    try {
      const rows = jobsWithResources(folder.catalog)
        .filter(({ tenantId }) => settings.tenant === undefined || tenantId === settings.tenant)
        .map((job) => jobRow(job, folder.server))
        .toSorted(byUrgency);
      await printRows(rows, {
        columns: jobColumns,
        json: settings.json ? jobJson : undefined,
        more: 'A wider terminal or --json has them.',
      });
      if (!settings.json) advise(rows, folder.server.state === 'stopped');
    } finally {
      folder.close();
    }
  });
}
