/**
 * The objects of backups: containers of named objects, apart for each tenant. Names may hold slashes.
 * Every call that changes something is durable when it resolves and safe to repeat. A call is one attempt:
 * whoever calls decides whether to try again, by the kind of the error.
 *
 * Besides the errors named below every call may fail with `ObjectStoreUnavailable` or `ObjectStoreRefused`,
 * whose messages are meant for an operator and hold no secret; and with the reason of `signal`.
 */
export interface ObjectStore {
  /** Makes the container unless it is there. */
  ensureContainer(tenantId: string, container: string): Promise<void>;
  /**
   * Stores the whole of `body` under the name, or nothing. An object of that name is replaced. Fails with
   * `ContainerNotFound` when there is no such container, and with the error of `body` when that breaks off.
   */
  put(
    tenantId: string,
    container: string,
    name: string,
    body: AsyncIterable<Uint8Array>,
    options?: PutOptions,
  ): Promise<void>;
  /**
   * The bytes of the object from `offset` on; fails with `ObjectNotFound` when there is none. Ends only when
   * all of them were given: an answer that breaks off is an error.
   */
  get(tenantId: string, container: string, name: string, options?: GetOptions): AsyncIterable<Uint8Array>;
  /** Length of the object in bytes, or undefined when there is none. */
  lengthOf(tenantId: string, container: string, name: string): Promise<number | undefined>;
  /** Names that start with the prefix, sorted. */
  list(tenantId: string, container: string, prefix: string): Promise<string[]>;
  /** Removes the object if it is there. */
  delete(tenantId: string, container: string, name: string): Promise<void>;
  /** Resolves when the store can be reached and takes the login that it was opened with. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

export interface PutOptions {
  /**
   * Bytes that `body` will give, no more and no less, or the put fails. Stores behind a network stream when
   * they know it; without it some hold a part in memory, or need a slower form of upload.
   */
  readonly length?: number;
  readonly signal?: AbortSignal;
}

export interface GetOptions {
  /** First byte to give, 0 unless told; at or behind the end there are none. */
  readonly offset?: number;
  readonly signal?: AbortSignal;
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

/** The store is down, slow, answers 5xx or breaks off: the same call may well succeed a little later. */
export class ObjectStoreUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ObjectStoreUnavailable';
  }
}

/** The store answers and says no: the login, a permission, a quota or the disk. Trying again does not help. */
export class ObjectStoreRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ObjectStoreRefused';
  }
}
