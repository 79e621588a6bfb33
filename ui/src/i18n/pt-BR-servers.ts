import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('pt-BR');
const songs = (n: number) => count(n, 'música', 'músicas');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in Brazilian Portuguese. */
export const servers: Messages['servers'] = {
  title: 'Servidores',
  none: 'Seu servidor de música',
  noneAbout:
    'Ouça música do Navidrome, Gonic, LMS, Ampache, Nextcloud Music ou de qualquer outro servidor que fale Subsonic.',
  add: 'Adicionar um servidor',
  another: 'Outro servidor',
  anotherAbout: 'O Attune só se conecta aos servidores que você adiciona aqui.',
  first: {
    name: 'Meu servidor',
    about: 'Navidrome, Gonic, Nextcloud Music ou outro servidor que fale Subsonic.',
  },
  form: {
    title: 'Adicionar um servidor',
    again: (name) => `Entrar em ${name}`,
    address: 'Endereço',
    addressHint: 'https://musica.example.org',
    with: 'Entrar com',
    withs: { password: 'Senha', apiKey: 'Chave de API' },
    listener: 'Seu nome no servidor',
    password: 'Senha',
    key: 'Chave de API',
    name: 'Nome no Attune (opcional)',
    nameHint: 'Em casa',
    kept: 'Fica guardada no chaveiro deste sistema.',
    test: 'Testar',
    testing: 'Testando…',
    add: 'Adicionar servidor',
    adding: 'Adicionando…',
    signIn: 'Entrar',
    missing: (field, way) => {
      if (field === 'address') return 'Digite o endereço do seu servidor.';
      if (field === 'listener') return 'Digite seu nome no servidor.';
      return way === 'apiKey' ? 'Digite a chave de API.' : 'Digite sua senha.';
    },
  },
  check: {
    works: (program) => (program === null ? 'Funciona.' : `Funciona. O servidor usa ${program}.`),
    sendsPassword: 'Ele só aceita a própria senha, então é isso que o Attune envia.',
    wrongAddress: 'Confira o endereço',
    certificate: 'Este é o seu servidor?',
    wrongPassword: 'Confira o nome e a senha',
    plainPassword: 'Sua senha poderia ser lida',
    version: 'O servidor é antigo ou novo demais',
    failed: 'O servidor não está pronto',
  },
  certificate: {
    problems: {
      unknown: 'Nenhuma autoridade conhecida garante o certificado do servidor.',
      expired: 'O certificado do servidor expirou.',
      otherName: 'O certificado do servidor foi feito para outro endereço.',
      changed:
        'O servidor mostra um certificado diferente do que você aceitou. Se você não o trocou, talvez alguém esteja entre você e seu servidor.',
      other: 'O certificado do servidor não pode ser verificado.',
    },
    compare:
      'Compare esta impressão digital SHA-256 com a que seu servidor mostra. Só aceite se forem iguais.',
    fingerprint: 'Impressão digital',
    accept: 'São iguais. Aceitar',
  },
  plain: {
    about:
      'Este servidor só aceita a própria senha, e a conexão não é criptografada: outras pessoas na rede poderiam lê-la. Um endereço que começa com https:// evita isso.',
    send: 'Enviar mesmo assim',
  },
  songs,
  loaded: (n) => `${songs(n)} neste computador`,
  readAt: (day, time) => `última leitura: ${day}, ${time}`,
  neverRead: 'ainda não lido até o fim',
  as: (listener) => `como ${listener}`,
  asKey: 'com uma chave de API',
  waits: 'Esperando outro servidor',
  reading: (read, total) =>
    total === null ? `Lendo · ${songs(read)}` : `Lendo ${number(read)} de ${songs(total)}`,
  stops: 'Parando…',
  readingLabel: 'Andamento da leitura',
  stop: 'Parar a leitura',
  found: {
    same: 'Nada mudou.',
    changes: (added, changed, removed) =>
      [
        ...(added > 0 ? [count(added, 'nova', 'novas')] : []),
        ...(changed > 0 ? [count(changed, 'alterada', 'alteradas')] : []),
        ...(removed > 0 ? [count(removed, 'removida', 'removidas')] : []),
      ].join(', '),
    stopped: 'Parado. O que foi lido fica guardado.',
  },
  scan: 'Procurar mudanças',
  more: (name) => `Mais opções de ${name}`,
  scanAgain: 'Ler tudo de novo',
  test: 'Testar a conexão',
  signInAgain: 'Entrar de novo',
  unsaved: 'Sua senha não pôde ser salva, então ela será pedida de novo depois de reiniciar.',
  scrobbles: 'Contar o que você ouve',
  scrobblesAbout: 'O servidor conta as reproduções e pode repassá-las, por exemplo, ao Last.fm.',
  stars: 'Contar o que você curte',
  starsAbout: 'Uma música que você curte aqui ganha uma estrela lá.',
  tell: (what, name) => `${name}: ${what}`,
  cache: 'Espaço para músicas carregadas',
  cacheAbout: (used, limit) =>
    `${size(used)} de ${size(limit)} em uso. As músicas ouvidas há mais tempo dão lugar às novas; as carregadas tocam sem o servidor.`,
  size,
  remove: 'Remover',
  removeTitle: (name) => `Remover ${name}?`,
  removeBody:
    'O Attune esquece as músicas dele, o que aprendeu ao ouvi-las, os arquivos carregados e sua senha. Nada muda no servidor.',
  removeDo: 'Remover servidor',
};
