import { MediaQuery } from 'svelte/reactivity';
import { isPhone } from './platform';

let small: MediaQuery | undefined;

/**
 * Whether the plane and the queue are sheets that the bar below opens: on a phone, where one does not fit beside the other;
 * not on a tablet.
 */
export function asSheets(): boolean {
  if (!isPhone()) return false;
  small ??= new MediaQuery('(max-width: 899px) or (max-height: 479px)');
  return small.current;
}
