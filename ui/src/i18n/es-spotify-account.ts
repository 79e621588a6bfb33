import type { Messages } from './en';

/** Setting up access to Spotify, in Spanish. “User Management” and the like are names of Spotify’s pages. */
export const wizard: Messages['spotify']['wizard'] = {
  title: 'Configurar Spotify',
  step: (at, of) => `Paso ${at} de ${of}`,
  back: 'Atrás',
  next: 'Siguiente',
  why: 'Por qué necesitas tu propia aplicación de Spotify',
  whyLines: [
    'Spotify limita una aplicación nueva a cinco personas, y solo mientras quien la creó tenga Premium. Una aplicación para todo el mundo exige una empresa registrada.',
    'Por eso Attune no trae ninguna. Creas la tuya en unos minutos. Necesitas Premium, pero no cuesta nada más.',
    'Solo la usas tú: las peticiones de Attune van de este equipo a Spotify y a ningún otro sitio.',
  ],
  make: 'Crear la aplicación',
  steps: [
    'Abre el panel para desarrolladores de Spotify, inicia sesión y elige «Create app». El nombre y la descripción son libres.',
    'En «Redirect URI», escribe exactamente esta dirección, sin puerto:',
    'Elige «Web API», acepta las condiciones y guarda.',
    'En «User Management», añade el nombre y el correo de cada cuenta que la vaya a usar, incluida la tuya.',
    'Copia el «Client ID». Attune no necesita el «Client secret», así que no lo compartas.',
  ],
  dashboard: 'Abrir el panel',
  redirect: 'Redirect URI',
  copy: 'Copiar',
  copied: 'Copiado',
  copyByHand: 'Pulsa Ctrl+C para copiar el texto seleccionado',
  enter: 'Escribir el Client ID',
  clientId: 'Client ID',
  clientIdHint: '32 letras y cifras',
  noClientId: 'Escribe antes tu Client ID.',
  test: 'Probar',
  testing: 'Comprobando con Spotify…',
  signIn: 'Iniciar sesión con Spotify',
  browser: 'Sigue en tu navegador: acepta en la página de Spotify y vuelve aquí.',
  browserNot: 'Si no se abrió ninguna página, copia esta dirección en un navegador:',
  address: 'Dirección de la página de inicio de sesión',
  cancel: 'Cancelar',
};

/** What a test of the access found, in Spanish. */
export const check: Messages['spotify']['check'] = {
  works: (name) =>
    name === null ? 'Todo funciona.' : `Todo funciona. Has iniciado sesión como ${name}.`,
  needsSignIn: 'El Client ID es válido. Inicia sesión para comprobar el resto.',
  wrongClientId:
    'Spotify no reconoce este Client ID. Cópialo de nuevo de la página de tu aplicación.',
  ownerNotPremium:
    'La cuenta dueña de la aplicación no tiene Premium, así que Spotify rechaza todas las peticiones. Tras suscribirse, puede tardar unas horas.',
  notAllowListed:
    'Esta cuenta no está en la lista de tu aplicación. Añádela en el panel, en «User Management».',
  offline: 'No se puede acceder a Spotify. Comprueba tu conexión y prueba de nuevo.',
};

/** The account that is signed in, in Spanish. */
export const account: Messages['spotify']['account'] = {
  as: (name) => `Sesión iniciada como ${name}`,
  signedIn: 'Sesión iniciada',
  app: (id) => `Tu aplicación: ${id}`,
  test: 'Probar',
  ends: (day) => `Spotify cierra esta sesión el ${day}.`,
  endsSoon: (day) => `Spotify cierra tu sesión el ${day}. Iníciala de nuevo para seguir.`,
  again: 'Volver a iniciar sesión',
  session: 'Tu llavero no se pudo usar, así que la sesión solo dura hasta que cierres Attune.',
  sessionWhy: {
    keyring_dismissed:
      'La ventana que pide su contraseña se cerró o no se pudo mostrar. Vuelve a iniciar sesión y te la pedirá otra vez.',
    keyring_locked: 'Está bloqueado. Desbloquéalo y vuelve a iniciar sesión para conservarla.',
    keyring_silent: 'No responde. Quizá espere tu contraseña.',
    keyring_unavailable: 'Este sistema no tiene ninguno.',
    keyring_unusable:
      'Tiene otra entrada con el nombre de Attune. Elimínala y vuelve a iniciar sesión.',
  },
  signOut: 'Cerrar sesión…',
  signOutTitle: '¿Cerrar la sesión de Spotify?',
  signOutBody:
    'Tu sesión, tu Client ID y todo lo demás que Attune guarda sobre Spotify se eliminan de este equipo. Tus listas se quedan en tu cuenta.',
  signOutDo: 'Cerrar sesión',
  permissions: 'Retirar el acceso de Attune en la web de Spotify',
};
