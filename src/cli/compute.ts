import type { Logger } from 'pino';
import { anyServer, type Servers } from '../engine/servers.ts';
import type { ComputeSettings } from './compute-settings.ts';
import { SettingsError } from './setting.ts';

/** Who is asked about servers. What it takes to ask is loaded by those alone who do. */
export async function serversOf(
  { compute, computeUrl, computeTimeout }: ComputeSettings,
  log: Logger,
): Promise<Servers> {
  if (compute === 'any') {
    if (computeUrl === undefined) return anyServer;
    throw new SettingsError(
      'CINDERBLOCK_COMPUTE_URL (--compute-url) is asked about servers only where CINDERBLOCK_COMPUTE (--compute) is nova',
    );
  }
  if (computeUrl === undefined) {
    throw new SettingsError(
      'CINDERBLOCK_COMPUTE_URL (--compute-url) is missing: with --compute nova it says where the compute API is, such as http://nova.example.com:8774/v2',
    );
  }
  const { novaServers } = await import('../compute/nova.ts');
  const warn = (problem: string) => log.warn({ url: computeUrl }, problem);
  return novaServers({ url: computeUrl, timeout: computeTimeout * 1000, warn });
}
