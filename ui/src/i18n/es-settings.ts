import type { Messages } from './en';

/** The settings view, in Spanish. */
export const settings: Messages['settings'] = {
  title: 'Ajustes',
  camera: 'Cámara',
  cameraChoice: 'Cámara que se usa',
  cameraAtStart: 'Iniciar la cámara al abrir Attune',
  cameraAtStartAbout: 'Si no, queda cerrada hasta que la inicies.',
  closeWhenAway: 'Cerrar cámara, micrófono y banda cuando no estés',
  closeWhenAwayAbout:
    'Cuando la pantalla está bloqueada, el equipo está en reposo o su tapa está cerrada. Lo que estaba encendido vuelve cuando vuelves.',
  lookRate: 'Frecuencia de lectura',
  lookRateAbout:
    'Attune lee tu cara dos, cinco o diez veces por segundo. Menos lecturas ahorran batería.',
  lookRates: { batterySaver: 'Ahorro', balanced: 'Equilibrada', frequent: 'Alta' },
  music: 'Música',
  pace: 'Ritmo',
  paceAbout: 'Con qué rapidez sigue la música un cambio de ánimo.',
  paceCalm: 'lento',
  paceLively: 'rápido',
  expressions: 'Elegir según la expresión',
  byExpression: 'Dejar que mi expresión elija lo que hace la música',
  byExpressionAbout:
    'Cambia cuando tu cara mantiene una expresión. Si eliges tú «Acompañar», «Animar» u otra opción, esto se desactiva.',
  whenILook: 'Cuando mi cara parece',
  thePolicy: 'la música debe',
  policyFor: (look) => `Lo que hace la música cuando mi cara parece ${look}`,
  expressionsReset: 'Restablecer',
  expressionsAreDefault: 'Son los valores predeterminados.',
  appearance: 'Apariencia',
  theme: 'Tema',
  language: 'Idioma',
  languageSystem: (name) => `Sistema (${name})`,
  themes: { system: 'Sistema', light: 'Claro', dark: 'Oscuro' },
  data: 'Tus datos',
  exportTitle: 'Exportar',
  export: 'Exportar como JSON',
  exportAbout:
    'Guarda tu historial, tus opiniones, catálogos, carpetas de música, canciones y ajustes en un solo archivo.',
  exported: (path) => `Guardado en ${path}`,
  rawTables: 'Fórmulas en tablas',
  rawTablesAbout:
    'Exporta tal cual los títulos que empiezan por =, +, - o @. Si no, llevan un apóstrofo para que una hoja de cálculo no los ejecute como fórmulas.',
  help: 'Ayuda',
  diagnostics: 'Diagnóstico',
  diagnosticsAbout:
    'Versiones, tamaños, estados y dónde hubo errores, para enviarlo cuando algo no funcione. Sin nombres, títulos, rutas ni sesiones.',
  diagnosticsCopy: 'Copiar diagnóstico',
  diagnosticsCopied: 'Copiado al portapapeles',
  diagnosticsByHand: 'No se pudo usar el portapapeles. Selecciona el texto de abajo y cópialo.',
  erase: 'Eliminar…',
  eraseAbout:
    'Tu historial, tus opiniones, los catálogos importados, lo que Attune sabe de tu música, los ajustes y la sesión de Spotify.',
  eraseTitle: '¿Eliminar todo?',
  eraseBody:
    'Se eliminará todo lo que Attune guarda aquí sobre ti: tu historial, tus opiniones, los catálogos importados, lo que sabe de tus archivos de música, los ajustes y la sesión de Spotify. Los archivos de música se quedan. Esto no se puede deshacer.',
  eraseType: (word) => `Escribe «${word}» para confirmar`,
  eraseWord: 'eliminar',
  eraseDo: 'Eliminar todo',
  cancel: 'Cancelar',
  privacy: 'Privacidad',
  privacyLines: [
    'Las imágenes de la cámara se leen en la memoria de este dispositivo y se descartan al momento. Ninguna se guarda ni se envía.',
    'Attune guarda tu ánimo estimado, tus opiniones sobre las canciones y tus catálogos, y solo en este dispositivo.',
    'Una cara muestra una expresión, no un sentimiento. Attune puede equivocarse; siempre cuenta lo que tú digas.',
    'En pausa significa cerrada: la cámara se devuelve al sistema.',
    'Attune es para tu propia cara y tu propia música. No está hecho para el trabajo, la escuela ni para vigilar a otras personas.',
  ],
  about: 'Acerca de',
  version: (version) => `Attune ${version}`,
  licences:
    'MIT o Apache 2.0, como prefieras. Las obras de terceros incluidas figuran con sus licencias en la carpeta «licences» de la instalación.',
  releases: 'Versiones nuevas',
  releasesAbout:
    'Attune nunca pregunta por su cuenta si hay una. Esto abre la página en tu navegador.',
  releasesOpen: 'Ver versiones',
  again: 'Volver a ver la introducción',
};
