import type { FaultKind, FaultParams } from '../engine/faults.ts';

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
  | 'inProgress'
  | 'overLimit'
  | 'unsupportedMediaType'
  | 'unprocessable'
  | 'internal'
  | 'notImplemented'
  | 'unavailable';

/** How one document names its faults and which status it gives them. */
export type FaultNames = Readonly<Record<FaultCategory, { readonly status: number; readonly name: string }>>;

/** How a document words or sorts a refusal of the engine, where it does so in its own way. */
export interface Refusal<Kind extends FaultKind> {
  readonly category?: FaultCategory;
  readonly message?: (params: FaultParams<Kind>) => string;
}

/** Refusals of the pipeline, which never get as far as the engine, that a document may have a sentence for. */
export type PipelineRefusal = 'malformedBody' | 'invalidBody' | 'internal';

/** All that a document says in its own words when something is refused: a table, no code. */
export interface FaultDialect {
  readonly names: FaultNames;
  readonly refusals?: { readonly [Kind in FaultKind]?: Refusal<Kind> };
  /** Whether a fault has the name of its status in a `title`. */
  readonly titled?: boolean;
  /** In place of the pipeline's sentence, which a function is given. */
  readonly sentences?: { readonly [Kind in PipelineRefusal]?: string | ((message: string) => string) };
}
