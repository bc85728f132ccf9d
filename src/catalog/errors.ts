/** Why a catalog refused, for callers that must tell the cases apart; the message is for people. */
export type CatalogErrorKind =
  /** The file was written by a newer version. */
  | 'newer-schema'
  /** The file was written by an older version, and is to be read only. */
  | 'older-schema'
  /** There is no such file, or it is damaged beyond reading. */
  | 'unreadable'
  /** Another server has the data folder. */
  | 'folder-in-use'
  /** The catalog has been closed. */
  | 'closed'
  /** A transaction was used after its end. */
  | 'transaction-ended'
  /** The work of a transaction waited for something that is not the catalog. */
  | 'stalled'
  /** The change could not be made durable; nothing of it remains. */
  | 'not-durable';

export class CatalogError extends Error {
  readonly kind: CatalogErrorKind;

  constructor(kind: CatalogErrorKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CatalogError';
    this.kind = kind;
  }
}
