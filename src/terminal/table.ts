import type { Style } from './style.ts';
import { cut, padded, visible, widthOf } from './text.ts';

/** One column of a table. */
export interface Column<Row> {
  readonly title: string;
  /** The cell as plain text; undefined where there is nothing to say. May hold anything. */
  readonly text: (row: Row) => string | undefined;
  readonly align?: 'left' | 'right';
  readonly paint?: (text: string, row: Row, style: Style) => string;
  /** Columns that a terminal which is too narrow does without: the highest number goes first. 0 always stays. */
  readonly goes?: number;
  /** May be cut down to so many columns before others have to go. Left out, it is shown whole. */
  readonly least?: number;
}

export interface TableOptions {
  readonly style: Style;
  /** Columns of the terminal; undefined where there is none, and nothing is cut. */
  readonly width: number | undefined;
}

const GAP = 2;
const EMPTY = '-';
/** The rows that the widths are taken from; what is wider further down pushes its line out. */
const SAMPLE = 500;

interface Placed<Row> {
  readonly column: Column<Row>;
  readonly width: number;
}

const cellOf = <Row>({ text }: Column<Row>, row: Row): string => {
  const cell = text(row);
  return cell === undefined || cell === '' ? EMPTY : visible(cell);
};

const total = <Row>(placed: readonly Placed<Row>[]): number =>
  placed.reduce((sum, { width }) => sum + width + GAP, -GAP);

/** As many columns as there is room for: first those that may be cut are cut, then the least important go. */
function place<Row>(columns: readonly Column<Row>[], widths: readonly number[], room: number): Placed<Row>[] {
  let placed = columns.map((column, index) => ({ column, width: widths[index] ?? 0 }));
  const cutDown = (all: Placed<Row>[]): Placed<Row>[] => {
    let over = total(all) - room;
    return all.map(({ column, width }) => {
      const spare = column.least === undefined ? 0 : Math.max(0, width - column.least);
      const less = Math.min(Math.max(over, 0), spare);
      over -= less;
      return { column, width: width - less };
    });
  };
  for (;;) {
    const cutPlaces = cutDown(placed);
    if (total(cutPlaces) <= room) return cutPlaces;
    const last = Math.max(...placed.map(({ column }) => column.goes ?? 0));
    if (last === 0) return cutPlaces;
    placed = placed.filter(({ column }) => (column.goes ?? 0) !== last);
  }
}

/** A table with its rows as they come: any number of them, of which only the first few are kept. */
export class Table<Row> {
  readonly #columns: readonly Column<Row>[];
  readonly #options: TableOptions;
  #sample: Row[] | undefined = [];
  #placed: readonly Placed<Row>[] = [];

  constructor(columns: readonly Column<Row>[], options: TableOptions) {
    this.#columns = columns;
    this.#options = options;
  }

  /** The lines that the row lets be printed by now; none at first. */
  row(row: Row): string[] {
    if (this.#sample === undefined) return [this.#line(row)];
    this.#sample.push(row);
    return this.#sample.length < SAMPLE ? [] : this.#begin(this.#sample);
  }

  /** The lines that are still to be printed; with no row there is no head either. */
  end(): string[] {
    return this.#sample === undefined || this.#sample.length === 0 ? [] : this.#begin(this.#sample);
  }

  /** Titles of the columns that there was no room for. Known at the end. */
  leftOut(): string[] {
    const placed = new Set(this.#placed.map(({ column }) => column));
    return this.#columns.filter((column) => !placed.has(column)).map(({ title }) => title);
  }

  #begin(rows: readonly Row[]): string[] {
    const widths = this.#columns.map((column) =>
      Math.max(widthOf(column.title), ...rows.map((row) => widthOf(cellOf(column, row)))),
    );
    this.#placed = place(this.#columns, widths, this.#options.width ?? Number.POSITIVE_INFINITY);
    this.#sample = undefined;
    const { style } = this.#options;
    const head = this.#placed.map(({ column, width }) => padded(column.title, width, column.align));
    return [style.bold(head.join(' '.repeat(GAP)).trimEnd()), ...rows.map((row) => this.#line(row))];
  }

  #line(row: Row): string {
    const { style, width: room } = this.#options;
    const cells = this.#placed.map(({ column, width }) => {
      const whole = cellOf(column, row);
      const text = room === undefined ? whole : column.least === undefined ? whole : cut(whole, width);
      const paint =
        text === EMPTY ? style.dim : (plain: string) => column.paint?.(plain, row, style) ?? plain;
      return padded(paint(text), width, column.align);
    });
    return cells.join(' '.repeat(GAP)).trimEnd();
  }
}
