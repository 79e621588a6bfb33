import type { Messages } from './en';

/** Restoring what was exported, and tables, in Portuguese (Brazil). */
export const backup: Messages['backup'] = {
  title: 'Restaurar',
  about:
    'Troca o que o Attune guarda agora por um arquivo exportado. Antes você vê o que ele contém.',
  open: 'Restaurar…',
  question: 'Restaurar este arquivo?',
  saved: 'Salvo em',
  moods: 'Humores',
  ratings: 'Opiniões',
  stated: 'Preferências',
  catalogues: 'Catálogos importados',
  histories: 'Históricos de escuta',
  folders: 'Pastas de música',
  warning:
    'Seu histórico, opiniões, catálogos, configurações e o que o Attune aprendeu serão substituídos, e a música para. O que está aqui agora é salvo antes, para que você possa recuperar. Arquivos de música e acessos ficam como estão.',
  confirm: 'Substituir',
  taking: 'Restaurando…',
  restored: (path) => `Restaurado. O que estava aqui antes está em ${path}`,
  putBack: 'Recuperar',
  kinds: {
    pictures: 'Fotos',
    tables: 'Tabelas CSV',
    histories: 'Históricos de escuta',
    playlists: 'Playlists',
    backups: 'Backups',
  },
  tables: 'Tabelas',
  tablesAbout:
    'Seus humores com o que você ouviu, ou todas as músicas da sua biblioteca, para uma planilha.',
  history: 'Histórico em CSV',
  library: 'Biblioteca em CSV',
};
