/** Colours for a terminal; plain text anywhere else. */
export interface Style {
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  bold(text: string): string;
  dim(text: string): string;
}

const wrap = (on: number, off: number) => (text: string) => `\u001b[${on}m${text}\u001b[${off}m`;
const plain = (text: string): string => text;

/** NO_COLOR (any value but the empty one) is honoured, see no-color.org. */
export function styleFor(isTerminal: boolean, env: NodeJS.ProcessEnv): Style {
  const colours = isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
  if (!colours) return { red: plain, green: plain, yellow: plain, bold: plain, dim: plain };
  return {
    red: wrap(31, 39),
    green: wrap(32, 39),
    yellow: wrap(33, 39),
    bold: wrap(1, 22),
    dim: wrap(2, 22),
  };
}
