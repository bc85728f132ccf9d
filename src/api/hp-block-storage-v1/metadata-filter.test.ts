import { describe, expect, it } from 'vitest';
import { EngineFault } from '../../engine/faults.ts';
import { metadataFilterOf } from './metadata-filter.ts';

describe('the metadata of a query', () => {
  it.each([
    ['{}', {}],
    [' { } ', {}],
    ["{'a': 'b'}", { a: 'b' }],
    ["{u'a': u'b', 'c':'d',}", { a: 'b', c: 'd' }],
    ['{"a": "b\'c"}', { a: "b'c" }],
    ["{'it\\'s': 'a \\\\ b\\n'}", { "it's": 'a \\ b\n' }],
    ["{'gr\\xf6\\u00dfe': 'gr\u00f6\u00dfe'}", { größe: 'größe' }],
    ["{'a,b': 'c:d}', '{': ''}", { 'a,b': 'c:d}', '{': '' }],
    ["{'n': 5, 'm': -1.5}", { n: '5', m: '-1.5' }],
    ["{'__proto__': 'x'}", JSON.parse('{"__proto__": "x"}')],
  ])('%s is read as Python reads it', (text, expected) => {
    expect(metadataFilterOf(text)).toEqual(expected);
    expect(Object.keys(metadataFilterOf(text))).toEqual(Object.keys(expected));
  });

  it.each([
    '',
    'a',
    "'a'",
    '[]',
    "['a']",
    "{'a'}",
    "{'a': }",
    "{'a' 'b'}",
    "{'a': 'b' 'c': 'd'}",
    "{'a': {'b': 'c'}}",
    "{'a': b}",
    "{'a: 'b'}",
    "{'a': 'b'",
    '{,}',
    "{'a': 'b'} {'c': 'd'}",
    "{__import__('os'): 'x'}",
  ])('%s is refused with a word on what it should be', (text) => {
    expect(() => metadataFilterOf(text)).toThrow(EngineFault);
    expect(() => metadataFilterOf(text)).toThrow("as in {'key': 'value'}");
  });
});
