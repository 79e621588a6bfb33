import type { Messages } from './en';
import type { spotifyErrors as englishErrors } from './en-spotify';
import { account, check, wizard } from './es-spotify-account';
import { grammar } from './grammar';

const { count } = grammar('es');
const tracks = (n: number) => count(n, 'canción', 'canciones');

/** Texts about Spotify, in Spanish. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: 'Sin iniciar sesión',
  about:
    'Crea listas para tu ánimo, usa tu música de Spotify en la cola y escucha en tus aplicaciones de Spotify. Attune también funciona sin él.',
  asking: 'Buscando una sesión guardada en tu llavero…',
  setUp: 'Configurar…',
  signIn: 'Iniciar sesión',
  otherId: 'Usar otro Client ID…',
  waiting: (time) =>
    `Spotify ha pedido a Attune que espere hasta las ${time}. Todo lo demás sigue funcionando.`,
  wizard,
  check,
  account,
  plan: {
    title: 'Listas y tu propia música',
    works: 'Disponible con cualquier plan.',
    control: 'Reproducir en tus aplicaciones de Spotify',
    use: 'Reproducir la cola en mis aplicaciones de Spotify',
    controls: {
      untried:
        'Requiere Premium. Attune aún no lo ha probado, y Spotify no dice a las aplicaciones qué plan tienes.',
      works: 'Funciona con tu plan.',
      needsPremium: 'Requiere Premium, que tu plan no incluye. Las listas y los enlaces funcionan.',
    },
  },
  own: {
    title: 'Tu música de Spotify en la cola',
    about:
      'Usa las canciones que te gustan, las que más escuchas y las recientes que también están en los catálogos de Attune. Se quedan hasta que cierres Attune; no se guarda ni se aprende nada de ellas.',
    bring: 'Usar',
    end: 'Dejar de usar',
    bringing: 'Obteniendo tus canciones…',
    found: (known, unknown) =>
      `Se ${known === 1 ? 'usa' : 'usan'} ${tracks(known)}. Attune no conoce el ánimo de ${count(unknown, 'otra', 'otras')}.`,
    none: 'Ninguna de tus canciones está en los catálogos de Attune. Importa un catálogo que las tenga.',
    here: 'de Spotify, hasta que cierres Attune',
  },
  devices: {
    title: 'Dispositivos',
    about: 'Tus aplicaciones de Spotify abiertas. Elige dónde suena la música.',
    show: 'Mostrar dispositivos',
    again: 'Actualizar',
    looking: 'Buscando dispositivos…',
    none: 'No hay ninguna aplicación de Spotify abierta.',
    open: 'Abrir Spotify',
    get: 'Conseguir Spotify gratis',
    waiting: 'Esperando a que se abra Spotify. La música empezará allí por sí sola.',
    here: 'suena aquí',
    choose: (name) => `Reproducir en ${name}`,
    locked: 'no se puede controlar',
  },
  playlist: {
    button: 'Crear lista de Spotify',
    title: 'Crear una lista de Spotify con esta cola',
    purpose: 'Lista para',
    purposes: {
      mood: (word) => `el ánimo: ${word}`,
      policy: (name) => `el modo: ${name}`,
    },
    name: 'Nombre',
    description: 'Descripción',
    pattern: '{mood} se sustituye por el ánimo o el modo.',
    preview: 'Vista previa',
    looking: 'Buscando las canciones en Spotify…',
    willMake: (name, n) => `Esto crea una nueva lista privada «${name}» con ${tracks(n)}.`,
    willUpdate: (name, n) =>
      `Esto sustituye las canciones de tu lista «${name}» por ${n === 1 ? 'esta canción' : `estas ${n} canciones`}. Su nombre, descripción y portada no cambian.`,
    nothing:
      'No se encontró ninguna de estas canciones en Spotify, así que no hay nada que poner en una lista.',
    missed: (n) => `${count(n, 'canción no encontrada', 'canciones no encontradas')} en Spotify`,
    byNames: 'encontrada por título y artista',
    back: 'Atrás',
    make: 'Crear lista',
    update: 'Sustituir canciones',
    making: 'Guardando la lista…',
    made: (name, n) => `«${name}» está ahora en tu cuenta de Spotify, con ${tracks(n)}.`,
    updated: (name, n) => `«${name}» tiene ahora ${tracks(n)}.`,
    open: 'Escuchar en Spotify',
    close: 'Cerrar',
  },
  attribution: { from: 'Títulos y artistas de Spotify.', open: 'Abrir Spotify' },
  embed: {
    title: 'Reproductor de Spotify integrado',
    about:
      'Muestra el reproductor de Spotify para las canciones que están allí. Se carga desde open.spotify.com, que entonces ve tu dirección IP.',
    frame: (title) => `Reproductor de Spotify: ${title}`,
    loading: 'Cargando el reproductor de Spotify…',
    offline: 'No hay conexión, así que el reproductor de Spotify no se puede mostrar.',
    preview:
      'Reproduce un fragmento de unos 30 segundos. Abre la canción en Spotify para oírla entera.',
    link: 'Escuchar en Spotify',
  },
};

/** Spotify’s errors by code, in Spanish. */
export const spotifyErrors: typeof englishErrors = {
  browser_not_opened: 'No se pudo abrir tu navegador. Copia la dirección en él.',
  keyring_unavailable:
    'Este sistema no tiene llavero, así que la sesión solo dura hasta que cierres Attune.',
  keyring_dismissed:
    'La ventana que pide la contraseña del llavero se cerró o no se pudo mostrar, así que Attune no puede leer la sesión guardada. Vuelve a abrir Attune o inicia sesión de nuevo y te la pedirá otra vez.',
  keyring_locked:
    'Tu llavero está bloqueado, así que Attune no puede leer la sesión guardada. Desbloquéalo y vuelve a abrir Attune.',
  keyring_silent:
    'Tu llavero no responde. Quizá espere tu contraseña. Desbloquéalo y vuelve a abrir Attune.',
  keyring_unusable:
    'Tu llavero tiene otra entrada con el nombre de Attune. Elimínala y vuelve a iniciar sesión.',
  playlist_not_planned: 'Mira antes la vista previa de la lista y después créala.',
  spotify_ends_soon:
    'Spotify cierra tu sesión en menos de dos semanas. Iníciala de nuevo en Ajustes para seguir.',
  spotify_not_signed_in: 'No has iniciado sesión en Spotify.',
  spotify_sign_in_ended: 'Tu sesión de Spotify ha caducado. Todo lo demás funciona.',
  spotify_wrong_client_id: check.wrongClientId,
  spotify_denied: 'Attune no recibió acceso a Spotify. Vuelve a iniciar sesión y acepta.',
  spotify_sign_in_timeout: 'El inicio de sesión tardó más de dos minutos. Inténtalo de nuevo.',
  spotify_owner_not_premium: check.ownerNotPremium,
  spotify_not_allow_listed: check.notAllowListed,
  spotify_playlist_not_owned: 'Esta lista pertenece a otra cuenta, así que no se ha cambiado.',
  spotify_premium_required:
    'Para controlar la reproducción hace falta Spotify Premium. Las listas y los enlaces funcionan sin él.',
  spotify_no_active_device:
    'No hay ninguna aplicación de Spotify activa. Abre Spotify, o elige un dispositivo.',
  spotify_device_gone: 'Este dispositivo ya no está disponible. Elige otro.',
  spotify_rate_limited:
    'Spotify ha pedido a Attune que espere un rato. En Ajustes se ve hasta cuándo.',
  spotify_quota_exceeded:
    'Tu aplicación de Spotify ha agotado sus peticiones por ahora. En Ajustes se ve cuándo puede seguir.',
  spotify_offline: 'No se puede acceder a Spotify. Todo lo demás funciona. Comprueba tu conexión.',
};
