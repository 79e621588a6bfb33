import type { FileKindTexts, TrayTexts } from '../api/backend';
import { t } from '../i18n';

/** What the tray's menu says, in the language in use. */
export const trayTexts = (): TrayTexts => ({
  empty: t.player.nothing,
  play: t.player.play,
  pause: t.player.pause,
  next: t.player.next,
  previous: t.player.tray.previous,
  camera: { ...t.camera.state },
  startCamera: t.camera.start,
  closeCamera: t.first.mood.cameraOff,
  show: t.player.tray.show,
  mini: t.player.mini,
  quit: t.player.tray.quit,
});

/** What file dialogs call the kinds of files, in the language in use. */
export const fileKindTexts = (): FileKindTexts => ({ ...t.backup.kinds });
