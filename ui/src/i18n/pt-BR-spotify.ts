import type { Messages } from './en';
import type { spotifyErrors as englishErrors } from './en-spotify';
import { account, check, wizard } from './pt-BR-spotify-account';
import { grammar } from './grammar';

const { count } = grammar('pt-BR');
const tracks = (n: number) => count(n, 'música', 'músicas');

/** Texts about Spotify, in Brazilian Portuguese. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: 'Sem acesso',
  about:
    'Crie playlists para o seu humor, use sua música do Spotify na fila e ouça nos seus apps do Spotify. O Attune funciona sem ele.',
  asking: 'Procurando um acesso salvo no seu chaveiro…',
  setUp: 'Configurar…',
  signIn: 'Entrar',
  otherId: 'Usar outro Client ID…',
  waiting: (time) =>
    `O Spotify pediu ao Attune para esperar até ${time}. Todo o resto continua funcionando.`,
  wizard,
  check,
  account,
  plan: {
    title: 'Playlists e sua própria música',
    works: 'Disponível em qualquer plano.',
    control: 'Tocar nos seus apps do Spotify',
    use: 'Tocar a fila nos meus apps do Spotify',
    controls: {
      untried:
        'Requer o Premium. O Attune ainda não tentou, e o Spotify não diz aos apps qual é o seu plano.',
      works: 'Funciona com seu plano.',
      needsPremium: 'Requer o Premium, que seu plano não inclui. Playlists e links funcionam.',
    },
  },
  own: {
    title: 'Sua música do Spotify na fila',
    about:
      'Usa as músicas curtidas, mais ouvidas e recentes que também estão nos catálogos do Attune. Elas ficam até você fechar o Attune; nada sobre elas é salvo nem aprendido.',
    bring: 'Usar',
    end: 'Parar de usar',
    bringing: 'Buscando suas músicas…',
    found: (known, unknown) =>
      `${count(known, 'música em uso', 'músicas em uso')}. O Attune não conhece o clima de ${count(unknown, 'outra', 'outras')}.`,
    none: 'Nenhuma das suas músicas está nos catálogos do Attune. Importe um catálogo que as tenha.',
    here: 'do Spotify, até você fechar o Attune',
  },
  devices: {
    title: 'Aparelhos',
    about: 'Seus apps do Spotify abertos. Escolha onde a música toca.',
    show: 'Mostrar aparelhos',
    again: 'Atualizar',
    looking: 'Procurando aparelhos…',
    none: 'Nenhum app do Spotify está aberto.',
    open: 'Abrir o Spotify',
    get: 'Obter o Spotify grátis',
    waiting: 'Esperando o Spotify abrir. A música começa lá sozinha.',
    here: 'tocando aqui',
    choose: (name) => `Tocar em ${name}`,
    locked: 'não pode ser controlado',
  },
  playlist: {
    button: 'Criar playlist do Spotify',
    title: 'Criar uma playlist do Spotify com esta fila',
    purpose: 'Playlist para',
    purposes: {
      mood: (word) => `o humor: ${word}`,
      policy: (name) => `o modo: ${name}`,
    },
    name: 'Nome',
    description: 'Descrição',
    pattern: '{mood} é substituído pelo humor ou pelo modo.',
    preview: 'Prévia',
    looking: 'Procurando as músicas no Spotify…',
    willMake: (name, n) => `Isto cria uma nova playlist privada “${name}” com ${tracks(n)}.`,
    willUpdate: (name, n) =>
      `Isto substitui as músicas da sua playlist “${name}” por ${n === 1 ? 'esta música' : `estas ${n} músicas`}. O nome, a descrição e a capa continuam iguais.`,
    nothing:
      'Nenhuma destas músicas foi encontrada no Spotify, então não há nada para pôr em uma playlist.',
    missed: (n) => `${count(n, 'música não encontrada', 'músicas não encontradas')} no Spotify`,
    byNames: 'encontrada por título e artista',
    back: 'Voltar',
    make: 'Criar playlist',
    update: 'Substituir músicas',
    making: 'Salvando a playlist…',
    made: (name, n) => `“${name}” agora está na sua conta do Spotify, com ${tracks(n)}.`,
    updated: (name, n) => `“${name}” agora tem ${tracks(n)}.`,
    open: 'Ouvir no Spotify',
    close: 'Fechar',
  },
  attribution: { from: 'Títulos e artistas do Spotify.', open: 'Abrir o Spotify' },
  embed: {
    title: 'Player do Spotify incorporado',
    about:
      'Mostra o player do Spotify para as músicas que estão lá. Ele é carregado de open.spotify.com, que então vê seu endereço IP.',
    frame: (title) => `Player do Spotify: ${title}`,
    loading: 'Carregando o player do Spotify…',
    offline: 'Não há conexão, então o player do Spotify não pode ser mostrado.',
    preview:
      'Toca uma prévia de cerca de 30 segundos. Abra a música no Spotify para ouvi-la inteira.',
    link: 'Ouvir no Spotify',
  },
};

/** Spotify’s errors by code, in Brazilian Portuguese. */
export const spotifyErrors: typeof englishErrors = {
  browser_not_opened: 'Seu navegador não pôde ser aberto. Copie o endereço nele.',
  keyring_unavailable:
    'Este sistema não tem chaveiro, então o acesso só dura até você fechar o Attune.',
  keyring_dismissed:
    'O pedido da senha do chaveiro foi fechado ou não pôde ser mostrado, então o Attune não consegue ler o acesso guardado nele. Abra o Attune de novo ou entre de novo, e ele pede outra vez.',
  keyring_locked:
    'Seu chaveiro está bloqueado, então o Attune não consegue ler o acesso guardado nele. Desbloqueie-o e abra o Attune de novo.',
  keyring_silent:
    'Seu chaveiro não responde. Talvez espere sua senha. Desbloqueie-o e abra o Attune de novo.',
  keyring_unusable: 'Seu chaveiro tem outro item com o nome do Attune. Exclua-o e entre de novo.',
  playlist_not_planned: 'Veja primeiro a prévia da playlist e depois crie-a.',
  spotify_ends_soon:
    'O Spotify encerra seu acesso em menos de duas semanas. Entre de novo nas Configurações para continuar.',
  spotify_not_signed_in: 'Você não entrou no Spotify.',
  spotify_sign_in_ended: 'Seu acesso ao Spotify expirou. Todo o resto funciona.',
  spotify_wrong_client_id: check.wrongClientId,
  spotify_denied: 'O Attune não recebeu acesso ao Spotify. Entre de novo e aceite.',
  spotify_sign_in_timeout: 'O acesso demorou mais de dois minutos. Tente de novo.',
  spotify_owner_not_premium: check.ownerNotPremium,
  spotify_not_allow_listed: check.notAllowListed,
  spotify_playlist_not_owned: 'Esta playlist pertence a outra conta, então não foi alterada.',
  spotify_premium_required:
    'Controlar a reprodução requer o Spotify Premium. Playlists e links funcionam sem ele.',
  spotify_no_active_device:
    'Nenhum app do Spotify está ativo. Abra o Spotify, ou escolha um aparelho.',
  spotify_device_gone: 'Este aparelho não está mais disponível. Escolha outro.',
  spotify_rate_limited:
    'O Spotify pediu ao Attune para esperar um pouco. As Configurações mostram até quando.',
  spotify_quota_exceeded:
    'Seu app do Spotify esgotou os pedidos por enquanto. As Configurações mostram quando ele pode continuar.',
  spotify_offline:
    'Não foi possível acessar o Spotify. Todo o resto funciona. Confira sua conexão.',
};
