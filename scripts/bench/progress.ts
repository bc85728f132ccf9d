/** Says what is being done: one line that is written over on a terminal, a line for each step elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): { show(text: string): void; clear(): void } {
  const started = performance.now();
  const clear = () => {
    if (stream.isTTY) stream.write('\r\x1b[2K');
  };
  return {
    clear,
    show(text) {
      const seconds = `${Math.round((performance.now() - started) / 1000)} s`.padStart(5);
      clear();
      stream.write(stream.isTTY ? `${seconds}  ${text}`.slice(0, stream.columns) : `${seconds}  ${text}\n`);
    },
  };
}
