import { type Ask, until } from './requests.ts';

export type Kind = 'volumes' | 'snapshots' | 'backups';

/** The part of a listed resource that tells how it is. */
export interface Listed {
  readonly id: string | number;
  readonly status: string;
  readonly display_name: string | null;
  readonly volume_id?: string;
  readonly attachments?: readonly { readonly server_id: string; readonly device: string }[];
}

const MOVING: ReadonlySet<string> = new Set([
  'creating',
  'downloading',
  'attaching',
  'detaching',
  'backing-up',
  'restoring-backup',
  'uploading',
  'restoring',
  'deleting',
]);

/** Everything of a kind, once nothing of it is on its way from one state to another. */
export const settled = (ask: Ask, kind: Kind, withinMs = 20_000): Promise<Listed[]> =>
  until(
    // The list is the contract's, which other tests hold it to.
    async () => (await ask('GET', `/v1/dev/${kind}/detail`)).json()[kind] as Listed[],
    (all) => all.every(({ status }) => !MOVING.has(status)),
    withinMs,
  );
