/**
 * What the engine is asked for by an identifier of a document that shows integers: the integer, be it given as a
 * number or as its digits, else the text as it came, which may be the UUID that other documents show.
 */
export const identifierOf = (given: number | string): number | string =>
  typeof given === 'string' && /^\d{1,15}$/.test(given) ? Number(given) : given;
