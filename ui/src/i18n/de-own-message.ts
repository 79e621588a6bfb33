import type { ownMessage } from './en-own-message';

/**
 * German sentences for codes whose English message names a file, a number or a line: without the name, but in the
 * listener's language. Codes of the command line alone have none.
 */
export const ownWords: Partial<Record<keyof typeof ownMessage, string>> = {
  audio_damaged:
    'Der Ton der Datei ist beschädigt. Ersetz sie durch eine andere Kopie, dann liest Attune sie neu.',
  audio_model:
    'Das Modell, das Musik anhört, läuft nicht. Stimmungen kommen stattdessen von Genre und Künstler. Installiere Attune neu, um das zu beheben.',
  audio_stopped: 'Das Anhören wurde angehalten.',
  audio_too_short: 'Die Aufnahme ist zu kurz, um etwas über ihren Klang zu sagen.',
  audio_unreadable: 'Die Datei konnte nicht gelesen werden. Prüf, ob sie noch da ist.',
  audio_unsupported: 'Das Format der Datei wird nicht unterstützt.',
  camera_format:
    'Die Kamera liefert kein Bild, das Attune verwenden kann. Wähl eine andere. Die Musik läuft weiter.',
  csv_cancelled: 'Der Import wurde abgebrochen. Nichts wurde geändert.',
  csv_denied: 'Das System erlaubt nicht, diese Datei zu lesen. Prüf ihre Berechtigungen.',
  csv_missing: 'Die Datei gibt es nicht mehr. Wähl eine andere.',
  csv_no_columns:
    'In der Datei fehlen Spalten für Titel und Künstler. Prüf, ob die erste Zeile die Spalten benennt.',
  csv_unreadable: 'Die Datei konnte nicht zu Ende gelesen werden, also wurde nichts importiert.',
  data_folder_read_only:
    'Attune darf in seinen Datenordner nicht schreiben. Alles funktioniert, aber nichts Neues bleibt gespeichert.',
  data_folder_unknown:
    'Das System nennt keinen Ort für Daten. Alles funktioniert, aber nichts bleibt gespeichert.',
  database_corrupt:
    'Deine gespeicherten Daten sind beschädigt. Die Musik spielt, aber Neues bleibt nicht gespeichert.',
  database_set_aside:
    'Deine gespeicherten Daten waren beschädigt. Was zu retten war, wird verwendet; die beschädigte Datei liegt daneben.',
  document_newer:
    'Einiges wurde von einer neueren Version von Attune gespeichert und bleibt unberührt. Aktualisier Attune, um es zu benutzen.',
  erase_incomplete:
    'Nicht alles konnte gelöscht werden. Schließ andere Programme, die die Dateien benutzen, und versuch es noch einmal.',
  export_empty: 'Es gibt nichts zu exportieren.',
  export_failed:
    'Die Datei konnte nicht geschrieben werden. Wähl einen anderen Ort oder schaff Platz.',
  export_kind: 'Der Dateiname nennt kein bekanntes Format.',
  file_coding:
    'Der Ton in dieser Datei ist in einem Format, das Attune nicht abspielt. Wandle sie in FLAC oder MP3 um.',
  file_damaged: 'Die Datei ist beschädigt. Ersetz sie durch eine andere Kopie.',
  file_empty: 'Die Datei ist leer. Kopier sie noch einmal.',
  file_no_sound: 'Die Datei enthält keinen Ton. Vielleicht ist sie abgeschnitten.',
  file_protected: 'Die Datei ist von ihrem Händler geschützt und lässt sich hier nicht abspielen.',
  file_unknown: 'Die Datei hat kein bekanntes Musikformat.',
  file_unreadable: 'Die Datei konnte nicht gelesen werden. Prüf, ob sie noch da ist.',
  learned_unreadable:
    'Was Attune gelernt hat, konnte nicht gelesen werden. Es fängt neu an; alles andere funktioniert.',
  library_analysing:
    'Ein anderes Attune analysiert die Bibliothek gerade. Warte, bis es fertig ist.',
  library_corrupt:
    'Die Datenbank deiner Musik ist beschädigt. Durchsuch deine Ordner neu, um sie wieder aufzubauen.',
  library_failed: 'Mit der Bibliothek ist etwas schiefgegangen. Versuch es noch einmal.',
  library_folder_gone: 'Diesen Ordner gibt es in der Bibliothek nicht mehr.',
  library_folder_inside: 'Dieser Ordner liegt in einem, der schon in der Bibliothek ist.',
  library_folder_missing: 'Diesen Ordner gibt es nicht. Wähl einen anderen.',
  library_in_memory:
    'Die Bibliothek kann nicht gespeichert werden. Sie gilt, bis du Attune schließt.',
  library_newer:
    'Die Bibliothek wurde von einer neueren Version von Attune gespeichert. Aktualisier Attune, um sie zu benutzen.',
  library_not_watched:
    'Änderungen in einem Ordner lassen sich nicht beobachten. „Neu durchsuchen“ findet sie trotzdem.',
  library_scanning: 'Ein anderes Attune durchsucht die Ordner gerade. Warte, bis es fertig ist.',
  library_set_aside:
    'Die Datenbank deiner Musik war beschädigt. Was zu retten war, wird verwendet; die beschädigte Datei liegt daneben.',
  library_track_away: 'Die Datei dieses Titels ist gerade nicht da. Schließ ihren Datenträger an.',
  library_track_gone: 'Dieser Titel ist nicht mehr in der Bibliothek.',
  manifest_invalid:
    'Das Verzeichnis der Modelle ist beschädigt. Installiere Attune neu, um das zu beheben.',
  model_failed:
    'Ein Modell ließ sich nicht laden. Alles andere funktioniert. Installiere Attune neu, um das zu beheben.',
  model_output: 'Ein Modell hat ein unbrauchbares Ergebnis geliefert. Versuch es noch einmal.',
  model_shape:
    'Ein Modell passt nicht zu dieser Version. Installiere Attune neu, um das zu beheben.',
  not_saved_yet:
    'Etwas konnte noch nicht gespeichert werden. Attune behält es und versucht es wieder.',
  picture_missing: 'Das Bild gibt es nicht mehr. Wähl ein anderes.',
  picture_too_large: 'Das Bild ist zu groß. Nimm ein kleineres.',
  playlist_failed: 'Die Playlist konnte nicht gelesen oder geschrieben werden.',
  runtime_incompatible:
    'Ein Bestandteil zum Lesen von Gesichtern hat die falsche Version. Alles andere funktioniert: Zieh stattdessen den Punkt. Installiere Attune neu, um das zu beheben.',
  runtime_reports:
    'Ein Bestandteil zum Lesen von Gesichtern würde Daten an seinen Hersteller senden und wird deshalb nicht benutzt. Alles andere funktioniert.',
  server_address: 'Unter dieser Adresse ist kein Musikserver. Prüf sie.',
  server_bad_reply: 'Der Server hat etwas geantwortet, das Attune nicht versteht.',
  server_certificate:
    'Für das Zertifikat des Servers bürgt niemand. Vergleich seinen Fingerabdruck, bevor du es akzeptierst.',
  server_failed: 'Der Server meldet ein eigenes Problem. Versuch es später noch einmal.',
  server_gone: 'Diesen Server gibt es in Attune nicht mehr.',
  server_interrupted: 'Die Antwort des Servers ist abgebrochen. Versuch es noch einmal.',
  server_moved: 'Der Server verweist auf eine andere Adresse. Wenn sie stimmt, trag sie hier ein.',
  server_no_password: 'Das Passwort des Servers ist nicht im Schlüsselbund. Melde dich neu an.',
  server_offline:
    'Der Server ist nicht erreichbar. Geladene Songs spielen weiter. Prüf die Adresse und deine Verbindung.',
  server_password: 'Der Server lehnt Name oder Passwort ab. Prüf beides.',
  server_plain_password:
    'Der Server akzeptiert nur das Passwort selbst, und die Verbindung ist nicht verschlüsselt.',
  server_rate_limited: 'Der Server bittet darum, etwas zu warten.',
  server_refused: 'Der Server hat die Anfrage abgelehnt.',
  server_scanning: 'Die Songs dieses Servers werden schon gelesen.',
  server_song_changed: 'Der Song hat sich auf dem Server geändert. Versuch es noch einmal.',
  server_song_gone: 'Der Song ist nicht mehr auf dem Server.',
  server_version: 'Der Server spricht eine Version von Subsonic, die Attune nicht kennt.',
  servers_in_memory:
    'Die Liste deiner Server kann nicht gespeichert werden. Sie gilt, bis du Attune schließt.',
  servers_set_aside:
    'Die Liste deiner Server war beschädigt. Was zu retten war, wird verwendet; die beschädigte Datei liegt daneben.',
  session_failed: 'Attune konnte nicht vollständig starten. Starte es neu.',
  session_gone: 'Attune wird gerade beendet.',
  settings_repaired:
    'Einige Einstellungen konnten nicht gelesen werden und stehen wieder auf Standard.',
  spotify_bad_reply: 'Spotify hat etwas geantwortet, das Attune nicht versteht.',
  spotify_endpoint_removed: 'Spotify bietet das neuen Apps nicht mehr an.',
  spotify_interrupted:
    'Spotify hat nicht vollständig geantwortet. Vielleicht wurde die Anfrage trotzdem ausgeführt.',
  spotify_keyring: 'Der Schlüsselbund ließ sich für Spotify nicht benutzen.',
  spotify_mood_budget: 'Die Stimmung wechselt gerade zu oft. Spotify folgt gleich wieder.',
  spotify_no_listener:
    'Attune konnte nicht auf Spotifys Antwort warten. Starte Attune neu und melde dich noch einmal an.',
  spotify_not_found: 'Das gibt es bei Spotify nicht.',
  spotify_not_now: 'Das geht bei Spotify gerade nicht. Versuch es gleich noch einmal.',
  spotify_not_opened: 'Spotify ließ sich nicht öffnen. Öffne es selbst.',
  spotify_refused: 'Spotify hat die Anfrage abgelehnt.',
  spotify_scope_missing:
    'Attune fehlt dafür eine Erlaubnis bei Spotify. Melde dich ab und wieder an.',
  spotify_server: 'Spotify hat gerade ein eigenes Problem. Versuch es später noch einmal.',
  spotify_unauthorised: 'Spotify erkennt die Anmeldung nicht an. Melde dich neu an.',
  store_failed: 'Etwas konnte nicht gespeichert werden. Versuch es noch einmal.',
  task_failed: 'Etwas ist schiefgegangen. Versuch es noch einmal.',
  threads_unavailable: 'Das System lässt nichts Weiteres starten. Schließ andere Programme.',
  autostart_failed: 'Dein System hat die Änderung nicht angenommen. Versuch es noch einmal.',
  shortcuts_not_set:
    'Dein Desktop hat die Tastenkürzel nicht eingerichtet. Alles andere funktioniert; schalte sie noch einmal ein, um es erneut zu versuchen.',
  window_not_shown: 'Das Fenster ließ sich nicht zeigen.',
};
