import type { Messages } from './en';
import type { playerErrors as englishErrors } from './en-player';
import { grammar } from './grammar';

const { count, percent } = grammar('de');
const minutes = (n: number) => count(n, 'Minute', 'Minuten');

/** The player bar and the sound settings, in German. */
export const player: Messages['player'] = {
  title: 'Player',
  play: 'Abspielen',
  pause: 'Pause',
  previous: 'Zum Anfang des Titels oder zum vorigen Titel',
  next: 'Nächster Titel',
  position: 'Position im Titel',
  positionOf: (at, length) => `${at} von ${length}`,
  volume: 'Lautstärke',
  sound: 'Lautstärke, Ausgabe und Schlaf-Timer',
  mute: 'Stummschalten',
  unmute: 'Ton einschalten',
  toNow: 'Unter „Jetzt“ zeigen',
  mini: 'Mini-Player',
  tray: { show: 'Attune zeigen', previous: 'Voriger Titel', quit: 'Beenden' },
  big: 'Zurück zum großen Fenster',
  percent: (n) => percent(n / 100),
  resume: (at) => `Geht bei ${at} weiter`,
  nothing: 'Die Warteschlange ist leer',
  with: 'Abspielen über',
  kinds: { list: 'Nur Liste', local: 'Diesen Computer', spotify: 'Spotify' },
  settings: 'Ton',
  withAbout:
    'Diesen Computer: spielt Klanglandschaften und die Musik in deinen Ordnern und auf deinen Servern, und nur die sind in der Warteschlange. Spotify: spielt in deiner geöffneten Spotify-App. Nur Liste: Du öffnest die Titel selbst.',
  output: 'Ausgabe',
  outputAbout: 'Wird sie getrennt, läuft die Wiedergabe über eine andere weiter.',
  outputDefault: 'Standard des Systems',
  outputGone: 'Gewählte Ausgabe (getrennt)',
  level: 'Lautstärke angleichen',
  levelAbout: 'Spielt alle Titel gleich laut. Gilt ab dem nächsten Titel.',
  crossfade: 'Überblenden',
  crossfadeAbout:
    'Blendet jeden Titel in den nächsten über. Alben in ihrer Reihenfolge und Klanglandschaften behalten ihre eigenen Übergänge.',
  seconds: (n) => count(n, 'Sekunde', 'Sekunden'),
  sleep: {
    title: 'Schlaf-Timer',
    off: 'Aus',
    endOfTrack: 'Ende dieses Titels',
    minutes,
    stopsIn: (n) => `Die Musik stoppt in ${minutes(n)}`,
    stopsAtEnd: 'Die Musik stoppt am Ende dieses Titels',
  },
  window: 'Fenster',
  stay: 'Weiterlaufen, wenn das Fenster geschlossen wird',
  stayAbout: 'Attune bleibt im Infobereich. Sonst beendet das Schließen des Fensters die App.',
  noTray:
    'Dieser Desktop hat keinen Infobereich, deshalb beendet das Schließen des Fensters Attune.',
  login: 'Beim Anmelden starten',
  loginAbout: 'Attune wartet im Infobereich. Ohne Infobereich öffnet sich das Fenster.',
  noLogin:
    'Das kann Attune hier nicht einstellen. Nutz dafür die Autostart-Einstellungen deines Systems.',
  announce: 'Über den nächsten Titel benachrichtigen',
  announceAbout: 'Ohne Ton und nur, solange du Attune nicht vor dir hast.',
  levels: { off: 'Aus', track: 'Pro Titel', album: 'Pro Album' },
};

/** Soundscapes, in German. */
/** Keys with a minor third have a small letter. */
const lower = (tonic: string) => `${tonic.charAt(0).toLowerCase()}${tonic.slice(1)}`;

export const soundscape: Messages['soundscape'] = {
  name: 'Klanglandschaften',
  about:
    'Musik, die Attune auf diesem Gerät komponiert, während du zuhörst. Sie folgt deiner Stimmung auch innerhalb eines Stücks.',
  origin: 'Auf diesem Gerät komponiert, während sie laufen',
  start: 'Mit Klanglandschaften anfangen',
  share: 'Klanglandschaften in der Warteschlange',
  shareAbout: 'Ganz links laufen sie nur, wenn sonst nichts übrig ist.',
  none: 'Wenn meine Musik endet',
  only: 'Nur',
  shareValue: [
    'Wenn meine Musik endet',
    'Einige',
    'Die Hälfte',
    'Die meisten',
    'Nur Klanglandschaften',
  ],
  plays: (tempo, key) => `${tempo} bpm, ${key}`,
  modes: {
    phrygian: (tonic) => `${lower(tonic)}-phrygisch`,
    dorian: (tonic) => `${lower(tonic)}-dorisch`,
    mixolydian: (tonic) => `${tonic}-mixolydisch`,
    lydian: (tonic) => `${tonic}-lydisch`,
  },
  changed: (what, why) => `Jetzt ${what}, ${why}`,
  up: {
    tempo: 'schneller',
    density: 'dichter',
    brightness: 'heller',
    register: 'höher',
    percussion: 'mit mehr Schlagwerk',
    mode: 'in einer wärmeren Tonart',
  },
  down: {
    tempo: 'langsamer',
    density: 'sparsamer',
    brightness: 'weicher',
    register: 'tiefer',
    percussion: 'mit weniger Schlagwerk',
    mode: 'in einer dunkleren Tonart',
  },
  why: {
    moreEnergy: 'für mehr Energie',
    calmer: 'um ruhiger zu werden',
    morePleasant: 'für eine hellere Stimmung',
    darker: 'für eine ernstere Stimmung',
    lift: 'weil du dich aufmuntern lassen willst',
    calm: 'weil du zur Ruhe kommen willst',
    energise: 'weil du mehr Energie willst',
    hold: 'auf dem Weg zu deiner eingestellten Stimmung',
  },
};

/** Playback errors by code. */
export const playerErrors: typeof englishErrors = {
  no_player:
    'Es gibt noch nichts, womit gespielt werden kann. Wähl unten in der Leiste „Diesen Computer“ oder „Spotify“.',
  queue_empty:
    'Es gibt nichts zu spielen. Füg einen Musikordner hinzu oder schalte einen Katalog ein.',
  no_sound_output:
    'Es gibt keine Tonausgabe. Alles andere funktioniert, und die Wiedergabe geht weiter, sobald es wieder eine gibt.',
  track_not_here:
    'Die Datei dieses Titels ist nicht zu finden. Schließ ihren Datenträger an oder durchsuch den Ordner neu.',
  play_gave_up:
    'Die Wiedergabe wurde angehalten, weil mehrere Titel nacheinander nicht gespielt werden konnten. Sieh in der Bibliothek unter „Dateien, die nicht gelesen werden konnten“ nach.',
  player_gone: 'Der Player wurde unerwartet beendet. Drück auf Abspielen, um ihn neu zu starten.',
};
