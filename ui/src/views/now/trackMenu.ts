import type { QueueEntry } from '../../api/backend';
import type { IconName } from '../../components/icons';
import { t } from '../../i18n';
import type { AppStore } from '../../stores/app.svelte';
import { blockArtist, never, takeOut, wrongMood } from '../../stores/feedback';

/** One thing to do with a track. */
export interface TrackDeed {
  icon: IconName;
  label: string;
  testid: string;
  rule?: boolean;
  act: () => void;
}

/** What the menu of a track in the queue offers; `leaves` is told when an action takes the track out of it. */
export function trackActions(
  app: AppStore,
  track: QueueEntry,
  place: (track: QueueEntry) => void,
  leaves: () => void,
): TrackDeed[] {
  const { menu } = t.track;
  const out = (action: (app: AppStore, track: QueueEntry) => Promise<void>) => () => {
    void action(app, track).then(leaves);
  };
  const artist: TrackDeed = {
    ...{ icon: 'artist', testid: 'menu-artist-never', act: out(blockArtist) },
    label: menu.artistNever(track.artist),
  };
  return [
    { icon: 'out', label: menu.remove, testid: 'menu-remove', act: out(takeOut) },
    { icon: 'wrongMood', label: menu.wrongMood, testid: 'menu-wrong-mood', act: out(wrongMood) },
    { icon: 'place', label: menu.place, testid: 'menu-place', act: () => place(track) },
    { icon: 'never', label: menu.never, testid: 'menu-never', rule: true, act: out(never) },
    ...(track.artist ? [artist] : []),
  ];
}
