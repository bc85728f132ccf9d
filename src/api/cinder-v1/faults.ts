import type { FaultDialect } from '../fault-names.ts';

/** Cinder's words where they are not those of the document that describes Cinder. */
export const cinderV1Faults = (document: FaultDialect): FaultDialect => ({
  ...document,
  refusals: {
    ...document.refusals,
    metadataItemNotFound: { message: () => 'Metadata item was not found' },
  },
  sentences: {
    ...document.sentences,
    invalidBody: (message) => message.replace('Invalid input received', 'Malformed request body'),
  },
});
