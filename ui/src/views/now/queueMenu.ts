import type { QueueEntry } from '../../api/backend';
import type { MenuItem } from '../../components/menu';
import { t } from '../../i18n';
import type { AppStore } from '../../stores/app.svelte';
import { blockArtist, blockTrack, removeFromQueue, wrongMood } from '../../stores/feedback';
import { play } from '../../stores/own.svelte';

interface Actions {
  setAffect: (track: QueueEntry) => void;
  /** Runs after an action that took the track out of the queue. */
  onremoved: () => void;
  /** Moves the track by so many places; absent for the current one, which is on. */
  onmove?: (by: number) => void;
}

/** The menu of a track in the queue. */
export function queueTrackMenu(
  app: AppStore,
  track: QueueEntry,
  { setAffect, onremoved, onmove }: Actions,
): MenuItem[] {
  const { menu } = t.track;
  const removing = (action: (app: AppStore, track: QueueEntry) => Promise<void>) => () => {
    void action(app, track).then(onremoved);
  };
  const moving: MenuItem[] = onmove
    ? [
        {
          ...{ icon: 'play', label: menu.play, testid: 'menu-play' },
          act: () => void play(app, [track.id]),
        },
        { icon: 'up', label: menu.up, testid: 'menu-up', act: () => onmove(-1) },
        { icon: 'down', label: menu.down, testid: 'menu-down', act: () => onmove(1) },
      ]
    : [];
  const artist: MenuItem = {
    ...{ icon: 'artist', testid: 'menu-artist-never', act: removing(blockArtist) },
    label: menu.artistNever(track.artist),
  };
  return [
    ...moving,
    {
      ...{ icon: 'out', label: menu.remove, testid: 'menu-remove', rule: moving.length > 0 },
      act: removing(removeFromQueue),
    },
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
