/** What a bootable volume is made from. */
export interface Image {
  readonly id: string;
  readonly name: string;
  /** GB that a volume needs to hold it. */
  readonly minimumSize: number;
}

/** Where images are looked up. */
export interface ImageSource {
  /** Undefined when there is no image of that id. */
  find(id: string): Promise<Image | undefined>;
}

/** Takes every id for an image, named after its id and small enough for any volume. */
export const anyImage: ImageSource = {
  find: async (id) => ({ id, name: `image-${id}`, minimumSize: 1 }),
};
