import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('de');

/** The history of moods, in German. */
export const history: Messages['history'] = {
  title: 'Verlauf',
  spans: { day: 'Tag', week: 'Woche', month: 'Monat' },
  span: 'Gezeigter Zeitraum',
  previous: { day: 'Vorheriger Tag', week: 'Vorherige Woche', month: 'Vorheriger Monat' },
  next: { day: 'Nächster Tag', week: 'Nächste Woche', month: 'Nächster Monat' },
  weekdays: ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So'],
  summary: (day, mostly, songs) =>
    [
      day,
      ...(mostly ? [`meist ${mostly}`] : []),
      ...(songs ? [count(songs, 'Song', 'Songs')] : []),
    ].join(' · '),
  parts: { morning: 'Morgens', afternoon: 'Nachmittags', evening: 'Abends' },
  observed: {
    calmest: (part) => `${part} bist du am ruhigsten.`,
    brightest: (part) => `${part} geht es dir am besten.`,
  },
  onDays: (days, of) => `An ${days} von ${of} Tagen.`,
  seeDays: 'Diese Tage ansehen',
  add: 'Moment hinzufügen',
  addTitle: 'Wie ging es dir?',
  addDo: 'Hinzufügen',
  when: 'Wann',
  heard: (titles) => `→ ${titles}`,
  heardLabel: 'Gehörte Songs',
  today: 'Heute',
  yesterday: 'Gestern',
  strip: (today) => (today ? 'Deine Stimmung heute' : 'Deine Stimmung an diesem Tag'),
  entries: (n) => count(n, 'Eintrag', 'Einträge'),
  time: 'Zeit',
  mood: 'Stimmung',
  sureness: 'Sicherheit',
  source: 'Quelle',
  sources: { face: 'dein Gesicht', voice: 'deine Stimme', pulse: 'dein Puls', you: 'du' },
  note: 'Notiz',
  edit: 'Bearbeiten',
  editOf: (time) => `Eintrag von ${time} bearbeiten`,
  delete: 'Löschen',
  deleteOf: (time) => `Eintrag von ${time} löschen`,
  deleted: (time) => `Eintrag von ${time} gelöscht.`,
  undo: 'Rückgängig',
  editTitle: (time) => `Wie ging es dir um ${time}?`,
  editDot: 'Stimmung dieses Eintrags: ziehen, oder Pfeiltasten und Eingabetaste',
  noteHint: 'Eine Notiz für dich selbst',
  save: 'Speichern',
  cancel: 'Abbrechen',
  empty: 'Keine Einträge für diesen Tag.',
  emptyDo: 'Einträge entstehen, solange die Kamera an ist und wenn du den Punkt ziehst.',
  toNow: 'Zu „Jetzt“',
};
