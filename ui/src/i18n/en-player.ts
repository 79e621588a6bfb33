/** The player bar, and the settings of sound. */
export const player = {
  title: 'Player',
  play: 'Play',
  pause: 'Pause',
  previous: 'Start of the track, or the one before',
  next: 'Next track',
  place: 'Place in the track',
  placeOf: (at: string, length: string) => `${at} of ${length}`,
  volume: 'Volume',
  sound: 'Volume and output',
  mini: 'Mini player',
  big: 'Back to the big window',
  percent: (n: number) => `${n} %`,
  resume: (at: string) => `goes on at ${at}`,
  nothing: 'Nothing in the queue',
  with: 'Plays with',
  kinds: { list: 'Just a list', local: 'My files', spotify: 'Spotify' },
  settings: 'Sound',
  withAbout:
    'My files: this computer plays the music in your folders, and the queue draws from it alone. Spotify: the app you have open plays. Just a list: you open tracks yourself.',
  output: 'Output',
  outputAbout: 'When it goes away, playing goes on at another one.',
  outputDefault: 'As the system has it',
  outputGone: 'The chosen one, which is away',
  level: 'Even loudness',
  levelAbout: 'Brings tracks to one loudness. It counts from the next track on.',
  window: 'Window',
  stay: 'Keep playing when the window is closed',
  stayAbout: 'Attune goes on in the tray. Otherwise closing the window quits it.',
  noTray: 'This desktop shows no tray, so closing the window quits Attune.',
  levels: { off: 'Off', track: 'By track', album: 'By album' },
};

/** What can go wrong with playing. */
export const playerErrors = {
  no_player: 'Choose what plays your music first, in the bar below: your own files or Spotify.',
  queue_empty: 'There is nothing to play. Add a folder with music, or switch a catalogue on.',
  no_sound_output:
    'There is no sound output. Playing goes on when there is one again; everything else works.',
  track_not_here:
    'The file of this track is not there now. Connect its disk, or scan the folder again.',
  play_gave_up:
    'Several tracks in a row could not be played, so it stopped. The list of unreadable files says more.',
  player_gone: 'The player has ended. Press play to start it again.',
};
