/** The current time, by the second, for "3 s ago". It stops while the window is hidden. */
class Clock {
  now = $state(Date.now());

  /** Ticks until the returned function is called. */
  run(): () => void {
    const tick = () => {
      if (!document.hidden) this.now = Date.now();
    };
    const timer = setInterval(tick, 1000);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }
}

export const clock = new Clock();
