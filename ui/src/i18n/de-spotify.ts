import type { Messages } from './en';
import type { spotifyErrors as englishErrors } from './en-spotify';
import { account, check, wizard } from './de-spotify-account';
import { grammar } from './grammar';

const { count } = grammar('de');
const tracks = (n: number) => count(n, 'Titel', 'Titeln');

/** Texts about Spotify, in German. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: 'Nicht angemeldet',
  about:
    'Mach Playlists für deine Stimmung, nimm deine Spotify-Musik in die Warteschlange und spiel in deinen Spotify-Apps. Attune funktioniert auch ohne.',
  asking: 'Der Schlüsselbund wird nach einer gespeicherten Anmeldung gefragt …',
  setUp: 'Einrichten …',
  signIn: 'Anmelden',
  otherId: 'Andere Client-ID verwenden …',
  waiting: (time) =>
    `Spotify hat Attune gebeten, bis ${time} zu warten. Alles andere funktioniert weiter.`,
  wizard,
  check,
  account,
  plan: {
    title: 'Playlists und deine eigene Musik',
    works: 'In jedem Abo verfügbar.',
    control: 'In deinen Spotify-Apps abspielen',
    use: 'Die Warteschlange in meinen Spotify-Apps abspielen',
    controls: {
      untried:
        'Braucht Premium. Attune hat es noch nicht versucht, und Spotify sagt Apps nicht, welches Abo du hast.',
      works: 'Funktioniert mit deinem Abo.',
      needsPremium:
        'Braucht Premium, das dein Abo nicht enthält. Playlists und Links funktionieren.',
    },
  },
  own: {
    title: 'Deine Spotify-Musik in der Warteschlange',
    about:
      'Nimmt die von deinen gelikten, meistgehörten und zuletzt gehörten Titeln, die auch in Attunes Katalogen sind. Sie bleiben, bis du Attune schließt; nichts davon wird gespeichert oder gelernt.',
    bring: 'Verwenden',
    end: 'Nicht mehr verwenden',
    bringing: 'Deine Titel werden geholt …',
    found: (known, unknown) =>
      `${count(known, 'Titel wird', 'Titel werden')} verwendet. Bei ${count(unknown, 'weiteren', 'weiteren')} kennt Attune die Stimmung nicht.`,
    none: 'Keiner deiner Titel ist in Attunes Katalogen. Importier einen Katalog, der sie enthält.',
    here: 'von Spotify, bis du Attune schließt',
  },
  devices: {
    title: 'Geräte',
    about: 'Deine geöffneten Spotify-Apps. Wähl, wo die Musik spielt.',
    show: 'Geräte anzeigen',
    again: 'Aktualisieren',
    looking: 'Geräte werden gesucht …',
    none: 'Keine Spotify-App ist geöffnet.',
    open: 'Spotify öffnen',
    get: 'Spotify kostenlos holen',
    waiting: 'Attune wartet, bis Spotify geöffnet ist. Die Musik startet dann dort von selbst.',
    here: 'spielt hier',
    choose: (name) => `Auf ${name} abspielen`,
    locked: 'lässt sich nicht steuern',
  },
  playlist: {
    button: 'Spotify-Playlist erstellen',
    title: 'Aus dieser Warteschlange eine Spotify-Playlist erstellen',
    purpose: 'Playlist für',
    purposes: {
      mood: (word) => `die Stimmung: ${word}`,
      policy: (name) => `den Modus: ${name}`,
    },
    name: 'Name',
    description: 'Beschreibung',
    pattern: '{mood} wird durch die Stimmung oder den Modus ersetzt.',
    preview: 'Vorschau',
    looking: 'Die Titel werden bei Spotify gesucht …',
    willMake: (name, n) => `Das erstellt eine neue private Playlist „${name}“ mit ${tracks(n)}.`,
    willUpdate: (name, n) =>
      `Das ersetzt die Titel deiner Playlist „${name}“ durch ${n === 1 ? 'diesen Titel' : `diese ${n} Titel`}. Name, Beschreibung und Cover bleiben.`,
    nothing:
      'Keiner dieser Titel wurde bei Spotify gefunden, also gibt es nichts für eine Playlist.',
    missed: (n) => `${count(n, 'Titel wurde', 'Titel wurden')} bei Spotify nicht gefunden`,
    byNames: 'nach Titel und Künstler zugeordnet',
    back: 'Zurück',
    make: 'Playlist erstellen',
    update: 'Titel ersetzen',
    making: 'Die Playlist wird gespeichert …',
    made: (name, n) => `„${name}“ ist jetzt in deinem Spotify-Konto, mit ${tracks(n)}.`,
    updated: (name, n) => `„${name}“ hat jetzt ${count(n, 'Titel', 'Titel')}.`,
    open: 'Bei Spotify hören',
    close: 'Schließen',
  },
  attribution: { from: 'Titel und Künstler von Spotify.', open: 'Spotify öffnen' },
  embed: {
    title: 'Eingebetteter Spotify-Player',
    about:
      'Zeigt Spotifys eigenen Player für Titel, die es dort gibt. Er wird von open.spotify.com geladen, das dann deine IP-Adresse sieht.',
    frame: (title) => `Spotify-Player: ${title}`,
    loading: 'Der Spotify-Player wird geladen …',
    offline: 'Du bist offline, deshalb kann der Spotify-Player nicht gezeigt werden.',
    preview:
      'Spielt eine Vorschau von etwa 30 Sekunden. Öffne den Titel in Spotify, um ihn ganz zu hören.',
    link: 'Bei Spotify hören',
  },
};

/** Spotify’s errors by code, in German. */
export const spotifyErrors: typeof englishErrors = {
  browser_not_opened:
    'Dein Browser konnte nicht geöffnet werden. Kopier die Adresse selbst hinein.',
  keyring_unavailable:
    'Dieses System hat keinen Schlüsselbund, deshalb bleibst du nur angemeldet, bis du Attune schließt.',
  keyring_dismissed:
    'Die Frage nach dem Passwort des Schlüsselbunds wurde geschlossen oder konnte nicht gezeigt werden, deshalb kann Attune die Anmeldung darin nicht lesen. Starte Attune neu oder melde dich neu an, dann fragt er noch einmal.',
  keyring_locked:
    'Dein Schlüsselbund ist gesperrt, deshalb kann Attune die Anmeldung darin nicht lesen. Entsperr ihn und starte Attune neu.',
  keyring_silent:
    'Dein Schlüsselbund antwortet nicht. Vielleicht wartet er auf dein Passwort. Entsperr ihn und starte Attune neu.',
  keyring_unusable:
    'In deinem Schlüsselbund steht ein anderer Eintrag unter Attunes Namen. Lösch ihn und melde dich neu an.',
  playlist_not_planned: 'Sieh dir erst die Vorschau der Playlist an und erstell sie dann.',
  spotify_ends_soon:
    'Spotify beendet deine Anmeldung in weniger als zwei Wochen. Melde dich in den Einstellungen neu an.',
  spotify_not_signed_in: 'Du bist nicht bei Spotify angemeldet.',
  spotify_sign_in_ended: 'Deine Anmeldung bei Spotify ist abgelaufen. Alles andere funktioniert.',
  spotify_wrong_client_id: check.wrongClientId,
  spotify_denied: 'Attune hat keinen Zugriff auf Spotify bekommen. Melde dich neu an und stimm zu.',
  spotify_sign_in_timeout:
    'Die Anmeldung hat länger als zwei Minuten gedauert. Versuch es noch einmal.',
  spotify_owner_not_premium: check.ownerNotPremium,
  spotify_not_allow_listed: check.notAllowListed,
  spotify_playlist_not_owned:
    'Diese Playlist gehört einem anderen Konto, deshalb wurde sie nicht geändert.',
  spotify_premium_required:
    'Zum Steuern der Wiedergabe braucht es Spotify Premium. Playlists und Links funktionieren auch ohne.',
  spotify_no_active_device: 'Keine Spotify-App ist aktiv. Öffne Spotify oder wähl ein Gerät.',
  spotify_device_gone: 'Dieses Gerät ist nicht mehr verfügbar. Wähl ein anderes.',
  spotify_rate_limited:
    'Spotify hat Attune gebeten, eine Weile zu warten. In den Einstellungen steht, bis wann.',
  spotify_quota_exceeded:
    'Deine Spotify-App hat ihre Anfragen vorerst aufgebraucht. In den Einstellungen steht, wann es weitergeht.',
  spotify_offline:
    'Spotify ist nicht erreichbar. Alles andere funktioniert. Prüf deine Verbindung.',
};
