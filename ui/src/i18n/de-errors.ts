import { ownMessage } from './en-own-message';
import { ownWords } from './de-own-message';
import { playerErrors } from './de-player';
import { senseErrors } from './de-senses';
import { spotifyErrors } from './de-spotify';
import type { Messages } from './en';

/** A sentence for every error code, in German: what happened, what still works, what to do. */
export const errors: Messages['errors'] = {
  ...ownMessage,
  ...ownWords,
  ...senseErrors,
  camera_none:
    'Es wurde keine Kamera gefunden. Attune funktioniert auch ohne: Zieh stattdessen den Punkt. Oder schließ eine an und versuch es erneut.',
  camera_busy:
    'Ein anderes Programm benutzt die Kamera. Schalte sie dort aus, um sie hier zu benutzen.',
  camera_denied:
    'Attune darf die Kamera nicht benutzen. Erlaube es in den Systemeinstellungen (auf Android: Apps, Attune, Berechtigungen) und versuch es erneut.',
  camera_lost:
    'Die Kamera wurde abgezogen oder arbeitet nicht mehr. Die Musik läuft weiter, und die Kamera startet wieder, sobald sie zurück ist.',
  camera_stuck:
    'Die Kamera antwortet nicht und ist vielleicht noch an. Zieh sie ab oder wähl eine andere. Die Musik läuft weiter.',
  calibration_needs_camera:
    'Dafür muss Attune dein Gesicht sehen. Starte die Kamera und versuch es noch einmal.',
  model_missing:
    'Das Modell für Gesichtsausdrücke fehlt, deshalb kann Attune keine Gesichter lesen. Alles andere funktioniert. Installiere Attune neu, um das zu beheben.',
  model_corrupt:
    'Das Modell für Gesichtsausdrücke ist beschädigt, deshalb kann Attune keine Gesichter lesen. Alles andere funktioniert. Installiere Attune neu, um das zu beheben.',
  runtime_missing:
    'Ein Bestandteil zum Lesen von Gesichtern fehlt. Alles andere funktioniert: Zieh stattdessen den Punkt. Installiere Attune neu, um das zu beheben.',
  cpu_unsupported:
    'Der Prozessor dieses Computers kann das Modell für Gesichtsausdrücke nicht ausführen. Alles andere funktioniert: Zieh stattdessen den Punkt.',
  picture_no_face:
    'Auf dem Foto wurde kein Gesicht gefunden, deshalb bleibt deine Stimmung, wie sie war. Wähl ein anderes Foto.',
  picture_several_faces:
    'Auf dem Foto ist mehr als ein Gesicht, deshalb bleibt deine Stimmung, wie sie war. Wähl ein Foto von dir allein.',
  picture_unclear:
    'Das Gesicht auf dem Foto ist zu dunkel, zu hell, unscharf, weit weg oder verdeckt, deshalb bleibt deine Stimmung, wie sie war. Wähl ein deutlicheres Foto.',
  picture_unreadable: 'Diese Datei ist kein Bild, das Attune lesen kann. Nimm JPEG, PNG oder WebP.',
  csv_empty: 'Die Datei ist leer, deshalb wurde nichts importiert. Wähl eine andere.',
  database_busy:
    'Attune läuft schon ein zweites Mal mit deinen Daten. Schließ es dort und versuch es noch einmal.',
  backup_newer:
    'Diese Datei wurde von einer neueren Version von Attune gespeichert, deshalb wurde nichts geändert. Aktualisier Attune, um sie wiederherzustellen.',
  backup_unreadable:
    'Diese Datei wurde nicht von Attune exportiert, oder sie ist beschädigt. Nichts wurde geändert. Wähl eine andere Datei.',
  database_newer:
    'Deine Daten wurden von einer neueren Version von Attune gespeichert. Aktualisier Attune, um sie zu benutzen.',
  disk_full:
    'Der Datenträger ist voll, deshalb wird nichts Neues gespeichert. Die Musik läuft weiter. Schaff etwas Platz.',
  artist_unnamed:
    'Dieser Titel nennt keinen Künstler, den man sperren könnte. Sperr stattdessen den Titel selbst.',
  track_gone: 'Dieser Titel ist nicht mehr in deiner Bibliothek. Wähl einen anderen.',
  preference_unknown:
    'Deine Antwort konnte nicht gespeichert werden. Alles andere ist unverändert.',
  catalogue_gone: 'Dieser Katalog wurde entfernt.',
  history_gone: 'Dieser Eintrag wurde gelöscht.',
  ...playerErrors,
  ...spotifyErrors,
  bad_arguments: 'Das ging nicht, und nichts wurde geändert. Versuch es noch einmal.',
  unexpected:
    'Etwas ist schiefgegangen, und was du siehst, ist vielleicht nicht aktuell. Versuch es noch einmal.',
};
