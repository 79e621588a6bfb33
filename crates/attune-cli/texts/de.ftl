# Kataloge
row_problem = { $file }, Zeile { $line }: { $problem }
rows_left_out = { $file }: { $rows ->
    [one] eine weitere Zeile wurde übersprungen
   *[other] { $rows } weitere Zeilen wurden übersprungen
}
values_left_out = { $file }: { $values ->
    [one] ein Wert wurde weggelassen, seine Zeile aber übernommen
   *[other] { $values } Werte wurden weggelassen, ihre Zeilen aber übernommen
}

# Kamera und Gesichter
camera_closed = Die Kamera ist aus, während du weg bist.
camera_open = Die Kamera ist wieder an.
face_none = kein Gesicht
face_not_read = nicht gelesen
face_unsure = nicht sicher: { $why }
affect = Valenz { $valence } ± { $valence_sd }  Erregung { $arousal } ± { $arousal_sd }

# Titel
column_name = Titel
column_artist = Künstler
column_mood = Stimmung
column_popularity = Beliebtheit
column_because = Grund
queue_at_end = Die Warteschlange am Ende:
not_understood = Nicht verstanden: { $line }
line_no_track = Zeile { $number } der Eingabe ist kein Titel in JSON.

# Puls
strap_not_found = Es wurde kein Gurt gefunden. Leg ihn an, befeuchte die Kontakte und trenn ihn von anderen Geräten.
strap_is_connected = verbunden
strap_searching = Der Gurt wird gesucht …
strap_connected = Verbunden mit { $name }
strap_connected_battery = Verbunden mit { $name }, Batterie { $percent } %
strap_unreadable = Der Gurt hat etwas gesendet, das sich nicht lesen lässt.
strap_waiting = Nicht verbunden: { $why } Nächste Suche in { $seconds } s.
pulse_rate = { $rate } Schläge/min
pulse_sure = { $rate } Schläge/min, Sicherheit { $confidence }
skin_not_touched = kein Kontakt zur Haut

# Server
server_works = Es funktioniert: { $program }, Protokoll { $protocol }.
server_works_unnamed = Es funktioniert: ein Musikserver, Protokoll { $protocol }.
server_scanned = { $server }: { $songs ->
    [one] { $songs } Song
   *[other] { $songs } Songs
}, { $added } neu, { $changed } geändert, { $removed } entfernt
server_unchanged = laut Server hat sich nichts geändert
server_songs = { $songs ->
    [one] { $songs } Song
   *[other] { $songs } Songs
}, { $loaded } geladen
password_not_kept = Das Passwort wurde nicht gespeichert: { $why }

# Hörverläufe
history_kept = { $number }: { $source }, { $plays ->
    [one] { $plays } Wiedergabe
   *[other] { $plays } Wiedergaben
} von { $tracks ->
    [one] { $tracks } Titel
   *[other] { $tracks } Titeln
}
history_span = { $from } bis { $to }
history_counts = { $plays ->
    [one] { $plays } Wiedergabe
   *[other] { $plays } Wiedergaben
} von { $tracks ->
    [one] { $tracks } Titel
   *[other] { $tracks } Titeln
} von { $artists ->
    [one] { $artists } Künstler
   *[other] { $artists } Künstlern
}; { $finished } bis zum Ende, { $skipped } übersprungen
history_unused = { $left_out } ausgelassen, { $unusable } nicht verwendbar

# Fehler, zu denen das Fenster nichts oder etwas anderes sagt
error_annotations_invalid = Eine Zeile der Annotationen ist unbrauchbar. Prüf ihre Werte.
error_annotations_unreadable = Die Datei mit den Annotationen konnte nicht gelesen werden. Prüf den Pfad und die Spalten.
error_bad_affect = Gib zwei Zahlen von -1 bis 1 an, etwa 0.4,-0.2.
error_bad_expression = Diesen Gesichtsausdruck gibt es nicht. Wähl neutral, happiness, surprise, sadness, anger, disgust, fear oder contempt.
error_bad_policy = Diese Vorgabe gibt es nicht. Wähl match, lift, calm, energise, hold oder classic.
error_correlation_unreadable = Die Korrelation ist nicht lesbar. Gib eine Zahl zwischen -1 und 1 an.
error_no_data_folder = Das System nennt keinen Ordner für Daten. Gib einen mit --data-dir an.
error_no_display = Es gibt keinen Bildschirm, auf dem ein Fenster aufgehen könnte. Nimm attune-cli.
error_nothing_measured = Es gab nichts zu messen. Prüf, ob die Dateien zu den Annotationen da sind.
error_output_failed = Die Ausgabe konnte nicht geschrieben werden. Prüf den Pfad und den freien Platz.
error_camera_none = Es wurde keine Kamera gefunden, oder nicht die gewählte. Schließ eine an und versuch es erneut.
error_microphone_none = Es wurde kein Mikrofon gefunden, oder nicht das gewählte. Schließ eines an und versuch es erneut.
error_runtime_missing = Ein Bestandteil zum Lesen von Gesichtern fehlt. Alles andere funktioniert. Installiere Attune neu, um das zu beheben.
error_cpu_unsupported = Der Prozessor dieses Computers kann das Modell für Gesichtsausdrücke nicht ausführen. Alles andere funktioniert.
error_picture_no_face = Auf dem Foto wurde kein Gesicht gefunden. Wähl ein anderes Foto.
error_picture_several_faces = Auf dem Foto ist mehr als ein Gesicht. Wähl ein Foto, auf dem nur eine Person ist.
error_picture_unclear = Das Gesicht auf dem Foto ist zu dunkel, zu hell, unscharf, weit weg oder verdeckt. Wähl ein deutlicheres Foto.
