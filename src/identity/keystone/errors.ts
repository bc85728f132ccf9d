/**
 * Keystone cannot be asked: it is away, fails, or does not let this server in. A token is neither good nor bad then.
 * The message is for the log; no secret is part of it.
 */
export class KeystoneUnavailable extends Error {
  /** Milliseconds until it makes sense to ask again. */
  readonly pause: number;

  constructor(message: string, options: { readonly cause?: unknown; readonly pause?: number } = {}) {
    super(message, { cause: options.cause });
    this.name = 'KeystoneUnavailable';
    this.pause = options.pause ?? 1000;
  }
}

/** Keystone is there and refuses the account of this server, which only an operator can change. */
export class KeystoneRefused extends KeystoneUnavailable {
  constructor(message: string) {
    // Keystone may lock an account that fails too often.
    super(message, { pause: 10_000 });
    this.name = 'KeystoneRefused';
  }
}
