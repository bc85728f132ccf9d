import { expect, it } from 'vitest';
import { publicOperations } from './public-operations.ts';

const token = [{ XAuthToken: [] }];
const paths = {
  '/a': { parameters: [], get: { operationId: 'of the contract' } },
  '/b': { get: { operationId: 'open', security: [] }, put: { operationId: 'closed', security: token } },
};

it('is public what says so', () => {
  expect([...publicOperations({ paths, security: token })]).toEqual(['open']);
});

it('is public what nothing is said of, where the contract wants no token', () => {
  expect([...publicOperations({ paths })]).toEqual(['of the contract', 'open']);
});
