import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Directory } from './directory.ts';
import { isBrokenHash } from './secrets.ts';

/** What fits into a path segment and a folder name as it stands. */
const PlainName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, 'must be letters, digits, ".", "_" or "-"');
const Limit = z.int().min(-1);
const Secret = z
  .string()
  .min(1)
  .refine(
    (text) => !isBrokenHash(text),
    'begins with "scrypt:" but is not what `cinderblock hash-password` prints',
  );

const DirectorySchema = z.strictObject({
  tenants: z.array(
    z.strictObject({
      id: PlainName,
      name: z.string().min(1),
      quotas: z
        .strictObject({
          volumes: Limit.exactOptional(),
          snapshots: Limit.exactOptional(),
          gigabytes: Limit.exactOptional(),
        })
        .exactOptional(),
      rateLimit: z.number().positive().exactOptional(),
    }),
  ),
  users: z.array(
    z.strictObject({
      name: z.string().min(1),
      password: Secret,
      tenant: PlainName,
      tenants: z.array(PlainName).exactOptional(),
      roles: z.array(z.string()).exactOptional(),
      accessKeys: z
        .array(z.strictObject({ accessKey: z.string().min(1), secretKey: Secret }))
        .exactOptional(),
    }),
  ),
  tokens: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        user: z.string().min(1),
        expires: z.iso.datetime().exactOptional(),
      }),
    )
    .default([]),
});

/** Where in the file, and what is wrong there; never the value, which may be a password. */
const describe = (issue: z.core.$ZodIssue): string =>
  `${issue.path.join('.') || 'the file'}: ${issue.message}`;

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // The parser quotes the text around the mistake, which may be a password; only the place is told.
    const [place] = /line \d+ column \d+/.exec(error instanceof Error ? error.message : '') ?? [];
    throw new Error(`${path} is not JSON${place === undefined ? '' : `: see ${place}`}`);
  }
}

/**
 * Reads an identity file: `{"tenants": [{id, name, quotas, rateLimit}], "users": [{name, password, tenant,
 * tenants, roles, accessKeys: [{accessKey, secretKey}]}], "tokens": [{id, user, expires}]}`. Throws with one line that names the entry that is wrong.
 */
export function readIdentityFile(path: string): Directory {
  const file = parse(path, readFileSync(path, 'utf8'));
  const parsed = DirectorySchema.safeParse(file);
  if (!parsed.success)
    throw new Error(`${path} is not an identity file: ${parsed.error.issues.map(describe).join('; ')}`);
  return parsed.data;
}
