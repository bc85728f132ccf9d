/**
 * Lets whoever wants the same thing synced share the work: a sync that has not begun covers all who have come by
 * then, and one that has begun covers none who come after. So there is one under way and one to come, however many
 * wait. An error is that of all who share it.
 *
 * @param sync makes durable what was done to the named thing before it was called
 */
export function sharedSync(sync: (name: string) => Promise<void>): (name: string) => Promise<void> {
  const underWay = new Map<string, Promise<void>>();
  const toCome = new Map<string, Promise<void>>();

  function begin(name: string): Promise<void> {
    toCome.delete(name);
    const begun = sync(name).finally(() => underWay.delete(name));
    underWay.set(name, begun);
    return begun;
  }

  return (name) => {
    const before = underWay.get(name);
    if (before === undefined) return begin(name);
    const coming = toCome.get(name) ?? before.catch(() => undefined).then(() => begin(name));
    toCome.set(name, coming);
    return coming;
  };
}
