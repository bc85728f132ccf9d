import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeRandomFile } from './random-file.ts';
import { atSite, newFolder, type Site } from './site.ts';
import type { Step, Story } from './story.ts';
import { must, run } from './tools.ts';

const MIB = 2 ** 20;

/** A certificate authority, a server's certificate for 127.0.0.1 and a client's, in the names that libnbd looks for. */
async function makeCertificates(folder: string): Promise<void> {
  const openssl = (...args: string[]) => must('openssl', ...args);
  const path = (name: string) => join(folder, name);
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  await openssl(
    ...['req', '-x509', ...key, '-subj', '/CN=test authority'],
    ...['-keyout', path('ca-key.pem'), '-out', path('ca-cert.pem')],
  );
  for (const name of ['server', 'client']) {
    const issued = ['-CA', path('ca-cert.pem'), '-CAkey', path('ca-key.pem')];
    await openssl(
      ...['req', '-x509', ...key, ...issued, '-subj', `/CN=${name}`],
      ...['-addext', 'subjectAltName=IP:127.0.0.1', '-addext', 'basicConstraints=CA:FALSE'],
      ...['-keyout', path(`${name}-key.pem`), '-out', path(`${name}-cert.pem`)],
    );
  }
}

async function withTls({ tenant, folder, uri }: Site, step: Step, certificates: string): Promise<void> {
  const path = (name: string) => join(folder, name);
  const volume = await tenant.createVolume({ size: 1 });
  await tenant.attach(volume);
  const trusted = `${uri(volume)}?tls-certificates=${certificates}`;
  await step('nbdinfo over TLS', () => must('nbdinfo', trusted));
  await step('64 MiB with nbdcopy over TLS, in and out', async () => {
    writeRandomFile(path('in'), 'tls', 64 * MIB);
    await must('nbdcopy', '--flush', path('in'), trusted);
    await must('nbdcopy', trusted, path('out'));
    await must('cmp', '-n', String(64 * MIB), path('in'), path('out'));
  });
  await step('a client without TLS is refused', async () => {
    const { code } = await run('nbdinfo', [uri(volume).replace('nbds:', 'nbd:')]);
    if (code === 0) throw new Error('it was let in');
  });
  await step('a client without a certificate of its own is refused', async () => {
    const bare = path('bare');
    mkdirSync(bare);
    await must('cp', join(certificates, 'ca-cert.pem'), bare);
    const { code } = await run('nbdinfo', [`${uri(volume)}?tls-certificates=${bare}`]);
    if (code === 0) throw new Error('it was let in');
  });
}

export const tls: Story = {
  name: 'tls',
  title: 'TLS, with certificates on both sides',
  async tell(step) {
    const certificates = newFolder();
    try {
      await makeCertificates(certificates);
      const file = (name: string) => join(certificates, name);
      const settings = [
        ...['--nbd-tls-cert', file('server-cert.pem'), '--nbd-tls-key', file('server-key.pem')],
        ...['--nbd-tls-ca', file('ca-cert.pem')],
      ];
      await atSite(settings, (site) => withTls(site, step, certificates));
    } finally {
      rmSync(certificates, { recursive: true, force: true });
    }
  },
};
