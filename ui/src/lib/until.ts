/** Asks again and again until there is an answer; null when there was none in so many tries, or it was stopped. */
export async function until<T>(
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
