import type { Messages } from './en';

/** Restoring what was exported, and tables, in German. */
export const backup: Messages['backup'] = {
  title: 'Wiederherstellen',
  about:
    'Ersetzt das, was Attune jetzt speichert, durch eine exportierte Datei. Du siehst vorher, was sie enthält.',
  open: 'Wiederherstellen …',
  question: 'Diese Datei wiederherstellen?',
  saved: 'Gespeichert am',
  moods: 'Stimmungen',
  ratings: 'Feedback',
  stated: 'Vorlieben',
  catalogues: 'Importierte Kataloge',
  histories: 'Hörverläufe',
  folders: 'Musikordner',
  warning:
    'Verlauf, Feedback, Kataloge, Einstellungen und was Attune gelernt hat, werden ersetzt, und die Musik hält an. Was jetzt hier ist, wird vorher gespeichert, damit du es zurückholen kannst. Musikdateien und Anmeldungen bleiben, wie sie sind.',
  confirm: 'Ersetzen',
  taking: 'Wird wiederhergestellt …',
  restored: (path) => `Wiederhergestellt. Was vorher hier war, liegt in ${path}`,
  putBack: 'Zurückholen',
  kinds: {
    pictures: 'Fotos',
    tables: 'CSV-Tabellen',
    histories: 'Hörverläufe',
    playlists: 'Playlists',
    backups: 'Sicherungen',
  },
  tables: 'Tabellen',
  tablesAbout:
    'Deine Stimmungen mit dem, was du gehört hast, oder alle Songs deiner Bibliothek, für eine Tabellenkalkulation.',
  history: 'Verlauf als CSV',
  library: 'Bibliothek als CSV',
};
