import type { Caller } from './engine.ts';

/** What the engine has to know of servers, which are not its own. */
export interface Servers {
  /**
   * The id of the tenant that has the server; undefined where that cannot be told from what is known. Throws
   * `serverNotFound` when there is no such server for the caller, and one of the faults of `compute` when that cannot
   * be found out. It answers within a bounded time.
   */
  ownerOf(caller: Caller, serverId: string): Promise<string | undefined>;
}

/** Takes every id for that of a server of the caller's. */
export const anyServer: Servers = { ownerOf: async () => undefined };
