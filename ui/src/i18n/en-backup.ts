/** Restoring what was exported, and tables, in English. */
export const backup = {
  title: 'Restore',
  about:
    'Puts a file that was exported here in place of what Attune stores now. You see what it holds first.',
  open: 'Restore…',
  question: 'Restore this file?',
  saved: 'Saved on',
  moods: 'Moods',
  ratings: 'Feedback',
  stated: 'Preferences',
  catalogues: 'Imported catalogues',
  histories: 'Listening histories',
  folders: 'Music folders',
  warning:
    'Your history, feedback, catalogues, settings and what Attune has learned will be replaced, and the music stops. What is here now is saved first, so you can put it back. Music files and sign-ins stay as they are.',
  confirm: 'Replace',
  taking: 'Restoring…',
  restored: (path: string) => `Restored. What was here before is in ${path}`,
  putBack: 'Put back',
  /** What dialogs call the kinds of files. */
  kinds: {
    pictures: 'Photos',
    tables: 'CSV tables',
    histories: 'Listening histories',
    playlists: 'Playlists',
    backups: 'Backups',
  },
  tables: 'Tables',
  tablesAbout: 'Your moods with what you heard, or all songs in your library, for a spreadsheet.',
  history: 'History as CSV',
  library: 'Library as CSV',
};
