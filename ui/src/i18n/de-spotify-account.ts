import type { Messages } from './en';

/** Setting up access to Spotify, in German. “User Management” and the like are names of Spotify’s pages. */
export const wizard: Messages['spotify']['wizard'] = {
  title: 'Spotify einrichten',
  step: (at, of) => `Schritt ${at} von ${of}`,
  back: 'Zurück',
  next: 'Weiter',
  why: 'Warum du eine eigene Spotify-App brauchst',
  whyLines: [
    'Spotify begrenzt eine neue App auf fünf Personen, und nur solange ihr Besitzer Premium hat. Eine App für alle setzt ein eingetragenes Unternehmen voraus.',
    'Deshalb bringt Attune keine mit. Du legst in ein paar Minuten deine eigene an. Du brauchst Premium dafür, aber es kostet nichts extra.',
    'Nur du benutzt sie: Attunes Anfragen gehen von diesem Computer an Spotify und sonst nirgendwohin.',
  ],
  make: 'Die App anlegen',
  steps: [
    'Öffne Spotifys Entwickler-Dashboard, melde dich an und wähl „Create app“. Name und Beschreibung sind beliebig.',
    'Gib unter „Redirect URI“ genau diese Adresse ein, ohne Port:',
    'Wähl „Web API“, stimm den Bedingungen zu und speicher.',
    'Trag unter „User Management“ Name und E-Mail-Adresse jedes Kontos ein, das sie benutzt, auch deines.',
    'Kopier die „Client ID“. Das Client Secret braucht Attune nicht, gib es also nicht weiter.',
  ],
  dashboard: 'Dashboard öffnen',
  redirect: 'Redirect URI',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyByHand: 'Drück Strg+C, um den markierten Text zu kopieren',
  enter: 'Client-ID eingeben',
  clientId: 'Client-ID',
  clientIdHint: '32 Buchstaben und Ziffern',
  noClientId: 'Gib zuerst deine Client-ID ein.',
  test: 'Testen',
  testing: 'Wird bei Spotify geprüft …',
  signIn: 'Bei Spotify anmelden',
  browser: 'Weiter geht es in deinem Browser: Stimm auf Spotifys Seite zu und komm hierher zurück.',
  browserNot: 'Falls sich keine Seite geöffnet hat, kopier diese Adresse in einen Browser:',
  address: 'Adresse der Anmeldeseite',
  cancel: 'Abbrechen',
};

/** What a test of the access found, in German. */
export const check: Messages['spotify']['check'] = {
  works: (name) =>
    name === null ? 'Alles funktioniert.' : `Alles funktioniert. Angemeldet als ${name}.`,
  needsSignIn: 'Die Client-ID ist gültig. Melde dich an, um den Rest zu prüfen.',
  wrongClientId:
    'Spotify kennt diese Client-ID nicht. Kopier sie noch einmal von der Seite deiner App.',
  ownerNotPremium:
    'Das Konto, dem die App gehört, hat kein Premium, deshalb lehnt Spotify jede Anfrage ab. Nach dem Abschluss kann es ein paar Stunden dauern.',
  notAllowListed:
    'Dieses Konto steht nicht auf der Liste deiner App. Trag es im Dashboard unter „User Management“ ein.',
  offline: 'Spotify ist nicht erreichbar. Prüf deine Verbindung und teste noch einmal.',
};

/** The account that is signed in, in German. */
export const account: Messages['spotify']['account'] = {
  as: (name) => `Angemeldet als ${name}`,
  signedIn: 'Angemeldet',
  app: (id) => `Deine App: ${id}`,
  test: 'Testen',
  ends: (day) => `Spotify beendet diese Anmeldung am ${day}.`,
  endsSoon: (day) =>
    `Spotify beendet deine Anmeldung am ${day}. Melde dich neu an, um weiterzumachen.`,
  again: 'Neu anmelden',
  session:
    'Dein Schlüsselbund ließ sich nicht benutzen, deshalb bleibst du nur angemeldet, bis du Attune schließt.',
  sessionWhy: {
    keyring_dismissed:
      'Die Frage nach seinem Passwort wurde geschlossen oder konnte nicht gezeigt werden. Melde dich neu an, dann fragt er noch einmal.',
    keyring_locked:
      'Er ist gesperrt. Entsperr ihn und melde dich neu an, um angemeldet zu bleiben.',
    keyring_silent: 'Er antwortet nicht. Vielleicht wartet er auf dein Passwort.',
    keyring_unavailable: 'Dieses System hat keinen.',
    keyring_unusable:
      'Darin steht ein anderer Eintrag unter Attunes Namen. Lösch ihn und melde dich neu an.',
  },
  signOut: 'Abmelden …',
  signOutTitle: 'Bei Spotify abmelden?',
  signOutBody:
    'Deine Anmeldung, deine Client-ID und alles andere, was Attune über Spotify speichert, werden von diesem Computer gelöscht. Deine Playlists bleiben in deinem Konto.',
  signOutDo: 'Abmelden',
  permissions: 'Attunes Zugriff auf Spotifys Website entziehen',
};
