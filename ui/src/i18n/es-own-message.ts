import type { ownMessage } from './en-own-message';

/**
 * Spanish sentences for codes whose English message names a file, a number or a line: without the name, but in the
 * listener's language. Codes of the command line alone have none.
 */
export const ownWords: Partial<Record<keyof typeof ownMessage, string>> = {
  audio_damaged:
    'El sonido del archivo está dañado. Sustitúyelo por otra copia y Attune lo volverá a leer.',
  audio_model:
    'El modelo que escucha la música no funciona. El ánimo se toma del género y del artista. Reinstala Attune para solucionarlo.',
  audio_stopped: 'El análisis se detuvo.',
  audio_too_short: 'La grabación es demasiado corta para decir cómo suena.',
  audio_unreadable: 'El archivo no se pudo leer. Comprueba que siga ahí.',
  audio_unsupported: 'El formato del archivo no es compatible.',
  camera_format: 'La cámara no da una imagen que Attune pueda usar. Elige otra. La música sigue.',
  csv_cancelled: 'La importación se canceló. No ha cambiado nada.',
  csv_denied: 'El sistema no permite leer este archivo. Comprueba sus permisos.',
  csv_missing: 'El archivo ya no existe. Elige otro.',
  csv_no_columns:
    'Al archivo le faltan columnas de título y artista. Comprueba que la primera línea nombra las columnas.',
  csv_unreadable: 'El archivo no se pudo leer hasta el final, así que no se importó nada.',
  data_folder_read_only:
    'Attune no puede escribir en su carpeta de datos. Todo funciona, pero no se guarda nada nuevo.',
  data_folder_unknown:
    'El sistema no indica ningún lugar para los datos. Todo funciona, pero no se guarda nada.',
  database_corrupt:
    'Tus datos guardados están dañados. La música suena, pero no se guarda nada nuevo.',
  database_set_aside:
    'Tus datos guardados estaban dañados. Se usa lo que se pudo salvar; el archivo dañado está al lado.',
  document_newer:
    'Una parte la guardó una versión más nueva de Attune y queda intacta. Actualiza Attune para usarla.',
  erase_incomplete:
    'No se pudo eliminar todo. Cierra otros programas que usen los archivos e inténtalo de nuevo.',
  export_empty: 'No hay nada que exportar.',
  export_failed: 'El archivo no se pudo escribir. Elige otro lugar o libera espacio.',
  export_kind: 'El nombre del archivo no indica ningún formato conocido.',
  file_coding:
    'El sonido de este archivo está en un formato que Attune no reproduce. Conviértelo a FLAC o MP3.',
  file_damaged: 'El archivo está dañado. Sustitúyelo por otra copia.',
  file_empty: 'El archivo está vacío. Cópialo de nuevo.',
  file_no_sound: 'El archivo no contiene sonido. Quizá esté incompleto.',
  file_protected: 'El archivo está protegido por quien lo vende y no se puede reproducir aquí.',
  file_unknown: 'El archivo no tiene un formato de música conocido.',
  file_unreadable: 'El archivo no se pudo leer. Comprueba que siga ahí.',
  learned_unreadable:
    'No se pudo leer lo que Attune ha aprendido. Empieza de nuevo; todo lo demás funciona.',
  library_analysing: 'Otro Attune está analizando la biblioteca. Espera a que termine.',
  library_corrupt:
    'La base de datos de tu música está dañada. Vuelve a examinar tus carpetas para reconstruirla.',
  library_failed: 'Algo salió mal con la biblioteca. Inténtalo de nuevo.',
  library_folder_gone: 'Esta carpeta ya no está en la biblioteca.',
  library_folder_inside: 'Esta carpeta está dentro de otra que ya está en la biblioteca.',
  library_folder_missing: 'Esta carpeta no existe. Elige otra.',
  library_in_memory: 'La biblioteca no se puede guardar. Vale hasta que cierres Attune.',
  library_newer:
    'La biblioteca la guardó una versión más nueva de Attune. Actualiza Attune para usarla.',
  library_not_watched:
    'No se pueden vigilar los cambios de una carpeta. «Volver a examinar» los encuentra igualmente.',
  library_scanning: 'Otro Attune está examinando las carpetas. Espera a que termine.',
  library_set_aside:
    'La base de datos de tu música estaba dañada. Se usa lo que se pudo salvar; el archivo dañado está al lado.',
  library_track_away: 'El archivo de esta canción no está ahora. Conecta su disco.',
  library_track_gone: 'Esta canción ya no está en la biblioteca.',
  manifest_invalid: 'La lista de modelos está dañada. Reinstala Attune para solucionarlo.',
  model_failed:
    'No se pudo cargar un modelo. Todo lo demás funciona. Reinstala Attune para solucionarlo.',
  model_output: 'Un modelo dio un resultado que no sirve. Inténtalo de nuevo.',
  model_shape: 'Un modelo no corresponde a esta versión. Reinstala Attune para solucionarlo.',
  not_saved_yet: 'Algo aún no se pudo guardar. Attune lo conserva y lo vuelve a intentar.',
  picture_missing: 'La imagen ya no existe. Elige otra.',
  picture_too_large: 'La imagen es demasiado grande. Usa una más pequeña.',
  playlist_failed: 'La lista no se pudo leer o escribir.',
  runtime_incompatible:
    'Un componente para leer caras tiene una versión equivocada. Todo lo demás funciona: arrastra el punto. Reinstala Attune para solucionarlo.',
  runtime_reports:
    'Un componente para leer caras enviaría datos a su fabricante, así que no se usa. Todo lo demás funciona.',
  server_address: 'No hay ningún servidor de música en esta dirección. Compruébala.',
  server_bad_reply: 'El servidor respondió algo que Attune no entiende.',
  server_certificate:
    'Nadie responde por el certificado del servidor. Compara su huella antes de aceptarlo.',
  server_failed: 'El servidor informa de un problema propio. Inténtalo más tarde.',
  server_gone: 'Este servidor ya no está en Attune.',
  server_interrupted: 'La respuesta del servidor se cortó. Inténtalo de nuevo.',
  server_moved: 'El servidor remite a otra dirección. Si es correcta, escríbela aquí.',
  server_no_password: 'La contraseña del servidor no está en el llavero. Inicia sesión de nuevo.',
  server_offline:
    'No se puede acceder al servidor. Las canciones cargadas siguen sonando. Comprueba la dirección y tu conexión.',
  server_password: 'El servidor rechaza el nombre o la contraseña. Comprueba ambos.',
  server_plain_password:
    'El servidor solo acepta la propia contraseña, y la conexión no está cifrada.',
  server_rate_limited: 'El servidor pide esperar un poco.',
  server_refused: 'El servidor rechazó la petición.',
  server_scanning: 'Las canciones de este servidor ya se están leyendo.',
  server_song_changed: 'La canción ha cambiado en el servidor. Inténtalo de nuevo.',
  server_song_gone: 'La canción ya no está en el servidor.',
  server_version: 'El servidor habla una versión de Subsonic que Attune no conoce.',
  servers_in_memory:
    'La lista de tus servidores no se puede guardar. Vale hasta que cierres Attune.',
  servers_set_aside:
    'La lista de tus servidores estaba dañada. Se usa lo que se pudo salvar; el archivo dañado está al lado.',
  session_failed: 'Attune no se pudo iniciar del todo. Vuelve a abrirlo.',
  session_gone: 'Attune se está cerrando.',
  settings_repaired: 'Algunos ajustes no se pudieron leer y han vuelto a su valor predeterminado.',
  spotify_bad_reply: 'Spotify respondió algo que Attune no entiende.',
  spotify_endpoint_removed: 'Spotify ya no ofrece esto a las aplicaciones nuevas.',
  spotify_interrupted:
    'Spotify no respondió del todo. Puede que la petición se haya realizado igualmente.',
  spotify_keyring: 'El llavero no se pudo usar para Spotify.',
  spotify_mood_budget: 'El ánimo cambia demasiado a menudo ahora. Spotify lo seguirá enseguida.',
  spotify_no_listener:
    'Attune no pudo esperar la respuesta de Spotify. Vuelve a abrir Attune e inicia sesión de nuevo.',
  spotify_not_found: 'Eso no existe en Spotify.',
  spotify_not_now: 'Spotify no lo permite en este momento. Inténtalo dentro de un rato.',
  spotify_not_opened: 'Spotify no se pudo abrir. Ábrelo tú.',
  spotify_refused: 'Spotify rechazó la petición.',
  spotify_scope_missing:
    'A Attune le falta un permiso de Spotify. Cierra sesión y vuelve a iniciarla.',
  spotify_server: 'Spotify tiene un problema propio. Inténtalo más tarde.',
  spotify_unauthorised: 'Spotify no acepta la sesión. Inicia sesión de nuevo.',
  store_failed: 'Algo no se pudo guardar. Inténtalo de nuevo.',
  task_failed: 'Algo salió mal. Inténtalo de nuevo.',
  threads_unavailable: 'El sistema no deja iniciar nada más. Cierra otros programas.',
  autostart_failed: 'Tu sistema no aceptó el cambio. Inténtalo de nuevo.',
  shortcuts_not_set:
    'Tu escritorio no configuró los atajos. Todo lo demás funciona; vuelve a activarlos para intentarlo otra vez.',
  window_not_shown: 'La ventana no se pudo mostrar.',
};
