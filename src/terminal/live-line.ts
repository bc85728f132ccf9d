/** One line at the bottom of a terminal that is drawn again and again; nothing at all elsewhere. */
export interface LiveLine {
  readonly isTerminal: boolean;
  /** Columns that there are to draw in. */
  width(): number;
  /** Draws the line anew. It must fit, and have no line break. */
  draw(text: string): void;
  /** Takes the line away, so that something else can be printed. */
  clear(): void;
}

export function liveLine(stream: NodeJS.WriteStream): LiveLine {
  const isTerminal = stream.isTTY === true && process.env['TERM'] !== 'dumb';
  let isDrawn = false;
  return {
    isTerminal,
    // The last column is left free: some terminals begin a new line when it is written. Some tell no width, or 0.
    width: () => (stream.columns || 80) - 1,
    draw(text) {
      if (!isTerminal) return;
      // Written over and then cut, not cleared first, which flickers.
      stream.write(`\r${text}\u001b[K`);
      isDrawn = true;
    },
    clear() {
      if (isDrawn) stream.write('\r\u001b[K');
      isDrawn = false;
    },
  };
}
