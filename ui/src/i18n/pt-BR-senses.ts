import type { Messages } from './en';
import type { senseErrors as englishErrors } from './en-senses';
import { grammar } from './grammar';

const { number, percent } = grammar('pt-BR');

/** What the window says of the microphone and the pulse, in Brazilian Portuguese. */
export const senses: Messages['senses'] = {
  label: 'Microfone e pulso',
  name: { voice: 'Microfone', pulse: 'Pulso', cameraPulse: 'Pulso pela câmera' },
  state: {
    voice: {
      off: 'Microfone desligado',
      starting: 'Iniciando o microfone…',
      on: 'Ouvindo',
      waiting: 'Microfone desconectado, o Attune espera por ele',
      away: 'Microfone desligado durante sua ausência',
      failed: 'O microfone não pôde ser iniciado',
    },
    pulse: {
      off: 'Pulso desligado',
      starting: 'Procurando sua cinta…',
      on: 'Pulso',
      waiting: 'Cinta fora de alcance, o Attune espera por ela',
      away: 'Cinta desconectada durante sua ausência',
      failed: 'A cinta não pôde ser conectada',
    },
    cameraPulse: {
      off: 'Pulso pela câmera',
      starting: 'Iniciando a câmera…',
      on: 'Medindo seu pulso',
      waiting: 'Câmera desconectada, o Attune espera por ela',
      away: 'Pulso pela câmera',
      failed: 'O pulso não pôde ser medido',
    },
  },
  reopened: 'de volta após sua ausência',
  beats: (rate) => `${number(rate)} batimentos por minuto`,
  battery: (charge) => `bateria ${percent(charge / 100)}`,
  signal: { clear: 'sinal claro', fair: 'sinal razoável', weak: 'primeira medição' },
  gap: {
    noSpeech: 'esperando você falar',
    tooShort: 'um pouco mais, por favor',
    tooNoisy: 'muito barulho à sua volta',
    music: 'está ouvindo música',
    clipped: 'alto demais: afaste-se do microfone',
    severalVoices: 'várias pessoas estão falando',
    muted: 'o microfone está silenciado',
    noContact: 'a cinta não toca sua pele',
    noBeat: 'nenhum batimento percebido',
    learningRest: 'aprendendo seu pulso em repouso',
    exercise: 'você está se exercitando, então não conta',
    measuring: 'não se mexa, com luz no rosto',
    noFace: 'só seu rosto deve estar à vista',
    moreLight: 'mais luz no rosto, por favor',
    lessLight: 'menos luz no rosto, por favor',
    tooFar: 'chegue mais perto da câmera',
    holdStill: 'não se mexa, por favor',
    tooFewPictures: 'a câmera fornece poucas imagens por segundo',
    noClearPulse: 'sem pulso claro',
  },
  sounded: (word, ago) => `sua voz soou ${word}, ${ago}`,
  tone: {
    lively: 'animada',
    calm: 'calma',
    even: 'serena',
    pleasant: 'agradável',
    unpleasant: 'insatisfeita',
    and: (energy, pleasure) => `${energy} e ${pleasure}`,
  },
  say: 'Diga como você está',
  listenAlong: 'Ouvir sempre',
  connect: 'Conectar cinta',
  measure: 'Medir meu pulso',
  measurement: 'Medição do seu pulso',
  stop: 'Parar',
  stopAll: 'Parar todos os sensores',
  again: 'Tentar de novo',
  explain: {
    title: {
      voice: 'Seu tom de voz',
      pulse: 'Seu pulso',
      cameraPulse: 'Seu pulso pela câmera',
    },
    infers: {
      voice:
        'O Attune estima, pelo jeito como você soa e nunca pelo que diz, quão animado e quão agradável seu humor talvez esteja. Ele pode errar: as vozes são diferentes, e atuar, um resfriado ou um lugar barulhento o confundem.',
      pulse:
        'O Attune estima, pela velocidade do seu coração comparada ao seu pulso em repouso, quanta energia você talvez tenha. Isso não diz nada sobre sua saúde, e não é um dispositivo médico.',
      cameraPulse:
        'Por meio minuto, o Attune mede, por mudanças mínimas na cor da sua pele, a velocidade do seu coração, e estima com isso quanta energia você talvez tenha. Fique perto da câmera, com luz uniforme, e não se mexa. Quando não há certeza, ele não mostra nenhum número. Não é um dispositivo médico.',
    },
    keeps: {
      voice:
        'No máximo os últimos 8 segundos de som ficam na memória enquanto ele ouve, e nunca são salvos nem enviados. O que fica guardado é seu humor no seu histórico.',
      pulse:
        'Nenhum batimento é salvo nem enviado. O que fica guardado é seu humor no seu histórico e três números do seu pulso em repouso.',
      cameraPulse:
        'As cores médias de doze partes do seu rosto ficam na memória por meio minuto, e nunca são salvas nem enviadas; nenhuma imagem é. Se a câmera estava fechada, ela abre só para isso e fecha depois. O que fica guardado é seu humor no seu histórico e três números do seu pulso em repouso.',
    },
    stops:
      'Só fica ligado quando você liga, e o estado sempre aparece aqui. “Parar” fecha o aparelho na hora. O que foi aprendido está em “O que o Attune aprendeu”, onde você pode apagar.',
    accept: 'Ligar',
    cancel: 'Agora não',
    heading: { infers: 'O que ele deduz', keeps: 'O que ele guarda', stops: 'Como parar' },
  },
  settings: {
    title: 'Microfone e pulso',
    microphone: 'Microfone',
    microphoneFirst: 'Padrão do sistema',
    microphoneNone: 'Nenhum microfone encontrado',
    strap: 'Cinta cardíaca',
    strapFirst: 'Primeira cinta ao alcance',
    strapNone: 'Nenhuma cinta ao alcance',
    gone: 'Aparelho escolhido (desconectado)',
    search: 'Procurar',
    searching: 'Procurando…',
    explain: 'O que o Attune deduz da sua voz e do seu pulso',
    explainAbout: 'A explicação da primeira vez que você os ligou.',
    show: 'Mostrar',
  },
};

/** Errors of microphone and strap by code, in Brazilian Portuguese. */
export const senseErrors: typeof englishErrors = {
  bluetooth_unavailable:
    'O Bluetooth está desligado ou não existe, então nenhuma cinta pode ser alcançada. Ligue-o e tente de novo. Todo o resto funciona.',
  microphone_busy: 'Outro programa está usando o microfone. Feche-o lá e tente de novo.',
  microphone_denied:
    'O Attune não tem permissão para usar o microfone. Permita nas configurações do sistema e tente de novo.',
  microphone_format:
    'O Attune não consegue usar o som deste microfone. Escolha outro nas configurações.',
  microphone_lost:
    'O microfone foi desconectado ou parou de funcionar. Ele é iniciado de novo assim que voltar.',
  microphone_none:
    'Nenhum microfone foi encontrado. Conecte um e tente de novo, ou arraste o ponto.',
  microphone_stuck:
    'O microfone não responde e talvez ainda esteja ligado. Desconecte-o ou escolha outro.',
  strap_lost:
    'A cinta está fora de alcance ou se desligou. Ela se conecta de novo assim que voltar.',
  strap_none: 'Nenhuma cinta cardíaca ao alcance. Coloque-a para que ela ligue e tente de novo.',
  strap_stuck: 'O Bluetooth não responde. Desligue, ligue de novo e tente outra vez.',
  voice_model:
    'O modelo que lê vozes falta ou está danificado. Todo o resto funciona. Reinstale o Attune para resolver.',
};
