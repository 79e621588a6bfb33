import type { Messages } from './en';

/** The settings view, in German. */
export const settings: Messages['settings'] = {
  title: 'Einstellungen',
  camera: 'Kamera',
  cameraChoice: 'Verwendete Kamera',
  cameraAtStart: 'Kamera beim Start von Attune einschalten',
  cameraAtStartAbout: 'Sonst bleibt sie aus, bis du sie startest.',
  closeWhenAway: 'Kamera, Mikrofon und Gurt ausschalten, wenn du weg bist',
  closeWhenAwayAbout:
    'Wenn der Bildschirm gesperrt ist, der Computer schläft oder sein Deckel zu ist. Was an war, geht wieder an, wenn du zurück bist.',
  lookRate: 'Wie oft Attune hinsieht',
  lookRateAbout:
    'Attune liest dein Gesicht zwei-, fünf- oder zehnmal pro Sekunde. Weniger Blicke schonen den Akku.',
  lookRates: { batterySaver: 'Sparsam', balanced: 'Ausgewogen', frequent: 'Häufig' },
  music: 'Musik',
  pace: 'Tempo',
  paceAbout: 'Wie schnell die Musik einer Änderung der Stimmung folgt.',
  paceCalm: 'langsam',
  paceLively: 'schnell',
  expressions: 'Nach Ausdruck wählen',
  byExpression: 'Mein Gesichtsausdruck soll wählen, was die Musik tut',
  byExpressionAbout:
    'Es wechselt, sobald dein Gesicht bei einem Ausdruck bleibt. Wenn du selbst „Passend“, „Aufhellen“ oder etwas anderes wählst, geht das hier aus.',
  whenILook: 'Wenn ich so aussehe:',
  thePolicy: 'soll die Musik',
  policyFor: (look) => `Was die Musik tut, wenn ich ${look} aussehe`,
  expressionsReset: 'Standard wiederherstellen',
  expressionsAreDefault: 'Das ist der Standard.',
  appearance: 'Darstellung',
  theme: 'Design',
  language: 'Sprache',
  languageSystem: (name) => `System (${name})`,
  themes: { system: 'System', light: 'Hell', dark: 'Dunkel' },
  data: 'Deine Daten',
  exportTitle: 'Export',
  export: 'Als JSON exportieren',
  exportAbout:
    'Speichert Verlauf, Feedback, Kataloge, Musikordner, Titel und Einstellungen in einer Datei.',
  rawTables: 'Formeln in Tabellen',
  rawTablesAbout:
    'Exportiert Titel, die mit =, +, - oder @ beginnen, so wie sie sind. Sonst bekommen sie einen Apostroph, damit eine Tabellenkalkulation sie nicht als Formeln ausführt.',
  exported: (path) => `Gespeichert unter ${path}`,
  help: 'Hilfe',
  diagnostics: 'Diagnose',
  diagnosticsAbout:
    'Versionen, Größen, Zustände und wo Fehler aufgetreten sind, zum Mitschicken, wenn etwas nicht funktioniert. Keine Namen, Titel, Pfade oder Anmeldungen.',
  diagnosticsCopy: 'Diagnose kopieren',
  diagnosticsCopied: 'In die Zwischenablage kopiert',
  diagnosticsByHand:
    'Die Zwischenablage ließ sich nicht benutzen. Markier den Text unten und kopier ihn.',
  erase: 'Löschen …',
  eraseAbout:
    'Dein Verlauf, dein Feedback, importierte Kataloge, was Attune über deine Musik weiß, Einstellungen und die Anmeldung bei Spotify.',
  eraseTitle: 'Alles löschen?',
  eraseBody:
    'Alles, was Attune hier über dich speichert, wird gelöscht: dein Verlauf, dein Feedback, importierte Kataloge, was es über deine Musikdateien weiß, Einstellungen und die Anmeldung bei Spotify. Die Musikdateien selbst bleiben. Das lässt sich nicht rückgängig machen.',
  eraseType: (word) => `Gib zur Bestätigung „${word}“ ein`,
  eraseWord: 'löschen',
  eraseDo: 'Alles löschen',
  cancel: 'Abbrechen',
  privacy: 'Datenschutz',
  privacyLines: [
    'Kamerabilder werden auf diesem Gerät im Arbeitsspeicher gelesen und sofort verworfen. Keines wird gespeichert oder gesendet.',
    'Attune speichert deine geschätzte Stimmung, dein Feedback zu Titeln und deine Kataloge, und zwar nur auf diesem Gerät.',
    'Ein Gesicht zeigt einen Ausdruck, kein Gefühl. Attune kann sich irren; was du sagst, gilt immer.',
    'Pause heißt aus: Die Kamera wird dem System zurückgegeben.',
    'Attune ist für dein eigenes Gesicht und deine eigene Musik da. Es ist nicht für Arbeit, Schule oder das Beobachten anderer gedacht.',
  ],
  about: 'Über Attune',
  version: (version) => `Attune ${version}`,
  licences:
    'MIT oder Apache 2.0, wie du möchtest. Enthaltene Werke anderer sind mit ihren Lizenzen im Ordner „licences“ der Installation aufgeführt.',
  releases: 'Neue Versionen',
  releasesAbout:
    'Attune fragt nie von selbst, ob es eine gibt. Das hier öffnet die Seite in deinem Browser.',
  releasesOpen: 'Versionen anzeigen',
  again: 'Einführung noch einmal zeigen',
};
