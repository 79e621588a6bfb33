import type { Messages } from './en';
import { map, page } from './es-own-page';
import { grammar } from './grammar';

const { count, number } = grammar('es');
const tracks = (n: number) => count(n, 'canción', 'canciones');

/** Texts about the listener’s own music, in Spanish. */
export const own: Messages['own'] = {
  tabs: 'Secciones de la biblioteca',
  tab: { own: 'Tu música', catalogues: 'Catálogos', map: 'Mapa' },
  name: 'Tu música',
  origin: 'de tus carpetas',
  folders: 'Carpetas',
  add: 'Añadir carpeta',
  addFirst: 'Elegir una carpeta',
  added: (path) => `Examinando ${path}.`,
  addedPlays: (path) =>
    `Examinando ${path}. La cola reproduce ahora tu propia música en este equipo.`,
  folderTracks: tracks,
  away: 'no conectada',
  awayAbout: 'Sus canciones siguen en la biblioteca. Conecta el disco para volver a escucharlas.',
  remove: (path) => `Quitar ${path}`,
  removeTitle: (path) => `¿Quitar ${path} de la biblioteca?`,
  removeBody:
    'Sus canciones y su análisis se quitan de la biblioteca. Los archivos se quedan donde están.',
  removeDo: 'Quitar carpeta',
  rescan: 'Volver a examinar',
  rescanAbout: 'Attune vigila tus carpetas. Esto las examina todas ahora.',
  readAgain: 'Volver a leer todo',
  readAgainAbout:
    'Lee todos los archivos, también los que parecen iguales. Úsalo cuando no aparezcan etiquetas nuevas. Tus gustos y los ánimos se conservan.',
  passedOver: (n, kinds) =>
    `${count(n, 'archivo es', 'archivos son')} de un tipo que Attune no lee: ${kinds}.`,
  passedOverKind: (n, kind) => `${number(n)} .${kind}`,
  looking: (found) =>
    `Buscando música · ${count(found, 'archivo encontrado', 'archivos encontrados')}`,
  reading: (read, all) => `Leyendo ${number(read)} de ${count(all, 'archivo', 'archivos')}`,
  readingLabel: 'Progreso de la lectura',
  scanPaused: 'La lectura está en pausa',
  pauseScan: 'Pausar la lectura',
  resumeScan: 'Reanudar la lectura',
  listening: (done, total) => `Analizando ${number(done)} de ${tracks(total)}`,
  listeningAbout: 'Attune escucha cada canción una vez, en este equipo, para saber cómo suena.',
  listeningLabel: 'Progreso del análisis',
  listeningPaused: 'El análisis está en pausa',
  listeningStopped:
    'Las canciones no se pueden analizar. Su ánimo se toma del género y del artista.',
  pauseListening: 'Pausar el análisis',
  resumeListening: 'Reanudar el análisis',
  unheard: (n) => count(n, 'canción no se pudo analizar', 'canciones no se pudieron analizar'),
  unreadable: (n) => count(n, 'archivo no se pudo leer', 'archivos no se pudieron leer'),
  unreadableTitle: 'Archivos que no se pudieron leer',
  unreadableAbout:
    'Todos los demás archivos están en la biblioteca. Si reparas o sustituyes uno de estos, Attune lo vuelve a leer.',
  none: 'Añade tu propia música',
  noneDo:
    'Elige una carpeta con música. Attune la lee y la analiza solo en este equipo, y nunca cambia ni envía nada.',
  scanning: 'Examinando tu música.',
  scanningDo: 'Las canciones aparecen aquí a medida que se encuentran.',
  nothing: 'No se encontró música en tus carpetas.',
  nothingDo:
    'Attune reproduce MP3, FLAC, Ogg Vorbis, Opus, M4A, AAC, WAV y AIFF. Elige otra carpeta, o añade música a esta.',
  search: 'Título, artista, álbum, género o archivo',
  noMatch: (query) => `No hay resultados para «${query}».`,
  clear: 'Borrar búsqueda',
  tableLabel: 'Tus canciones',
  sortBy: 'Ordenar por',
  column: {
    title: 'Título',
    artist: 'Artista',
    album: 'Álbum',
    genre: 'Género',
    year: 'Año',
    length: 'Tiempo',
    valence: 'Ánimo',
    arousal: 'Energía',
    sureness: 'Certeza',
  },
  sort: {
    title: 'Título',
    artist: 'Artista',
    album: 'Álbum',
    genre: 'Género',
    year: 'Año',
    length: 'Duración',
    valence: 'Ánimo: de desagradable a agradable',
    arousal: 'Ánimo: de tranquilo a enérgico',
    sureness: 'Certeza del ánimo',
  },
  ascending: 'Orden ascendente. Haz clic para invertirlo.',
  descending: 'Orden descendente. Haz clic para invertirlo.',
  waiting: 'aún sin analizar',
  unknown: '–',
  play: 'Reproducir',
  playOf: (title) => `Reproducir «${title}»`,
  moreOf: (title) => `Más opciones de «${title}»`,
  about: (title) => `Acerca de «${title}»`,
  menu: {
    play: 'Reproducir ahora',
    next: 'Reproducir a continuación',
    about: 'Acerca de esta canción',
    like: 'Me gusta',
    affect: 'Poner su ánimo…',
    never: 'No reproducir nunca esta canción',
  },
  queued: (n) => `${count(n, 'canción suena', 'canciones suenan')} a continuación.`,
  files: {
    label: 'Importar y exportar',
    import: 'Abrir lista…',
    saveFound: 'Guardar estas canciones como lista…',
    saveQueue: 'Guardar la cola como lista…',
    saveTable: 'Exportar estas canciones como CSV…',
    saved: 'Lista guardada.',
    savedBut: (n) =>
      `Lista guardada sin ${count(n, 'canción que no tiene', 'canciones que no tienen')} archivo en este equipo.`,
    table: (rows) => `${count(rows, 'fila exportada', 'filas exportadas')}.`,
  },
  playlist: {
    found: (name, n) => `${name}: ${tracks(n)} en tu biblioteca`,
    none: (name) => `${name}: ninguna de sus canciones está en tu biblioteca.`,
    missing: (n) => `${count(n, 'canción no está', 'canciones no están')} en tu biblioteca`,
    line: (n) => `Línea ${number(n)}`,
    more: (n) => `y ${number(n)} más`,
    play: 'Reproducir ahora',
    next: 'Reproducir a continuación',
    close: 'Cerrar la lista',
  },
  page,
  map,
  first: {
    name: 'Tu propia música',
    about:
      'Elige una carpeta con música. Attune la lee solo en este equipo y no cambia nada en ella.',
  },
};
