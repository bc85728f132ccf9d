/** What a bootable volume is made from. */
export interface Image {
  /** A UUID in lower case. */
  readonly id: string;
  readonly name: string;
  /** GB that a volume needs to hold it. */
  readonly minimumSize: number;
  /** What `volume_image_metadata` shows besides the id and the name. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Left out for an image without bytes, whose volumes read as zeros. */
  readonly content?: ImageContent;
}

/** The bytes of an image as they were when it was looked up. */
export interface ImageContent {
  /** Bytes; not more than the minimum size. */
  readonly size: number;
  /** Letters and digits; other bytes have another one. */
  readonly version: string;
  /**
   * The runs that are not all zero, in order; a run may be overwritten by the next. Rejects with `ImageUnusable`,
   * at the latest at its end, when what was read is not this version.
   */
  read(signal: AbortSignal): AsyncIterable<ImageRun>;
}

export interface ImageRun {
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** An image that is to be kept, of which volumes can be made then. */
export interface NewImage extends Omit<Image, 'content'> {
  /** Bytes. */
  readonly size: number;
  /** The runs that are not all zero, in order. */
  read(signal: AbortSignal): AsyncIterable<ImageRun>;
}

/** Where images are looked up. */
export interface ImageSource {
  /** Undefined when there is no image of that id that a volume could be made of. */
  find(id: string): Promise<Image | undefined>;
  /**
   * Keeps an image. It can be found, whole and durable, when this resolves, and not before; what a call that broke
   * off has left is replaced. Left out where none is kept.
   */
  keep?(image: NewImage, signal: AbortSignal): Promise<void>;
}

/** The bytes cannot be had, and trying again would not help. The message is fit for the tenant. */
export class ImageUnusable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ImageUnusable';
  }
}

/** Takes every id for an image without bytes, named after its id and small enough for any volume. */
export const anyImage: ImageSource = {
  find: async (id) => ({ id, name: `image-${id}`, minimumSize: 1 }),
};
