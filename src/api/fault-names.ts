/**
 * The kinds of answer that are not a success. The engine knows some of them (`EngineFault.category`), the
 * pipeline in front of it knows the others; neither knows what a document calls them.
 */
export type FaultCategory =
  | 'invalid'
  | 'unauthorized'
  | 'forbidden'
  | 'notFound'
  | 'wrongMethod'
  | 'conflict'
  | 'overLimit'
  | 'unsupportedMediaType'
  | 'internal'
  | 'notImplemented'
  | 'unavailable';

/** How one document names its faults and which status it gives them. */
export type FaultNames = Readonly<Record<FaultCategory, { readonly status: number; readonly name: string }>>;
