/** Which document or service the server answers as; see CINDERBLOCK_PROFILE. */
export type Profile = 'documented' | 'released';

/** What a script tells of one call of a client. */
export interface Told {
  /** The call as the client's own documentation would write it; the name by which the promise has it. */
  readonly call: string;
  readonly ok: boolean;
  /** What went wrong. */
  readonly detail?: string;
  readonly ms: number;
}

/** Which client said so, and of which server. */
export interface Where {
  /** The file of promises: `cinder`, `python-cinderclient` or `pkgcloud`. */
  readonly client: string;
  readonly version: string;
  readonly profile: Profile;
}

export interface Row extends Told, Where {}
