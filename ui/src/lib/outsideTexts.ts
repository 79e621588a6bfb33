import type { OutsideTexts, TrayTexts } from '../api/backend';
import { t } from '../i18n';
import { actionNames } from './globalShortcuts';

const trayTexts = (): TrayTexts => ({
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

/** What is shown outside of the window says, in the language in use. */
export const outsideTexts = (): OutsideTexts => ({
  tray: trayTexts(),
  files: { ...t.backup.kinds },
  shortcuts: actionNames(),
});
