/** What says nothing about which requests and responses are valid. */
const PROSE = new Set(['description', 'summary', 'example', 'examples', 'externalDocs', 'tags', 'xml']);

/** On a response: its body may be left out, which OpenAPI has no word for. */
export const BODY_OPTIONAL = 'x-body-optional';

/** Members whose keys are names chosen by the contract: a property may well be called `description`. */
const NAMED = new Set(['properties', 'schemas', 'responses', 'parameters', 'paths']);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function outlineOf(value: unknown, keysAreNames: boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => outlineOf(item, false));
  if (!isObject(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) {
    if (
      !keysAreNames &&
      (PROSE.has(key) || (key.startsWith('x-') && key !== BODY_OPTIONAL) || key === 'application/xml')
    )
      continue;
    kept[key] = outlineOf(member, !keysAreNames && NAMED.has(key));
  }
  return kept;
}

/**
 * A copy of the contract with what validation needs: no prose, no examples, no XML (bodies are validated as
 * the JSON model). Preparing the validator takes time in proportion to the size of what it is given.
 */
export const contractOutline = (contract: object): object => outlineOf(contract, false) as object;
