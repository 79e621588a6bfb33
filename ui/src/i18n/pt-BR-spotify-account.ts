import type { Messages } from './en';

/** Setting up access to Spotify, in Brazilian Portuguese. “User Management” and the like are names of Spotify’s pages. */
export const wizard: Messages['spotify']['wizard'] = {
  title: 'Configurar o Spotify',
  step: (at, of) => `Etapa ${at} de ${of}`,
  back: 'Voltar',
  next: 'Avançar',
  why: 'Por que você precisa do seu próprio app do Spotify',
  whyLines: [
    'O Spotify limita um app novo a cinco pessoas, e só enquanto quem o criou tiver o Premium. Um app para todo mundo exige uma empresa registrada.',
    'Por isso o Attune não traz nenhum. Você cria o seu em poucos minutos. É preciso ter o Premium, mas não custa nada a mais.',
    'Só você o usa: os pedidos do Attune vão deste computador ao Spotify e a mais nenhum lugar.',
  ],
  make: 'Criar o app',
  steps: [
    'Abra o painel de desenvolvedores do Spotify, entre e escolha “Create app”. O nome e a descrição são livres.',
    'Em “Redirect URI”, digite exatamente este endereço, sem porta:',
    'Escolha “Web API”, aceite os termos e salve.',
    'Em “User Management”, adicione o nome e o e-mail de cada conta que vai usá-lo, inclusive a sua.',
    'Copie o “Client ID”. O Attune não precisa do “Client secret”, então não o compartilhe.',
  ],
  dashboard: 'Abrir o painel',
  redirect: 'Redirect URI',
  copy: 'Copiar',
  copied: 'Copiado',
  copyByHand: 'Aperte Ctrl+C para copiar o texto selecionado',
  enter: 'Digitar o Client ID',
  clientId: 'Client ID',
  clientIdHint: '32 letras e números',
  noClientId: 'Digite primeiro seu Client ID.',
  test: 'Testar',
  testing: 'Verificando com o Spotify…',
  signIn: 'Entrar com o Spotify',
  browser: 'Continue no seu navegador: aceite na página do Spotify e volte aqui.',
  browserNot: 'Se nenhuma página abriu, copie este endereço em um navegador:',
  address: 'Endereço da página de acesso',
  cancel: 'Cancelar',
};

/** What a test of the access found, in Brazilian Portuguese. */
export const check: Messages['spotify']['check'] = {
  works: (name) => (name === null ? 'Tudo funciona.' : `Tudo funciona. Você entrou como ${name}.`),
  needsSignIn: 'O Client ID é válido. Entre para verificar o resto.',
  wrongClientId: 'O Spotify não reconhece este Client ID. Copie-o de novo da página do seu app.',
  ownerNotPremium:
    'A conta dona do app não tem o Premium, então o Spotify recusa todos os pedidos. Depois de assinar, pode levar algumas horas.',
  notAllowListed:
    'Esta conta não está na lista do seu app. Adicione-a no painel, em “User Management”.',
  offline: 'Não foi possível acessar o Spotify. Confira sua conexão e teste de novo.',
};

/** The account that is signed in, in Brazilian Portuguese. */
export const account: Messages['spotify']['account'] = {
  as: (name) => `Você entrou como ${name}`,
  signedIn: 'Você entrou',
  app: (id) => `Seu app: ${id}`,
  test: 'Testar',
  ends: (day) => `O Spotify encerra este acesso em ${day}.`,
  endsSoon: (day) => `O Spotify encerra seu acesso em ${day}. Entre de novo para continuar.`,
  again: 'Entrar de novo',
  session: 'Seu chaveiro não pôde ser usado, então o acesso só dura até você fechar o Attune.',
  sessionWhy: {
    keyring_dismissed:
      'O pedido da senha dele foi fechado ou não pôde ser mostrado. Entre de novo, e ele pede outra vez.',
    keyring_locked: 'Ele está bloqueado. Desbloqueie-o e entre de novo para manter o acesso.',
    keyring_silent: 'Ele não responde. Talvez espere sua senha.',
    keyring_unavailable: 'Este sistema não tem um.',
    keyring_unusable: 'Ele tem outro item com o nome do Attune. Exclua-o e entre de novo.',
  },
  signOut: 'Sair…',
  signOutTitle: 'Sair do Spotify?',
  signOutBody:
    'Seu acesso, seu Client ID e tudo mais que o Attune guarda sobre o Spotify são excluídos deste computador. Suas playlists ficam na sua conta.',
  signOutDo: 'Sair',
  permissions: 'Remover o acesso do Attune no site do Spotify',
};
