/**
 * The objects of backups: containers of named objects, apart for each tenant. Names may hold slashes.
 * Every call that changes something is durable when it resolves and safe to repeat.
 */
export interface ObjectStore {
  /** Makes the container unless it is there. */
  ensureContainer(tenantId: string, container: string): Promise<void>;
  /**
   * Stores the whole of `body` under the name, or nothing. An object of that name is replaced. Fails with
   * `ContainerNotFound` when there is no such container.
   */
  put(tenantId: string, container: string, name: string, body: AsyncIterable<Uint8Array>): Promise<void>;
  /** The bytes of the object; fails with `ObjectNotFound` when there is none. */
  get(tenantId: string, container: string, name: string): AsyncIterable<Uint8Array>;
  /** Names that start with the prefix, sorted. */
  list(tenantId: string, container: string, prefix: string): Promise<string[]>;
  /** Removes the object if it is there. */
  delete(tenantId: string, container: string, name: string): Promise<void>;
  close(): Promise<void>;
}

export class ObjectNotFound extends Error {
  constructor(container: string, name: string) {
    super(`object ${name} is not in container ${container}`);
    this.name = 'ObjectNotFound';
  }
}

export class ContainerNotFound extends Error {
  constructor(container: string) {
    super(`there is no container ${container}`);
    this.name = 'ContainerNotFound';
  }
}
