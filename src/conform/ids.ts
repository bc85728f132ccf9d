import { ID_MEMBERS, type Suite } from './suite.ts';

/** `volume/9b93609e-...`: the id of an example, with the kind that it is of. */
export type Key = string;

export type IdOf = (key: Key) => string | number | undefined;

type Visit = (kind: string, id: string | number) => string | number;

function walk(
  value: unknown,
  suite: Suite,
  around: string | undefined,
  member: string,
  visit: Visit,
): unknown {
  if (Array.isArray(value)) return value.map((item) => walk(item, suite, around, member, visit));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        walk(inner, suite, suite.containers[key] ?? around, key, visit),
      ]),
    );
  }
  if (typeof value === 'string' && /^https?:\/\//.test(value)) return inLink(value, suite, visit);
  const kind = member === 'id' ? around : ID_MEMBERS[member];
  if (kind === undefined || (typeof value !== 'string' && typeof value !== 'number')) return value;
  return visit(kind, value);
}

/** A link names resources in its path. */
function inLink(link: string, suite: Suite, visit: Visit): string {
  const segments = link.split('/');
  return segments
    .map((segment, i) => {
      const kind = suite.containers[segments[i - 1] ?? ''];
      // Pages about servers are not servers.
      return kind === undefined || kind === 'server' || segment === ''
        ? segment
        : String(visit(kind, segment));
    })
    .join('/');
}

/** The tenants of the examples replaced wherever they stand for themselves: as a value, or in the path of a link. */
export function withTenant(model: unknown, documented: readonly string[], real: string): unknown {
  if (Array.isArray(model)) return model.map((item) => withTenant(item, documented, real));
  if (typeof model === 'object' && model !== null)
    return Object.fromEntries(
      Object.entries(model).map(([key, value]) => [key, withTenant(value, documented, real)]),
    );
  if (typeof model !== 'string') return model;
  if (documented.includes(model)) return real;
  if (!/^https?:\/\//.test(model)) return model;
  return model
    .split('/')
    .map((segment) => (documented.includes(segment) ? real : segment))
    .join('/');
}

/** The ids that a model shows, each once, with their kinds. */
export function keysIn(model: unknown, suite: Suite): Key[] {
  const keys = new Set<Key>();
  walk(model, suite, undefined, '', (kind, id) => {
    keys.add(`${kind}/${id}`);
    return id;
  });
  return [...keys];
}

/** The model with the ids of examples replaced by those of what was made; an integer stays one where it can. */
export function withIds(model: unknown, suite: Suite, idOf: IdOf): unknown {
  return walk(model, suite, undefined, '', (kind, id) => {
    const real = idOf(`${kind}/${id}`);
    if (real === undefined) return id;
    return typeof id === 'number' && !Number.isNaN(Number(real)) ? Number(real) : String(real);
  });
}

/** The kind that a path parameter names: by the segment before it. */
export function kindOfParameter(path: string, name: string, suite: Suite): string | undefined {
  const segments = path.split('/');
  const before = segments[segments.indexOf(`{${name}}`) - 1] ?? '';
  return suite.containers[before];
}
