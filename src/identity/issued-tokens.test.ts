import { beforeEach, describe, expect, it } from 'vitest';
import { type IssuedTokens, issuedTokens } from './issued-tokens.ts';

describe('issued tokens', () => {
  let now: number;
  let tokens: IssuedTokens;
  beforeEach(() => {
    now = 0;
    tokens = issuedTokens(() => now);
  });
  const issue = (userName = 'ann', lifetime = 1000) =>
    tokens.issue({
      principal: { tenantId: 't1', tenantName: 'One', userName, roles: [], isAdministrator: false },
      issuedAt: now,
      expires: now + lifetime,
      methods: ['password'],
    });

  it('are 32 hexadecimal digits, each another', () => {
    const all = new Set(Array.from({ length: 100 }, () => issue()));
    expect(all.size).toBe(100);
    for (const token of all) expect(token).toMatch(/^[0-9a-f]{32}$/);
  });

  it('are known until they expire', () => {
    const token = issue();
    expect(tokens.find(token)?.principal.userName).toBe('ann');
    now = 999;
    expect(tokens.find(token)).toBeDefined();
    now = 1000;
    expect(tokens.find(token)).toBeUndefined();
    expect(tokens.find('other')).toBeUndefined();
  });

  it('stay a thousand for each user, of which the oldest go first', () => {
    const [ofBob, first, second] = [issue('bob'), issue(), issue()];
    for (let i = 2; i < 1000; i += 1) issue();
    expect(tokens.find(first)).toBeDefined();
    issue();
    expect(tokens.find(first)).toBeUndefined();
    expect(tokens.find(second)).toBeDefined();
    expect(tokens.find(ofBob)).toBeDefined();
  });

  it('that have expired make room before those that have not', () => {
    for (let i = 0; i < 999; i += 1) issue('ann', 10);
    now = 5;
    const kept = issue();
    now = 10;
    for (let i = 0; i < 999; i += 1) issue();
    expect(tokens.find(kept)).toBeDefined();
  });

  it('that are revoked are gone, alone, and whatever is not there can be revoked too', () => {
    const [kept, revoked] = [issue(), issue()];
    tokens.revoke(revoked);
    tokens.revoke('other');
    expect(tokens.find(revoked)).toBeUndefined();
    expect(tokens.find(kept)).toBeDefined();
  });
});
