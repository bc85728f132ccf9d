/** One version of Cinder's or nova's API, as far as its description differs from those of others. */
interface DescribedVersion<Id extends string> {
  readonly id: Id;
  /** In the paths of the API: `v1.1`. */
  readonly path: string;
  readonly updated: string;
  /** The vendor type of a format. */
  readonly mediaType: (format: 'xml' | 'json') => string;
}

/** The link to a version, which ends in a slash. */
export const selfLink = (origin: string, path: string) =>
  ({ href: `${origin}/${path}/`, rel: 'self' }) as const;

/** What a current version says of itself at its root, in the shape that all of these services had. */
export const currentVersion = <Id extends string>(
  origin: string,
  { id, path, updated, mediaType }: DescribedVersion<Id>,
) => ({
  status: 'CURRENT' as const,
  updated,
  'media-types': (['xml', 'json'] as const).map((format) => ({
    base: `application/${format}`,
    type: mediaType(format),
  })),
  id,
  links: [selfLink(origin, path)],
});
