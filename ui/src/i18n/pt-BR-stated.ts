import type { Messages } from './en';

/** The preferences that the listener states outright, in Brazilian Portuguese. */
export const stated: Messages['stated'] = {
  title: 'O que você disse ao Attune',
  nothing: 'Nada ainda. Não é obrigatório: o Attune também aprende com o que você ouve.',
  summary: { like: 'Você gosta:', ratherNot: 'Não é para você:' },
  about:
    'Ajuda mais no começo. Com o tempo, o que você ouve até o fim e o que pula contam mais, e nada fica totalmente de fora.',
  begin: 'Dizer ao Attune do que você gosta…',
  change: 'Mudar…',
  close: 'Pronto',
  reset: 'Apagar',
  resetOf: 'Apagar o que você disse que gosta',
  answer: { like: 'Gosto', ratherNot: 'Não é para mim' },
  answerOf: {
    like: (name) => `Gosto: ${name}`,
    ratherNot: (name) => `Não é para mim: ${name}`,
  },
  artists: 'Artistas',
  families: 'Gêneros',
  words: (family) => `Gêneros dentro de ${family}`,
  eras: 'Décadas',
  languages: 'Idiomas',
  search: 'Buscar um artista',
  nobody: (text) => `Nenhum artista da sua biblioteca corresponde a “${text}”.`,
};
