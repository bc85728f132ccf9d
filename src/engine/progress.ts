const STEP_PERCENT = 5;

/**
 * Says how far a copy is, by bytes. Told often, it tells `write` at most once per 5 percent, and neither of 0
 * nor of 100, which the start and the end of the job write along with the state: 19 writes at the most.
 */
export function createProgress(
  write: (percent: number) => Promise<unknown>,
): (done: number, total: number) => Promise<void> {
  let written = 0;
  return async (done, total) => {
    const percent = Math.floor(((done / total) * 100) / STEP_PERCENT) * STEP_PERCENT;
    if (percent <= written || percent >= 100) return;
    written = percent;
    await write(percent);
  };
}
