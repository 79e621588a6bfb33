# Catálogos
row_problem = { $file }, línea { $line }: { $problem }
rows_left_out = { $file }: { $rows ->
    [one] se omitió { $rows } fila más
   *[other] se omitieron { $rows } filas más
}
values_left_out = { $file }: { $values ->
    [one] se omitió { $values } valor, pero su fila se aceptó
   *[other] se omitieron { $values } valores, pero sus filas se aceptaron
}

# Cámara y caras
camera_closed = La cámara está cerrada mientras no estás.
camera_open = La cámara está encendida de nuevo.
face_none = ninguna cara
face_not_read = no leída
face_unsure = no es seguro: { $why }
affect = valencia { $valence } ± { $valence_sd }  activación { $arousal } ± { $arousal_sd }

# Canciones
column_name = título
column_artist = artista
column_mood = ánimo
column_popularity = popularidad
column_because = motivo
queue_at_end = La cola al final:
not_understood = No se entiende: { $line }
line_no_track = La línea { $number } de la entrada no es una canción en JSON.

# Pulso
strap_not_found = No se encontró ninguna banda. Póntela, humedece los contactos y desconéctala de otros dispositivos.
strap_is_connected = conectada
strap_searching = Buscando la banda…
strap_connected = Conectado a { $name }
strap_connected_battery = Conectado a { $name }, batería { $percent } %
strap_unreadable = La banda envió algo que no se puede leer.
strap_waiting = Sin conexión: { $why } Nueva búsqueda en { $seconds } s.
pulse_rate = { $rate } lpm
pulse_sure = { $rate } lpm, confianza { $confidence }
skin_not_touched = sin contacto con la piel

# Servidores
server_works = Funciona: { $program }, protocolo { $protocol }.
server_works_unnamed = Funciona: un servidor de música, protocolo { $protocol }.
server_scanned = { $server }: { $songs ->
    [one] { $songs } canción
   *[other] { $songs } canciones
}, añadidas: { $added }, cambiadas: { $changed }, quitadas: { $removed }
server_unchanged = el servidor dice que nada ha cambiado
server_songs = { $songs ->
    [one] { $songs } canción
   *[other] { $songs } canciones
}, cargadas: { $loaded }
password_not_kept = La contraseña no se guardó: { $why }

# Historiales
history_kept = { $number }: { $source }, { $plays ->
    [one] { $plays } reproducción
   *[other] { $plays } reproducciones
} de { $tracks ->
    [one] { $tracks } canción
   *[other] { $tracks } canciones
}
history_span = de { $from } a { $to }
history_counts = { $plays ->
    [one] { $plays } reproducción
   *[other] { $plays } reproducciones
} de { $tracks ->
    [one] { $tracks } canción
   *[other] { $tracks } canciones
} de { $artists ->
    [one] { $artists } artista
   *[other] { $artists } artistas
}; hasta el final: { $finished }, saltadas: { $skipped }
history_unused = Omitidas: { $left_out }, no utilizables: { $unusable }

# Errores de los que la ventana no dice nada, u otra cosa
error_annotations_invalid = Una fila de las anotaciones no sirve. Revisa sus valores.
error_annotations_unreadable = No se pudo leer el archivo de anotaciones. Revisa la ruta y las columnas.
error_bad_affect = Indica dos números de -1 a 1, por ejemplo 0.4,-0.2.
error_bad_expression = Esa expresión no existe. Elige neutral, happiness, surprise, sadness, anger, disgust, fear o contempt.
error_bad_policy = Esa pauta no existe. Elige match, lift, calm, energise, hold o classic.
error_correlation_unreadable = No se puede leer la correlación. Indica un número entre -1 y 1.
error_no_data_folder = El sistema no indica ninguna carpeta para los datos. Indica una con --data-dir.
error_no_display = No hay pantalla en la que abrir una ventana. Usa attune-cli.
error_nothing_measured = No había nada que medir. Comprueba que los archivos de las anotaciones estén ahí.
error_output_failed = No se pudo escribir la salida. Revisa la ruta y el espacio libre.
error_camera_none = No se encontró ninguna cámara, o no la elegida. Conecta una y reinténtalo.
error_microphone_none = No se encontró ningún micrófono, o no el elegido. Conecta uno y reinténtalo.
error_runtime_missing = Falta un componente para leer caras. Todo lo demás funciona. Reinstala Attune para solucionarlo.
error_cpu_unsupported = El procesador de este equipo no puede ejecutar el modelo de expresiones. Todo lo demás funciona.
error_picture_no_face = No se encontró ninguna cara en la foto. Elige otra foto.
error_picture_several_faces = Hay más de una cara en la foto. Elige una foto en la que salga una sola persona.
error_picture_unclear = La cara de la foto está demasiado oscura, demasiado clara, borrosa, lejos o tapada. Elige una foto más nítida.
