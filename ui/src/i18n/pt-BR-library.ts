import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('pt-BR');
const tracks = (n: number) => count(n, 'música', 'músicas');

/** The queue, in Brazilian Portuguese. */
export const queue: Messages['queue'] = {
  title: 'A seguir',
  empty: 'Nenhuma música está ativada.',
  emptyDo: 'Ative o catálogo inicial ou importe um arquivo CSV na biblioteca.',
  toLibrary: 'Ir para a biblioteca',
  blocked: 'Não há mais nada para tocar.',
  blockedDo: 'Tudo o que está ativado está bloqueado. Permita uma parte de novo.',
  end: 'Nada mais combina no momento.',
  endDo: 'Ative outro catálogo na biblioteca, ou permita de novo músicas bloqueadas.',
  action: {
    finished: (title) => `Você ouviu “${title}” até o fim.`,
    unliked: (title) => `“${title}” saiu das curtidas.`,
    liked: (title) => `“${title}” entrou nas curtidas.`,
    skipped: (title) => `Você pulou “${title}”.`,
    removed: (title) => `Você removeu “${title}” da fila.`,
    never: (title) => `“${title}” não vai mais tocar.`,
    allowed: (title) => `“${title}” pode tocar de novo.`,
    artistNever: (artist) => `${artist} não vai mais tocar.`,
    artistAllowed: (artist) => `${artist} pode tocar de novo.`,
    wrongMood: (title) => `Você marcou “${title}” com “clima errado”.`,
    placed: (title) => `Você definiu o clima de “${title}”.`,
    pinned: (title) => `Você fixou “${title}”.`,
    unpinned: (title) => `Você soltou “${title}”.`,
    statedForgotten: () => 'O que você disse que gosta foi apagado.',
  },
  playNow: (title) => `Tocar “${title}” agora`,
  moved: (title, place) => `“${title}” está agora na posição ${number(place)}.`,
  little: (files, what) =>
    `${files ? 'Entre seus arquivos há' : 'Você tem'} pouca música ${what}. Estas são as mais próximas.`,
  lacking: { energetic: 'animada', calm: 'calma', bright: 'luminosa', dark: 'sombria' },
  closest: 'O mais próximo que você tem',
  mix: 'Misturar paisagens sonoras',
  choose: 'Escolher música…',
  undo: 'Desfazer',
  undoOf: (action) => `Desfazer: ${action}`,
  doing: {
    finished: (title) => `ouvir “${title}” até o fim`,
    unliked: (title) => `tirar “${title}” das curtidas`,
    liked: (title) => `curtir “${title}”`,
    skipped: (title) => `pular “${title}”`,
    removed: (title) => `remover “${title}”`,
    never: (title) => `bloquear “${title}”`,
    allowed: (title) => `permitir “${title}” de novo`,
    artistNever: (artist) => `bloquear ${artist}`,
    artistAllowed: (artist) => `permitir ${artist} de novo`,
    wrongMood: (title) => `o clima errado de “${title}”`,
    placed: (title) => `definir o clima de “${title}”`,
    pinned: (title) => `fixar “${title}”`,
    unpinned: (title) => `soltar “${title}”`,
    statedForgotten: () => 'apagar suas preferências',
  },
  undone: (doing) => `Desfeito. Desfazer isto também: ${doing}?`,
  surprise: 'Surpreenda-me',
  surpriseAbout: 'Quanta música desconhecida entra na fila.',
  surpriseKnown: 'conhecida',
  surpriseNew: 'surpreenda-me',
  surpriseValue: [
    'só música que eu conheço',
    'um pouco de música nova',
    'um pouco de cada',
    'bastante música nova',
    'principalmente música nova',
  ],
};

/** Catalogues and their tracks, in Brazilian Portuguese. */
export const library: Messages['library'] = {
  title: 'Biblioteca',
  catalogues: 'Catálogos',
  starter: 'Catálogo inicial',
  fromServers: 'Dos seus servidores',
  starterAbout: 'vem com o Attune',
  added: (day) => `adicionado: ${day}`,
  addedToday: 'adicionado hoje',
  tracks,
  use: (name) => `Tocar música de ${name}`,
  remove: 'Remover',
  removeOf: (name) => `Remover ${name}`,
  removeTitle: (name) => `Remover ${name}?`,
  removeBody: 'As músicas saem da biblioteca. O arquivo em si fica onde está.',
  import: 'Importar CSV',
  importing: (name, rows) => `Lendo ${name} · ${count(rows, 'linha', 'linhas')}`,
  importStarting: 'Esperando um arquivo…',
  importLabel: 'Andamento da importação',
  importHint:
    'O arquivo precisa de colunas de título e artista (“title”, “artist”). Colunas de clima, valência e energia ajudam (“mood”, “valence”, “energy”).',
  search: 'Buscar títulos e artistas',
  found: tracks,
  none: 'A biblioteca está vazia.',
  noneDo: 'Ative o catálogo inicial ou importe um arquivo CSV.',
  noMatch: (query) => `Nenhum resultado para “${query}”.`,
  noMatchDo: 'Limpar busca',
  column: {
    title: 'Título',
    artist: 'Artista',
    year: 'Ano',
    valence: 'Clima',
    arousal: 'Energia',
  },
  mood: 'Clima',
  genre: 'Gênero',
  unknown: '–',
  tableLabel: 'Músicas',
  playNext: (title) => `Tocar “${title}” a seguir`,
};

/** The report of an import, in Brazilian Portuguese. */
export const report: Messages['report'] = {
  done: (n, name) => `${count(n, 'música importada', 'músicas importadas')} de ${name}`,
  nothing: 'Nenhuma linha pôde ser importada.',
  nothingDo: 'Confira se a primeira linha nomeia as colunas e importe o arquivo de novo.',
  duplicates: (n) => count(n, 'linha repetida foi unida', 'linhas repetidas foram unidas'),
  bad: (n) => count(n, 'linha foi ignorada', 'linhas foram ignoradas'),
  lost: (n) =>
    `${count(n, 'valor foi deixado de fora', 'valores foram deixados de fora')}; as músicas entraram`,
  line: (n) => `Linha ${number(n)}`,
  more: (n) => `e mais ${number(n)}`,
  close: 'Fechar relatório',
  notHere:
    'A fila toca deste computador, onde essas músicas não têm arquivos. Por isso elas não aparecem.',
  useList: 'Usar como lista',
};
