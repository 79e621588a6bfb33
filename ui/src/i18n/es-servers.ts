import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('es');
const songs = (n: number) => count(n, 'canción', 'canciones');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in Spanish. */
export const servers: Messages['servers'] = {
  title: 'Servidores',
  none: 'Tu servidor de música',
  noneAbout:
    'Escucha la música de Navidrome, Gonic, LMS, Ampache, Nextcloud Music o cualquier otro servidor que hable Subsonic.',
  add: 'Añadir un servidor',
  another: 'Otro servidor',
  anotherAbout: 'Attune solo se conecta a los servidores que añades aquí.',
  first: {
    name: 'Mi servidor',
    about: 'Navidrome, Gonic, Nextcloud Music u otro servidor que hable Subsonic.',
  },
  form: {
    title: 'Añadir un servidor',
    again: (name) => `Iniciar sesión en ${name}`,
    address: 'Dirección',
    addressHint: 'https://musica.example.org',
    with: 'Iniciar sesión con',
    withs: { password: 'Contraseña', apiKey: 'Clave de API' },
    listener: 'Tu nombre en el servidor',
    password: 'Contraseña',
    key: 'Clave de API',
    name: 'Nombre en Attune (opcional)',
    nameHint: 'En casa',
    kept: 'Se guarda en el llavero de este sistema.',
    test: 'Probar',
    testing: 'Probando…',
    add: 'Añadir servidor',
    adding: 'Añadiendo…',
    signIn: 'Iniciar sesión',
    missing: (field, way) => {
      if (field === 'address') return 'Escribe la dirección de tu servidor.';
      if (field === 'listener') return 'Escribe tu nombre en el servidor.';
      return way === 'apiKey' ? 'Escribe la clave de API.' : 'Escribe tu contraseña.';
    },
  },
  check: {
    works: (program) => (program === null ? 'Funciona.' : `Funciona. El servidor usa ${program}.`),
    sendsPassword: 'Solo acepta la propia contraseña, así que eso es lo que envía Attune.',
    wrongAddress: 'Comprueba la dirección',
    certificate: '¿Es este tu servidor?',
    wrongPassword: 'Comprueba el nombre y la contraseña',
    plainPassword: 'Podrían leer tu contraseña',
    version: 'El servidor es demasiado antiguo o demasiado nuevo',
    failed: 'El servidor no está listo',
  },
  certificate: {
    problems: {
      unknown: 'Ninguna autoridad conocida responde por el certificado del servidor.',
      expired: 'El certificado del servidor ha caducado.',
      otherName: 'El certificado del servidor se hizo para otra dirección.',
      changed:
        'El servidor muestra un certificado distinto del que aceptaste. Si no lo cambiaste tú, puede que alguien esté entre tu servidor y tú.',
      other: 'El certificado del servidor no se puede verificar.',
    },
    compare:
      'Compara esta huella SHA-256 con la que muestra tu servidor. Acéptala solo si son iguales.',
    fingerprint: 'Huella',
    accept: 'Son iguales. Aceptar',
  },
  plain: {
    about:
      'Este servidor solo acepta la propia contraseña, y la conexión no está cifrada: otras personas en la red podrían leerla. Una dirección que empiece por https:// lo evita.',
    send: 'Enviarla de todos modos',
  },
  songs,
  loaded: (n) => `${songs(n)} en este equipo`,
  readAt: (day, time) => `última lectura: ${day}, ${time}`,
  neverRead: 'aún sin leer hasta el final',
  as: (listener) => `como ${listener}`,
  asKey: 'con una clave de API',
  waits: 'Esperando a otro servidor',
  reading: (read, total) =>
    total === null ? `Leyendo · ${songs(read)}` : `Leyendo ${number(read)} de ${songs(total)}`,
  stops: 'Parando…',
  readingLabel: 'Progreso de la lectura',
  stop: 'Parar la lectura',
  found: {
    same: 'No ha cambiado nada.',
    changes: (added, changed, removed) =>
      [
        ...(added > 0 ? [count(added, 'nueva', 'nuevas')] : []),
        ...(changed > 0 ? [count(changed, 'cambiada', 'cambiadas')] : []),
        ...(removed > 0 ? [`${number(removed)} ya no ${removed === 1 ? 'está' : 'están'}`] : []),
      ].join(', '),
    stopped: 'Parado. Lo que se leyó se conserva.',
  },
  scan: 'Buscar cambios',
  more: (name) => `Más opciones de ${name}`,
  scanAgain: 'Volver a leer todo',
  test: 'Probar la conexión',
  signInAgain: 'Volver a iniciar sesión',
  unsaved: 'Tu contraseña no se pudo guardar, así que se te pedirá de nuevo tras reiniciar.',
  scrobbles: 'Contarle lo que escuchas',
  scrobblesAbout: 'El servidor cuenta las reproducciones y puede pasarlas, por ejemplo, a Last.fm.',
  stars: 'Contarle lo que te gusta',
  starsAbout: 'Una canción que te gusta aquí recibe una estrella allí.',
  tell: (what, name) => `${name}: ${what}`,
  cache: 'Espacio para canciones cargadas',
  cacheAbout: (used, limit) =>
    `${size(used)} de ${size(limit)} en uso. Las canciones que hace más que no escuchas dejan sitio a las nuevas; las cargadas suenan sin el servidor.`,
  size,
  remove: 'Quitar',
  removeTitle: (name) => `¿Quitar ${name}?`,
  removeBody:
    'Attune olvida sus canciones, lo que aprendió al escucharlas, los archivos cargados y tu contraseña. En el servidor no cambia nada.',
  removeDo: 'Quitar servidor',
};
