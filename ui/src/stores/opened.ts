import type { Opened } from '../api/backend';
import { t } from '../i18n';
import type { AppStore } from './app.svelte';

/** Takes what was opened from elsewhere and waits for the window. */
export async function takeOpened(app: AppStore): Promise<void> {
  const all = await app.attempt(app.backend.takeOpened(), 'opened');
  app.opening = null;
  for (const opened of all ?? []) show(app, opened);
}

/** What is being played shows itself; the rest is shown where the same is shown when it is chosen in the window. */
function show(app: AppStore, { playlist, folders, report, tooMany, leftOut, problem }: Opened) {
  if (report) {
    app.view = 'library';
    app.report = report;
  }
  if (playlist) {
    app.view = 'library';
    app.library.tab = 'own';
    app.library.playlist = playlist;
  }
  if (folders.length > 0) app.offered = [...app.offered, ...folders];
  if (leftOut) app.confirm(t.drop.leftOut(leftOut.name, leftOut.files));
  else if (tooMany > 0) app.confirm(t.drop.tooMany(tooMany));
  if (problem) app.fail(problem, 'opened');
}

/** Answers the offer to add folders. */
export async function answerOffer(app: AppStore, add: boolean): Promise<void> {
  app.offered = [];
  const added = await app.attempt(app.backend.addOpenedFolders(add), 'music');
  const first = added?.find(({ chosePlayer }) => chosePlayer) ?? added?.[0];
  if (first)
    app.confirm(first.chosePlayer ? t.own.addedPlays(first.path) : t.own.added(first.path));
}
