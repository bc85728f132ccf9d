import type { Problem, Result } from '../case.ts';
import type { Run } from '../run.ts';
import { STYLE } from './html-style.ts';
import { escaped } from './junit.ts';
import { asOf, countsOf, failuresOf, reasonsOf, rowsOf, shown } from './summary.ts';

const figure = (count: number, name: string, tone: string): string =>
  `<li><b class="${count === 0 ? 'quiet' : tone}">${count}</b>${name}</li>`;

const number = (count: number, tone: string): string =>
  `<td class="n ${count === 0 ? 'zero' : tone}">${count}</td>`;

function problemHtml({ what, path, expected, got }: Problem): string {
  const rows = [
    ...(path === undefined || path === '' ? [] : [['where', path] as const]),
    ...(expected === undefined ? [] : [['expected', shown(expected, 2000)] as const]),
    ...(got === undefined ? [] : [['got', shown(got, 2000)] as const]),
  ].map(
    ([name, value]) => `<dt>${name}</dt><dd${name === 'got' ? ' class="bad"' : ''}>${escaped(value)}</dd>`,
  );
  return `<div class="problem">${escaped(what)}${rows.length === 0 ? '' : `<dl>${rows.join('')}</dl>`}</div>`;
}

/** What a closed failure shows of its first problem: `another status: not 401 but 404`. */
function inBrief(problem: Problem | undefined): string {
  if (problem === undefined) return '';
  const { what, path, expected, got } = problem;
  const where = path === undefined || path === '' ? what : `${what} at ${path}`;
  if (expected === undefined) return where;
  return `${where}: not ${shown(expected, 40)} but ${got === undefined ? 'nothing' : shown(got, 40)}`;
}

/** So many failures are shown open; of more, one line each. */
const OPEN = 10;

function failureHtml({ case: one, outcome }: Result, isOpen: boolean): string {
  if (outcome.verdict !== 'failed') return '';
  const codes = one.rules.map((rule) => `<code>${escaped(rule)}</code>`).join(', ');
  const rules = codes === '' ? '' : `<p class="quiet">Rules: ${codes}</p>`;
  const about = `<p class="quiet">${escaped(one.operation)}, ${one.status}, ${one.media}</p>`;
  const first = isOpen ? '' : ` <span class="quiet">${escaped(inBrief(outcome.problems[0]))}</span>`;
  const summary = `<summary><code>${escaped(one.id)}</code>${first}</summary>`;
  const problems = outcome.problems.map(problemHtml).join('');
  return `<details${isOpen ? ' open' : ''}>${summary}<div>${about}${rules}${problems}</div></details>`;
}

function failuresHtml(results: readonly Result[]): string {
  const { own, unready } = failuresOf(results);
  const groups = [...unready].map(([what, group]) => groupHtml(what, group, 'bad'));
  return [
    ...(own.length === 0
      ? []
      : ['<h2>Failed</h2>', ...own.map((one) => failureHtml(one, own.length <= OPEN))]),
    ...(groups.length === 0 ? [] : ['<h2>Failed because what they need could not be made</h2>', ...groups]),
  ].join('\n');
}

/** Cases that share one line: how many, what about them, and on a click which. */
function groupHtml(what: string, results: readonly Result[], tone: string): string {
  const ids = results.map((result) => `<code>${escaped(result.case.id)}</code>`).join('<br>');
  const summary = `<summary><b class="${tone}">${results.length}</b> ${escaped(what)}</summary>`;
  return `<details>${summary}<div>${ids}</div></details>`;
}

function table(results: readonly Result[]): string {
  let before = '';
  const rows = rowsOf(results).map(({ operation, status, media, passed, failed, notExercised }) => {
    const name = operation === before ? '' : `<code>${escaped(operation)}</code>`;
    before = operation;
    return `<tr><td>${name}</td><td>${status}</td><td>${media}</td>${number(passed, 'good')}${number(failed, 'bad')}${number(notExercised, 'open')}</tr>`;
  });
  const head =
    '<th>operation</th><th>status</th><th>format</th><th class="n">passed</th><th class="n">failed</th><th class="n">not exercised</th>';
  return `<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

const openHtml = (results: readonly Result[]): string =>
  reasonsOf(results)
    .map(({ reason, results: group }) => groupHtml(reason, group, 'open'))
    .join('\n');

/** The report as one file of HTML: nothing is fetched, nothing runs. */
export function htmlReport(run: Run, url: string, when: Date): string {
  const { results, left, took, requests } = run;
  const { cases, passed, failed, notExercised } = countsOf(results);
  const verdict =
    failed === 0
      ? `<span class="good">It conforms${asOf(run)}.</span>`
      : `<span class="bad">It does not conform${asOf(run)}.</span>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Conformance of ${escaped(url)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Conformance of ${escaped(url)}</h1>
<p class="verdict">${verdict}</p>
<p class="quiet">${escaped(when.toUTCString())}, in ${(took / 1000).toFixed(1)} s with ${requests} requests, not counting those that Dredd sent for the examples</p>
<ul class="figures">${figure(cases, 'cases', '')}${figure(passed, 'passed', 'good')}${figure(failed, 'failed', 'bad')}${figure(notExercised, 'not exercised', 'open')}</ul>
${failuresHtml(results)}
<h2>By operation, status and format</h2>
${table(results)}
${notExercised === 0 ? '' : `<h2>Not exercised, and why</h2>\n${openHtml(results)}`}
${left.length === 0 ? '' : `<h2>Could not be removed</h2>\n<ul>${left.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`}
</body>
</html>
`;
}
