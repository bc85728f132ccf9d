import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { account } from '../scripts/coverage/account.ts';
import { readEvidence } from '../scripts/coverage/evidence.ts';
import { examplesOfContract, fragmentsOfContract, operationsOfContract } from './support/contract.ts';
import { isServed, total } from './support/documents.ts';
import { examples, isBody, operations, payloads, rules } from './support/manifest.ts';
import { successesOf } from './support/successes.ts';

describe('every rule of the documents', () => {
  it('is listed', () => expect(rules()).toHaveLength(total('rules')));

  it('is accounted for by a test, a deviation, or a reason why it cannot be proven yet', () => {
    expect(account(readEvidence()).problems).toEqual([]);
  });

  it('is counted by `node scripts/coverage.ts` for other programs too', () => {
    const script = fileURLToPath(new URL('../scripts/coverage.ts', import.meta.url));
    const { count, problems } = JSON.parse(
      execFileSync(process.execPath, [script, '--json'], { encoding: 'utf8' }),
    );
    expect(problems).toEqual([]);
    expect(count.missing).toBe(0);
    expect(count.tested + count.deviation + count.info + count.open).toBe(rules().length);
  });
});

describe('every operation of the documents', () => {
  const inContract = operationsOfContract();
  const documented = operations();

  it('is listed', () => expect(documented).toHaveLength(total('operations')));

  it('is in the contract, and nothing else is called one', () => {
    const ids = inContract
      .filter((operation) => isServed(operation.operationId) && operation['x-origin'] === undefined)
      .map(({ operationId }) => operationId);
    expect(ids.sort()).toEqual(documented.map(({ id }) => id).sort());
  });

  it.each(documented)(
    '$id is where the document has it',
    ({ id, document, section, method, path, success_codes }) => {
      const found = inContract.filter(({ operationId }) => operationId === id);
      expect(found).toHaveLength(1);
      const [operation] = found;
      expect(operation).toMatchObject({ method, path, 'x-document': document, 'x-section': section });
      expect(operation?.tags).toHaveLength(1);
      const codes = Object.keys(operation?.responses ?? {}).filter((status) => /^[123]/.test(status));
      expect(codes).toEqual(successesOf({ id, success_codes }));
    },
  );
});

describe('every payload of the documents', () => {
  const inContract = examplesOfContract();
  const documented = payloads();

  it('is listed', () => expect(documented).toHaveLength(total('payloads')));

  it.each(documented.filter(isBody))(
    '$id stands where the document has it',
    ({ id, operation, direction, status, media_type }) => {
      const places = inContract.filter((example) => example.id === id);
      const status_ = direction === 'request' ? undefined : Number(status);
      expect(new Set(places.map((place) => `${place.status} ${place.format}`))).toEqual(
        new Set([`${status_} ${media_type}`]),
      );
      // What the document says of every operation stands with several; the rest with its own, once.
      if (operation === 'common') expect(places.length).toBeGreaterThan(1);
      else expect(places.map(({ operationId }) => operationId)).toEqual([operation]);
    },
  );

  const parts = documented.filter((example) => !isBody(example));
  it.each(parts)('$id, a part of a body, stands with its schema', ({ id }) => {
    expect(fragmentsOfContract().filter((fragment) => fragment.id === id)).toHaveLength(1);
  });

  it('is known wherever the contract shows one as a sample of the document', () => {
    const known = new Set(examples().map(({ id }) => id));
    const shown = inContract.map(({ id }) => id).filter((id) => isServed(id));
    expect(shown.filter((id) => !known.has(id))).toEqual([]);
  });
});
