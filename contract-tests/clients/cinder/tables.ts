/** The cells of what the command prints as a table, the head first. */
const cellsOf = (output: string): string[][] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

/** A table with a row for each resource: objects by the titles of the columns. */
export function listOf(output: string): Record<string, string>[] {
  const [titles = [], ...rows] = cellsOf(output);
  return rows.map((row) => Object.fromEntries(titles.map((title, index) => [title, row[index] ?? ''])));
}

/** A table of `Property` and `Value`, or several of them, as one object. */
export const propertiesOf = (output: string): Record<string, string> =>
  Object.fromEntries(cellsOf(output).map(([property = '', value = '']) => [property, value]));
