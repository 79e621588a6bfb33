/** The player bar and the sound settings, in English. */
export const player = {
  title: 'Player',
  play: 'Play',
  pause: 'Pause',
  previous: 'Start of the track, or previous track',
  next: 'Next track',
  position: 'Position in the track',
  positionOf: (at: string, length: string) => `${at} of ${length}`,
  volume: 'Volume',
  sound: 'Volume and output',
  mini: 'Mini player',
  big: 'Back to the main window',
  percent: (n: number) => `${n}%`,
  resume: (at: string) => `Resumes at ${at}`,
  nothing: 'The queue is empty',
  with: 'Play from',
  kinds: { list: 'List only', local: 'My files', spotify: 'Spotify' },
  settings: 'Sound',
  withAbout:
    'My files: this computer plays the music in your folders, and only that is in the queue. Spotify: plays in your open Spotify app. List only: you open tracks yourself.',
  output: 'Output',
  outputAbout: 'If it’s disconnected, playback continues on another output.',
  outputDefault: 'System default',
  outputGone: 'Selected output (disconnected)',
  level: 'Volume levelling',
  levelAbout: 'Plays all tracks at the same loudness. Takes effect with the next track.',
  window: 'Window',
  stay: 'Keep running when the window is closed',
  stayAbout: 'Attune stays in the system tray. Otherwise closing the window quits it.',
  noTray: 'This desktop has no system tray, so closing the window quits Attune.',
  levels: { off: 'Off', track: 'By track', album: 'By album' },
};

/** Playback errors by code. */
export const playerErrors = {
  no_player: 'There’s nothing to play with yet. Choose My files or Spotify in the bar below.',
  queue_empty: 'There’s nothing to play. Add a music folder, or turn on a catalogue.',
  no_sound_output:
    'There’s no sound output. Everything else works, and playback resumes as soon as there’s one again.',
  track_not_here: 'The file of this track can’t be found. Connect its disk, or rescan the folder.',
  play_gave_up:
    'Playback stopped because several tracks in a row couldn’t be played. See “files that couldn’t be read” in the library.',
  player_gone: 'The player stopped unexpectedly. Press play to start it again.',
};
