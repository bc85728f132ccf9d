import { afterEach, beforeEach } from 'vitest';
import type { Catalog } from './catalog.ts';
import { attachmentContract } from './contract/attachments.ts';
import { backupContract } from './contract/backups.ts';
import { jobContract } from './contract/jobs.ts';
import { pageContract } from './contract/pages.ts';
import { quotaContract } from './contract/quotas.ts';
import { randomContract } from './contract/random.ts';
import { serialContract } from './contract/serials.ts';
import { snapshotContract } from './contract/snapshots.ts';
import { transactionContract } from './contract/transactions.ts';
import { typeContract } from './contract/types.ts';
import { updateContract } from './contract/updates.ts';
import { volumeListContract } from './contract/volume-lists.ts';
import { volumeContract } from './contract/volumes.ts';

/** Where a catalog keeps its data during one test: empty at first. */
export interface CatalogPlace {
  /** Opens the catalog of this place; again after a close it finds what was left. */
  open(): Promise<Catalog>;
  remove(): Promise<void>;
}

/** What a test has in hand. */
export interface CatalogUnderTest {
  readonly catalog: Catalog;
  /** Closes the catalog and opens it anew; `catalog` is then the new one. */
  reopen(): Promise<Catalog>;
}

/** What every catalog must do, whatever it is built on: call it inside a `describe`. */
export function catalogContract(makePlace: () => Promise<CatalogPlace>): void {
  let place: CatalogPlace;
  let catalog: Catalog;
  beforeEach(async () => {
    place = await makePlace();
    catalog = await place.open();
  });
  afterEach(async () => {
    await catalog.close();
    await place.remove();
  });
  const underTest: CatalogUnderTest = {
    get catalog() {
      return catalog;
    },
    reopen: async () => {
      await catalog.close();
      catalog = await place.open();
      return catalog;
    },
  };
  volumeContract(underTest);
  volumeListContract(underTest);
  snapshotContract(underTest);
  backupContract(underTest);
  attachmentContract(underTest);
  serialContract(underTest);
  updateContract(underTest);
  pageContract(underTest);
  quotaContract(underTest);
  typeContract(underTest);
  jobContract(underTest);
  transactionContract(underTest);
  randomContract(underTest);
}
