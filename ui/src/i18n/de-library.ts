import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('de');
const tracks = (n: number) => count(n, 'Titel', 'Titel');

/** The queue, in German. */
export const queue: Messages['queue'] = {
  title: 'Als Nächstes',
  empty: 'Es ist keine Musik eingeschaltet.',
  emptyDo: 'Schalte in der Bibliothek den Startkatalog ein oder importier eine CSV-Datei.',
  toLibrary: 'Zur Bibliothek',
  blocked: 'Es ist nichts mehr zum Abspielen übrig.',
  blockedDo: 'Alles, was eingeschaltet ist, ist gesperrt. Erlaub etwas davon wieder.',
  end: 'Sonst passt gerade nichts.',
  endDo: 'Schalte in der Bibliothek einen weiteren Katalog ein oder erlaub gesperrte Musik wieder.',
  action: {
    finished: (title) => `„${title}“ zu Ende gehört.`,
    unliked: (title) => `„${title}“ aus deinen Lieblingssongs entfernt.`,
    liked: (title) => `„${title}“ zu deinen Lieblingssongs hinzugefügt.`,
    skipped: (title) => `„${title}“ übersprungen.`,
    removed: (title) => `„${title}“ aus der Warteschlange entfernt.`,
    never: (title) => `„${title}“ wird nicht mehr gespielt.`,
    allowed: (title) => `„${title}“ darf wieder laufen.`,
    artistNever: (artist) => `${artist} wird nicht mehr gespielt.`,
    artistAllowed: (artist) => `${artist} darf wieder laufen.`,
    wrongMood: (title) => `„${title}“ mit „falsche Stimmung“ markiert.`,
    placed: (title) => `Stimmung von „${title}“ festgelegt.`,
    pinned: (title) => `„${title}“ angeheftet.`,
    unpinned: (title) => `„${title}“ gelöst.`,
    statedForgotten: () => 'Gelöscht, was du Attune über deine Vorlieben gesagt hast.',
  },
  playNow: (title) => `„${title}“ jetzt abspielen`,
  moved: (title, place) => `„${title}“ steht jetzt an Stelle ${number(place)}.`,
  little: (files, what) =>
    `${files ? 'Unter deinen Dateien' : 'In deiner Musik'} ist wenig, was ${what} klingt. Das hier kommt am nächsten.`,
  lacking: { energetic: 'lebhaft', calm: 'ruhig', bright: 'hell', dark: 'dunkel' },
  closest: 'Das Nächste, was du hast',
  mix: 'Klanglandschaften dazumischen',
  choose: 'Musik auswählen …',
  undo: 'Rückgängig',
  undoOf: (action) => `Rückgängig: ${action}`,
  doing: {
    finished: (title) => `„${title}“ zu Ende gehört`,
    unliked: (title) => `„${title}“ gefällt mir nicht mehr`,
    liked: (title) => `„${title}“ gefällt mir`,
    skipped: (title) => `„${title}“ übersprungen`,
    removed: (title) => `„${title}“ entfernt`,
    never: (title) => `„${title}“ gesperrt`,
    allowed: (title) => `„${title}“ wieder erlaubt`,
    artistNever: (artist) => `${artist} gesperrt`,
    artistAllowed: (artist) => `${artist} wieder erlaubt`,
    wrongMood: (title) => `falsche Stimmung bei „${title}“`,
    placed: (title) => `Stimmung von „${title}“ festgelegt`,
    pinned: (title) => `„${title}“ angeheftet`,
    unpinned: (title) => `„${title}“ gelöst`,
    statedForgotten: () => 'Vorlieben gelöscht',
  },
  undone: (doing) => `Rückgängig gemacht. Auch das zurücknehmen: ${doing}?`,
  surprise: 'Überrasch mich',
  surpriseAbout: 'Wie viel unbekannte Musik in die Warteschlange kommt.',
  surpriseKnown: 'vertraut',
  surpriseNew: 'überrasch mich',
  surpriseValue: [
    'nur Musik, die ich kenne',
    'ein wenig neue Musik',
    'von beidem etwas',
    'viel neue Musik',
    'meist neue Musik',
  ],
};

/** Catalogues and their tracks, in German. */
export const library: Messages['library'] = {
  title: 'Bibliothek',
  catalogues: 'Kataloge',
  starter: 'Startkatalog',
  fromServers: 'Von deinen Servern',
  starterAbout: 'kommt mit Attune',
  added: (day) => `hinzugefügt: ${day}`,
  addedToday: 'heute hinzugefügt',
  tracks,
  use: (name) => `Musik aus ${name} spielen`,
  remove: 'Entfernen',
  removeOf: (name) => `${name} entfernen`,
  removeTitle: (name) => `${name} entfernen?`,
  removeBody: 'Die Titel werden aus der Bibliothek entfernt. Die Datei selbst bleibt, wo sie ist.',
  import: 'CSV importieren',
  importing: (name, rows) => `${name} wird gelesen · ${count(rows, 'Zeile', 'Zeilen')}`,
  importStarting: 'Wartet auf eine Datei …',
  importLabel: 'Fortschritt des Imports',
  importHint:
    'Die Datei braucht Spalten für Titel und Künstler („title“, „artist“). Spalten für Stimmung, Valenz und Energie helfen („mood“, „valence“, „energy“).',
  search: 'Titel und Künstler suchen',
  found: tracks,
  none: 'Die Bibliothek ist leer.',
  noneDo: 'Schalte den Startkatalog ein oder importier eine CSV-Datei.',
  noMatch: (query) => `Nichts gefunden für „${query}“.`,
  noMatchDo: 'Suche leeren',
  column: {
    title: 'Titel',
    artist: 'Künstler',
    year: 'Jahr',
    valence: 'Stimmung',
    arousal: 'Energie',
  },
  mood: 'Stimmung',
  genre: 'Genre',
  unknown: '–',
  tableLabel: 'Titel',
  playNext: (title) => `„${title}“ als Nächstes abspielen`,
};

/** The report of an import, in German. */
export const report: Messages['report'] = {
  done: (n, name) => `${tracks(n)} aus ${name} importiert`,
  nothing: 'Keine der Zeilen konnte importiert werden.',
  nothingDo: 'Prüf, ob die erste Zeile die Spalten benennt, und importier die Datei noch einmal.',
  duplicates: (n) =>
    `${count(n, 'doppelte Zeile wurde', 'doppelte Zeilen wurden')} zusammengefasst`,
  bad: (n) => `${count(n, 'Zeile wurde', 'Zeilen wurden')} übersprungen`,
  lost: (n) => `${count(n, 'Wert wurde', 'Werte wurden')} ausgelassen, die Titel sind dabei`,
  line: (n) => `Zeile ${number(n)}`,
  more: (n) => `und ${number(n)} weitere`,
  close: 'Bericht schließen',
  notHere:
    'Die Warteschlange spielt von diesem Computer, und hier haben diese Songs keine Dateien. Deshalb kommen sie nicht vor.',
  useList: 'Als Liste verwenden',
};
