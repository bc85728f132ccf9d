import type { Catalog } from '../catalog/catalog.ts';
import type { Profile } from '../profile/profile.ts';
import type { ApplyChange } from './change.ts';
import type { VolumeExports } from './exports.ts';
import type { ImageSource } from './images.ts';
import type { MetadataLimits } from './metadata-fields.ts';
import type { Quotas } from './quotas.ts';
import type { Servers } from './servers.ts';

/** What the services of the engine share. */
export interface EngineParts {
  readonly catalog: Catalog;
  readonly change: ApplyChange;
  readonly quotas: Quotas;
  readonly images: ImageSource;
  readonly exports: VolumeExports;
  readonly servers: Servers;
  /** Where volumes go that ask for no zone. */
  readonly availabilityZone: string;
  /** Rules that the released services had and the documents have not, or the other way round. */
  readonly profile: Profile;
  readonly metadataLimits: MetadataLimits;
}
