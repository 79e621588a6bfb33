import type { Messages } from './en';
import type { senseErrors as englishErrors } from './en-senses';
import { grammar } from './grammar';

const { number, percent } = grammar('de');

/** What the window says of the microphone and the pulse, in German. */
export const senses: Messages['senses'] = {
  label: 'Mikrofon und Puls',
  name: { voice: 'Mikrofon', pulse: 'Puls', cameraPulse: 'Puls per Kamera' },
  state: {
    voice: {
      off: 'Mikrofon aus',
      starting: 'Mikrofon startet …',
      on: 'Hört zu',
      waiting: 'Mikrofon getrennt, Attune wartet darauf',
      away: 'Mikrofon aus, während du weg warst',
      failed: 'Mikrofon konnte nicht starten',
    },
    pulse: {
      off: 'Puls aus',
      starting: 'Attune sucht deinen Gurt …',
      on: 'Puls',
      waiting: 'Gurt außer Reichweite, Attune wartet darauf',
      away: 'Gurt getrennt, während du weg warst',
      failed: 'Gurt konnte nicht verbunden werden',
    },
    cameraPulse: {
      off: 'Puls per Kamera',
      starting: 'Kamera startet …',
      on: 'Dein Puls wird gemessen',
      waiting: 'Kamera getrennt, Attune wartet auf sie',
      away: 'Puls per Kamera',
      failed: 'Puls konnte nicht gemessen werden',
    },
  },
  reopened: 'wieder an, du warst kurz weg',
  beats: (rate) => `${number(rate)} Schläge pro Minute`,
  battery: (charge) => `Batterie ${percent(charge / 100)}`,
  signal: { clear: 'klares Signal', fair: 'brauchbares Signal', weak: 'erste Messung' },
  gap: {
    noSpeech: 'wartet, bis du sprichst',
    tooShort: 'bitte etwas länger',
    tooNoisy: 'zu viel Lärm um dich herum',
    music: 'hört Musik',
    clipped: 'zu laut: etwas weiter weg vom Mikrofon',
    severalVoices: 'mehrere Leute sprechen',
    muted: 'das Mikrofon ist stummgeschaltet',
    noContact: 'der Gurt berührt deine Haut nicht',
    noBeat: 'kein Herzschlag zu spüren',
    learningRest: 'lernt deinen Ruhepuls',
    exercise: 'du bewegst dich gerade, deshalb zählt er nicht',
    measuring: 'halt still, mit Licht im Gesicht',
    noFace: 'nur dein Gesicht darf im Bild sein',
    moreLight: 'bitte mehr Licht im Gesicht',
    lessLight: 'bitte weniger Licht im Gesicht',
    tooFar: 'komm näher an die Kamera',
    holdStill: 'bitte still halten',
    tooFewPictures: 'die Kamera liefert zu wenige Bilder pro Sekunde',
    noClearPulse: 'kein klarer Puls',
  },
  sounded: (word, ago) => `du klangst ${word}, ${ago}`,
  tone: {
    lively: 'lebhaft',
    calm: 'ruhig',
    even: 'ausgeglichen',
    pleasant: 'erfreut',
    unpleasant: 'missmutig',
    and: (energy, pleasure) => `${energy} und ${pleasure}`,
  },
  say: 'Sag, wie es dir geht',
  listenAlong: 'Mithören',
  connect: 'Gurt verbinden',
  measure: 'Puls messen',
  measurement: 'Messung deines Pulses',
  stop: 'Stopp',
  stopAll: 'Alle Sensoren stoppen',
  again: 'Erneut versuchen',
  explain: {
    title: { voice: 'Dein Tonfall', pulse: 'Dein Puls', cameraPulse: 'Dein Puls per Kamera' },
    infers: {
      voice:
        'Attune schätzt daraus, wie du klingst, nie daraus, was du sagst, wie lebhaft und wie angenehm deine Stimmung vielleicht ist. Es kann sich irren: Stimmen sind verschieden, und Schauspielern, eine Erkältung oder ein lauter Raum führen es in die Irre.',
      pulse:
        'Attune schätzt daraus, wie schnell dein Herz im Vergleich zu deinem Ruhepuls schlägt, wie viel Energie du vielleicht hast. Es sagt nichts über deine Gesundheit und ist kein Medizinprodukt.',
      cameraPulse:
        'Eine halbe Minute lang misst Attune an winzigen Änderungen deiner Hautfarbe, wie schnell dein Herz schlägt, und schätzt daraus, wie viel Energie du vielleicht hast. Setz dich bei gleichmäßigem Licht nah vor die Kamera und halt still. Wo es sich nicht sicher ist, zeigt es keine Zahl. Es ist kein Medizinprodukt.',
    },
    keeps: {
      voice:
        'Höchstens die letzten 8 Sekunden Ton bleiben beim Zuhören im Arbeitsspeicher und werden nie gespeichert oder gesendet. Aufbewahrt wird deine Stimmung in deinem Verlauf.',
      pulse:
        'Kein Herzschlag wird gespeichert oder gesendet. Aufbewahrt werden deine Stimmung in deinem Verlauf und drei Zahlen für deinen Ruhepuls.',
      cameraPulse:
        'Die mittleren Farben von zwölf Teilen deines Gesichts bleiben eine halbe Minute im Arbeitsspeicher und werden nie gespeichert oder gesendet, und kein Bild. War die Kamera aus, ist sie nur dafür an und danach wieder aus. Aufbewahrt werden deine Stimmung in deinem Verlauf und drei Zahlen für deinen Ruhepuls.',
    },
    stops:
      'Es ist nur an, wenn du es einschaltest, und der Zustand steht immer hier. „Stopp“ schaltet das Gerät sofort ab. Was gelernt wurde, steht unter „Was Attune gelernt hat“, wo du es löschen kannst.',
    accept: 'Einschalten',
    cancel: 'Nicht jetzt',
    heading: {
      infers: 'Was daraus geschlossen wird',
      keeps: 'Was aufbewahrt wird',
      stops: 'Wie du es stoppst',
    },
  },
  settings: {
    title: 'Mikrofon und Puls',
    microphone: 'Mikrofon',
    microphoneFirst: 'Standard des Systems',
    microphoneNone: 'Kein Mikrofon gefunden',
    strap: 'Brustgurt',
    strapFirst: 'Erster Gurt in Reichweite',
    strapNone: 'Kein Gurt in Reichweite',
    gone: 'Gewähltes Gerät (getrennt)',
    search: 'Suchen',
    searching: 'Sucht …',
    explain: 'Was Attune aus Stimme und Puls schließt',
    explainAbout: 'Die Erklärung vom ersten Einschalten.',
    show: 'Anzeigen',
  },
};

