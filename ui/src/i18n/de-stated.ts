import type { Messages } from './en';

/** The preferences that the listener states outright, in German. */
export const stated: Messages['stated'] = {
  title: 'Was du Attune gesagt hast',
  nothing: 'Noch nichts. Du musst auch nicht: Attune lernt auch aus dem, was du hörst.',
  summary: { like: 'Das magst du:', ratherNot: 'Nichts für dich:' },
  about:
    'Am Anfang hilft das am meisten. Mit der Zeit zählt mehr, was du zu Ende hörst und überspringst, und nichts ist ganz ausgeschlossen.',
  begin: 'Attune sagen, was du magst …',
  change: 'Ändern …',
  close: 'Fertig',
  reset: 'Löschen',
  resetOf: 'Löschen, was du Attune über deine Vorlieben gesagt hast',
  answer: { like: 'Mag ich', ratherNot: 'Nichts für mich' },
  answerOf: {
    like: (name) => `Mag ich: ${name}`,
    ratherNot: (name) => `Nichts für mich: ${name}`,
  },
  artists: 'Künstler',
  families: 'Genres',
  words: (family) => `Genres innerhalb von ${family}`,
  eras: 'Jahrzehnte',
  languages: 'Sprachen',
  search: 'Künstler suchen',
  nobody: (text) => `Kein Künstler in deiner Bibliothek passt zu „${text}“.`,
};
