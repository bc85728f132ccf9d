import { describe, expect, it } from 'vitest';
import { parsePrefer, writePrefer } from './prefer.ts';

const id = 'hp-block-storage-v1/4.5.1.1/list-volumes-response.json';

describe('parsePrefer', () => {
  it.each([
    [`example=${id}`, { example: id }],
    [`example="${id}"`, { example: id }],
    [`code=404 , example = "${id}"`, { code: 404, example: id }],
    ['Code=404; foo=bar', { code: 404 }],
    ['dynamic=true, seed="a, b; c"', { dynamic: true, seed: 'a, b; c' }],
    ['return=minimal, respond-async, wait=10', {}],
    ['code=400, code=404', { code: 400 }],
    ['', {}],
    [undefined, {}],
  ])('reads %s', (header, preferences) => {
    expect(parsePrefer(header)).toEqual(preferences);
  });

  it.each(['code=banana', 'code=', 'code=4040', 'example', 'example=""', 'dynamic=maybe'])(
    'refuses %s',
    (header) => {
      expect(() => parsePrefer(header)).toThrow(/Prefer:/);
    },
  );
});

describe('writePrefer', () => {
  it('writes what Prism reads', () => {
    expect(writePrefer({ code: 400, example: id })).toBe(`code=400, example="${id}"`);
  });

  it('cannot be made to write a preference that nobody asked for', () => {
    expect(writePrefer({ seed: 'x", code=500, y="' })).toBe('seed="x, code=500, y="');
  });

  it('writes no header when nothing was asked for', () => {
    expect(writePrefer({})).toBeUndefined();
  });
});
