import { type BodyOperation, blankOrLong, metadata, SNAPSHOT, VOLUME } from './body-operation.ts';

const texts = {
  description: 'limited',
  display_description: 'limited',
  display_name: 'limited',
  name: 'limited',
} as const;

// A member that is ignored: a name would hide what is wrong with its other spelling.
const NOTHING = { unknown: 'x' };

/** Updates; metadata as a resource has clients-behaviour/metadata.test.ts. */
export const cinderV1: readonly BodyOperation[] = [
  {
    id: 'cinder-v1/update-volume',
    method: 'PUT',
    path: `/v1/dev/volumes/${VOLUME}`,
    hasXml: true,
    wrapper: 'volume',
    valid: NOTHING,
    texts,
    // Null is as good as left out there.
    wrong: { metadata: [...metadata, ...blankOrLong] },
  },
  {
    id: 'cinder-v1/update-snapshot',
    method: 'PUT',
    path: `/v1/dev/snapshots/${SNAPSHOT}`,
    hasXml: true,
    wrapper: 'snapshot',
    valid: NOTHING,
    texts,
    wrong: {},
  },
];
