import { convertFileSrc } from '@tauri-apps/api/core';
import { LogicalSize } from '@tauri-apps/api/dpi';
import { getCurrentWebview } from '@tauri-apps/api/webview';
import { getCurrentWindow } from '@tauri-apps/api/window';
import type { Backend } from './backend';
import { commands, events } from './bindings';
import { levelsAt } from './levels';

/** The backend of the real window: the Rust commands and events. */
export const tauriBackend: Backend = {
  ...commands,
  listenOwnMusic: (cb) => events.ownMusicChange.listen((event) => cb(event.payload)),
  listen: (cb) => events.sessionChange.listen((event) => cb(event.payload)),
  listenPageCamera: (cb) => events.pageCameraChange.listen((event) => cb(event.payload)),
  listenServers: (cb) => events.serversChange.listen((event) => cb(event.payload)),
  listenSpotify: (cb) => events.spotifyChange.listen((event) => cb(event.payload)),
  levels: levelsAt(convertFileSrc('', 'levels')),
  resizeHeight: (height) => getCurrentWindow().setSize(new LogicalSize(window.innerWidth, height)),
  setTitle: (title) => getCurrentWindow().setTitle(title),
  listenDrags: (cb) =>
    getCurrentWebview().onDragDropEvent(({ payload }) => {
      // What is dropped goes to the program without passing through here, where a name must be text.
      cb(payload.type === 'enter' || payload.type === 'over' ? 'over' : 'gone');
    }),
};
