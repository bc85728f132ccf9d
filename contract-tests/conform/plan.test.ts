import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { MEDIA } from '../../src/conform/case.ts';
import { NothingSelected, planFor } from '../../src/conform/plan.ts';
import { suites } from '../../src/conform/suites.ts';
import { documents } from '../support/documents.ts';
import { operations, rules } from '../support/manifest.ts';

const everything = planFor({ documents: [], media: MEDIA, only: [] });
const readJson = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../generated/conformance/${name}.json`, import.meta.url), 'utf8'));

describe('the plan of a conformance run', () => {
  it('has every document of the contract', () => {
    expect(suites.map(({ document }) => document)).toEqual(Object.keys(documents));
  });

  it('has every generated transaction and every other documented response', () => {
    expect(everything.examples).toHaveLength(readJson('expected').length);
    expect(everything.responses).toHaveLength(readJson('responses').length);
  });

  it('names rules that the documents have', () => {
    const known = new Set(rules().map(({ id }) => id));
    const named = everything.rules.flatMap(({ rule }) => rule.rules);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it('tries every operation of the documents', () => {
    const tried = new Set(everything.cases.map(({ operation }) => operation));
    expect(operations().filter(({ id }) => !tried.has(id))).toEqual([]);
  });

  it('is cut down to documents, formats, operations, cases and examples', () => {
    const only = (...ids: string[]) => planFor({ documents: [], media: MEDIA, only: ids }).cases;
    const example = 'hp-block-storage-v1/4.5.1.3/get-volume-details-response.xml';
    expect(only(example).map(({ id }) => id)).toEqual([example]);
    expect(new Set(only('os-bs-2011/list-types').map(({ operation }) => operation)).size).toBe(1);
    const xml = planFor({ documents: ['hp-block-storage-v1'], media: ['xml'], only: [] }).cases;
    expect(new Set(xml.map(({ document, media }) => `${document} ${media}`))).toEqual(
      new Set(['hp-block-storage-v1 xml']),
    );
  });

  it('refuses what it does not know, and a selection of nothing', () => {
    expect(() => planFor({ documents: ['nowhere'], media: MEDIA, only: [] })).toThrow(NothingSelected);
    expect(() => planFor({ documents: [], media: MEDIA, only: ['nothing'] })).toThrow(NothingSelected);
    const bock = { documents: ['hp-bock-v1.1'], media: ['xml'] as const, only: [] };
    expect(() => planFor(bock)).toThrow(NothingSelected);
  });
});
