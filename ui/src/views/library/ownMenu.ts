import type { OwnRow } from '../../api/backend';
import { t } from '../../i18n';
import type { AppStore } from '../../stores/app.svelte';
import { blockTrack, like } from '../../stores/feedback';
import { play, playNext } from '../../stores/own.svelte';
import type { MenuItem } from '../../components/menu';

/** The menu of a track in the library. */
export function ownTrackMenu(
  app: AppStore,
  row: OwnRow,
  about: (row: OwnRow) => void,
  setAffect: (row: OwnRow) => void,
): MenuItem[] {
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
    { icon: 'place', label: menu.affect, testid: 'menu-place', act: () => setAffect(row) },
    {
      icon: 'never',
      label: menu.never,
      testid: 'menu-never',
      act: () => void blockTrack(app, track),
    },
  ];
}
