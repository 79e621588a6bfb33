/** Whether this is a phone’s web view, where only the page reaches a camera. */
export function isPhone(agent: string = navigator.userAgent): boolean {
  return /\bAndroid\b/.test(agent);
}
