/** Calls `ask` at intervals poll it answers; null after `tries` calls without an answer, or when aborted. */
export async function poll<T>(
  ask: () => Promise<T | null>,
  everyMs: number,
  tries: number,
  stop: AbortSignal,
): Promise<T | null> {
  for (let left = tries; left > 0 && !stop.aborted; left -= 1) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (left > 1) await pause(everyMs, stop);
  }
  return null;
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    const end = () => {
      clearTimeout(timer);
      done();
    };
    stop.addEventListener('abort', end, { once: true });
  });
}
