import type { ErrorCode, PageCameraEnd } from '../api/backend';
import { isPhone } from '../lib/platform';
import type { AppStore } from './app.svelte';

/** The camera’s id by which the page’s own is chosen; the backend’s word. */
const PAGE = 'page';

const CODES = {
  stopped: 'camera_lost',
  denied: 'camera_denied',
  missing: 'camera_none',
  busy: 'camera_busy',
  lost: 'camera_lost',
} as const satisfies Record<PageCameraEnd, ErrorCode>;

/** Starts the camera. Where the page opens it, the listener is asked first: the backend does not wait for an answer. */
export async function startCamera(app: AppStore): Promise<void> {
  if (isPhone() || app.state?.settings.camera === PAGE) {
    const refused = await app.pageCamera.ask();
    if (refused !== null) {
      app.fail({ code: CODES[refused], message: refused }, 'camera');
      return;
    }
  }
  await app.attempt(app.backend.startCamera(), 'camera');
}
