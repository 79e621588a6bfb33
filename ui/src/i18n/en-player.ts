import { count, percent } from './count';

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
  sound: 'Volume, output and sleep timer',
  mute: 'Mute',
  unmute: 'Unmute',
  toNow: 'Show it on Now',
  mini: 'Mini player',
  /** What the tray's menu says beside the window's own words. */
  tray: { show: 'Show Attune', previous: 'Previous track', quit: 'Quit' },
  big: 'Back to the main window',
  percent: (n: number) => percent(n / 100),
  resume: (at: string) => `Resumes at ${at}`,
  nothing: 'The queue is empty',
  with: 'Play from',
  kinds: { list: 'List only', local: 'This computer', spotify: 'Spotify' },
  settings: 'Sound',
  withAbout:
    'This computer: plays soundscapes and the music in your folders and on your servers, and only those are in the queue. Spotify: plays in your open Spotify app. List only: you open tracks yourself.',
  output: 'Output',
  outputAbout: 'If it’s disconnected, playback continues on another output.',
  outputDefault: 'System default',
  outputGone: 'Selected output (disconnected)',
  level: 'Volume levelling',
  levelAbout: 'Plays all tracks at the same loudness. Takes effect with the next track.',
  crossfade: 'Crossfade',
  crossfadeAbout:
    'Fades each track into the next. Albums in order and soundscapes keep their own transitions.',
  seconds: (n: number) => count(n, 'second', 'seconds'),
  sleep: {
    title: 'Sleep timer',
    off: 'Off',
    endOfTrack: 'End of this track',
    minutes: (n: number) => count(n, 'minute', 'minutes'),
    stopsIn: (minutes: number) => `Music stops in ${count(minutes, 'minute', 'minutes')}`,
    stopsAtEnd: 'Music stops at the end of this track',
  },
  window: 'Window',
  stay: 'Keep running when the window is closed',
  stayAbout: 'Attune stays in the system tray. Otherwise closing the window quits it.',
  noTray: 'This desktop has no system tray, so closing the window quits Attune.',
  login: 'Start when you log in',
  loginAbout: 'Attune waits in the tray. Without a tray its window opens.',
  noLogin: 'Attune can’t set this here. Use your system’s settings for startup apps.',
  announce: 'Notify me of the next track',
  announceAbout: 'Without a sound, and only while you are not looking at Attune.',
  levels: { off: 'Off', track: 'By track', album: 'By album' },
};

/** Music services by their own names. */
export const services = {
  spotify: 'Spotify',
  youTubeMusic: 'YouTube Music',
  appleMusic: 'Apple Music',
  deezer: 'Deezer',
  tidal: 'Tidal',
  qobuz: 'Qobuz',
  bandcamp: 'Bandcamp',
  soundCloud: 'SoundCloud',
};

/** Soundscapes, in English. */
export const soundscape = {
  name: 'Soundscapes',
  about:
    'Music that Attune composes on this device while you listen. It follows your mood within a piece.',
  origin: 'Composed on this device while they play',
  start: 'Start with soundscapes',
  share: 'Soundscapes in the queue',
  shareAbout: 'At the left end they only play when nothing else is left.',
  none: 'When my music ends',
  only: 'Only',
  shareValue: ['When my music ends', 'Some', 'Half', 'Most', 'Only soundscapes'],
  plays: (tempo: number, key: string) => `${tempo} bpm, ${key}`,
  /** Keys in the church modes; major and minor are among the facts of a track. */
  modes: {
    phrygian: (tonic: string) => `${tonic} Phrygian`,
    dorian: (tonic: string) => `${tonic} Dorian`,
    mixolydian: (tonic: string) => `${tonic} Mixolydian`,
    lydian: (tonic: string) => `${tonic} Lydian`,
  },
  changed: (what: string, why: string) => `Now ${what}, ${why}`,
  up: {
    tempo: 'faster',
    density: 'busier',
    brightness: 'brighter',
    register: 'higher',
    percussion: 'with more percussion',
    mode: 'in a warmer mode',
  },
  down: {
    tempo: 'slower',
    density: 'sparser',
    brightness: 'softer',
    register: 'lower',
    percussion: 'with less percussion',
    mode: 'in a darker mode',
  },
  why: {
    moreEnergy: 'for more energy',
    calmer: 'to be calmer',
    morePleasant: 'for a brighter mood',
    darker: 'for a more serious mood',
    lift: 'since you asked to be lifted',
    calm: 'since you asked to calm down',
    energise: 'since you asked for energy',
    hold: 'on the way to the mood you set',
  },
};

/** Playback errors by code. */
export const playerErrors = {
  no_player: 'There’s nothing to play with yet. Choose This computer or Spotify in the bar below.',
  queue_empty: 'There’s nothing to play. Add a music folder, or turn on a catalogue.',
  no_sound_output:
    'There’s no sound output. Everything else works, and playback resumes as soon as there’s one again.',
  track_not_here: 'The file of this track can’t be found. Connect its disk, or rescan the folder.',
  play_gave_up:
    'Playback stopped because several tracks in a row couldn’t be played. See “files that couldn’t be read” in the library.',
  player_gone: 'The player stopped unexpectedly. Press play to start it again.',
};
