import { ownMessage } from './en-own-message';
import type { Messages } from './en';
import { ownWords } from './es-own-message';
import { playerErrors } from './es-player';
import { senseErrors } from './es-senses';
import { spotifyErrors } from './es-spotify';

/** A sentence for every error code, in Spanish: what happened, what still works, what to do. */
export const errors: Messages['errors'] = {
  ...ownMessage,
  ...ownWords,
  ...senseErrors,
  camera_none:
    'No se encontró ninguna cámara. Attune también funciona sin ella: arrastra el punto. O conecta una y reinténtalo.',
  camera_busy: 'Otro programa está usando la cámara. Ciérrala allí para usarla aquí.',
  camera_denied:
    'Attune no tiene permiso para usar la cámara. Dáselo en los ajustes del sistema (en Android: Aplicaciones, Attune, Permisos) y reinténtalo.',
  camera_lost:
    'La cámara se desconectó o dejó de funcionar. La música sigue, y la cámara se inicia de nuevo en cuanto vuelva.',
  camera_stuck:
    'La cámara no responde y quizá siga encendida. Desconéctala o elige otra. La música sigue.',
  calibration_needs_camera:
    'Para esto, Attune necesita ver tu cara. Inicia la cámara e inténtalo de nuevo.',
  model_missing:
    'Falta el modelo de expresiones, así que Attune no puede leer caras. Todo lo demás funciona. Reinstala Attune para solucionarlo.',
  model_corrupt:
    'El modelo de expresiones está dañado, así que Attune no puede leer caras. Todo lo demás funciona. Reinstala Attune para solucionarlo.',
  runtime_missing:
    'Falta un componente para leer caras. Todo lo demás funciona: arrastra el punto. Reinstala Attune para solucionarlo.',
  cpu_unsupported:
    'El procesador de este equipo no puede ejecutar el modelo de expresiones. Todo lo demás funciona: arrastra el punto.',
  picture_no_face:
    'No se encontró ninguna cara en la foto, así que tu ánimo no ha cambiado. Elige otra foto.',
  picture_several_faces:
    'Hay más de una cara en la foto, así que tu ánimo no ha cambiado. Elige una foto en la que solo salgas tú.',
  picture_unclear:
    'La cara de la foto está demasiado oscura, demasiado clara, borrosa, lejos o tapada, así que tu ánimo no ha cambiado. Elige una foto más nítida.',
  picture_unreadable: 'Este archivo no es una imagen que Attune pueda leer. Usa JPEG, PNG o WebP.',
  csv_empty: 'El archivo está vacío, así que no se importó nada. Elige otro.',
  database_busy: 'Attune ya está abierto con tus datos. Ciérralo allí e inténtalo de nuevo.',
  backup_newer:
    'Este archivo lo guardó una versión más nueva de Attune, así que no se cambió nada. Actualiza Attune para restaurarlo.',
  backup_unreadable:
    'Este archivo no lo exportó Attune o está dañado. No se cambió nada. Elige otro archivo.',
  database_newer:
    'Tus datos los guardó una versión más nueva de Attune. Actualiza Attune para usarlos.',
  disk_full:
    'El disco está lleno, así que no se guarda nada nuevo. La música sigue. Libera algo de espacio.',
  artist_unnamed: 'Esta canción no tiene artista que bloquear. Bloquea la propia canción.',
  track_gone: 'Esta canción ya no está en tu biblioteca. Elige otra.',
  preference_unknown: 'Tu respuesta no se pudo guardar. Todo lo demás sigue igual.',
  catalogue_gone: 'Este catálogo se ha quitado.',
  history_gone: 'Esta entrada se ha eliminado.',
  ...playerErrors,
  ...spotifyErrors,
  bad_arguments: 'No se pudo hacer, y no ha cambiado nada. Inténtalo de nuevo.',
  unexpected: 'Algo salió mal, y lo que ves quizá no esté al día. Inténtalo de nuevo.',
};
