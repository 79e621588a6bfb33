import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('de');
const plays = (n: number) => count(n, 'Wiedergabe oder Bewertung', 'Wiedergaben und Bewertungen');

/** The page “What Attune has learned”, and calibration to the listener’s neutral face, in German. */
export const learned: Messages['learned'] = {
  title: 'Was Attune gelernt hat',
  about:
    'All das hat Attune auf diesem Gerät aus dem gelernt, was du getan und gesagt hast, und es bleibt nur hier. Du kannst jeden Teil für sich löschen.',
  open: 'Anzeigen',
  openAbout:
    'Dein Geschmack, was gesperrt ist und wie dein Gesicht gelesen wird. Du kannst alles davon löschen.',
  link: 'Was Attune gelernt hat',
  back: 'Einstellungen',
  loading: 'Wird geladen …',
  all: (n) => `Alle ${n} anzeigen`,
  fewer: 'Weniger anzeigen',
  forget: 'Löschen …',
  forgetDo: 'Löschen',
  confirm: {
    taste: 'Löschen',
    likes: 'Alle entfernen',
    blocked: 'Alles erlauben',
    trackMoods: 'Löschen',
  },
  plays,
  stated: {
    like: 'du hast gesagt, dass du es magst',
    ratherNot: 'du hast gesagt, dass es nichts für dich ist',
    related: 'zum Teil aus anderem, was du Attune gesagt hast',
  },
  taste: {
    title: 'Dein Geschmack',
    from: (n) =>
      `Gelernt aus ${count(n, 'Wiedergabe oder Bewertung', 'Wiedergaben und Bewertungen')}.`,
    likes: 'Das magst du eher',
    dislikes: 'Das überspringst du eher',
    nothing: 'Noch nichts.',
    nothingDo: 'Hör Titel, like sie oder überspring sie: Dann erscheinen deine Vorlieben hier.',
    nothingClear: 'Bisher sticht nichts heraus.',
  },
  past: {
    title: 'Dein Hörverlauf',
    about:
      'Bring mit, was du anderswo gehört hast, dann kennt Attune deinen Geschmack schneller. Gelesen werden Spotifys Datenexport, Last.fm (CSV), ListenBrainz und iTunes-Mediatheken. Alles bleibt auf diesem Gerät.',
    bring: 'Hörverlauf mitbringen …',
    reading: 'Dein Hörverlauf wird gelesen …',
    of: (source) => `Dein Hörverlauf von ${source}`,
    plays: 'Wiedergaben',
    songs: 'Songs',
    span: 'Von – bis',
    found: 'Songs in deiner Bibliothek',
    unread: 'Nicht lesbare Einträge',
    leftOut: 'Podcasts, Videos und private Sitzungen, ausgelassen',
    more: (n) => `und ${n} weitere`,
    problem: {
      unnamed: 'kein Titel oder kein Interpret',
      time: 'keine lesbare Zeit',
      malformed: 'kein Eintrag dieses Formats',
    },
    use: 'Verwenden',
    taking: 'Dein Hörverlauf wird übernommen …',
    remove: 'Zurücknehmen',
    removeOf: (source) => `Deinen Hörverlauf von ${source} zurücknehmen`,
    counts: 'Wiedergabezähler und Bewertungen',
    countsAbout:
      'Attune lernt auch aus den Wiedergabezählern, Bewertungen und Sternen in deinen Musikdateien und auf deinen Servern.',
    counted: 'Songs mit Wiedergabezähler',
    rated: 'Songs mit Bewertung oder Stern',
  },
  hearts: {
    title: 'Lieblingssongs',
    nothing:
      'Noch keine Lieblingssongs. Drück das Herz bei einem Song, den du wieder hören möchtest.',
    remove: 'Entfernen',
    removeAll: 'Alle entfernen …',
    removeOf: (title) => `„${title}“ aus deinen Lieblingssongs entfernen`,
  },
  blocked: {
    title: 'Gesperrt',
    songs: 'Songs',
    artists: 'Künstler',
    nothing: 'Nichts ist gesperrt.',
    allow: 'Wieder erlauben',
    allowAll: 'Alles erlauben …',
    allowOf: (name) => `${name} wieder erlauben`,
  },
  moods: {
    heading: 'Korrigierte Stimmungen',
    nothing:
      'Du hast noch bei keinem Song die Stimmung korrigiert. Hier erscheinen Songs, die du mit „Guter Song, falsche Stimmung“ markierst oder deren Stimmung du festlegst.',
    set: (mood) => `Du hast die Stimmung festgelegt: ${mood}.`,
    wrong: (n) =>
      n === 1
        ? 'Du hast „falsche Stimmung“ gesagt.'
        : `Du hast ${n === 2 ? 'zweimal' : `${n}-mal`} „falsche Stimmung“ gesagt.`,
    now: (mood) => `Für Attune klingt er jetzt so: ${mood}.`,
    forgetOf: (title) => `Deine Korrektur von „${title}“ löschen`,
    title: (title) => `Deine Korrektur von „${title}“ löschen?`,
    body: 'Attune kehrt zur eigenen Einschätzung zurück. Das lässt sich nicht rückgängig machen.',
  },
  dialogTitle: {
    taste: 'Deinen Geschmack löschen?',
    likes: 'Alle Lieblingssongs entfernen?',
    blocked: 'Alles wieder erlauben?',
    trackMoods: 'Alle Korrekturen löschen?',
  },
  dialogBody: {
    taste:
      'Attune vergisst, was es aus den Titeln gelernt hat, die du zu Ende gehört, übersprungen und entfernt hast. Deine Lieblingssongs und was gesperrt ist, bleiben. Das lässt sich nicht rückgängig machen.',
    likes:
      'Die Songs bleiben in deiner Bibliothek, aber Attune vergisst, dass du sie magst. Das lässt sich nicht rückgängig machen.',
    blocked:
      'Alle Songs und Künstler dürfen wieder laufen. Das lässt sich nicht rückgängig machen.',
    trackMoods:
      'Für alle Songs gilt wieder Attunes eigene Einschätzung. Das lässt sich nicht rückgängig machen.',
  },
  forgetOf: {
    taste: 'Deinen Geschmack löschen',
    likes: 'Alle Lieblingssongs entfernen',
    blocked: 'Alle Songs und Künstler wieder erlauben',
    trackMoods: 'Alle Korrekturen der Stimmung löschen',
  },
  habits: {
    title: 'Wie man dir die Stimmung anmerkt',
    about:
      'Wenn du den Punkt ziehst, vergleicht Attune das mit dem, was es kurz davor geschätzt hatte.',
    name: {
      face: 'Dein Gesicht',
      voice: 'Deine Stimme',
      pulse: 'Dein Puls',
      you: 'Deine eigenen Angaben',
    },
    nothing:
      'Noch nichts. Gelesen wird wie bei den meisten Menschen. Zieh den Punkt, wenn Attune falsch liegt: Daraus lernt es.',
    times: (n) => (n === 1 ? 'Du hast einmal korrigiert.' : `Du hast ${n}-mal korrigiert.`),
    fair: 'Das zeigt deine Stimmung etwa richtig.',
    off: (sides) => `Das lässt dich ${sides} wirken, als du bist, und Attune berücksichtigt es.`,
    lessPleasant: 'weniger gut gelaunt',
    morePleasant: 'besser gelaunt',
    calmer: 'ruhiger',
    moreEnergetic: 'lebhafter',
    steady: 'Bisher war darauf Verlass, also zählt es mehr.',
    unsteady: 'Das lag oft daneben, also zählt es weniger.',
    usual: 'Es zählt so viel wie bisher.',
    forgetOf: (name) => `Gelerntes löschen: ${name}`,
    dialogTitle: (name) => `Gelerntes löschen: ${name}?`,
    dialogBody:
      'Danach wird wieder gelesen wie bei den meisten Menschen. Das lässt sich nicht rückgängig machen.',
  },
  neutral: {
    title: 'Dein entspanntes Gesicht',
    part: 'Wie dein Gesicht gelesen wird',
    none: 'Noch nicht kalibriert. Es dauert fünf Sekunden und hilft, wenn dein Gesicht von sich aus ernst oder lächelnd aussieht.',
    made: (day) => `Zuletzt kalibriert: ${day}.`,
    show: 'Kalibrieren …',
    again: 'Neu kalibrieren …',
    clear: 'Löschen …',
    clearTitle: 'Kalibrierung löschen?',
    clearBody:
      'Dein Gesicht wird wieder gelesen wie bei den meisten Menschen. Auch was Attune aus deinen Korrekturen über dein Gesicht gelernt hat, wird gelöscht. Das lässt sich nicht rückgängig machen.',
    clearDo: 'Löschen',
    little: 'Es wirkt schon neutral, also ändert sich fast nichts.',
    less: (words) =>
      `Entspannt kann es ${words} wirken, obwohl du es nicht bist. Attune berücksichtigt das jetzt.`,
    more: (words) =>
      `Entspannt wirkt es weniger ${words} als die meisten Gesichter. Leichte Anzeichen davon zählen jetzt mehr.`,
    about: [
      'Entspann dein Gesicht und schau auf den Bildschirm wie sonst auch. Es dauert fünf Sekunden.',
      'Attune speichert ein paar Zahlen, die sagen, wie sich dein entspanntes Gesicht von den meisten unterscheidet. Ein Bild speichert es nicht.',
    ],
    startsOver:
      'Damit wird gelöscht, was Attune aus deinen Korrekturen über dein Gesicht gelernt hat.',
    needsCamera: 'Die Kamera ist aus. Starte sie dafür.',
    startCamera: 'Kamera starten',
    opening: 'Kamera startet …',
    start: 'Starten',
    tryAgain: 'Noch einmal',
    waiting: 'Attune sucht dein Gesicht …',
    looking: (seconds) => `Halt noch ${count(seconds, 'Sekunde', 'Sekunden')} still.`,
    progress: 'Fortschritt der Kalibrierung',
    cancel: 'Abbrechen',
    done: 'Fertig.',
    close: 'Schließen',
    problem: {
      noFace:
        'Dein Gesicht war nicht die ganze Zeit im Bild, deshalb wurde nichts gespeichert. Setz dich vor die Kamera und versuch es noch einmal.',
      severalFaces:
        'Es war mehr als ein Gesicht im Bild, deshalb wurde nichts gespeichert. Versuch es allein noch einmal.',
      unclear:
        'Attune konnte dein Gesicht nicht deutlich sehen, deshalb wurde nichts gespeichert. Versuch es mit mehr Licht oder näher an der Kamera.',
      notNeutral:
        'Das sah nicht nach einem entspannten Gesicht aus, deshalb wurde nichts gespeichert. Entspann dein Gesicht und versuch es noch einmal.',
      cameraClosed:
        'Die Kamera wurde ausgeschaltet, deshalb wurde nichts gespeichert. Starte sie und versuch es noch einmal.',
    },
  },
  expression: {
    neutral: 'neutral',
    happiness: 'lächelnd',
    surprise: 'überrascht',
    sadness: 'bedrückt',
    anger: 'verärgert',
    disgust: 'angewidert',
    fear: 'ängstlich',
    contempt: 'abschätzig',
  },
};
