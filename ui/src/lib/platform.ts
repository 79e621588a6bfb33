/** Whether this is a phone’s web view, where only the page reaches a camera. */
export function isPhone(agent: string = navigator.userAgent): boolean {
  return /\bAndroid\b/.test(agent);
}

/** Whether fingers press here, which need more room than a pointer. */
export const byFinger = (): boolean => matchMedia('(pointer: coarse)').matches;

/** The desktop's system, after which keys are named. */
export function system(agent: string = navigator.userAgent): 'mac' | 'windows' | 'linux' {
  if (/\bMacintosh\b/.test(agent)) return 'mac';
  return /\bWindows\b/.test(agent) ? 'windows' : 'linux';
}
