/** Where lines go in the end; one of pino's own destinations. */
export interface LineDestination {
  write(text: string): unknown;
  flushSync(): void;
}

export interface LineGatherer {
  write(line: string): void;
  flush(done?: () => void): void;
  flushSync(): void;
}

const ENOUGH_CHARACTERS = 16_384;
const AT_LATEST_MS = 250;

/**
 * Gathers log lines for a moment and hands them on together: a write per request would cost more than the
 * request. pino's destination can gather as well, but then it counts the bytes of everything that it has
 * gathered again for each line, which costs more than all the rest of a line's way.
 */
export function gatherLines(destination: LineDestination): LineGatherer {
  let lines = '';
  let timer: NodeJS.Timeout | undefined;
  const handOn = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (lines === '') return;
    const text = lines;
    lines = '';
    destination.write(text);
  };
  return {
    write(line) {
      lines += line;
      if (lines.length >= ENOUGH_CHARACTERS) handOn();
      else timer ??= setTimeout(handOn, AT_LATEST_MS).unref();
    },
    flush(done) {
      handOn();
      done?.();
    },
    flushSync() {
      handOn();
      destination.flushSync();
    },
  };
}
