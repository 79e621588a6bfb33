import type { QueueEntry } from '../../api/backend';
import type { MenuItem } from '../../components/menu';
import { t } from '../../i18n';
import type { AppStore } from '../../stores/app.svelte';
import { blockArtist, blockTrack, removeFromQueue, wrongMood } from '../../stores/feedback';

/** The menu of a track in the queue; `onremoved` runs after an action that took the track out of it. */
export function queueTrackMenu(
  app: AppStore,
  track: QueueEntry,
  setAffect: (track: QueueEntry) => void,
  onremoved: () => void,
): MenuItem[] {
  const { menu } = t.track;
  const removing = (action: (app: AppStore, track: QueueEntry) => Promise<void>) => () => {
    void action(app, track).then(onremoved);
  };
  const artist: MenuItem = {
    ...{ icon: 'artist', testid: 'menu-artist-never', act: removing(blockArtist) },
    label: menu.artistNever(track.artist),
  };
  return [
    { icon: 'out', label: menu.remove, testid: 'menu-remove', act: removing(removeFromQueue) },
    {
      icon: 'wrongMood',
      label: menu.wrongMood,
      testid: 'menu-wrong-mood',
      act: removing(wrongMood),
    },
    { icon: 'place', label: menu.affect, testid: 'menu-place', act: () => setAffect(track) },
    {
      icon: 'never',
      label: menu.never,
      testid: 'menu-never',
      rule: true,
      act: removing(blockTrack),
    },
    ...(track.artist ? [artist] : []),
  ];
}
