/** Whether this is a phone’s web view, where only the page reaches a camera. */
export function isPhone(agent: string = navigator.userAgent): boolean {
  return /\bAndroid\b/.test(agent);
}

/** Whether fingers press here, which need more room than a pointer. */
export const byFinger = (): boolean => matchMedia('(pointer: coarse)').matches;
