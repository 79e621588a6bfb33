import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('pt-BR');
const plays = (n: number) => count(n, 'reprodução ou avaliação', 'reproduções e avaliações');

/** The page “What Attune has learned”, and calibration to the neutral face, in Brazilian Portuguese. */
export const learned: Messages['learned'] = {
  title: 'O que o Attune aprendeu',
  about:
    'O Attune aprendeu tudo isso neste aparelho, com o que você fez e disse a ele, e guarda só aqui. Você pode apagar cada parte separadamente.',
  open: 'Mostrar',
  openAbout: 'Seu gosto, o que está bloqueado e como seu rosto é lido. Você pode apagar tudo isso.',
  link: 'O que o Attune aprendeu',
  back: 'Configurações',
  loading: 'Carregando…',
  all: (n) => `Mostrar tudo (${n})`,
  fewer: 'Mostrar menos',
  forget: 'Apagar…',
  forgetDo: 'Apagar',
  confirm: {
    taste: 'Apagar',
    likes: 'Remover todas',
    blocked: 'Permitir tudo',
    trackMoods: 'Apagar',
  },
  plays,
  stated: {
    like: 'você disse que gosta',
    ratherNot: 'você disse que não é para você',
    related: 'em parte por outras coisas que você disse ao Attune',
  },
  taste: {
    title: 'Seu gosto',
    from: (n) => `Com base em ${plays(n)}.`,
    likes: 'Você costuma gostar',
    dislikes: 'Você costuma pular',
    nothing: 'Nada ainda.',
    nothingDo: 'Ouça, curta e pule músicas: suas preferências aparecerão aqui.',
    nothingClear: 'Nada se destaca até agora.',
  },
  past: {
    title: 'Seu histórico de escuta',
    about:
      'Traga o que você ouviu em outros lugares e o Attune conhecerá seu gosto mais cedo. Ele lê a exportação de dados do Spotify, Last.fm (CSV), ListenBrainz e bibliotecas do iTunes. Tudo fica neste dispositivo.',
    bring: 'Trazer seu histórico de escuta…',
    reading: 'Lendo seu histórico…',
    of: (source) => `Seu histórico: ${source}`,
    plays: 'Reproduções',
    songs: 'Músicas',
    span: 'De – até',
    found: 'Músicas na sua biblioteca',
    unread: 'Entradas que não puderam ser lidas',
    leftOut: 'Podcasts, vídeos e sessões privadas, deixados de fora',
    more: (n) => `e mais ${n}`,
    problem: {
      unnamed: 'sem título ou sem artista',
      time: 'sem data legível',
      malformed: 'não é uma entrada deste formato',
    },
    use: 'Usar',
    taking: 'Adicionando seu histórico…',
    remove: 'Retirar',
    removeOf: (source) => `Retirar seu histórico: ${source}`,
    counts: 'Contagens e avaliações',
    countsAbout:
      'O Attune também aprende com as contagens de reproduções, as avaliações e as estrelas dos seus arquivos de música e servidores.',
    counted: 'Músicas com contagem de reproduções',
    rated: 'Músicas com avaliação ou estrela',
  },
  hearts: {
    title: 'Músicas curtidas',
    nothing:
      'Nenhuma música curtida ainda. Toque no coração de uma música que você quer ouvir de novo.',
    remove: 'Remover',
    removeAll: 'Remover todas…',
    removeOf: (title) => `Remover “${title}” das curtidas`,
  },
  blocked: {
    title: 'Bloqueadas',
    songs: 'Músicas',
    artists: 'Artistas',
    nothing: 'Nada está bloqueado.',
    allow: 'Permitir de novo',
    allowAll: 'Permitir tudo…',
    allowOf: (name) => `Permitir ${name} de novo`,
  },
  moods: {
    heading: 'Climas corrigidos',
    nothing:
      'Você não corrigiu o clima de nenhuma música. As que você marca com “Boa música, clima errado” ou cujo clima você define aparecem aqui.',
    set: (mood) => `Você definiu o clima: ${mood}.`,
    wrong: (n) =>
      n === 1 ? 'Você disse “clima errado”.' : `Você disse “clima errado” ${n} vezes.`,
    now: (mood) => `Para o Attune, agora ela soa assim: ${mood}.`,
    forgetOf: (title) => `Apagar sua correção de “${title}”`,
    title: (title) => `Apagar sua correção de “${title}”?`,
    body: 'O Attune volta à própria estimativa. Isso não pode ser desfeito.',
  },
  dialogTitle: {
    taste: 'Apagar seu gosto?',
    likes: 'Remover todas as músicas curtidas?',
    blocked: 'Permitir tudo de novo?',
    trackMoods: 'Apagar todas as correções de clima?',
  },
  dialogBody: {
    taste:
      'O Attune esquece o que aprendeu com as músicas que você ouviu até o fim, pulou e removeu. As curtidas e as bloqueadas ficam. Isso não pode ser desfeito.',
    likes:
      'As músicas ficam na sua biblioteca, mas o Attune esquece que você gosta delas. Isso não pode ser desfeito.',
    blocked: 'Todas as músicas e artistas podem tocar de novo. Isso não pode ser desfeito.',
    trackMoods: 'Todas as músicas voltam às estimativas do Attune. Isso não pode ser desfeito.',
  },
  forgetOf: {
    taste: 'Apagar seu gosto',
    likes: 'Remover todas as músicas curtidas',
    blocked: 'Permitir todas as músicas e artistas de novo',
    trackMoods: 'Apagar todas as correções de clima',
  },
  habits: {
    title: 'Como seu humor aparece',
    about: 'Quando você arrasta o ponto, o Attune compara com o que tinha acabado de estimar.',
    name: {
      face: 'Seu rosto',
      voice: 'Sua voz',
      pulse: 'Seu pulso',
      you: 'Suas próprias respostas',
    },
    nothing:
      'Nada ainda. A leitura é como a da maioria das pessoas. Arraste o ponto quando o Attune errar, e ele aprende com isso.',
    times: (n) => (n === 1 ? 'Você corrigiu uma vez.' : `Você corrigiu ${n} vezes.`),
    fair: 'Mostra seu humor mais ou menos certo.',
    off: (sides) => `Faz você parecer ${sides} do que está, e o Attune leva isso em conta.`,
    lessPleasant: 'com pior humor',
    morePleasant: 'com melhor humor',
    calmer: 'com mais calma',
    moreEnergetic: 'com mais energia',
    steady: 'Tem sido confiável, então conta mais.',
    unsteady: 'Errou muitas vezes, então conta menos.',
    usual: 'Conta tanto quanto antes.',
    forgetOf: (name) => `Apagar o que foi aprendido: ${name}`,
    dialogTitle: (name) => `Apagar o que foi aprendido? ${name}`,
    dialogBody:
      'A leitura voltará a ser como a da maioria das pessoas. Isso não pode ser desfeito.',
  },
  neutral: {
    title: 'Seu rosto em repouso',
    part: 'Como seu rosto é lido',
    none: 'Ainda não calibrado. Leva cinco segundos e ajuda se seu rosto em repouso parece sério ou sorridente por natureza.',
    made: (day) => `Última calibração: ${day}.`,
    show: 'Calibrar…',
    again: 'Calibrar de novo…',
    clear: 'Apagar…',
    clearTitle: 'Apagar a calibração?',
    clearBody:
      'Seu rosto voltará a ser lido como o da maioria das pessoas. O que o Attune aprendeu sobre seu rosto com suas correções também é apagado. Isso não pode ser desfeito.',
    clearDo: 'Apagar',
    little: 'Ele já parece neutro, então quase nada muda.',
    less: (words) =>
      `Em repouso, sua expressão pode parecer ${words} sem que esteja. O Attune agora leva isso em conta.`,
    more: (words) =>
      `Em repouso, sua expressão parece menos ${words} que a da maioria. O Attune agora dá mais peso a sinais leves disso.`,
    about: [
      'Relaxe o rosto e olhe para a tela como de costume. Leva cinco segundos.',
      'O Attune guarda alguns números que dizem como seu rosto em repouso difere dos outros. Não guarda nenhuma imagem.',
    ],
    startsOver: 'Isso apaga o que o Attune aprendeu sobre seu rosto com suas correções.',
    needsCamera: 'A câmera está fechada. Inicie-a para isso.',
    startCamera: 'Iniciar câmera',
    opening: 'Iniciando a câmera…',
    start: 'Começar',
    tryAgain: 'Tentar de novo',
    waiting: 'Procurando seu rosto…',
    looking: (seconds) => `Fique sem se mexer por ${count(seconds, 'segundo', 'segundos')}.`,
    progress: 'Andamento da calibração',
    cancel: 'Cancelar',
    done: 'Pronto.',
    close: 'Fechar',
    problem: {
      noFace:
        'Seu rosto não esteve à vista o tempo todo, então nada foi salvo. Fique em frente à câmera e tente de novo.',
      severalFaces:
        'Havia mais de um rosto à vista, então nada foi salvo. Tente de novo sem mais ninguém.',
      unclear:
        'O Attune não conseguiu ver seu rosto direito, então nada foi salvo. Tente com mais luz ou mais perto da câmera.',
      notNeutral:
        'Aquilo não parecia um rosto em repouso, então nada foi salvo. Relaxe o rosto e tente de novo.',
      cameraClosed: 'A câmera foi fechada, então nada foi salvo. Inicie-a e tente de novo.',
    },
  },
  // As “a expressão” asks for it, whoever is seen.
  expression: {
    neutral: 'neutra',
    happiness: 'sorridente',
    surprise: 'surpresa',
    sadness: 'abatida',
    anger: 'irritada',
    disgust: 'enojada',
    fear: 'assustada',
    contempt: 'desdenhosa',
  },
};
