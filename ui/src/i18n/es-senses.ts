import type { Messages } from './en';
import type { senseErrors as englishErrors } from './en-senses';
import { grammar } from './grammar';

const { number, percent } = grammar('es');

/** What the window says of the microphone and the pulse, in Spanish. */
export const senses: Messages['senses'] = {
  label: 'Micrófono y pulso',
  name: { voice: 'Micrófono', pulse: 'Pulso', cameraPulse: 'Pulso por cámara' },
  state: {
    voice: {
      off: 'Micrófono apagado',
      starting: 'Iniciando el micrófono…',
      on: 'Escuchando',
      waiting: 'Micrófono desconectado, Attune lo espera',
      away: 'Micrófono apagado mientras no estabas',
      failed: 'El micrófono no se pudo iniciar',
    },
    pulse: {
      off: 'Pulso apagado',
      starting: 'Buscando tu banda…',
      on: 'Pulso',
      waiting: 'Banda fuera de alcance, Attune la espera',
      away: 'Banda desconectada mientras no estabas',
      failed: 'La banda no se pudo conectar',
    },
    cameraPulse: {
      off: 'Pulso por cámara',
      starting: 'Iniciando la cámara…',
      on: 'Midiendo tu pulso',
      waiting: 'Cámara desconectada, Attune la espera',
      away: 'Pulso por cámara',
      failed: 'El pulso no se pudo medir',
    },
  },
  reopened: 'de vuelta tras tu ausencia',
  beats: (rate) => `${number(rate)} latidos por minuto`,
  battery: (charge) => `batería ${percent(charge / 100)}`,
  signal: { clear: 'señal clara', fair: 'señal aceptable', weak: 'primera medición' },
  gap: {
    noSpeech: 'esperando a que hables',
    tooShort: 'un poco más, por favor',
    tooNoisy: 'demasiado ruido a tu alrededor',
    music: 'oye música',
    clipped: 'demasiado alto: aléjate del micrófono',
    severalVoices: 'hablan varias personas',
    muted: 'el micrófono está silenciado',
    noContact: 'la banda no toca tu piel',
    noBeat: 'no se nota ningún latido',
    learningRest: 'aprendiendo tu pulso en reposo',
    exercise: 'estás haciendo ejercicio, así que no cuenta',
    measuring: 'no te muevas, con luz en la cara',
    noFace: 'solo debe verse tu cara',
    moreLight: 'más luz en la cara, por favor',
    lessLight: 'menos luz en la cara, por favor',
    tooFar: 'acércate a la cámara',
    holdStill: 'no te muevas, por favor',
    tooFewPictures: 'la cámara da muy pocas imágenes por segundo',
    noClearPulse: 'sin pulso claro',
  },
  sounded: (word, ago) => `tu voz sonaba ${word}, ${ago}`,
  tone: {
    lively: 'animada',
    calm: 'tranquila',
    even: 'serena',
    pleasant: 'agradable',
    unpleasant: 'disgustada',
    and: (energy, pleasure) => `${energy} y ${pleasure}`,
  },
  say: 'Di cómo te sientes',
  listenAlong: 'Escuchar siempre',
  connect: 'Conectar banda',
  measure: 'Medir mi pulso',
  measurement: 'Medición de tu pulso',
  stop: 'Parar',
  stopAll: 'Parar todos los sensores',
  again: 'Reintentar',
  explain: {
    title: { voice: 'Tu tono de voz', pulse: 'Tu pulso', cameraPulse: 'Tu pulso por cámara' },
    infers: {
      voice:
        'Attune estima por cómo suenas, nunca por lo que dices, lo enérgico y lo agradable que quizá sea tu ánimo. Puede equivocarse: las voces son distintas, y actuar, un resfriado o una sala ruidosa lo confunden.',
      pulse:
        'Attune estima por lo rápido que late tu corazón, comparado con tu pulso en reposo, cuánta energía quizá tengas. No dice nada sobre tu salud, y no es un dispositivo médico.',
      cameraPulse:
        'Durante medio minuto, Attune mide, por cambios mínimos en el color de tu piel, lo rápido que late tu corazón, y estima así cuánta energía quizá tengas. Ponte cerca de la cámara, con luz uniforme, y no te muevas. Si no lo tiene claro, no muestra ningún número. No es un dispositivo médico.',
    },
    keeps: {
      voice:
        'Como mucho, los últimos 8 segundos de sonido quedan en la memoria mientras escucha, y nunca se guardan ni se envían. Lo que se guarda es tu ánimo en tu historial.',
      pulse:
        'No se guarda ni se envía ningún latido. Lo que se guarda es tu ánimo en tu historial y tres números de tu pulso en reposo.',
      cameraPulse:
        'Los colores medios de doce partes de tu cara quedan en la memoria medio minuto, y nunca se guardan ni se envían; tampoco ninguna imagen. Si la cámara estaba cerrada, se abre solo para esto y se cierra después. Lo que se guarda es tu ánimo en tu historial y tres números de tu pulso en reposo.',
    },
    stops:
      'Solo está encendido cuando tú lo enciendes, y su estado siempre se ve aquí. «Parar» cierra el dispositivo al momento. Lo aprendido está en «Lo que Attune ha aprendido», donde puedes borrarlo.',
    accept: 'Encender',
    cancel: 'Ahora no',
    heading: { infers: 'Qué deduce', keeps: 'Qué guarda', stops: 'Cómo pararlo' },
  },
  settings: {
    title: 'Micrófono y pulso',
    microphone: 'Micrófono',
    microphoneFirst: 'El del sistema',
    microphoneNone: 'No se encontró ningún micrófono',
    strap: 'Banda de pulso',
    strapFirst: 'Primera banda al alcance',
    strapNone: 'Ninguna banda al alcance',
    gone: 'Dispositivo elegido (desconectado)',
    search: 'Buscar',
    searching: 'Buscando…',
    explain: 'Qué deduce Attune de tu voz y tu pulso',
    explainAbout: 'La explicación de la primera vez que los encendiste.',
    show: 'Mostrar',
  },
};

/** Errors of microphone and strap by code, in Spanish. */
export const senseErrors: typeof englishErrors = {
  bluetooth_unavailable:
    'El Bluetooth está apagado o no existe, así que no se puede conectar ninguna banda. Enciéndelo y reinténtalo. Todo lo demás funciona.',
  microphone_busy: 'Otro programa está usando el micrófono. Ciérralo allí y reinténtalo.',
  microphone_denied:
    'Attune no tiene permiso para usar el micrófono. Dáselo en los ajustes del sistema y reinténtalo.',
  microphone_format: 'Attune no puede usar el sonido de este micrófono. Elige otro en los ajustes.',
  microphone_lost:
    'El micrófono se desconectó o dejó de funcionar. Se inicia de nuevo en cuanto vuelva.',
  microphone_none:
    'No se encontró ningún micrófono. Conecta uno y reinténtalo, o arrastra el punto.',
  microphone_stuck: 'El micrófono no responde y quizá siga encendido. Desconéctalo o elige otro.',
  strap_lost: 'La banda está fuera de alcance o se apagó. Se conecta de nuevo en cuanto vuelva.',
  strap_none: 'No hay ninguna banda de pulso al alcance. Póntela para que se active y reinténtalo.',
  strap_stuck: 'El Bluetooth no responde. Apágalo, enciéndelo y reinténtalo.',
  voice_model:
    'El modelo que lee las voces falta o está dañado. Todo lo demás funciona. Reinstala Attune para solucionarlo.',
};
