import type { Messages } from './en';
import type { playerErrors as englishErrors } from './en-player';
import { grammar } from './grammar';

const { count, percent } = grammar('es');
const minutes = (n: number) => count(n, 'minuto', 'minutos');

/** The player bar and the sound settings, in Spanish. */
export const player: Messages['player'] = {
  title: 'Reproductor',
  play: 'Reproducir',
  pause: 'Pausar',
  previous: 'Principio de la canción, o canción anterior',
  next: 'Canción siguiente',
  position: 'Posición en la canción',
  positionOf: (at, length) => `${at} de ${length}`,
  volume: 'Volumen',
  sound: 'Volumen, salida y temporizador',
  mute: 'Silenciar',
  unmute: 'Activar el sonido',
  toNow: 'Mostrar en «Ahora»',
  mini: 'Minirreproductor',
  tray: { show: 'Mostrar Attune', previous: 'Canción anterior', quit: 'Salir' },
  big: 'Volver a la ventana grande',
  percent: (n) => percent(n / 100),
  resume: (at) => `Sigue en ${at}`,
  nothing: 'La cola está vacía',
  with: 'Reproducir en',
  kinds: { list: 'Solo lista', local: 'Este equipo', spotify: 'Spotify' },
  settings: 'Sonido',
  withAbout:
    'Este equipo: reproduce los paisajes sonoros y la música de tus carpetas y servidores, y en la cola solo está eso. Spotify: suena en tu aplicación de Spotify abierta. Solo lista: abres las canciones tú.',
  output: 'Salida',
  outputAbout: 'Si se desconecta, la reproducción sigue en otra salida.',
  outputDefault: 'La del sistema',
  outputGone: 'Salida elegida (desconectada)',
  level: 'Igualar el volumen',
  levelAbout: 'Todas las canciones suenan igual de fuerte. Vale desde la siguiente canción.',
  crossfade: 'Fundido',
  crossfadeAbout:
    'Funde cada canción con la siguiente. Los álbumes en orden y los paisajes sonoros conservan sus propias transiciones.',
  seconds: (n) => count(n, 'segundo', 'segundos'),
  sleep: {
    title: 'Temporizador',
    off: 'No',
    endOfTrack: 'Al final de esta canción',
    minutes,
    stopsIn: (n) => `La música se para en ${minutes(n)}`,
    stopsAtEnd: 'La música se para al final de esta canción',
  },
  window: 'Ventana',
  stay: 'Seguir cuando se cierre la ventana',
  stayAbout:
    'Attune se queda en la bandeja del sistema. Si no, al cerrar la ventana se cierra la aplicación.',
  noTray:
    'Este escritorio no tiene bandeja del sistema, así que al cerrar la ventana se cierra Attune.',
  login: 'Iniciar al entrar en la sesión',
  loginAbout: 'Attune espera en la bandeja del sistema. Si no la hay, se abre su ventana.',
  noLogin: 'Attune no puede ajustar esto aquí. Usa los ajustes de inicio de tu sistema.',
  announce: 'Avisarme de la canción siguiente',
  announceAbout: 'Sin sonido, y solo mientras no estés mirando Attune.',
  levels: { off: 'No', track: 'Por canción', album: 'Por álbum' },
};

/** Soundscapes, in Spanish. */
export const soundscape: Messages['soundscape'] = {
  name: 'Paisajes sonoros',
  about:
    'Música que Attune compone en este dispositivo mientras escuchas. Sigue tu ánimo incluso dentro de una pieza.',
  origin: 'Compuestos en este dispositivo mientras suenan',
  start: 'Empezar con paisajes sonoros',
  share: 'Paisajes sonoros en la cola',
  shareAbout: 'Del todo a la izquierda, solo suenan cuando no queda nada más.',
  none: 'Cuando acabe mi música',
  only: 'Solo',
  shareValue: [
    'Cuando acabe mi música',
    'Algunos',
    'La mitad',
    'La mayoría',
    'Solo paisajes sonoros',
  ],
  plays: (tempo, key) => `${tempo} bpm, ${key}`,
  modes: {
    phrygian: (tonic) => `${tonic} frigio`,
    dorian: (tonic) => `${tonic} dórico`,
    mixolydian: (tonic) => `${tonic} mixolidio`,
    lydian: (tonic) => `${tonic} lidio`,
  },
  changed: (what, why) => `Ahora ${what}, ${why}`,
  up: {
    tempo: 'más rápido',
    density: 'más denso',
    brightness: 'más brillante',
    register: 'más agudo',
    percussion: 'con más percusión',
    mode: 'en un modo más cálido',
  },
  down: {
    tempo: 'más lento',
    density: 'más despejado',
    brightness: 'más suave',
    register: 'más grave',
    percussion: 'con menos percusión',
    mode: 'en un modo más oscuro',
  },
  why: {
    moreEnergy: 'para dar más energía',
    calmer: 'para dar más calma',
    morePleasant: 'para un ánimo más luminoso',
    darker: 'para un ánimo más serio',
    lift: 'porque pediste ánimo',
    calm: 'porque pediste calma',
    energise: 'porque pediste energía',
    hold: 'de camino al ánimo que pusiste',
  },
};

/** Playback errors by code, in Spanish. */
export const playerErrors: typeof englishErrors = {
  no_player: 'Aún no hay con qué reproducir. Elige «Este equipo» o «Spotify» en la barra de abajo.',
  queue_empty: 'No hay nada que reproducir. Añade una carpeta de música, o activa un catálogo.',
  no_sound_output:
    'No hay salida de sonido. Todo lo demás funciona, y la reproducción sigue en cuanto haya una.',
  track_not_here:
    'No se encuentra el archivo de esta canción. Conecta su disco, o vuelve a examinar la carpeta.',
  play_gave_up:
    'La reproducción se paró porque varias canciones seguidas no se pudieron reproducir. Mira «Archivos que no se pudieron leer» en la biblioteca.',
  player_gone:
    'El reproductor se cerró de forma inesperada. Pulsa Reproducir para iniciarlo de nuevo.',
};
