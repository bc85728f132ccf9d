import { describe, expect, it } from 'vitest';
import { operations } from '../../generated/server/operations.ts';
import { suites } from '../../src/conform/suites.ts';
import { mutants } from './mutants.ts';

describe('the planted faults', () => {
  it('are many', () => expect(mutants.length).toBeGreaterThanOrEqual(40));

  it('have an id each, unique in the document', () => {
    const ids = mutants.map(({ document, id }) => `${document}/${id}`);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('are in every document that there are cases for', () => {
    const planted = new Set(mutants.map(({ document }) => document));
    expect([...planted].sort()).toEqual(suites.map(({ document }) => document).sort());
  });

  it('show at operations that there are', () => {
    const places = mutants.flatMap(({ document, at }) => at.map((operation) => `${document}/${operation}`));
    expect(places.filter((id) => !(id in operations))).toEqual([]);
  });
});
