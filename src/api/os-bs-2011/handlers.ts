import type { Handlers } from '../../../generated/server/index.ts';
import type { Engine } from '../../engine/engine.ts';
import type { ApiCaller } from '../caller.ts';
import { backupsHandlers } from './backups.ts';
import { extensionsHandlers } from './extensions.ts';
import { limitsHandlers } from './limits.ts';
import { backupMetadataHandlers, volumeMetadataHandlers } from './metadata.ts';
import { typesHandlers } from './types.ts';
import { volumesHandlers } from './volumes.ts';

type Tags = Extract<keyof Handlers<ApiCaller>, `osBs2011${string}`>;

/** Every operation of the document, by its tags. */
export const osBs2011Handlers = (engine: Engine): Pick<Handlers<ApiCaller>, Tags> => ({
  osBs2011BackupMetadata: backupMetadataHandlers(engine),
  osBs2011Backups: backupsHandlers(engine),
  osBs2011Extensions: extensionsHandlers,
  osBs2011Limits: limitsHandlers(engine),
  osBs2011Types: typesHandlers(engine),
  osBs2011VolumeMetadata: volumeMetadataHandlers(engine),
  osBs2011Volumes: volumesHandlers(engine),
});
