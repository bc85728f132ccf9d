import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject, type JSONSchemaType } from 'ajv';
import type { Directory } from './directory.ts';
import { isBrokenHash } from './secrets.ts';

/** Forms of a text, each with what is said of one that has not got it; the text itself may be a secret. */
const forms: Readonly<
  Record<string, { readonly test: (text: string) => boolean; readonly problem: string }>
> = {
  // What fits into a path segment and a folder name as it stands.
  'plain-name': {
    test: (text) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(text),
    problem: 'must be letters, digits, ".", "_" or "-"',
  },
  secret: {
    test: (text) => !isBrokenHash(text),
    problem: 'begins with "scrypt:" but is not what `cinderblock hash-password` prints',
  },
  'utc-time': {
    test: (text) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/.test(text) && !Number.isNaN(Date.parse(text)),
    problem: 'must be a time such as 2030-01-01T00:00:00Z',
  },
};

const object = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });
const text = { type: 'string', minLength: 1 };
const name = { type: 'string', format: 'plain-name' };
const secret = { type: 'string', minLength: 1, format: 'secret' };
const limit = { type: 'integer', minimum: -1 };

const tenant = object(
  {
    id: name,
    name: text,
    quotas: object({ volumes: limit, snapshots: limit, gigabytes: limit }, []),
    rateLimit: { type: 'number', exclusiveMinimum: 0 },
  },
  ['id', 'name'],
);
const user = object(
  {
    name: text,
    password: secret,
    tenant: name,
    tenants: list(name),
    roles: list({ type: 'string' }),
    accessKeys: list(object({ accessKey: text, secretKey: secret }, ['accessKey', 'secretKey'])),
  },
  ['name', 'password', 'tenant'],
);
const token = object({ id: text, user: text, expires: { type: 'string', format: 'utc-time' } }, [
  'id',
  'user',
]);

// Put together of parts, which the type that goes with a schema cannot follow.
const schema = object({ tenants: list(tenant), users: list(user), tokens: { ...list(token), default: [] } }, [
  'tenants',
  'users',
]) as unknown as JSONSchemaType<Directory>;

/** Where in the file, and what is wrong there; never the value, which may be a password. */
function describe({ instancePath, keyword, params, message = 'is wrong' }: ErrorObject): string {
  const missing = keyword === 'required' ? [params['missingProperty']] : [];
  const unknown = keyword === 'additionalProperties' ? [params['additionalProperty']] : [];
  const place = [...instancePath.split('/').slice(1), ...missing, ...unknown].join('.');
  const problem =
    missing.length > 0
      ? 'is missing'
      : unknown.length > 0
        ? 'is not a member that is known here'
        : (forms[params['format']]?.problem ?? message);
  return `${place === '' ? 'the file' : place}: ${problem}`;
}

function parse(path: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // The parser quotes the text around the mistake, which may be a password; only the place is told.
    const [place] = /line \d+ column \d+/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new Error(`${path} is not JSON${place === undefined ? '' : `: see ${place}`}`);
  }
}

/**
 * Reads an identity file: `{"tenants": [{id, name, quotas, rateLimit}], "users": [{name, password, tenant,
 * tenants, roles, accessKeys: [{accessKey, secretKey}]}], "tokens": [{id, user, expires}]}`. Throws with one
 * line that names the entries that are wrong.
 */
export function readIdentityFile(path: string): Directory {
  const file = parse(path, readFileSync(path, 'utf8'));
  const ajv = new Ajv({ allErrors: true, useDefaults: true });
  for (const [form, { test }] of Object.entries(forms)) ajv.addFormat(form, test);
  const isDirectory = ajv.compile(schema);
  if (isDirectory(file)) return file;
  throw new Error(`${path} is not an identity file: ${isDirectory.errors?.map(describe).join('; ')}`);
}
