import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type DocumentView,
  documentViews,
  type IdForm,
  type Kind,
  type KindOfDocument,
} from './support/across.ts';
import { type Ask, asker, until } from './support/requests.ts';
import { type ServerProcess, startServer } from './support/server.ts';

// Backups read whole volumes, which takes a busy machine a while.
vi.setConfig({ testTimeout: 300_000 });
const WITHIN_MS = 60_000;

let server: ServerProcess;
let ask: Ask;
beforeAll(async () => {
  const unlimited = ['--quota-volumes', '-1', '--quota-snapshots', '-1', '--quota-gigabytes', '-1'];
  server = await startServer({ args: [...unlimited, '--response-checks', 'always'] });
  ask = asker(server.url);
});
afterAll(() => server.stop());

/** A resource as a document shows it. */
type View = Readonly<Record<string, unknown>>;

/** Both ids of a resource; each document shows one of them. */
interface Identity {
  readonly uuid: string;
  readonly number: number;
}

const having = (kind: Kind) =>
  documentViews.flatMap((document) => {
    const shown = document[kind];
    return shown === undefined ? [] : [{ document, shown }];
  });

const attaching = documentViews.flatMap(({ name, attachments }) =>
  attachments === undefined ? [] : [{ name, attachments }],
);

const inForm = (form: IdForm, { uuid, number }: Identity): number | string =>
  form === 'uuid' ? uuid : form === 'number' ? number : String(number);

const secondsOf = (text: unknown): number =>
  Date.parse(`${String(text).slice(0, 19).replace(' ', 'T')}Z`) / 1000;

const listOf = async ({ path, many }: KindOfDocument, detail = '/detail'): Promise<View[]> =>
  (await ask('GET', path + detail)).json()[many];

/** The one of this name, as the document's list has it; it may not be there yet. */
const listed = async (shown: KindOfDocument, name: string): Promise<View | undefined> =>
  (await listOf(shown)).find((view) => view[shown.name] === name);

const idOf = async (shown: KindOfDocument, name: string) => (await listed(shown, name))?.['id'];

/** Both ids of what has this name, each from a document that shows it. */
async function identityOf(kind: Kind, name: string): Promise<Identity> {
  const found = new Map<IdForm, unknown>();
  for (const { shown } of having(kind)) found.set(shown.id, await idOf(shown, name));
  return { uuid: String(found.get('uuid')), number: Number(found.get('number')) };
}

/** The state of what has this name, as each document words it, once all of them have the word for it. */
async function reach(kind: Kind, name: string, state: keyof KindOfDocument['words']): Promise<void> {
  for (const { shown } of having(kind)) {
    await until(
      () => listed(shown, name),
      (view) => view?.['status'] === shown.words[state],
      WITHIN_MS,
    );
  }
}

/**
 * Holds what each document shows of one resource against the document's row: where it stands in the lists, the
 * form of its id, its name, size, state, time and members, and that all of them are of the same.
 */
async function expectEverywhere(
  kind: Kind,
  name: string,
  state: 'available' | 'in-use',
  volume?: Identity,
): Promise<Identity> {
  const identity = await identityOf(kind, name);
  const times = new Set<number>();
  for (const { document, shown } of having(kind)) {
    const where = `${name}, ${kind} of ${document.name}`;
    const id = inForm(shown.id, identity);
    const answer = await ask('GET', `${shown.path}/${id}`);
    expect(answer.status, where).toBe(200);
    const view: View = answer.json()[shown.one];
    expect(view['id'], where).toStrictEqual(id);
    expect(view[shown.name], where).toBe(name);
    expect(view['size'], where).toBe(1);
    expect(view['status'], where).toBe(shown.words[state]);
    expect(view[shown.time], where).toMatch(shown.timePattern);
    times.add(secondsOf(view[shown.time]));
    const members = state === 'in-use' ? [...shown.members, ...(shown.whileAttached ?? [])] : shown.members;
    expect(Object.keys(view).sort(), where).toEqual(members.toSorted());
    if (shown.volume !== undefined && volume !== undefined)
      expect(view[shown.volume.member], where).toStrictEqual(inForm(shown.volume.id, volume));
    expect(await listed(shown, name), where).toMatchObject(view);
    expect(
      (await listOf(shown, '')).map((one) => one['id']),
      where,
    ).toContainEqual(id);
  }
  expect(times.size, `${name}: the documents show one time`).toBe(1);
  return identity;
}

/** Deletes through one document and waits until no other has it any more. */
async function removeThrough(shown: KindOfDocument, kind: Kind, identity: Identity): Promise<void> {
  const { status, text } = await ask('DELETE', `${shown.path}/${inForm(shown.id, identity)}`);
  expect(status, text).toBe(shown.deleted);
  for (const other of having(kind)) {
    await until(
      () => ask('GET', `${other.shown.path}/${inForm(other.shown.id, identity)}`),
      (answer) => answer.status === 404,
      WITHIN_MS,
    );
  }
}

