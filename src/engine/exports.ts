/** Makes the bytes of volumes reachable for servers. Opening and closing are safe to repeat. */
export interface VolumeExports {
  /** The volume can be reached when this resolves, by those who only read if that is all that they may. */
  open(volumeId: string, options?: ExportOptions): Promise<void>;
  /** The volume can no longer be reached when this resolves. */
  close(volumeId: string): Promise<void>;
  /** Where volumes are reached, under their ids; undefined until one has been opened, and where none can be. */
  address(): ExportAddress | undefined;
}

export interface ExportOptions {
  readonly isReadOnly?: boolean;
}

/** Where a server of network block devices listens. */
export interface ExportAddress {
  /** As it was told to listen; an address that stands for all of the machine's is one of them. */
  readonly host: string;
  readonly port: number;
  /** A unix socket that it listens on as well. */
  readonly socket: string | undefined;
  /** Whether clients that come over TCP have to speak TLS. */
  readonly tls: boolean;
}

/** For when attachment is a matter of record only. */
export const noExports: VolumeExports = {
  open: async () => undefined,
  close: async () => undefined,
  address: () => undefined,
};
