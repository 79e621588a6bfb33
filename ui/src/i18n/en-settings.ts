import type { LookRate, Theme } from '../api/backend';

/** The settings view, in English. */
export const settings = {
  title: 'Settings',
  camera: 'Camera',
  cameraChoice: 'Camera to use',
  cameraAtStart: 'Start the camera when Attune starts',
  cameraAtStartAbout: 'Otherwise it stays closed until you start it.',
  closeWhenAway: 'Close camera, microphone and strap while you are away',
  closeWhenAwayAbout:
    'When the screen is locked, the computer sleeps or its lid is shut. What was on opens again when you are back.',
  lookRate: 'Reading rate',
  lookRateAbout:
    'Attune reads your face two, five or ten times a second. Fewer readings save battery.',
  lookRates: {
    batterySaver: 'Battery saver',
    balanced: 'Balanced',
    frequent: 'Frequent',
  } satisfies Record<LookRate, string>,
  music: 'Music',
  pace: 'Pace',
  paceAbout: 'How quickly the music follows a change of mood.',
  paceCalm: 'slow',
  paceLively: 'quick',
  expressions: 'Choose by expression',
  byExpression: 'Let my expression choose what the music does',
  byExpressionAbout:
    'It changes once your face settles on an expression. Choosing Match, Lift or another one yourself turns this off.',
  whenILook: 'When I look',
  thePolicy: 'the music should',
  policyFor: (look: string) => `What the music does when I look ${look}`,
  expressionsReset: 'Restore defaults',
  expressionsAreDefault: 'These are the defaults.',
  appearance: 'Appearance',
  theme: 'Theme',
  language: 'Language',
  /** The system's language, by its name. */
  languageSystem: (name: string) => `System (${name})`,
  themes: { system: 'System', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
  data: 'Your data',
  exportTitle: 'Export',
  export: 'Export as JSON',
  exportAbout:
    'Saves your history, feedback, catalogues, music folders, tracks and settings in one file.',
  exported: (path: string) => `Saved to ${path}`,
  rawTables: 'Formulas in tables',
  rawTablesAbout:
    'Exports titles that begin with =, +, - or @ as they are. Otherwise they get an apostrophe, so that a spreadsheet does not run them as formulas.',
  help: 'Help',
  diagnostics: 'Diagnostics',
  diagnosticsAbout:
    'Versions, sizes, states and where errors occurred, to send along when something does not work. No names, titles, paths or sign-ins.',
  diagnosticsCopy: 'Copy diagnostics',
  diagnosticsCopied: 'Copied to the clipboard',
  diagnosticsByHand: 'The clipboard could not be used. Select the text below and copy it.',
  erase: 'Delete…',
  eraseAbout:
    'Your history, feedback, imported catalogues, what Attune knows about your music, settings and Spotify sign-in.',
  eraseTitle: 'Delete everything?',
  eraseBody:
    'Everything Attune stores about you here will be deleted: your history, feedback, imported catalogues, what it knows about your music files, settings and Spotify sign-in. The music files themselves stay. This can’t be undone.',
  eraseType: (word: string) => `Type “${word}” to confirm`,
  eraseWord: 'delete',
  eraseDo: 'Delete everything',
  cancel: 'Cancel',
  privacy: 'Privacy',
  privacyLines: [
    'Camera pictures are read in memory on this device and discarded immediately. None is stored or sent.',
    'Attune stores your estimated mood, your feedback on tracks and your catalogues, and only on this device.',
    'A face shows an expression, not a feeling. Attune can be wrong; what you say always counts.',
    'Paused means closed: the camera is released to the system.',
    'Attune is for your own face and your own music. It is not meant for work, school or watching other people.',
  ],
  about: 'About',
  version: (version: string) => `Attune ${version}`,
  licences:
    'MIT or Apache 2.0, as you choose. The works of others inside are listed with their licences in the folder “licences” of the installation.',
  releases: 'New versions',
  releasesAbout:
    'Attune never asks by itself whether there is one. This opens the page in your browser.',
  releasesOpen: 'Show releases',
  again: 'Show the introduction again',
};