/** Errors of microphone and strap by code, in German. */
export const senseErrors: typeof englishErrors = {
  bluetooth_unavailable:
    'Bluetooth ist aus oder fehlt, deshalb ist kein Gurt erreichbar. Schalte es ein und versuch es erneut. Alles andere funktioniert.',
  microphone_busy:
    'Ein anderes Programm benutzt das Mikrofon. Schließ es dort und versuch es erneut.',
  microphone_denied:
    'Attune darf das Mikrofon nicht benutzen. Erlaube es in den Systemeinstellungen und versuch es erneut.',
  microphone_format:
    'Attune kann den Ton dieses Mikrofons nicht verwenden. Wähl in den Einstellungen ein anderes.',
  microphone_lost:
    'Das Mikrofon wurde abgezogen oder arbeitet nicht mehr. Es startet wieder, sobald es zurück ist.',
  microphone_none:
    'Es wurde kein Mikrofon gefunden. Schließ eines an und versuch es erneut, oder zieh den Punkt selbst.',
  microphone_stuck:
    'Das Mikrofon antwortet nicht und ist vielleicht noch an. Zieh es ab oder wähl ein anderes.',
  strap_lost:
    'Der Gurt ist außer Reichweite oder hat sich abgeschaltet. Er verbindet sich, sobald er zurück ist.',
  strap_none: 'Kein Brustgurt in Reichweite. Leg ihn an, damit er aufwacht, und versuch es erneut.',
  strap_stuck: 'Bluetooth antwortet nicht. Schalte es aus und wieder ein und versuch es erneut.',
  voice_model:
    'Das Modell, das Stimmen liest, fehlt oder ist beschädigt. Alles andere funktioniert. Installiere Attune neu, um das zu beheben.',
};
