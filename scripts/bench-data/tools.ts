import { missingPackages } from '../../contract-tests/nbd-clients/tools.ts';
import { UsageError } from '../bench/options.ts';

/** Throws when a program that the measurements need is not installed. */
export function requireTools(): void {
  const missing = missingPackages(['fio', 'nbdcopy', 'nbdinfo', 'qemu-img', 'qemu-nbd']);
  if (missing.length > 0)
    throw new UsageError(`missing Debian packages: apt-get install ${missing.join(' ')}`);
}
