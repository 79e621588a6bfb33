import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('es');
const plays = (n: number) => count(n, 'reproducción o valoración', 'reproducciones y valoraciones');

/** The page “What Attune has learned”, and calibration to the listener’s neutral face, in Spanish. */
export const learned: Messages['learned'] = {
  title: 'Lo que Attune ha aprendido',
  about:
    'Attune aprendió todo esto en este dispositivo, de lo que hiciste y le dijiste, y lo guarda solo aquí. Puedes borrar cada parte por separado.',
  open: 'Mostrar',
  openAbout: 'Tus gustos, lo bloqueado y cómo se lee tu cara. Puedes borrarlo todo.',
  link: 'Lo que Attune ha aprendido',
  back: 'Ajustes',
  loading: 'Cargando…',
  all: (n) => `Mostrar todo (${n})`,
  fewer: 'Mostrar menos',
  forget: 'Borrar…',
  forgetDo: 'Borrar',
  confirm: {
    taste: 'Borrar',
    likes: 'Quitar todo',
    blocked: 'Permitir todo',
    trackMoods: 'Borrar',
  },
  plays,
  stated: {
    like: 'dijiste que te gusta',
    ratherNot: 'dijiste que no es para ti',
    related: 'en parte por otras cosas que le dijiste a Attune',
  },
  taste: {
    title: 'Tus gustos',
    from: (n) => `A partir de ${plays(n)}.`,
    likes: 'Lo que suele gustarte',
    dislikes: 'Lo que sueles saltarte',
    nothing: 'Nada todavía.',
    nothingDo:
      'Escucha canciones, marca las que te gustan y salta otras: tus preferencias aparecerán aquí.',
    nothingClear: 'De momento no destaca nada.',
  },
  past: {
    title: 'Tu historial de escucha',
    about:
      'Trae lo que has escuchado en otros sitios y Attune conocerá antes tus gustos. Lee la exportación de datos de Spotify, Last.fm (CSV), ListenBrainz y bibliotecas de iTunes. Todo se queda en este dispositivo.',
    bring: 'Traer tu historial de escucha…',
    reading: 'Leyendo tu historial…',
    of: (source) => `Tu historial de ${source}`,
    plays: 'Reproducciones',
    songs: 'Canciones',
    span: 'Desde – hasta',
    found: 'Canciones en tu biblioteca',
    unread: 'Entradas que no se pudieron leer',
    leftOut: 'Pódcast, vídeos y sesiones privadas, omitidos',
    more: (n) => `y ${n} más`,
    problem: {
      unnamed: 'sin título o sin artista',
      time: 'sin fecha legible',
      malformed: 'no es una entrada de este formato',
    },
    use: 'Usarlo',
    taking: 'Añadiendo tu historial…',
    remove: 'Retirar',
    removeOf: (source) => `Retirar tu historial de ${source}`,
    counts: 'Recuentos y valoraciones',
    countsAbout:
      'Attune también aprende de los recuentos de reproducciones, las valoraciones y las estrellas de tus archivos de música y tus servidores.',
    counted: 'Canciones con recuento de reproducciones',
    rated: 'Canciones con valoración o estrella',
  },
  hearts: {
    title: 'Canciones que te gustan',
    nothing:
      'Todavía no hay ninguna. Pulsa el corazón de una canción que quieras volver a escuchar.',
    remove: 'Quitar',
    removeAll: 'Quitar todas…',
    removeOf: (title) => `Quitar «${title}» de las que te gustan`,
  },
  blocked: {
    title: 'Bloqueado',
    songs: 'Canciones',
    artists: 'Artistas',
    nothing: 'No hay nada bloqueado.',
    allow: 'Volver a permitir',
    allowAll: 'Permitir todo…',
    allowOf: (name) => `Volver a permitir ${name}`,
  },
  moods: {
    heading: 'Ánimos corregidos',
    nothing:
      'No has corregido el ánimo de ninguna canción. Aquí aparecen las que marcas con «Buena canción, ánimo equivocado» o a las que pones un ánimo.',
    set: (mood) => `Le pusiste este ánimo: ${mood}.`,
    wrong: (n) =>
      n === 1 ? 'Dijiste «ánimo equivocado».' : `Dijiste «ánimo equivocado» ${n} veces.`,
    now: (mood) => `Para Attune, ahora suena así: ${mood}.`,
    forgetOf: (title) => `Borrar tu corrección de «${title}»`,
    title: (title) => `¿Borrar tu corrección de «${title}»?`,
    body: 'Attune vuelve a su propia estimación. Esto no se puede deshacer.',
  },
  dialogTitle: {
    taste: '¿Borrar tus gustos?',
    likes: '¿Quitar todas las canciones que te gustan?',
    blocked: '¿Volver a permitirlo todo?',
    trackMoods: '¿Borrar todas las correcciones de ánimo?',
  },
  dialogBody: {
    taste:
      'Attune olvida lo que aprendió de las canciones que terminaste, saltaste y quitaste. Las que te gustan y las bloqueadas se quedan. Esto no se puede deshacer.',
    likes:
      'Las canciones siguen en tu biblioteca, pero Attune olvida que te gustan. Esto no se puede deshacer.',
    blocked: 'Todas las canciones y artistas podrán sonar de nuevo. Esto no se puede deshacer.',
    trackMoods:
      'Todas las canciones vuelven a las estimaciones de Attune. Esto no se puede deshacer.',
  },
  forgetOf: {
    taste: 'Borrar tus gustos',
    likes: 'Quitar todas las canciones que te gustan',
    blocked: 'Volver a permitir todas las canciones y artistas',
    trackMoods: 'Borrar todas las correcciones de ánimo',
  },
  habits: {
    title: 'Cómo se te nota el ánimo',
    about: 'Cuando arrastras el punto, Attune lo compara con lo que acababa de estimar.',
    name: {
      face: 'Tu cara',
      voice: 'Tu voz',
      pulse: 'Tu pulso',
      you: 'Tus propias respuestas',
    },
    nothing:
      'Nada todavía. Se lee como en la mayoría de la gente. Arrastra el punto cuando Attune se equivoque, y aprenderá de ello.',
    times: (n) => (n === 1 ? 'Lo corregiste una vez.' : `Lo corregiste ${n} veces.`),
    fair: 'Muestra tu ánimo más o menos bien.',
    off: (sides) => `Hace que parezcas ${sides} de lo que estás, y Attune lo tiene en cuenta.`,
    lessPleasant: 'de peor humor',
    morePleasant: 'de mejor humor',
    calmer: 'con más calma',
    moreEnergetic: 'con más energía',
    steady: 'Ha sido fiable, así que cuenta más.',
    unsteady: 'Se ha equivocado a menudo, así que cuenta menos.',
    usual: 'Cuenta tanto como antes.',
    forgetOf: (name) => `Borrar lo aprendido: ${name}`,
    dialogTitle: (name) => `¿Borrar lo aprendido? ${name}`,
    dialogBody: 'Se volverá a leer como en la mayoría de la gente. Esto no se puede deshacer.',
  },
  neutral: {
    title: 'Tu cara en reposo',
    part: 'Cómo se lee tu cara',
    none: 'Aún sin calibrar. Lleva cinco segundos y ayuda si tu cara en reposo parece seria o sonriente de por sí.',
    made: (day) => `Última calibración: ${day}.`,
    show: 'Calibrar…',
    again: 'Volver a calibrar…',
    clear: 'Borrar…',
    clearTitle: '¿Borrar la calibración?',
    clearBody:
      'Tu cara se volverá a leer como la de la mayoría de la gente. También se borra lo que Attune aprendió sobre tu cara con tus correcciones. Esto no se puede deshacer.',
    clearDo: 'Borrar',
    little: 'Ya parece neutra, así que no cambia casi nada.',
    less: (words) =>
      `En reposo puede parecer ${words} sin estarlo. Attune ahora lo tiene en cuenta.`,
    more: (words) =>
      `En reposo parece menos ${words} que la mayoría de las caras. Attune da ahora más peso a las señales leves.`,
    about: [
      'Relaja la cara y mira la pantalla como siempre. Lleva cinco segundos.',
      'Attune guarda unos pocos números que dicen en qué se diferencia tu cara en reposo de las demás. No guarda ninguna imagen.',
    ],
    startsOver: 'Esto borra lo que Attune ha aprendido sobre tu cara con tus correcciones.',
    needsCamera: 'La cámara está cerrada. Iníciala para esto.',
    startCamera: 'Iniciar cámara',
    opening: 'Iniciando la cámara…',
    start: 'Empezar',
    tryAgain: 'Volver a intentarlo',
    waiting: 'Buscando tu cara…',
    looking: (seconds) => `No te muevas durante ${count(seconds, 'segundo', 'segundos')}.`,
    progress: 'Progreso de la calibración',
    cancel: 'Cancelar',
    done: 'Listo.',
    close: 'Cerrar',
    problem: {
      noFace:
        'Tu cara no se vio todo el tiempo, así que no se guardó nada. Ponte delante de la cámara e inténtalo de nuevo.',
      severalFaces:
        'Se veía más de una cara, así que no se guardó nada. Inténtalo de nuevo sin nadie más.',
      unclear:
        'Attune no veía bien tu cara, así que no se guardó nada. Inténtalo con más luz o más cerca de la cámara.',
      notNeutral:
        'Eso no parecía una cara en reposo, así que no se guardó nada. Relaja la cara e inténtalo de nuevo.',
      cameraClosed: 'La cámara se cerró, así que no se guardó nada. Iníciala e inténtalo de nuevo.',
    },
  },
  // As “la cara” asks for it, whoever is seen.
  expression: {
    neutral: 'neutra',
    happiness: 'sonriente',
    surprise: 'sorprendida',
    sadness: 'abatida',
    anger: 'enfadada',
    disgust: 'asqueada',
    fear: 'asustada',
    contempt: 'desdeñosa',
  },
};
