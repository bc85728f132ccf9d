import { canonicalXml } from '../http/xml/canonical.ts';
import { type Media, mediaTypeOf, type Problem } from './case.ts';
import type { Contract, OperationContract, ResponseContract } from './contract.ts';
import type { Answer } from './http.ts';
import { schemaProblems } from './schema.ts';

/** What was asked, as far as the answer depends on it. */
export interface Asked {
  readonly operation: OperationContract;
  readonly method: string;
  readonly media: Media;
}

export interface Audited {
  readonly problems: readonly Problem[];
  /** The body as a JSON model, whatever its format; undefined when there is none or it cannot be read. */
  readonly model: unknown;
}

const HTTP_DATE =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** What only a programmer could have written, where words for the end user are due. */
const INSIDE = /\bat \S+ \(|node_modules|\.[cm]?[jt]s:\d|Traceback|\[object |TypeError|RangeError|SQLITE/;

const headerOf = ({ headers }: Answer, name: string): string | undefined => {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
};

function headerProblems(contract: Contract, { headers }: ResponseContract, answer: Answer): Problem[] {
  const problems: Problem[] = [];
  for (const [name, { required, schema }] of Object.entries(headers)) {
    const value = headerOf(answer, name);
    if (value === undefined) {
      if (required) problems.push({ what: `no ${name} header`, expected: 'to be there' });
      continue;
    }
    if (schema === undefined) continue;
    const typed = schema.type === 'integer' && /^-?\d+$/.test(value) ? Number(value) : value;
    for (const { what, expected } of schemaProblems(contract, schema, typed, 'json'))
      problems.push({ what: `${name} header: ${what}`, expected, got: value });
  }
  const date = headerOf(answer, 'date');
  if (date !== undefined && !HTTP_DATE.test(date))
    problems.push({
      what: 'Date header: not a date in GMT',
      expected: 'Sun, 06 Nov 1994 08:49:37 GMT',
      got: date,
    });
  return problems;
}

/** Headers that say what the body is. */
function bodyHeaderProblems(answer: Answer, media: Media): Problem[] {
  const problems: Problem[] = [];
  const type = headerOf(answer, 'content-type');
  const [essence] = (type ?? '').split(';');
  if (essence?.trim().toLowerCase() !== mediaTypeOf(media))
    problems.push({ what: 'Content-Type header', expected: mediaTypeOf(media), got: type });
  const length = headerOf(answer, 'content-length');
  if (length !== String(answer.bytes))
    problems.push({ what: 'Content-Length header', expected: String(answer.bytes), got: length });
  return problems;
}

function faultProblems(answer: Answer, model: unknown): Problem[] {
  const [entry] = Object.entries((model ?? {}) as Record<string, Record<string, unknown>>);
  if (entry === undefined) return [];
  const [name, fault] = entry;
  const problems: Problem[] = [];
  const { message, retryAfter } = fault ?? {};
  if (typeof message !== 'string' || message.trim() === '' || message.length > 1000)
    problems.push({
      what: 'no message fit for an end user',
      path: `/${name}/message`,
      expected: 'a sentence or two',
      got: message,
    });
  else if (INSIDE.test(message))
    problems.push({
      what: 'a message from inside the service',
      path: `/${name}/message`,
      expected: 'words for the end user',
      got: message,
    });
  if (answer.status === 413) {
    const header = headerOf(answer, 'retry-after');
    if (retryAfter === undefined)
      problems.push({
        what: 'a member is missing',
        path: `/${name}/retryAfter`,
        expected: header ?? 'seconds',
      });
    else if (header !== String(retryAfter))
      problems.push({
        what: 'retryAfter and Retry-After differ',
        path: `/${name}/retryAfter`,
        expected: header,
        got: retryAfter,
      });
  }
  return problems;
}

function allowProblems(contract: Contract, { operation, method }: Asked, answer: Answer): Problem[] {
  if (answer.status !== 405) return [];
  const allowed = (headerOf(answer, 'allow') ?? '').split(',').map((name) => name.trim());
  const missing = contract.methodsOf(operation.path).filter((name) => !allowed.includes(name));
  if (missing.length === 0 && !allowed.includes(method)) return [];
  return [
    {
      what: 'Allow header',
      expected: contract.methodsOf(operation.path).join(', '),
      got: allowed.join(', '),
    },
  ];
}

function readJson(text: string): { model?: unknown; problem?: Problem } {
  try {
    return { model: JSON.parse(text) };
  } catch {
    return { problem: { what: 'the body is not JSON', expected: 'JSON', got: shortened(text) } };
  }
}

export const shortened = (text: string): string => (text.length > 200 ? `${text.slice(0, 200)}…` : text);

/** The first line in which two texts differ. */
function firstDifference(expected: string, got: string): Problem {
  const [wanted, real] = [expected.split('\n'), got.split('\n')];
  const at = wanted.findIndex((line, i) => line !== real[i]);
  const line = at < 0 ? wanted.length : at;
  return {
    what: 'the XML is not written as documented (namespaces, attributes, elements)',
    path: `line ${line + 1} of the canonical form`,
    expected: wanted[line]?.trim() ?? 'the end',
    got: real[line]?.trim() ?? 'the end',
  };
}

/** Reads XML, and holds how it is written against how the contract writes the same model. */
function readXmlBody(
  { codec }: Contract,
  { operation }: Asked,
  { status, text }: Answer,
): { model?: unknown; problem?: Problem } {
  const decoded = codec.decodeResponse(operation.id, status, text);
  if (!decoded.ok)
    return {
      problem: {
        what: `the body cannot be read: ${decoded.message}`,
        expected: 'XML as documented',
        got: shortened(text),
      },
    };
  const { model } = decoded;
  try {
    const written = canonicalXml(codec.encodeResponse(operation.id, status, model));
    const real = canonicalXml(text);
    return written === real ? { model } : { model, problem: firstDifference(written, real) };
  } catch (error) {
    return {
      model,
      problem: {
        what: `the body is not as documented: ${error instanceof Error ? error.message : error}`,
        got: shortened(text),
      },
    };
  }
}

/**
 * Holds one answer against everything that is true of every answer: a documented status, the documented headers,
 * a body of the asked format that fits its schema and has no other members, and faults that say what they have to.
 */
export function audit(contract: Contract, asked: Asked, answer: Answer): Audited {
  const { operation, media, method } = asked;
  const response = operation.responses.get(answer.status);
  if (response === undefined) {
    const expected = [...operation.responses.keys()].join(', ');
    return {
      problems: [
        {
          what: `a status that ${operation.id} does not document`,
          expected,
          got: `${answer.status} ${shortened(answer.text)}`,
        },
      ],
      model: undefined,
    };
  }
  const problems = headerProblems(contract, response, answer);
  if (method === 'HEAD') return { problems, model: undefined };
  const content = response.content[mediaTypeOf(media)];
  if (Object.keys(response.content).length === 0) {
    if (answer.text !== '')
      problems.push({ what: 'a body where none is documented', got: shortened(answer.text) });
    return { problems, model: undefined };
  }
  problems.push(...bodyHeaderProblems(answer, media));
  const { model, problem } = media === 'json' ? readJson(answer.text) : readXmlBody(contract, asked, answer);
  if (problem !== undefined) problems.push(problem);
  if (model === undefined) return { problems, model };
  if (content?.schema !== undefined) {
    // In XML the schema is that of the root element, which the model has under its name.
    const inner = media === 'json' ? model : Object.values(model as object)[0];
    problems.push(...schemaProblems(contract, content.schema, inner, media));
  }
  if (answer.status >= 400)
    problems.push(...faultProblems(answer, model), ...allowProblems(contract, asked, answer));
  return { problems, model };
}
