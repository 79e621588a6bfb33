import type { Messages } from './en';
import { services } from './en-player';
import { backup } from './pt-BR-backup';
import { camera } from './pt-BR-camera';
import { errors } from './pt-BR-errors';
import { first } from './pt-BR-first';
import { history } from './pt-BR-history';
import { learned } from './pt-BR-learned';
import { library, queue, report } from './pt-BR-library';
import { own } from './pt-BR-own';
import { player, soundscape } from './pt-BR-player';
import { reasons } from './pt-BR-reasons';
import { senses } from './pt-BR-senses';
import { rows } from './pt-BR-rows';
import { servers } from './pt-BR-servers';
import { settings } from './pt-BR-settings';
import { shortcuts } from './pt-BR-shortcuts';
import { spotify } from './pt-BR-spotify';
import { stated } from './pt-BR-stated';
import { terms } from './pt-BR-terms';
import { grammar } from './grammar';

const { count, number } = grammar('pt-BR');

/** Every text of the window, in Brazilian Portuguese: with “você”, as music apps speak to their listeners. */
export const ptBR: Messages = {
  app: { name: 'Attune', loading: 'Carregando…', skip: 'Ir para o conteúdo' },
  nav: {
    label: 'Telas',
    now: 'Agora',
    library: 'Biblioteca',
    history: 'Histórico',
    settings: 'Configurações',
    keys: 'Atalhos',
  },
  // Words that are the same for everybody.
  words: {
    cheerful: 'alegre',
    excited: 'com muita energia',
    content: 'de bem com a vida',
    calm: 'em paz',
    tired: 'sem energia',
    down: 'pra baixo',
    tense: 'sob tensão',
    upset: 'de mau humor',
    surprised: 'com surpresa',
    neutral: 'no meio-termo',
  },
  mood: {
    may: {
      face: (word) => `Talvez você pareça ${word}`,
      voice: (word) => `Pela sua voz, talvez você esteja ${word}`,
      pulse: (word) => `Talvez você esteja ${word}`,
    },
    youSaid: (word) => `Você está ${word}`,
    howAreYou: 'Como você está?',
    notSure: 'Sem certeza',
    confidence: {
      notSure: 'sem certeza',
      maybe: 'talvez',
      fairlySure: 'quase certo',
      sure: 'certo',
    },
    reason: {
      nothingYet: 'O Attune ainda não conhece seu humor.',
      noFace: 'Nenhum rosto à vista. Fique onde a câmera veja você.',
      severalFaces:
        'Há mais de um rosto à vista. O Attune só lê o seu quando não há mais ninguém na imagem.',
      tooLongAgo:
        'Faz um tempo que o Attune não vê você. Fique em frente à câmera, ou arraste o ponto.',
      tooDark: 'Está escuro demais para ler seu rosto. Mais luz de frente ajuda.',
      tooBright:
        'A luz no seu rosto está forte demais. Vire-se para longe da lâmpada ou da janela.',
      blurred: 'Seu rosto está borrado. Não se mexa, ou limpe a lente.',
      tooSmall: 'Seu rosto está longe demais. Chegue mais perto da câmera.',
      hidden: 'Seu rosto está virado ou coberto. Olhe para a câmera.',
      unfamiliar:
        'O que está à vista não parece muito um rosto. Confira para onde a câmera aponta.',
    },
    nothingSensedFor: {
      face: (time) => `O Attune não vê você há ${time}.`,
      voice: (time) => `O Attune não ouve você há ${time}.`,
      pulse: (time) => `O Attune não sente seu pulso há ${time}.`,
    },
    ambiguous: {
      face: 'Sua expressão pode querer dizer várias coisas. Arraste o ponto se você souber melhor.',
      voice: 'Seu tom ainda não diz o bastante. Continue falando, ou arraste o ponto.',
      pulse: 'Só o seu pulso não diz o bastante. Arraste o ponto, ou inicie a câmera.',
    },
    notSureKeeps: 'A música continua como está.',
    notSureStart: 'Arraste o ponto, ou ligue a câmera.',
    sensed: {
      face: (ago) => `rosto visto ${ago}`,
      voice: (ago) => `voz ouvida ${ago}`,
      pulse: (ago) => `pulso sentido ${ago}`,
    },
    setByYou: 'Definido por você',
    minutesLeft: (minutes) =>
      minutes < 1 ? 'por menos de 1 min' : `por mais ${number(minutes)} min`,
    undo: 'Desfazer',
    undoCorrection: 'Desfazer e voltar ao que a câmera vê',
    correct: 'Não é isso? Arraste o ponto.',
    draft: 'Enter para definir, Esc para cancelar.',
    letGo: 'Solte para definir',
    stillFollows: (word, seconds) =>
      `A música ainda segue “${word}” · muda em cerca de ${number(seconds)} s`,
  },
  plane: {
    label: 'Humor, de desagradável a agradável e de calmo a animado',
    dot: 'Humor: arraste, ou use as setas e Enter',
    hold: 'Humor desejado: arraste, ou use as setas e Enter',
    twoDimensional: 'controle de duas dimensões',
    energetic: 'animado',
    calm: 'calmo',
    pleasant: 'agradável',
    unpleasant: 'desagradável',
    middle: 'no meio',
    dark: 'sombrio',
    bright: 'luminoso',
    slightly: (what) => `um pouco ${what}`,
    very: (what) => `muito ${what}`,
    goal: 'meta',
  },
  camera,
  drop: {
    here: 'Solte músicas para ouvir, uma pasta para adicioná-la, uma playlist ou um arquivo CSV para abrir, ou uma foto para ler o humor dela',
    private: 'Uma foto é lida uma vez neste computador e nunca é guardada.',
    leftOut: (name, files) =>
      `O Attune não consegue usar ${files === 1 ? name : `${name} e ${count(files - 1, 'outro arquivo', 'outros arquivos')}`}. Ele abre músicas, playlists, pastas, arquivos CSV e fotos.`,
    tooMany: (more) =>
      `${count(more, 'arquivo a mais não cabe', 'arquivos a mais não cabem')} na fila.`,
    addTitle: (folders) =>
      folders === 1 ? 'Adicionar esta pasta à sua música?' : 'Adicionar estas pastas à sua música?',
    addAbout: 'O Attune lê e analisa o conteúdo só neste computador e nunca muda os arquivos.',
    add: 'Adicionar à minha música',
  },
  senses,
  policy: {
    label: 'O que a música deve fazer',
    name: {
      match: 'Acompanhar',
      lift: 'Animar',
      calm: 'Acalmar',
      energise: 'Energizar',
      hold: 'Manter',
      classic: 'Clássico',
    },
    about: {
      match: 'Acompanha seu humor',
      lift: 'Anima seu humor, uma música de cada vez',
      calm: 'Traz calma, uma música de cada vez',
      energise: 'Traz energia, uma música de cada vez',
      hold: 'Fica no anel. Arraste-o para onde quiser',
      classic: 'Uma lista fixa por expressão. Com o humor baixo, músicas alegres',
    },
    toGo: (songs) => `mais ${count(songs, 'música', 'músicas')}`,
    goal: (place) => `Meta: ${place}.`,
    chosenBy: (name, look) => `${name}, porque sua expressão parece ${look}`,
  },
  track: {
    now: 'Tocando agora',
    because: (why) => `porque ${why}`,
    resumed: 'continua de onde você parou',
    and: ' e ',
    open: (service) => `Ouvir no ${service}`,
    openElsewhere: 'Ouvir em outro serviço',
    playHere: 'Tocar neste computador',
    like: 'Curtir',
    liked: 'Curtida',
    never: 'Nunca mais tocar',
    wrongMood: 'Boa música, clima errado',
    next: 'Próxima música',
    likeOf: (title) => `Curtir “${title}”`,
    neverOf: (title) => `Nunca mais tocar “${title}”`,
    pin: (title) => `Fixar “${title}” na fila`,
    unpin: (title) => `Soltar “${title}”`,
    key: (label, key) => `${label} (${key})`,
    tile: (mood) => `clima ${mood}`,
    why: 'Todos os motivos',
    whyOf: (title) => `Por que “${title}” está na fila`,
    more: 'Mais opções desta música',
    moreOf: (title) => `Mais opções de “${title}”`,
    menu: {
      play: 'Tocar agora',
      up: 'Mover para cima',
      down: 'Mover para baixo',
      remove: 'Remover da fila',
      wrongMood: 'Boa música, clima errado',
      affect: 'Definir o clima…',
      never: 'Nunca tocar esta música',
      artistNever: (artist) => `Nunca tocar ${artist}`,
    },
    affect: {
      title: (title) => `Como “${title}” soa para você?`,
      about: 'Arraste o ponto até o clima da música. O Attune se guia por ele ao encher a fila.',
      dot: 'Clima desta música: arraste, ou use as setas',
      save: 'Definir clima',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'Avisos', dismiss: 'Dispensar' },
  keys: {
    title: 'Atalhos de teclado',
    views: 'Agora, Biblioteca, Histórico, Configurações',
    space: 'Espaço',
    enterKey: 'Enter',
    play: 'Tocar ou pausar',
    previous: 'Início da música, ou música anterior',
    next: 'Próxima música',
    like: 'Curtir esta música',
    never: 'Nunca mais tocar esta música',
    undo: 'Desfazer sua última ação com uma música',
    search: 'Buscar na biblioteca',
    back: 'Voltar ou avançar cinco segundos',
    louder: 'Diminuir ou aumentar o volume',
    mini: 'Abrir ou fechar o miniplayer',
    help: 'Mostrar estes atalhos',
    arrows: 'Mover o ponto quando ele tem o foco',
    enter: 'Definir o ponto',
    close: 'Fechar',
  },
  time: {
    now: 'agora mesmo',
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    ago: (time) => `há ${time}`,
  },
  dialog: { close: 'Fechar' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};
