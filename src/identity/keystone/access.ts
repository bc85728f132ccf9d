/** Where Keystone is, and the account by which tokens are checked there. */
export interface KeystoneAccess {
  /** With the version and without a slash at its end, such as `https://keystone.example.com:5000/v3`. */
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly project: string;
  /** Names. */
  readonly userDomain: string;
  readonly projectDomain: string;
  /** Milliseconds that Keystone may be silent. */
  readonly silence: number;
}
