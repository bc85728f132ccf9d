import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { world } from '../rules/world.ts';
import { speaking } from '../support/speaking.ts';
import { text } from './xml-models.ts';

const dev = world('--quota-volumes', '-1', '--quota-gigabytes', '-1', '--log-level', 'error');
const inJson = speaking((...request) => dev.ask(...request), 'json');
const inXml = speaking((...request) => dev.ask(...request), 'xml');

afterEach(() => dev.removeAll('volume'));

/** Text of a user at every place that takes some; a key has to have more than space. */
const words = fc.record({
  display_name: text,
  display_description: text,
  metadata: fc.dictionary(
    text.filter((key) => key.trim() !== ''),
    text,
    { maxKeys: 3, noNullPrototype: true },
  ),
});

const create = async (speak: typeof inJson, volume: object): Promise<string> => {
  const {
    status,
    body,
    text: answer,
  } = await speak('POST', '/v1/dev/volumes', {
    body: { volume: { size: 1, ...volume } },
  });
  expect(status, answer).toBe(200);
  return body.volume.id;
};
const shown = async (speak: typeof inJson, id: string) => {
  const { display_name, display_description, metadata } = (await speak('GET', `/v1/dev/volumes/${id}`)).body
    .volume;
  return { display_name, display_description, metadata };
};

describe('text of a user', () => {
  it('is in JSON what it was in XML, but for the word None and no text, which give none', async () => {
    const given = (value: string) => (value === 'None' || value === '' ? null : value);
    await fc.assert(
      fc.asyncProperty(words, async (volume) => {
        const id = await create(inXml, volume);
        const { display_name, display_description, metadata } = volume;
        expect(await shown(inJson, id)).toEqual({
          display_name: given(display_name),
          display_description: given(display_description),
          metadata,
        });
      }),
      { numRuns: 60 },
    );
  });

  it('is in XML what it was in JSON, but for the word None, which is no name in XML', async () => {
    // An empty attribute says nothing, as one that is not there.
    const said = (value: string) => (value === 'None' ? null : value === '' ? undefined : value);
    await fc.assert(
      fc.asyncProperty(words, async (volume) => {
        const id = await create(inJson, volume);
        expect(await shown(inJson, id)).toEqual(volume);
        const { display_name, display_description, metadata } = volume;
        expect(await shown(inXml, id)).toEqual({
          display_name: said(display_name),
          display_description: said(display_description),
          metadata,
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('text that XML 1.0 cannot carry', () => {
  const control = fc.constantFrom('\u0000', '\u0001', '\u0008', '\u000b', '\u000c', '\u001f');
  const never = fc.oneof(control, fc.constantFrom('\ufffe', '\uffff', '\ud800', '\udfff'));
  const spoiled = fc.tuple(text, never, text).map((parts) => parts.join(''));

  it('is refused in JSON, so that no volume is unreadable in XML', async () => {
    const volumes = fc.oneof(
      spoiled.map((display_name) => ({ display_name })),
      spoiled.map((display_description) => ({ display_description })),
      spoiled.map((value) => ({ metadata: { key: value } })),
      // Not blank, which would be refused for that.
      spoiled.map((key) => ({ metadata: { [`k${key}`]: 'value' } })),
    );
    await fc.assert(
      fc.asyncProperty(volumes, async (volume) => {
        const { status, text: answer } = await inJson('POST', '/v1/dev/volumes', {
          body: { volume: { size: 1, ...volume } },
        });
        expect(status, answer).toBe(400);
        expect(JSON.parse(answer).badRequest.message).toMatch(/control characters/);
      }),
      { numRuns: 60 },
    );
  });

  it('is refused in XML too, where not even a reference may name it', async () => {
    const codes = never.map((character) => `&#${character.charCodeAt(0)};`);
    await fc.assert(
      fc.asyncProperty(codes, async (code) => {
        const body = `<volume size="1" display_name="a${code}"/>`;
        const { status, text: answer } = await dev.ask('POST', '/v1/dev/volumes', { body });
        expect(status, answer).toBe(400);
      }),
      { numRuns: 20 },
    );
  });

  it('becomes U+FFFD in the words of a fault that repeats it', async () => {
    const { status, text: answer } = await dev.ask('GET', '/v1/dev/volumes/a%01b%EF%BF%BE', {
      headers: { Accept: 'application/xml' },
    });
    expect(status).toBe(404);
    expect(answer).toContain('Volume a\ufffdb\ufffd could not be found');
  });
});
