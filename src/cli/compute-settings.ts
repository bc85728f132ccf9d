import { InvalidArgumentError } from 'commander';
import { baseUrl, integer, setting } from './setting.ts';

/** Who knows the servers that volumes are attached to. */
export interface ComputeSettings {
  readonly compute: 'any' | 'nova';
  readonly computeUrl?: string;
  /** Seconds. */
  readonly computeTimeout: number;
}

/** An address that a tenant is put behind. Catalogs of services often have it with a place for that. */
function computeUrl(value: string): string {
  const url = baseUrl(value);
  const { username, password } = new URL(url);
  if (username !== '' || password !== '') {
    throw new InvalidArgumentError('It must have no user in it: callers are known by their tokens.');
  }
  if (/[%$(){}]/.test(url)) {
    throw new InvalidArgumentError(
      'It must end before the tenant, which is put behind it, as in http://nova.example.com:8774/v2.',
    );
  }
  return url;
}

export const computeOptions = [
  setting('--compute <kind>', 'who is asked whether a server exists: any takes every id, nova asks that')
    .default('any')
    .choices(['any', 'nova']),
  setting(
    '--compute-url <url>',
    'compute API to ask, without the tenant, such as http://nova.example.com:8774/v2',
  ).argParser(computeUrl),
  setting('--compute-timeout <seconds>', 'how long it may take to answer before attaching has failed')
    .default(10)
    .argParser(integer(1, 600)),
];
