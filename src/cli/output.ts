import { once } from 'node:events';
import { type Style, styleFor } from '../terminal/style.ts';
import { type Column, Table } from '../terminal/table.ts';
import { SettingsError } from './setting.ts';

/** Where a command prints what was asked for, one line after the other. */
export interface Output {
  readonly style: Style;
  /** Columns of the terminal; undefined where there is none. */
  readonly width: number | undefined;
  line(text: string): Promise<void>;
}

/** Waits where the reader is slow, so that a long list is not gathered in memory. */
export function standardOutput(): Output {
  const { stdout } = process;
  // `cinderblock volumes | head` has all that it wanted.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    style: styleFor(stdout.isTTY, process.env),
    width: stdout.isTTY ? stdout.columns || 80 : undefined,
    async line(text) {
      if (!stdout.write(`${text}\n`)) await once(stdout, 'drain');
    },
  };
}

/** What goes beside the list: to standard error, so that a pipe gets rows and nothing else. */
export function remark(text: string): void {
  const { dim } = styleFor(process.stderr.isTTY, process.env);
  process.stderr.write(`${dim(text)}\n`);
}

/**
 * Prints rows as they come, as a table or as one JSON object a line; the number of rows.
 *
 * @param more where to find the columns that a narrow terminal has no room for
 */
export async function printRows<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  {
    columns,
    json,
    more,
  }: {
    readonly columns: readonly Column<Row>[];
    /** Makes the object that is printed for a row; undefined for a table. */
    readonly json: ((row: Row) => object) | undefined;
    readonly more: string;
  },
): Promise<number> {
  const output = standardOutput();
  const table = new Table(columns, output);
  let count = 0;
  for await (const row of rows) {
    count += 1;
    const lines = json === undefined ? table.row(row) : [JSON.stringify(json(row))];
    for (const line of lines) await output.line(line);
  }
  for (const line of table.end()) await output.line(line);
  const leftOut = table.leftOut();
  if (json === undefined && count > 0 && leftOut.length > 0) {
    remark(`No room for: ${leftOut.join(', ').toLowerCase()}. ${more}`);
  }
  return count;
}

/** Refusals and mistakes that the text explains to an operator in one line; all else is ours, with a stack. */
export type KnownErrors = readonly (abstract new (...args: never[]) => Error)[];

/** Runs a command; what is known to go wrong is one line and sets the exit code. */
export async function endingIn(code: number, known: KnownErrors, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const isKnown =
      error instanceof SettingsError ||
      known.some((kind) => error instanceof kind) ||
      // A disk that is full, a file that is not there.
      (error instanceof Error && 'syscall' in error);
    const text = error instanceof Error ? (isKnown ? error.message : error.stack) : String(error);
    process.stderr.write(`error: ${isKnown ? text?.trim().replace(/\s*\n\s*/g, ' ') : text}\n`);
    process.exitCode = code;
  }
}
