import type { DeviceState } from '../api/backend';
import { count } from './count';

/** What the window says of the camera. */
export const camera = {
  label: 'Camera',
  state: {
    off: 'Camera closed',
    starting: 'Starting camera…',
    on: 'Camera on',
    waiting: 'Camera disconnected, waiting for it',
    away: 'Camera closed while you were away',
    failed: 'Camera couldn’t start',
  } satisfies Record<DeviceState, string>,
  forPulse: 'Camera on to measure your pulse',
  rate: (looks: number) => `${count(looks, 'reading', 'readings')} per second`,
  /** After the listener was away and it was opened again by itself. */
  reopened: 'Camera on again after you were away',
  start: 'Start camera',
  pause: 'Pause',
  retry: 'Retry',
  picture: 'Use a photo',
  waitingFor: (name: string) => `${name} disconnected, waiting for it`,
  busy: 'Camera in use, waiting for it',
  first: 'First available camera',
  none: 'No camera found',
  gone: 'Selected camera (disconnected)',
};
