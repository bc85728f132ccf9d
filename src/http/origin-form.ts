const ORIGIN = /^https?:\/\/[^/?#]+/i;

/**
 * The target of a request line as routes know it: the path and the query. Of a whole address, which a client sends
 * that takes this server for a proxy, the rest is left out (RFC 9112, 3.2.2); what is neither is undefined. Libraries
 * further in read the whole address too, and some of what stands for a host here makes them throw.
 */
export function originForm(target: string): string | undefined {
  if (target.startsWith('/') || target === '*') return target;
  const [origin] = ORIGIN.exec(target) ?? [];
  if (origin === undefined) return undefined;
  const rest = target.slice(origin.length);
  return rest.startsWith('/') ? rest : `/${rest}`;
}
