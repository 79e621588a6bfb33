import { backup } from './de-backup';
import { camera } from './de-camera';
import { errors } from './de-errors';
import { first } from './de-first';
import { history } from './de-history';
import { learned } from './de-learned';
import { library, queue, report } from './de-library';
import { own } from './de-own';
import { player, soundscape } from './de-player';
import { senses } from './de-senses';
import { reasons } from './de-reasons';
import { rows } from './de-rows';
import { servers } from './de-servers';
import { settings } from './de-settings';
import { shortcuts } from './de-shortcuts';
import { spotify } from './de-spotify';
import { stated } from './de-stated';
import { terms } from './de-terms';
import type { Messages } from './en';
import { services } from './en-player';
import { grammar } from './grammar';

const { count, number } = grammar('de');

/** Every text of the window, in German: informal, as music apps speak to their listeners. */
export const de: Messages = {
  app: { name: 'Attune', loading: 'Wird geladen …', skip: 'Zum Inhalt springen' },
  nav: {
    label: 'Ansichten',
    now: 'Jetzt',
    library: 'Bibliothek',
    history: 'Verlauf',
    settings: 'Einstellungen',
    keys: 'Tastenkürzel',
  },
  words: {
    cheerful: 'fröhlich',
    excited: 'aufgedreht',
    content: 'zufrieden',
    calm: 'ruhig',
    tired: 'müde',
    down: 'bedrückt',
    tense: 'angespannt',
    upset: 'aufgebracht',
    surprised: 'überrascht',
    neutral: 'neutral',
  },
  mood: {
    may: {
      face: (word) => `Du wirkst vielleicht ${word}`,
      voice: (word) => `Du klingst vielleicht ${word}`,
      pulse: (word) => `Du bist vielleicht ${word}`,
    },
    youSaid: (word) => `Du fühlst dich ${word}`,
    howAreYou: 'Wie geht es dir?',
    notSure: 'Nicht sicher',
    confidence: {
      notSure: 'nicht sicher',
      maybe: 'vielleicht',
      fairlySure: 'ziemlich sicher',
      sure: 'sicher',
    },
    reason: {
      nothingYet: 'Attune kennt deine Stimmung noch nicht.',
      noFace: 'Kein Gesicht im Bild. Setz dich so hin, dass die Kamera dich sieht.',
      severalFaces:
        'Es ist mehr als ein Gesicht im Bild. Attune liest deines nur, wenn du allein zu sehen bist.',
      tooLongAgo:
        'Attune hat dich eine Weile nicht gesehen. Setz dich vor die Kamera oder zieh den Punkt.',
      tooDark: 'Es ist zu dunkel, um dein Gesicht zu lesen. Mehr Licht von vorn hilft.',
      tooBright:
        'Das Licht auf deinem Gesicht ist zu hell. Dreh dich von der Lampe oder vom Fenster weg.',
      blurred: 'Dein Gesicht ist unscharf. Halt still oder putz die Linse.',
      tooSmall: 'Dein Gesicht ist zu weit weg. Komm näher an die Kamera.',
      hidden: 'Dein Gesicht ist abgewandt oder verdeckt. Schau zur Kamera.',
      unfamiliar:
        'Was im Bild ist, sieht kaum nach einem Gesicht aus. Prüf, wohin die Kamera zeigt.',
    },
    nothingSensedFor: {
      face: (time) => `Attune hat dich seit ${time} nicht gesehen.`,
      voice: (time) => `Attune hat dich seit ${time} nicht gehört.`,
      pulse: (time) => `Attune hat deinen Puls seit ${time} nicht gespürt.`,
    },
    ambiguous: {
      face: 'Dein Ausdruck kann verschiedenes bedeuten. Zieh den Punkt, wenn du es besser weißt.',
      voice: 'Dein Tonfall sagt noch nicht genug. Sprich weiter oder zieh den Punkt.',
      pulse: 'Dein Puls allein sagt nicht genug. Zieh den Punkt oder starte die Kamera.',
    },
    notSureKeeps: 'Die Musik bleibt, wie sie ist.',
    notSureStart: 'Zieh den Punkt oder schalte die Kamera ein.',
    sensed: {
      face: (ago) => `gesehen ${ago}`,
      voice: (ago) => `gehört ${ago}`,
      pulse: (ago) => `Puls gespürt ${ago}`,
    },
    setByYou: 'Von dir gesetzt',
    minutesLeft: (minutes) => (minutes < 1 ? 'noch unter 1 Min.' : `noch ${number(minutes)} Min.`),
    undo: 'Rückgängig',
    undoCorrection: 'Rückgängig: zurück zu dem, was die Kamera sieht',
    correct: 'Stimmt nicht? Zieh den Punkt.',
    draft: 'Eingabetaste setzt, Esc bricht ab.',
    letGo: 'Loslassen zum Setzen',
    stillFollows: (word, seconds) =>
      `Die Musik folgt noch „${word}“ · wechselt in etwa ${number(seconds)} s`,
  },
  plane: {
    label: 'Stimmung, von unangenehm bis angenehm und von ruhig bis lebhaft',
    dot: 'Stimmung: ziehen, oder Pfeiltasten und Eingabetaste',
    hold: 'Zielstimmung: ziehen, oder Pfeiltasten und Eingabetaste',
    twoDimensional: 'zweidimensionaler Regler',
    energetic: 'lebhaft',
    calm: 'ruhig',
    pleasant: 'angenehm',
    unpleasant: 'unangenehm',
    middle: 'in der Mitte',
    dark: 'dunkel',
    bright: 'hell',
    slightly: (what) => `etwas ${what}`,
    very: (what) => `sehr ${what}`,
    goal: 'Ziel',
  },
  camera,
  drop: {
    here: 'Leg Musik ab, um sie zu hören, einen Ordner, um ihn hinzuzufügen, eine Playlist oder CSV-Datei zum Öffnen oder ein Foto, um seine Stimmung zu lesen',
    private: 'Ein Foto wird einmal auf diesem Computer gelesen und nie aufbewahrt.',
    leftOut: (name, files) =>
      `Mit ${files === 1 ? name : `${name} und ${count(files - 1, 'weiteren Datei', 'weiteren Dateien')}`} kann Attune nichts anfangen. Es öffnet Musik, Playlists, Ordner, CSV-Dateien und Fotos.`,
    tooMany: (more) =>
      `${count(more, 'weitere Datei passt', 'weitere Dateien passen')} nicht in die Warteschlange.`,
    addTitle: (folders) =>
      folders === 1
        ? 'Diesen Ordner zu deiner Musik hinzufügen?'
        : 'Diese Ordner zu deiner Musik hinzufügen?',
    addAbout:
      'Attune liest und analysiert den Inhalt nur auf diesem Computer und ändert die Dateien nie.',
    add: 'Zu meiner Musik hinzufügen',
  },
  senses,
  policy: {
    label: 'Was die Musik tun soll',
    name: {
      match: 'Passend',
      lift: 'Aufhellen',
      calm: 'Beruhigen',
      energise: 'Beleben',
      hold: 'Halten',
      classic: 'Klassisch',
    },
    about: {
      match: 'Passt zu deiner Stimmung',
      lift: 'Hellt deine Stimmung auf, Song für Song',
      calm: 'Bringt Ruhe hinein, Song für Song',
      energise: 'Bringt Schwung hinein, Song für Song',
      hold: 'Bleibt beim Ring. Zieh ihn, wohin du willst',
      classic: 'Eine feste Liste je Ausdruck. Bei gedrückter Stimmung fröhliche Songs',
    },
    toGo: (songs) => `noch ${count(songs, 'Song', 'Songs')}`,
    goal: (place) => `Ziel: ${place}.`,
    chosenBy: (name, look) => `${name}, weil du ${look} aussiehst`,
  },
  track: {
    now: 'Läuft gerade',
    because: (reasons) => `weil ${reasons}`,
    resumed: 'da, wo du aufgehört hast',
    and: ' und ',
    open: (service) => `Bei ${service} hören`,
    openElsewhere: 'Bei einem anderen Dienst hören',
    playHere: 'Auf diesem Computer abspielen',
    like: 'Gefällt mir',
    liked: 'Gefällt dir',
    never: 'Nie wieder spielen',
    wrongMood: 'Guter Song, falsche Stimmung',
    next: 'Nächster Titel',
    likeOf: (title) => `„${title}“ gefällt mir`,
    neverOf: (title) => `„${title}“ nie wieder spielen`,
    pin: (title) => `„${title}“ in der Warteschlange anheften`,
    unpin: (title) => `„${title}“ lösen`,
    key: (label, key) => `${label} (${key})`,
    tile: (mood) => `klingt ${mood}`,
    why: 'Alle Gründe',
    whyOf: (title) => `Warum „${title}“ in der Warteschlange ist`,
    more: 'Mehr zu diesem Titel',
    moreOf: (title) => `Mehr zu „${title}“`,
    menu: {
      play: 'Jetzt abspielen',
      up: 'Nach oben',
      down: 'Nach unten',
      remove: 'Aus der Warteschlange entfernen',
      wrongMood: 'Guter Song, falsche Stimmung',
      affect: 'Stimmung festlegen …',
      never: 'Diesen Song nie spielen',
      artistNever: (artist) => `${artist} nie spielen`,
    },
    affect: {
      title: (title) => `Wie klingt „${title}“ für dich?`,
      about:
        'Zieh den Punkt auf die Stimmung der Musik. Attune richtet sich danach, wenn es die Warteschlange füllt.',
      dot: 'Stimmung dieses Songs: ziehen oder Pfeiltasten',
      save: 'Stimmung festlegen',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'Hinweise', dismiss: 'Ausblenden' },
  keys: {
    title: 'Tastenkürzel',
    views: 'Jetzt, Bibliothek, Verlauf, Einstellungen',
    space: 'Leertaste',
    enterKey: 'Eingabe',
    play: 'Abspielen oder Pause',
    previous: 'Zum Anfang des Titels oder zum vorigen Titel',
    next: 'Nächster Titel',
    like: 'Dieser Titel gefällt mir',
    never: 'Diesen Titel nie wieder spielen',
    undo: 'Letzte Aktion an einem Titel rückgängig machen',
    search: 'Bibliothek durchsuchen',
    back: 'Fünf Sekunden zurück oder vor',
    louder: 'Leiser oder lauter',
    mini: 'Mini-Player öffnen oder schließen',
    help: 'Diese Tastenkürzel zeigen',
    arrows: 'Den Punkt bewegen, wenn er den Fokus hat',
    enter: 'Den Punkt setzen',
    close: 'Schließen',
  },
  time: {
    now: 'gerade eben',
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} Min.`,
    hours: (n) => `${n} Std.`,
    ago: (time) => `vor ${time}`,
  },
  dialog: { close: 'Schließen' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};
