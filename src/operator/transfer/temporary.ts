/**
 * Ids of volumes in the block store that are there only while an import or export runs. No id of the catalog begins
 * so: those are UUIDs.
 */
export const TEMPORARY_PREFIXES = ['import-', 'export-'] as const;

export const isTemporary = (id: string): boolean =>
  TEMPORARY_PREFIXES.some((prefix) => id.startsWith(prefix));
