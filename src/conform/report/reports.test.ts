import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../http/xml/reader.ts';
import { styleFor } from '../../terminal/style.ts';
import type { Case, Outcome } from '../case.ts';
import type { Run } from '../run.ts';
import { htmlReport } from './html.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { prepareReports } from './reports.ts';
import { terminalReport } from './terminal.ts';

const NASTY = '<script>alert("&")</script> \u001b[31m``` | \u0000';

const result = (id: string, outcome: Outcome) => ({
  case: {
    id,
    kind: 'rule',
    document: 'd',
    operation: 'd/list',
    status: 200,
    media: 'json',
    example: null,
    rules: [],
  } as Case,
  outcome,
  took: 5,
});

const run: Run = {
  profile: 'documented',
  results: [
    result('d/one', { verdict: 'passed' }),
    result('d/two', {
      verdict: 'failed',
      problems: [{ what: 'another value', path: '/size', expected: 1, got: NASTY }],
    }),
    result('d/three', { verdict: 'failed', problems: [{ what: `set-up: ${NASTY}` }] }),
    result('d/four', { verdict: 'not exercised', reason: NASTY }),
  ],
  left: [],
  took: 1234,
  requests: 3,
};

describe('reports', () => {
  const terminal = terminalReport(run, styleFor(false, {}));

  it('count every case once, and say what was expected and what came', () => {
    expect(terminal).toContain('4 cases: 1 passed, 2 failed, 1 not exercised, in 1.2 s: it does not conform');
    expect(terminal).toContain('another value at /size');
    expect(terminal).toContain('expected 1');
    expect(markdownReport(run, 'http://there')).toContain('4 cases: 1 passed, 2 failed, 1 not exercised');
    expect(htmlReport(run, 'http://there', new Date(0))).toContain('<b class="bad">2</b>failed');
  });

  it('say which profile it was held against, where that is not the documents’ own word', () => {
    const released: Run = { ...run, profile: 'released' };
    const words = 'does not conform in the profile released';
    expect(terminalReport(released, styleFor(false, {}))).toContain(words);
    expect(markdownReport(released, 'http://there')).toContain(words);
    expect(htmlReport(released, 'http://there', new Date(0))).toContain(words);
  });

  it('do nothing to a terminal with what the other side has said', () => {
    expect(terminal).not.toContain('\u001b');
    expect(terminal).not.toContain('\u0000');
  });

  it('have colours on a terminal alone, and not with NO_COLOR', () => {
    expect(terminalReport(run, styleFor(true, {}))).toContain('\u001b[');
    expect(styleFor(true, { NO_COLOR: '1' }).red('x')).toBe('x');
    expect(styleFor(true, { TERM: 'dumb' }).red('x')).toBe('x');
  });

  it('are XML that says which case failed and which was skipped', () => {
    const junit = junitReport(run);
    const read = readXml(junit);
    expect(read.ok, junit).toBe(true);
    expect(junit).toContain('tests="4" failures="2" errors="0" skipped="1"');
    expect(junit.match(/<testcase /g)).toHaveLength(4);
    expect(junit.match(/<skipped /g)).toHaveLength(1);
  });

  it('are HTML in which nothing of the other side is markup, and that fetches nothing', () => {
    const html = htmlReport(run, 'http://there/<b>', new Date(0));
    expect(html).not.toContain('<script');
    expect(html).not.toMatch(/<(link|img|iframe)|@import|url\(/);
    expect(html).toContain('prefers-color-scheme: dark');
  });

  it('say in HTML on one line what differs, where there are too many failures to show them open', () => {
    const problems = [{ what: 'another status', expected: 401, got: 404 }];
    const results = Array.from({ length: 11 }, (_, i) => result(`d/${i}`, { verdict: 'failed', problems }));
    const html = htmlReport({ ...run, results }, 'http://there', new Date(0));
    expect(html.match(/another status: not 401 but 404<\/span>/g)).toHaveLength(11);
  });

  it('are refused before the run where they could not be written, by the option', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'cinderblock-reports-')), 'file');
    writeFileSync(file, '');
    expect(() => prepareReports([{ kind: 'junit', file: join(file, 'a.xml') }])).toThrow(
      /^--report junit=.*a\.xml cannot be written: EEXIST/,
    );
    expect(() => prepareReports([{ kind: 'html', file: dirname(file) }])).toThrow('it is a folder');
    prepareReports([{ kind: 'terminal' }, { kind: 'html', file: join(dirname(file), 'new', 'a.html') }]);
    expect(readdirSync(dirname(file))).toEqual(['file', 'new']);
    rmSync(dirname(file), { recursive: true });
  });

  it('are Markdown whose fences are longer than those of the other side', () => {
    expect(markdownReport(run, 'http://there')).toContain('````text');
  });
});
