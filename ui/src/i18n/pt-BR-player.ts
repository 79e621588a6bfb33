import type { Messages } from './en';
import type { playerErrors as englishErrors } from './en-player';
import { grammar } from './grammar';

const { count, percent } = grammar('pt-BR');
const minutes = (n: number) => count(n, 'minuto', 'minutos');

/** The player bar and the sound settings, in Brazilian Portuguese. */
export const player: Messages['player'] = {
  title: 'Player',
  play: 'Tocar',
  pause: 'Pausar',
  previous: 'Início da música, ou música anterior',
  next: 'Próxima música',
  position: 'Posição na música',
  positionOf: (at, length) => `${at} de ${length}`,
  volume: 'Volume',
  sound: 'Volume, saída e timer',
  mute: 'Silenciar',
  unmute: 'Ativar o som',
  toNow: 'Mostrar em “Agora”',
  mini: 'Miniplayer',
  tray: { show: 'Mostrar o Attune', previous: 'Música anterior', quit: 'Sair' },
  big: 'Voltar à janela grande',
  percent: (n) => percent(n / 100),
  resume: (at) => `Continua em ${at}`,
  nothing: 'A fila está vazia',
  with: 'Tocar em',
  kinds: { list: 'Só lista', local: 'Este computador', spotify: 'Spotify' },
  settings: 'Som',
  withAbout:
    'Este computador: toca as paisagens sonoras e a música das suas pastas e servidores, e só elas ficam na fila. Spotify: toca no seu app do Spotify aberto. Só lista: quem abre as músicas é você.',
  output: 'Saída',
  outputAbout: 'Se ela for desconectada, a reprodução continua em outra saída.',
  outputDefault: 'Padrão do sistema',
  outputGone: 'Saída escolhida (desconectada)',
  level: 'Nivelar o volume',
  levelAbout: 'Todas as músicas tocam com a mesma intensidade. Vale a partir da próxima.',
  crossfade: 'Crossfade',
  crossfadeAbout:
    'Mistura o fim de cada música com o início da próxima. Álbuns na ordem e paisagens sonoras mantêm suas próprias transições.',
  seconds: (n) => count(n, 'segundo', 'segundos'),
  sleep: {
    title: 'Timer',
    off: 'Não',
    endOfTrack: 'No fim desta música',
    minutes,
    stopsIn: (n) => `A música para em ${minutes(n)}`,
    stopsAtEnd: 'A música para no fim desta faixa',
  },
  window: 'Janela',
  stay: 'Continuar quando a janela for fechada',
  stayAbout: 'O Attune fica na bandeja do sistema. Sem isso, fechar a janela encerra o app.',
  noTray: 'Este ambiente não tem bandeja do sistema, então fechar a janela encerra o Attune.',
  login: 'Iniciar ao entrar na sessão',
  loginAbout: 'O Attune espera na bandeja do sistema. Sem ela, a janela se abre.',
  noLogin:
    'O Attune não consegue ajustar isto aqui. Use as configurações de inicialização do sistema.',
  announce: 'Avisar da próxima música',
  announceAbout: 'Sem som, e só enquanto você não está olhando para o Attune.',
  levels: { off: 'Não', track: 'Por música', album: 'Por álbum' },
};

/** Soundscapes, in Brazilian Portuguese. */
export const soundscape: Messages['soundscape'] = {
  name: 'Paisagens sonoras',
  about:
    'Música que o Attune compõe neste aparelho enquanto você ouve. Ela acompanha seu humor até dentro de uma peça.',
  origin: 'Compostas neste aparelho enquanto tocam',
  start: 'Começar com paisagens sonoras',
  share: 'Paisagens sonoras na fila',
  shareAbout: 'Bem à esquerda, elas só tocam quando não sobra mais nada.',
  none: 'Quando minha música acabar',
  only: 'Só elas',
  shareValue: [
    'Quando minha música acabar',
    'Algumas',
    'Metade',
    'A maioria',
    'Só paisagens sonoras',
  ],
  plays: (tempo, key) => `${tempo} bpm, ${key}`,
  modes: {
    phrygian: (tonic) => `${tonic} frígio`,
    dorian: (tonic) => `${tonic} dórico`,
    mixolydian: (tonic) => `${tonic} mixolídio`,
    lydian: (tonic) => `${tonic} lídio`,
  },
  changed: (what, why) => `Agora ${what}, ${why}`,
  up: {
    tempo: 'mais rápida',
    density: 'mais densa',
    brightness: 'mais brilhante',
    register: 'mais aguda',
    percussion: 'com mais percussão',
    mode: 'em um modo mais caloroso',
  },
  down: {
    tempo: 'mais lenta',
    density: 'mais espaçada',
    brightness: 'mais suave',
    register: 'mais grave',
    percussion: 'com menos percussão',
    mode: 'em um modo mais sombrio',
  },
  why: {
    moreEnergy: 'para dar mais energia',
    calmer: 'para trazer mais calma',
    morePleasant: 'para um clima mais leve',
    darker: 'para um clima mais sério',
    lift: 'porque você pediu ânimo',
    calm: 'porque você pediu calma',
    energise: 'porque você pediu energia',
    hold: 'a caminho do humor que você definiu',
  },
};

/** Playback errors by code, in Brazilian Portuguese. */
export const playerErrors: typeof englishErrors = {
  no_player: 'Ainda não há onde tocar. Escolha “Este computador” ou “Spotify” na barra abaixo.',
  queue_empty: 'Não há nada para tocar. Adicione uma pasta de música, ou ative um catálogo.',
  no_sound_output:
    'Não há saída de som. Todo o resto funciona, e a reprodução continua assim que houver uma.',
  track_not_here:
    'O arquivo desta música não foi encontrado. Conecte o disco dele, ou examine a pasta de novo.',
  play_gave_up:
    'A reprodução parou porque várias músicas seguidas não puderam tocar. Veja “Arquivos que não puderam ser lidos” na biblioteca.',
  player_gone: 'O player parou de repente. Aperte Tocar para iniciá-lo de novo.',
};
