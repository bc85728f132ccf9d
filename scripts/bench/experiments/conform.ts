import { fileURLToPath } from 'node:url';
import type { Lab } from '../lab.ts';
import type { Section } from '../report.ts';

const MOST_SECONDS = 30;

const contract = fileURLToPath(new URL('../../../contract-tests/conform/contract.ts', import.meta.url));
const VERDICT = /(\d+) cases: (\d+) passed, (\d+) failed, (\d+) not exercised, in ([\d.]+) s/;

/** How long all documents take: the server and the conformance command over it, on all cores. */
export async function conform(lab: Lab): Promise<Section> {
  lab.progress('holding the server against the documents');
  const child = lab.children.start(process.execPath, [contract], { core: undefined });
  let output = '';
  child.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await child.closed;
  const [, cases, passed, failed, idle, took] = VERDICT.exec(output) ?? [];
  if (took === undefined)
    throw new Error(`the conformance run came to no end: ${child.errors() || output.slice(-500)}`);
  return {
    title: 'conformance run, all documents',
    rows: [],
    figures: [
      { name: 'cases', value: `${cases}: ${passed} passed, ${failed} failed, ${idle} not exercised` },
      { name: 'took', value: `${took} s` },
    ],
    claims: [
      {
        text: `everything under ${MOST_SECONDS} s`,
        measured: `${took} s`,
        holds: Number(took) < MOST_SECONDS && failed === '0',
      },
    ],
  };
}