async function create(shown: KindOfDocument, name: string, volume: Identity | undefined): Promise<View> {
  const of = volume === undefined ? '' : inForm(shown.volume?.id ?? 'uuid', volume);
  const body = { [shown.one]: shown.request({ name, volume: of }) };
  const { status, text } = await ask('POST', shown.path, { body });
  expect(status, text).toBe(shown.created);
  const view: View = JSON.parse(text)[shown.one];
  expect(view['status']).toBe(shown.words.creating);
  return view;
}

/** Makes a volume through a document; through one that has backups alone, by restoring one. Gives its name. */
async function makeVolume({ name: document, volumes, backups }: DocumentView): Promise<string> {
  const name = `made through ${document}, ${randomUUID()}`;
  if (volumes !== undefined) {
    await create(volumes, name, undefined);
    return name;
  }
  if (backups === undefined) throw new Error(`nothing makes a volume in ${document}`);
  const [first] = having('volumes');
  if (first === undefined) throw new Error('no document has volumes');
  await create(first.shown, name, undefined);
  await reach('volumes', name, 'available');
  const { id } = await create(backups, name, await identityOf('volumes', name));
  await reach('backups', name, 'available');
  const { status, text } = await ask('POST', `${backups.path}/${id}/restore`, { body: { restore: {} } });
  expect(status, text).toBe(200);
  return `restore_backup_${id}`;
}

async function availableVolume(maker: DocumentView): Promise<string> {
  const name = await makeVolume(maker);
  await reach('volumes', name, 'available');
  return name;
}

/** Makes a copy of the volume through every document, and deletes each through the next one. */
async function copyThroughEach(kind: 'snapshots' | 'backups', volumeName: string, volume: Identity) {
  const documents = having(kind);
  for (const [index, { document, shown }] of documents.entries()) {
    const name = `${kind} of ${volumeName} through ${document.name}`;
    await create(shown, name, volume);
    await reach(kind, name, 'available');
    const copy = await expectEverywhere(kind, name, 'available', volume);
    await reach('volumes', volumeName, 'available');
    const next = documents[(index + 1) % documents.length] ?? { shown };
    await removeThrough(next.shown, kind, copy);
  }
}

/** Attaches the volume through every document, and detaches it through the next one. */
async function attachThroughEach(volumeName: string, volume: Identity) {
  for (const [index, { name, attachments }] of attaching.entries()) {
    const server = randomUUID();
    const volumeAttachment = { volumeId: inForm(attachments.id, volume), device: '/dev/vdk' };
    const made = await ask('POST', attachments.path(server), { body: { volumeAttachment } });
    expect(made.status, `${name}: ${made.text}`).toBe(200);
    await reach('volumes', volumeName, 'in-use');
    await expectEverywhere('volumes', volumeName, 'in-use');
    for (const other of attaching) {
      const id = inForm(other.attachments.id, volume);
      const shown = { id, volumeId: id, serverId: server, device: '/dev/vdk' };
      const path = other.attachments.path(server);
      expect((await ask('GET', path)).json(), other.name).toEqual({ volumeAttachments: [shown] });
      expect((await ask('GET', `${path}/${id}`)).json(), other.name).toEqual({ volumeAttachment: shown });
    }
    const next = attaching[(index + 1) % attaching.length]?.attachments ?? attachments;
    const detached = await ask('DELETE', `${next.path(server)}/${inForm(next.id, volume)}`);
    expect(detached.status, detached.text).toBe(202);
    await reach('volumes', volumeName, 'available');
    for (const other of attaching)
      expect((await ask('GET', other.attachments.path(server))).json()).toEqual({ volumeAttachments: [] });
  }
}

describe('one store behind four documents', () => {
  it('is looked at through every one of them', () => {
    expect(documentViews).toHaveLength(4);
    const counts = (['volumes', 'snapshots', 'backups'] as const).map((kind) => having(kind).length);
    expect([...counts, attaching.length]).toEqual([3, 2, 3, 2]);
  });

  it.each(documentViews)(
    'creates a volume through $name and reads, lists, snapshots, backs up, attaches, detaches and deletes it through each of the others',
    async (maker) => {
      const name = await availableVolume(maker);
      const volume = await expectEverywhere('volumes', name, 'available');
      await copyThroughEach('snapshots', name, volume);
      await copyThroughEach('backups', name, volume);
      await attachThroughEach(name, volume);
      for (const { document, shown } of having('volumes')) {
        if (document === maker) continue;
        const another = await availableVolume(maker);
        await removeThrough(shown, 'volumes', await expectEverywhere('volumes', another, 'available'));
      }
    },
  );
});
