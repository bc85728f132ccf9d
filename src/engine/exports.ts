/** Makes the bytes of attached volumes reachable for servers. Both calls are safe to repeat. */
export interface VolumeExports {
  /** The volume can be reached when this resolves; a failure fails the attachment. */
  open(volumeId: string): Promise<void>;
  /** The volume can no longer be reached when this resolves; a failure fails the detachment. */
  close(volumeId: string): Promise<void>;
}

/** For when attachment is a matter of record only. */
export const noExports: VolumeExports = {
  open: async () => undefined,
  close: async () => undefined,
};
