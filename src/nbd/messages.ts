import type { VolumePlace } from '../blocks/block-store.ts';

/** What is in the files, as PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
  /** Clients need a certificate of one of these. */
  readonly ca: string | undefined;
}

/** Plain data: they are sent to the thread of the server. */
export interface ServerSettings {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Path of a unix socket to listen on as well; without TLS, as nobody listens in on it. */
  readonly socket: string | undefined;
  readonly tls: TlsFiles | undefined;
  /** Milliseconds that clients have to leave a volume that is being detached. */
  readonly grace: number;
}

export interface Listening {
  readonly port: number;
}

/** What the main thread asks of the server's, with a number that the answer carries. */
export type Order = { readonly order: number } & (
  | { readonly kind: 'listen' }
  | {
      readonly kind: 'open';
      readonly id: string;
      readonly place: VolumePlace;
      /** Clients may do no more than read it. */
      readonly isReadOnly?: true;
    }
  | { readonly kind: 'hold'; readonly id: string }
  | { readonly kind: 'resume'; readonly id: string; readonly place: VolumePlace }
  | { readonly kind: 'close'; readonly id: string }
  | { readonly kind: 'stop' }
);

/** Errors lose their codes on the way between threads, which tell what to say about them. */
export interface Failure {
  readonly message: string;
  readonly code: string | undefined;
}

/** What the server's thread tells the main thread. */
export type Report =
  | { readonly kind: 'done'; readonly order: number; readonly listening?: Listening }
  | { readonly kind: 'failed'; readonly order: number; readonly failure: Failure }
  | {
      readonly kind: 'fault';
      readonly message: string;
      readonly volumeId: string;
      readonly failure: Failure;
    };
