import { InvalidArgumentError, Option } from 'commander';
import type { ReportTarget } from '../conform/report/reports.ts';
import { type ProfileName, profileNames } from '../profile/profile.ts';

/** What `conform` can be told. Secrets go in by the environment too, where `ps` does not show them. */
export interface ConformSettings {
  readonly token?: string;
  readonly tenant?: string;
  readonly authUrl?: string;
  readonly username?: string;
  readonly password?: string;
  readonly tenantName?: string;
  readonly secondToken?: string;
  readonly secondTenant?: string;
  readonly secondUsername?: string;
  readonly secondPassword?: string;
  readonly secondTenantName?: string;
  readonly limitedToken?: string;
  readonly limitedTenant?: string;
  readonly document: readonly string[];
  readonly profile: ProfileName;
  readonly media?: 'json' | 'xml';
  readonly only: readonly string[];
  readonly server: readonly string[];
  readonly image?: string;
  readonly report: readonly ReportTarget[];
  readonly timeout: number;
  readonly settle: number;
  readonly dryRun?: boolean;
  readonly keep?: boolean;
  readonly bail?: boolean;
}

const seconds = (value: string): number => {
  const parsed = Number(value);
  if (!(parsed > 0 && parsed <= 3600))
    throw new InvalidArgumentError('It must be a number of seconds from 0 to 3600.');
  return parsed;
};

const filled = (value: string): string => {
  if (value.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return value;
};

/** A flag that may be given more than once. */
const gathered =
  <Value>(parse: (value: string) => Value) =>
  (value: string, before: readonly Value[] = []): Value[] => [...before, parse(value)];

const FILE_REPORTS = ['junit', 'html', 'markdown'] as const;

function reportTarget(value: string): ReportTarget {
  if (value === 'terminal') return { kind: 'terminal' };
  const [kind = '', file = ''] = value.split(/=(.*)/s);
  const known = FILE_REPORTS.find((name) => name === kind);
  if (known === undefined || file === '')
    throw new InvalidArgumentError('It must be terminal, junit=FILE, html=FILE or markdown=FILE.');
  return { kind: known, file };
}

/** Also read from the environment: `--auth-url`, `CINDERBLOCK_CONFORM_AUTH_URL`. */
function setting(flags: string, description: string): Option {
  const option = new Option(flags, description);
  return option.env(`CINDERBLOCK_CONFORM_${option.name().replaceAll('-', '_').toUpperCase()}`);
}

export const conformOptions: readonly Option[] = [
  setting('--token <token>', 'token of the tenant that the cases are run as').argParser(filled),
  setting('--tenant <id>', 'its tenant id, as in the paths').argParser(filled),
  setting('--auth-url <url>', 'identity service, in place of --token: POST /v2.0/tokens').argParser(filled),
  setting('--username <name>', 'user to log in as').argParser(filled),
  setting('--password <password>', 'its password'),
  setting('--tenant-name <name>', 'name of the tenant to log in to').argParser(filled),
  setting('--second-token <token>', 'token of another tenant, for the cases about two tenants').argParser(
    filled,
  ),
  setting('--second-tenant <id>', 'its tenant id').argParser(filled),
  setting('--second-username <name>', 'another user to log in as, in place of --second-token').argParser(
    filled,
  ),
  setting('--second-password <password>', 'its password'),
  setting('--second-tenant-name <name>', 'name of its tenant').argParser(filled),
  setting(
    '--limited-token <token>',
    'token of a tenant with a low rate limit, for the cases about it',
  ).argParser(filled),
  setting('--limited-tenant <id>', 'its tenant id').argParser(filled),
  setting('--server <id>', 'server that volumes may be attached to, repeatable')
    .argParser(gathered(filled))
    .default([], 'made-up ids'),
  setting('--image <id>', 'image to make a bootable volume of; left out, that of the examples').argParser(
    filled,
  ),
  new Option('--document <id>', 'document to hold it against, repeatable')
    .argParser(gathered(filled))
    .default([], 'all'),
  setting(
    '--profile <name>',
    'whose word counts where they differ: the documents, or the services as they were released',
  )
    .choices(profileNames)
    .default('documented'),
  new Option('--media <format>', 'only cases of one format').choices(['json', 'xml']),
  new Option('--only <id>', 'only this operation, case or example, repeatable')
    .argParser(gathered(filled))
    .default([], 'all'),
  new Option('--report <report>', 'terminal, junit=FILE, html=FILE or markdown=FILE, repeatable')
    .argParser(gathered(reportTarget))
    .default([], 'terminal'),
  setting('--timeout <seconds>', 'time for one request and its answer').argParser(seconds).default(10),
  setting('--settle <seconds>', 'time for a resource to become ready or to go')
    .argParser(seconds)
    .default(30),
  new Option('--dry-run', 'list the cases and ask nothing'),
  new Option('--keep', 'leave what was made where it is'),
  new Option('--bail', 'end with the first case that fails'),
];
