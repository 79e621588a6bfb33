import type { Messages } from './en';

/** Restoring what was exported, and tables, in Spanish. */
export const backup: Messages['backup'] = {
  title: 'Restaurar',
  about:
    'Sustituye lo que Attune guarda ahora por un archivo exportado. Antes ves lo que contiene.',
  open: 'Restaurar…',
  question: '¿Restaurar este archivo?',
  saved: 'Guardado el',
  moods: 'Estados de ánimo',
  ratings: 'Opiniones',
  stated: 'Preferencias',
  catalogues: 'Catálogos importados',
  histories: 'Historiales de escucha',
  folders: 'Carpetas de música',
  warning:
    'Se sustituirán tu historial, tus opiniones, catálogos, ajustes y lo que Attune ha aprendido, y la música se detiene. Lo que hay ahora se guarda antes para que puedas recuperarlo. Los archivos de música y las sesiones se quedan como están.',
  confirm: 'Sustituir',
  taking: 'Restaurando…',
  restored: (path) => `Restaurado. Lo que había antes está en ${path}`,
  putBack: 'Recuperar',
  kinds: {
    pictures: 'Fotos',
    tables: 'Tablas CSV',
    histories: 'Historiales de escucha',
    playlists: 'Playlists',
    backups: 'Copias de seguridad',
  },
  tables: 'Tablas',
  tablesAbout:
    'Tus estados de ánimo con lo que escuchaste, o todas las canciones de tu biblioteca, para una hoja de cálculo.',
  history: 'Historial como CSV',
  library: 'Biblioteca como CSV',
};
