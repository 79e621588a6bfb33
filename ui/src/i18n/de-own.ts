import type { Messages } from './en';
import { grammar } from './grammar';
import { map, page } from './de-own-page';

const { count, number, plural } = grammar('de');
// „Titel“ has one form for both numbers.
const tracks = (n: number) => count(n, 'Titel', 'Titel');
const files = (n: number) => count(n, 'Datei', 'Dateien');

/** Texts about the listener’s own music, in German. */
export const own: Messages['own'] = {
  tabs: 'Bereiche der Bibliothek',
  tab: { own: 'Deine Musik', catalogues: 'Kataloge', map: 'Karte' },
  name: 'Deine Musik',
  origin: 'aus deinen Ordnern',
  folders: 'Ordner',
  add: 'Ordner hinzufügen',
  addFirst: 'Ordner wählen',
  added: (path) => `${path} wird durchsucht.`,
  addedPlays: (path) =>
    `${path} wird durchsucht. Die Warteschlange spielt jetzt deine eigene Musik auf diesem Computer.`,
  folderTracks: tracks,
  away: 'nicht angeschlossen',
  awayAbout:
    'Die Titel bleiben in der Bibliothek. Schließ den Datenträger an, um sie wieder zu hören.',
  remove: (path) => `${path} entfernen`,
  removeTitle: (path) => `${path} aus der Bibliothek entfernen?`,
  removeBody:
    'Die Titel und ihre Analyse werden aus der Bibliothek entfernt. Die Dateien bleiben, wo sie sind.',
  removeDo: 'Ordner entfernen',
  rescan: 'Neu durchsuchen',
  rescanAbout: 'Attune beobachtet deine Ordner. Hiermit werden alle jetzt gleich durchsucht.',
  readAgain: 'Alles neu einlesen',
  readAgainAbout:
    'Liest jede Datei, auch die, die unverändert aussehen. Nimm das, wenn neue Tags nicht erscheinen. Likes und Stimmungen bleiben.',
  passedOver: (n, kinds) =>
    `${count(n, 'Datei hat', 'Dateien haben')} ein Format, das Attune nicht liest: ${kinds}.`,
  passedOverKind: (n, kind) => `${number(n)} .${kind}`,
  looking: (found) => `Attune sucht Musik · ${files(found)} gefunden`,
  reading: (read, all) => `${number(read)} von ${count(all, 'Datei', 'Dateien')} gelesen`,
  readingLabel: 'Fortschritt beim Durchsuchen',
  scanPaused: 'Das Durchsuchen pausiert',
  pauseScan: 'Durchsuchen anhalten',
  resumeScan: 'Weiter durchsuchen',
  listening: (done, total) => `${number(done)} von ${tracks(total)} analysiert`,
  listeningAbout:
    'Attune hört jeden Titel einmal auf diesem Computer an, um zu lernen, wie er klingt.',
  listeningLabel: 'Fortschritt der Analyse',
  listeningPaused: 'Die Analyse pausiert',
  listeningStopped:
    'Titel können nicht analysiert werden. Ihre Stimmung kommt stattdessen von Genre und Künstler.',
  pauseListening: 'Analyse anhalten',
  resumeListening: 'Analyse fortsetzen',
  unheard: (n) => `${tracks(n)} ${plural(n, 'konnte', 'konnten')} nicht analysiert werden`,
  unreadable: (n) => `${files(n)} ${plural(n, 'konnte', 'konnten')} nicht gelesen werden`,
  unreadableTitle: 'Dateien, die nicht gelesen werden konnten',
  unreadableAbout:
    'Alle anderen Dateien sind in der Bibliothek. Wenn du eine von diesen reparierst oder ersetzt, liest Attune sie neu.',
  none: 'Füg deine eigene Musik hinzu',
  noneDo:
    'Wähl einen Ordner mit Musik. Attune liest und analysiert sie nur auf diesem Computer, ändert nichts daran und sendet nichts.',
  scanning: 'Deine Musik wird durchsucht.',
  scanningDo: 'Titel erscheinen hier, sobald sie gefunden werden.',
  nothing: 'In deinen Ordnern wurde keine Musik gefunden.',
  nothingDo:
    'Attune spielt MP3, FLAC, Ogg Vorbis, Opus, M4A, AAC, WAV und AIFF. Wähl einen anderen Ordner oder leg Musik in diesen.',
  search: 'Titel, Künstler, Album, Genre oder Datei suchen',
  noMatch: (query) => `Nichts gefunden für „${query}“.`,
  clear: 'Suche leeren',
  tableLabel: 'Deine Titel',
  sortBy: 'Sortieren nach',
  column: {
    title: 'Titel',
    artist: 'Künstler',
    album: 'Album',
    genre: 'Genre',
    year: 'Jahr',
    length: 'Länge',
    valence: 'Stimmung',
    arousal: 'Energie',
    sureness: 'Sicherheit',
  },
  sort: {
    title: 'Titel',
    artist: 'Künstler',
    album: 'Album',
    genre: 'Genre',
    year: 'Jahr',
    length: 'Länge',
    valence: 'Stimmung: unangenehm bis angenehm',
    arousal: 'Stimmung: ruhig bis lebhaft',
    sureness: 'Sicherheit der Stimmung',
  },
  ascending: 'Aufsteigend. Klick kehrt die Reihenfolge um.',
  descending: 'Absteigend. Klick kehrt die Reihenfolge um.',
  waiting: 'noch nicht analysiert',
  unknown: '–',
  play: 'Abspielen',
  playOf: (title) => `„${title}“ abspielen`,
  moreOf: (title) => `Mehr zu „${title}“`,
  about: (title) => `Über „${title}“`,
  menu: {
    play: 'Jetzt abspielen',
    next: 'Als Nächstes abspielen',
    about: 'Über diesen Titel',
    like: 'Gefällt mir',
    affect: 'Stimmung festlegen …',
    never: 'Diesen Song nie spielen',
  },
  queued: (n) => `${count(n, 'Titel kommt', 'Titel kommen')} als Nächstes.`,
  files: {
    label: 'Importieren und exportieren',
    import: 'Playlist öffnen …',
    saveFound: 'Diese Titel als Playlist speichern …',
    saveQueue: 'Warteschlange als Playlist speichern …',
    saveTable: 'Diese Titel als CSV exportieren …',
    saved: 'Playlist gespeichert.',
    savedBut: (n) =>
      `Playlist gespeichert, ohne ${tracks(n)}, die auf diesem Computer keine Datei haben.`,
    table: (rows) => `${count(rows, 'Zeile', 'Zeilen')} exportiert.`,
  },
  playlist: {
    found: (name, n) => `${name}: ${tracks(n)} in deiner Bibliothek`,
    none: (name) => `${name}: Keiner der Titel ist in deiner Bibliothek.`,
    missing: (n) => `${count(n, 'Titel fehlt', 'Titel fehlen')} in deiner Bibliothek`,
    line: (n) => `Zeile ${number(n)}`,
    more: (n) => `und ${number(n)} weitere`,
    play: 'Jetzt abspielen',
    next: 'Als Nächstes abspielen',
    close: 'Playlist schließen',
  },
  page,
  map,
  first: {
    name: 'Deine eigene Musik',
    about:
      'Wähl einen Ordner mit Musik. Attune liest ihn nur auf diesem Computer und ändert nichts darin.',
  },
};
