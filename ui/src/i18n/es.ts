import type { Messages } from './en';
import { services } from './en-player';
import { backup } from './es-backup';
import { camera } from './es-camera';
import { errors } from './es-errors';
import { first } from './es-first';
import { history } from './es-history';
import { learned } from './es-learned';
import { library, queue, report } from './es-library';
import { own } from './es-own';
import { player, soundscape } from './es-player';
import { reasons } from './es-reasons';
import { senses } from './es-senses';
import { rows } from './es-rows';
import { servers } from './es-servers';
import { settings } from './es-settings';
import { shortcuts } from './es-shortcuts';
import { spotify } from './es-spotify';
import { stated } from './es-stated';
import { terms } from './es-terms';
import { grammar } from './grammar';

const { count, number } = grammar('es');

/** Every text of the window, in Spanish: informal, in words that are read alike in Spain and in America. */
export const es: Messages = {
  app: { name: 'Attune', loading: 'Cargando…', skip: 'Ir al contenido' },
  nav: {
    label: 'Vistas',
    now: 'Ahora',
    library: 'Biblioteca',
    history: 'Historial',
    settings: 'Ajustes',
    keys: 'Atajos',
  },
  // Words that are the same for everybody.
  words: {
    cheerful: 'alegre',
    excited: 'con mucha energía',
    content: 'a gusto',
    calm: 'en calma',
    tired: 'sin energía',
    down: 'con el ánimo bajo',
    tense: 'en tensión',
    upset: 'de mal humor',
    surprised: 'con sorpresa',
    neutral: 'neutral',
  },
  mood: {
    may: {
      face: (word) => `Puede que se te vea ${word}`,
      voice: (word) => `Por tu voz, puede que estés ${word}`,
      pulse: (word) => `Puede que estés ${word}`,
    },
    youSaid: (word) => `Te sientes ${word}`,
    howAreYou: '¿Cómo te sientes?',
    notSure: 'No está claro',
    confidence: {
      notSure: 'sin certeza',
      maybe: 'quizá',
      fairlySure: 'casi seguro',
      sure: 'seguro',
    },
    reason: {
      nothingYet: 'Attune aún no conoce tu ánimo.',
      noFace: 'No se ve ninguna cara. Ponte donde la cámara te vea.',
      severalFaces:
        'Se ve más de una cara. Attune solo lee la tuya cuando no hay nadie más en la imagen.',
      tooLongAgo:
        'Hace un rato que Attune no te ve. Ponte delante de la cámara, o arrastra el punto.',
      tooDark: 'Está demasiado oscuro para leer tu cara. Más luz de frente ayuda.',
      tooBright: 'La luz en tu cara es demasiado fuerte. Apártate de la lámpara o de la ventana.',
      blurred: 'Tu cara se ve borrosa. No te muevas, o limpia la lente.',
      tooSmall: 'Tu cara está demasiado lejos. Acércate a la cámara.',
      hidden: 'Tu cara está girada o tapada. Mira hacia la cámara.',
      unfamiliar: 'Lo que se ve no parece mucho una cara. Comprueba hacia dónde apunta la cámara.',
    },
    nothingSensedFor: {
      face: (time) => `Attune no te ve desde hace ${time}.`,
      voice: (time) => `Attune no te oye desde hace ${time}.`,
      pulse: (time) => `Attune no nota tu pulso desde hace ${time}.`,
    },
    ambiguous: {
      face: 'Tu expresión puede significar varias cosas. Arrastra el punto si lo sabes mejor.',
      voice: 'Tu tono aún no dice lo suficiente. Sigue hablando, o arrastra el punto.',
      pulse: 'Tu pulso solo no dice lo suficiente. Arrastra el punto, o inicia la cámara.',
    },
    notSureKeeps: 'La música sigue como está.',
    notSureStart: 'Arrastra el punto, o enciende la cámara.',
    sensed: {
      face: (ago) => `cara vista ${ago}`,
      voice: (ago) => `voz oída ${ago}`,
      pulse: (ago) => `pulso notado ${ago}`,
    },
    setByYou: 'Puesto por ti',
    minutesLeft: (minutes) => (minutes < 1 ? 'queda menos de 1 min' : `${number(minutes)} min más`),
    undo: 'Deshacer',
    undoCorrection: 'Deshacer y volver a lo que ve la cámara',
    correct: '¿No es así? Arrastra el punto.',
    draft: 'Enter para confirmar, Esc para cancelar.',
    letGo: 'Suelta para confirmar',
    stillFollows: (word, seconds) =>
      `La música aún sigue «${word}» · cambia en unos ${number(seconds)} s`,
  },
  plane: {
    label: 'Ánimo, de desagradable a agradable y de tranquilo a enérgico',
    dot: 'Ánimo: arrastra, o usa las flechas y Enter',
    hold: 'Ánimo deseado: arrastra, o usa las flechas y Enter',
    twoDimensional: 'control de dos dimensiones',
    energetic: 'enérgico',
    calm: 'tranquilo',
    pleasant: 'agradable',
    unpleasant: 'desagradable',
    middle: 'en el medio',
    dark: 'oscuro',
    bright: 'luminoso',
    slightly: (what) => `algo ${what}`,
    very: (what) => `muy ${what}`,
    goal: 'meta',
  },
  camera,
  drop: {
    here: 'Suelta música para escucharla, una carpeta para añadirla, una lista o un archivo CSV para abrirlos, o una foto para leer su ánimo',
    private: 'Una foto se lee una vez en este equipo y nunca se guarda.',
    leftOut: (name, files) =>
      `Attune no puede usar ${files === 1 ? name : `${name} y ${count(files - 1, 'archivo más', 'archivos más')}`}. Abre música, listas, carpetas, archivos CSV y fotos.`,
    tooMany: (more) => `${count(more, 'archivo más no cabe', 'archivos más no caben')} en la cola.`,
    addTitle: (folders) =>
      folders === 1 ? '¿Añadir esta carpeta a tu música?' : '¿Añadir estas carpetas a tu música?',
    addAbout: 'Attune lee y analiza su contenido solo en este equipo, y nunca cambia los archivos.',
    add: 'Añadir a mi música',
  },
  senses,
  policy: {
    label: 'Lo que la música debe hacer',
    name: {
      match: 'Acompañar',
      lift: 'Animar',
      calm: 'Calmar',
      energise: 'Activar',
      hold: 'Mantener',
      classic: 'Clásico',
    },
    about: {
      match: 'Acompaña tu ánimo',
      lift: 'Anima poco a poco, canción a canción',
      calm: 'Trae calma, canción a canción',
      energise: 'Sube la energía, canción a canción',
      hold: 'Se queda en el anillo. Arrástralo adonde quieras',
      classic: 'Una lista fija por expresión. Con el ánimo bajo, canciones alegres',
    },
    toGo: (songs) => count(songs, 'canción más', 'canciones más'),
    goal: (place) => `Meta: ${place}.`,
    chosenBy: (name, look) => `${name}, porque tu cara parece ${look}`,
  },
  track: {
    now: 'Está sonando',
    because: (why) => `porque ${why}`,
    resumed: 'sigue donde la dejaste',
    and: ' y ',
    open: (service) => `Escuchar en ${service}`,
    openElsewhere: 'Escuchar en otro servicio',
    playHere: 'Reproducir en este equipo',
    like: 'Me gusta',
    liked: 'Te gusta',
    never: 'No volver a reproducir nunca',
    wrongMood: 'Buena canción, ánimo equivocado',
    next: 'Canción siguiente',
    likeOf: (title) => `Me gusta «${title}»`,
    neverOf: (title) => `No volver a reproducir nunca «${title}»`,
    pin: (title) => `Fijar «${title}» en la cola`,
    unpin: (title) => `Soltar «${title}»`,
    key: (label, key) => `${label} (${key})`,
    tile: (mood) => `sonido ${mood}`,
    why: 'Todas las razones',
    whyOf: (title) => `Por qué «${title}» está en la cola`,
    more: 'Más opciones de esta canción',
    moreOf: (title) => `Más opciones de «${title}»`,
    menu: {
      play: 'Reproducir ahora',
      up: 'Subir',
      down: 'Bajar',
      remove: 'Quitar de la cola',
      wrongMood: 'Buena canción, ánimo equivocado',
      affect: 'Poner su ánimo…',
      never: 'No reproducir nunca esta canción',
      artistNever: (artist) => `No reproducir nunca a ${artist}`,
    },
    affect: {
      title: (title) => `¿Cómo te suena «${title}»?`,
      about:
        'Arrastra el punto hasta el ánimo de la música. Attune se guía por él al llenar la cola.',
      dot: 'Ánimo de esta canción: arrastra, o usa las flechas',
      save: 'Poner ánimo',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'Avisos', dismiss: 'Descartar' },
  keys: {
    title: 'Atajos de teclado',
    views: 'Ahora, Biblioteca, Historial, Ajustes',
    space: 'Espacio',
    enterKey: 'Enter',
    play: 'Reproducir o pausar',
    previous: 'Principio de la canción, o canción anterior',
    next: 'Canción siguiente',
    like: 'Marcar que te gusta esta canción',
    never: 'No volver a reproducir nunca esta canción',
    undo: 'Deshacer tu última acción con una canción',
    search: 'Buscar en la biblioteca',
    back: 'Retroceder o avanzar cinco segundos',
    louder: 'Bajar o subir el volumen',
    mini: 'Abrir o cerrar el minirreproductor',
    help: 'Mostrar estos atajos',
    arrows: 'Mover el punto cuando tiene el foco',
    enter: 'Confirmar el punto',
    close: 'Cerrar',
  },
  time: {
    now: 'ahora mismo',
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    ago: (time) => `hace ${time}`,
  },
  dialog: { close: 'Cerrar' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};
