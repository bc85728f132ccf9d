import { strict as assert } from 'node:assert';
import type { Scene } from './scene.ts';

/** Ways in, and what needs none. */
export async function logins({ row, shell, url, does }: Scene): Promise<void> {
  const lists = async (env: Readonly<Record<string, string>>, ...flags: readonly string[]) => {
    const { code, stdout, stderr } = await shell.run([...flags, 'list'], 'dev', env);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /Display Name/);
    return undefined;
  };
  await row('cinder list with OS_AUTH_URL=.../v2.0', () => lists({}));
  await row('cinder list with OS_AUTH_URL=.../v3', () =>
    lists({
      OS_AUTH_URL: `${url}/v3`,
      OS_PROJECT_NAME: 'dev',
      OS_USER_DOMAIN_NAME: 'Default',
      OS_PROJECT_DOMAIN_NAME: 'Default',
    }),
  );
  await row('cinder list with OS_TENANT_ID', () => lists({ OS_TENANT_NAME: '', OS_TENANT_ID: 'dev' }));
  await row('cinder list with OS_REGION_NAME', () => lists({ OS_REGION_NAME: 'RegionOne' }));
  await row('cinder --service-type volume --os-endpoint-type internalURL list', () =>
    lists({}, '--service-type=volume', '--os-endpoint-type=internalURL'),
  );
  await row('cinder --bypass-url .../v1/dev list', () => lists({}, `--bypass-url=${url}/v1/dev`));
  await row('cinder --os-endpoint .../v1/dev list', () => lists({}, `--os-endpoint=${url}/v1/dev`));
  await row('cinder list with a wrong password: 401', async () => {
    const { code, stderr } = await shell.run(['list'], 'dev', { OS_PASSWORD: 'wrong' });
    assert.notEqual(code, 0);
    assert.match(stderr, /The credentials are wrong\. \(HTTP 401\)/);
    return undefined;
  });
  await row('cinder help, help SUBCOMMAND', async () => {
    assert.match((await does(['help', 'create'])).stdout, /usage: cinder create/);
    return undefined;
  });
  await row('cinder bash-completion', async () => {
    assert.match((await does(['bash-completion'])).stdout, /snapshot-create/);
    return undefined;
  });
}
