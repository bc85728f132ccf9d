import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serveOptions } from '../src/cli/settings.ts';
import { run, variableOf } from './support/command.ts';

describe('what the command says about itself', () => {
  it('--version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
    expect(await run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('--help lists the commands', async () => {
    const { code, stdout, stderr } = await run(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^ {2}serve .*\n^ {2}mock /m);
  });

  it('serve --help shows every setting with its variable and its default', async () => {
    const { code, stdout } = await run(['serve', '--help']);
    expect(code).toBe(0);
    const words = stdout.replace(/\s+/g, ' ');
    for (const option of serveOptions) {
      expect(words).toContain(option.flags);
      expect(words).toContain(`env: ${option.envVar}`);
      expect(option.envVar).toBe(variableOf(option.name()));
    }
    for (const text of [
      'default: "127.0.0.1"',
      'default: 8776',
      'default: "./data"',
      'default: 10,',
      'default: 1000,',
    ]) {
      expect(words).toContain(text);
    }
  });

  it('without a command it shows the help and fails', async () => {
    const { code, stderr } = await run([]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Usage: cinderblock/);
  });
});
