import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

describe('what the clients are installed from', () => {
  test.each(['1.11.0', '4.3.0'])('python-cinderclient %s: every version is fixed', (version) => {
    const lines = read(`python/requirements-${version}.txt`).trim().split('\n');
    expect(lines).toContain(`python-cinderclient==${version}`);
    for (const line of lines) expect(line).toMatch(/^[A-Za-z0-9._-]+==[0-9.]+$/);
  });

  test('pkgcloud: its lockfile names no registry, so that the one of the machine is asked', () => {
    const { packages } = JSON.parse(read('pkgcloud/package/package-lock.json'));
    expect(packages['node_modules/pkgcloud'].version).toBe('1.6.0');
    expect(Object.values(packages).filter((entry) => Object.hasOwn(entry as object, 'resolved'))).toEqual([]);
  });

  test('pkgcloud: nothing of it is in the lockfile of this project', () => {
    const { packages } = JSON.parse(read('../../package-lock.json'));
    for (const name of ['pkgcloud', 'grpc', 'gcloud'])
      expect(packages).not.toHaveProperty([`node_modules/${name}`]);
  });
});
