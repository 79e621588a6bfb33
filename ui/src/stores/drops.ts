import { t } from '../i18n';
import type { AppStore } from './app.svelte';
import { addDropped, play } from './own.svelte';

const PICTURE = /\.(jpe?g|png|webp)$/i;
const CATALOGUE = /\.(csv|tsv)$/i;
const MUSIC = /\.(mp3|flac|ogg|oga|opus|m4a|aac|wav|aiff?)$/i;

/** Takes what was dropped on the window: reads a photo, imports a CSV, plays a track of the library, adds folders. */
export async function takeDropped(app: AppStore, paths: string[]): Promise<void> {
  const [first] = paths;
  if (first === undefined) return;
  if (paths.some((path) => PICTURE.test(path)))
    await app.attempt(app.backend.lookAtDropped(paths), 'picture');
  else if (CATALOGUE.test(first)) await importDropped(app, first);
  else if (MUSIC.test(first)) await playDropped(app, paths);
  else await addDropped(app, paths);
}

/** The report is shown in the library. */
async function importDropped(app: AppStore, path: string): Promise<void> {
  app.view = 'library';
  await app.importCatalogue(path);
}

async function playDropped(app: AppStore, paths: string[]): Promise<void> {
  const found = await Promise.all(paths.map((path) => inLibrary(app, path)));
  const tracks = found.filter((id) => id !== undefined);
  if (tracks.length > 0) await play(app, tracks);
  else app.confirm(t.drop.notInLibrary(nameOf(paths[0] ?? '')));
}

const nameOf = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

async function inLibrary(app: AppStore, path: string) {
  const text = nameOf(path).replace(/\.[^.]*$/, '');
  const query = { text, sort: 'title', descending: false, offset: 0, limit: 1000 } as const;
  const page = await app.attempt(app.backend.ownTracks(query));
  return page?.rows.find(({ track }) => track.file === path)?.track.id;
}
