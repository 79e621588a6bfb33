import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('de');
const songs = (n: number) => count(n, 'Song', 'Songs');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in German. */
export const servers: Messages['servers'] = {
  title: 'Server',
  none: 'Dein Musikserver',
  noneAbout:
    'Spiel Musik von Navidrome, Gonic, LMS, Ampache, Nextcloud Music oder einem anderen Server, der Subsonic spricht.',
  add: 'Server hinzufügen',
  another: 'Weiterer Server',
  anotherAbout: 'Attune verbindet sich nur mit den Servern, die du hier hinzufügst.',
  first: {
    name: 'Mein Server',
    about: 'Navidrome, Gonic, Nextcloud Music oder ein anderer Server, der Subsonic spricht.',
  },
  form: {
    title: 'Server hinzufügen',
    again: (name) => `Bei ${name} anmelden`,
    address: 'Adresse',
    addressHint: 'https://musik.example.org',
    with: 'Anmelden mit',
    withs: { password: 'Passwort', apiKey: 'API-Schlüssel' },
    listener: 'Dein Name auf dem Server',
    password: 'Passwort',
    key: 'API-Schlüssel',
    name: 'Name in Attune (optional)',
    nameHint: 'Zu Hause',
    kept: 'Wird im Schlüsselbund dieses Systems aufbewahrt.',
    test: 'Testen',
    testing: 'Wird getestet …',
    add: 'Server hinzufügen',
    adding: 'Wird hinzugefügt …',
    signIn: 'Anmelden',
    missing: (field, way) => {
      if (field === 'address') return 'Gib die Adresse deines Servers ein.';
      if (field === 'listener') return 'Gib deinen Namen auf dem Server ein.';
      return way === 'apiKey' ? 'Gib den API-Schlüssel ein.' : 'Gib dein Passwort ein.';
    },
  },
  check: {
    works: (program) =>
      program === null ? 'Es funktioniert.' : `Es funktioniert. Auf dem Server läuft ${program}.`,
    sendsPassword: 'Er akzeptiert nur das Passwort selbst, deshalb sendet Attune genau das.',
    wrongAddress: 'Prüf die Adresse',
    certificate: 'Ist das dein Server?',
    wrongPassword: 'Prüf Name und Passwort',
    plainPassword: 'Dein Passwort könnte mitgelesen werden',
    version: 'Der Server ist zu alt oder zu neu',
    failed: 'Der Server ist nicht bereit',
  },
  certificate: {
    problems: {
      unknown: 'Keine bekannte Stelle bürgt für das Zertifikat des Servers.',
      expired: 'Das Zertifikat des Servers ist abgelaufen.',
      otherName: 'Das Zertifikat des Servers wurde für eine andere Adresse ausgestellt.',
      changed:
        'Der Server zeigt ein anderes Zertifikat als das, das du akzeptiert hast. Wenn du es nicht ersetzt hast, könnte jemand zwischen dir und deinem Server sitzen.',
      other: 'Das Zertifikat des Servers lässt sich nicht prüfen.',
    },
    compare:
      'Vergleich diesen SHA-256-Fingerabdruck mit dem, den dein Server zeigt. Akzeptier ihn nur, wenn beide gleich sind.',
    fingerprint: 'Fingerabdruck',
    accept: 'Beide sind gleich. Akzeptieren',
  },
  plain: {
    about:
      'Dieser Server akzeptiert nur das Passwort selbst, und die Verbindung ist nicht verschlüsselt: Andere im Netzwerk könnten es mitlesen. Eine Adresse, die mit https:// beginnt, verhindert das.',
    send: 'Trotzdem senden',
  },
  songs,
  loaded: (n) => `${songs(n)} auf diesem Computer`,
  readAt: (day, time) => `zuletzt gelesen: ${day}, ${time}`,
  neverRead: 'noch nicht zu Ende gelesen',
  as: (listener) => `als ${listener}`,
  asKey: 'mit einem API-Schlüssel',
  waits: 'Wartet auf einen anderen Server',
  reading: (read, total) =>
    total === null
      ? `Wird gelesen · ${songs(read)}`
      : `${number(read)} von ${songs(total)} gelesen`,
  stops: 'Wird angehalten …',
  readingLabel: 'Fortschritt beim Lesen',
  stop: 'Lesen anhalten',
  found: {
    same: 'Es hat sich nichts geändert.',
    changes: (added, changed, removed) =>
      Object.entries({ neu: added, geändert: changed, 'nicht mehr da': removed })
        .filter(([, n]) => n > 0)
        .map(([word, n]) => `${number(n)} ${word}`)
        .join(', '),
    stopped: 'Angehalten. Was gelesen wurde, bleibt.',
  },
  scan: 'Nach Änderungen suchen',
  more: (name) => `Mehr zu ${name}`,
  scanAgain: 'Alles neu einlesen',
  test: 'Verbindung testen',
  signInAgain: 'Neu anmelden',
  unsaved:
    'Dein Passwort konnte nicht gespeichert werden, deshalb wirst du nach einem Neustart danach gefragt.',
  scrobbles: 'Melden, was du hörst',
  scrobblesAbout: 'Der Server zählt Wiedergaben und kann sie weitergeben, zum Beispiel an Last.fm.',
  stars: 'Melden, was dir gefällt',
  starsAbout: 'Ein Song, der dir hier gefällt, bekommt dort einen Stern.',
  tell: (what, name) => `${name}: ${what}`,
  cache: 'Platz für geladene Songs',
  cacheAbout: (used, limit) =>
    `${size(used)} von ${size(limit)} belegt. Am längsten nicht gehörte Songs machen neuen Platz; geladene Songs spielen auch ohne den Server.`,
  size,
  remove: 'Entfernen',
  removeTitle: (name) => `${name} entfernen?`,
  removeBody:
    'Attune vergisst die Songs, was es beim Anhören gelernt hat, geladene Dateien und dein Passwort. Auf dem Server ändert sich nichts.',
  removeDo: 'Server entfernen',
};
