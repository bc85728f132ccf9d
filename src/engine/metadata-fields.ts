/** How many pairs a resource may have. */
export interface MetadataLimits {
  readonly volume: number;
  readonly backup: number;
}

export const defaultMetadataLimits: MetadataLimits = { volume: 128, backup: 128 };
