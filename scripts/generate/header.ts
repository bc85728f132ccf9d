/** First line of every generated source file. The templates write the same line themselves. */
export const HEADER = 'Generated from openapi/ by `make generate`. Never edit: change the contract instead.';
