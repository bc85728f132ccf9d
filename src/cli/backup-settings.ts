import { integer, setting } from './setting.ts';

/** How backups are copied. */
export interface BackupCopySettings {
  readonly backupCompression: 'none' | 'zstd' | 'zlib';
  readonly backupChunks: number;
  readonly backupJobs: number;
}

export const backupOptions = [
  setting('--backup-compression <method>', 'what is done to the chunks of backups that become smaller by it')
    .default('zstd')
    .choices(['none', 'zstd', 'zlib']),
  setting('--backup-chunks <number>', 'chunks of one backup that are copied at the same time')
    .default(3)
    .argParser(integer(1, 16)),
  setting('--backup-jobs <number>', 'backups and restores that run at the same time')
    .default(2)
    .argParser(integer(1, 64)),
];
