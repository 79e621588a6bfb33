import type { OwnRow } from '../../api/backend';
import { t } from '../../i18n';
import type { AppStore } from '../../stores/app.svelte';
import { like, never } from '../../stores/feedback';
import { play, playNext } from '../../stores/own.svelte';
import type { TrackDeed } from '../now/trackMenu';

/** What the menu of a track in the library offers. */
export function ownDeeds(
  app: AppStore,
  row: OwnRow,
  about: (row: OwnRow) => void,
  place: (row: OwnRow) => void,
): TrackDeed[] {
  const { menu } = t.own;
  const { id } = row.track;
  const track = { id, liked: false };
  return [
    { icon: 'play', label: menu.play, testid: 'menu-play', act: () => void play(app, [id]) },
    { icon: 'next', label: menu.next, testid: 'menu-next', act: () => void playNext(app, [id]) },
    { icon: 'info', label: menu.about, testid: 'menu-about', act: () => about(row) },
    {
      ...{ icon: 'heart', label: menu.like, testid: 'menu-like', rule: true },
      act: () => void like(app, track),
    },
    { icon: 'place', label: menu.place, testid: 'menu-place', act: () => place(row) },
    { icon: 'never', label: menu.never, testid: 'menu-never', act: () => void never(app, track) },
  ];
}
