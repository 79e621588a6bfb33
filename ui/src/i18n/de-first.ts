import type { Messages } from './en';

/** The introduction shown on first start, in German. */
export const first: Messages['first'] = {
  label: 'Willkommen bei Attune',
  step: (at, of) => `${at} von ${of}`,
  skip: 'Überspringen',
  back: 'Zurück',
  next: 'Weiter',
  done: 'Musik starten',
  mood: {
    title: 'Wie geht es dir gerade?',
    drag: 'Zieh den Punkt dorthin, wo du gerade bist. Die Musik folgt dir.',
    silent: 'Die erste Bewegung startet eine Klanglandschaft.',
    sounds: 'Eine Klanglandschaft, die Attune komponiert, während du zuhörst.',
    camera: 'Deine Kamera kann dir das abnehmen. Die Bilder verlassen diesen Computer nie.',
    useCamera: 'Kamera verwenden',
    cameraOff: 'Kamera ausschalten',
    self: 'Ich ziehe selbst',
    how: 'Ist die Kamera an, liest ein Modell auf diesem Computer deinen Gesichtsausdruck und schätzt, wie angenehm und wie lebhaft dir vielleicht zumute ist. Es sieht Ausdrücke, keine Gefühle, und kann sich irren: Was du sagst, gilt immer. Kein Bild wird gespeichert oder gesendet, und du brauchst kein Konto.',
    seesNothing: 'Noch kein Gesicht im Bild. Setz dich so hin, dass Licht auf dein Gesicht fällt.',
    sees: (word) => `Attune sieht dein Gesicht. Du wirkst vielleicht ${word}.`,
  },
  music: {
    title: 'Wo ist deine Musik?',
    starter: 'Ein Katalog mit Songs für den Anfang. Die Titel öffnen sich in Spotify.',
    csv: 'Du hast eine Liste von Songs als CSV-Datei? Importiere sie jetzt oder später in der Bibliothek.',
  },
  taste: {
    title: 'Wähl ein paar Lieblinge',
    about:
      'Das ist freiwillig: Attune lernt auch aus dem, was du hörst. Du kannst es später in den Einstellungen unter „Was Attune gelernt hat“ ändern.',
  },
};
