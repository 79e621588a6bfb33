import type { Messages } from './en';

/** The settings view, in Brazilian Portuguese. */
export const settings: Messages['settings'] = {
  title: 'Configurações',
  camera: 'Câmera',
  cameraChoice: 'Câmera usada',
  cameraAtStart: 'Iniciar a câmera ao abrir o Attune',
  cameraAtStartAbout: 'Sem isso, ela fica fechada até você iniciá-la.',
  closeWhenAway: 'Fechar câmera, microfone e cinta na sua ausência',
  closeWhenAwayAbout:
    'Quando a tela está bloqueada, o computador está em repouso ou a tampa está fechada. O que estava ligado volta quando você volta.',
  lookRate: 'Frequência de leitura',
  lookRateAbout:
    'O Attune lê seu rosto duas, cinco ou dez vezes por segundo. Menos leituras poupam bateria.',
  lookRates: { batterySaver: 'Econômica', balanced: 'Equilibrada', frequent: 'Alta' },
  music: 'Música',
  pace: 'Ritmo',
  paceAbout: 'Com que rapidez a música acompanha uma mudança de humor.',
  paceCalm: 'lento',
  paceLively: 'rápido',
  expressions: 'Escolher pela expressão',
  byExpression: 'Deixar minha expressão escolher o que a música faz',
  byExpressionAbout:
    'Muda quando seu rosto mantém uma expressão. Se você escolher “Acompanhar”, “Animar” ou outra opção, isto é desativado.',
  whenILook: 'Quando minha expressão é',
  thePolicy: 'a música deve',
  policyFor: (look) => `O que a música faz quando minha expressão é ${look}`,
  expressionsReset: 'Restaurar o padrão',
  expressionsAreDefault: 'Este é o padrão.',
  appearance: 'Aparência',
  theme: 'Tema',
  language: 'Idioma',
  languageSystem: (name) => `Sistema (${name})`,
  themes: { system: 'Sistema', light: 'Claro', dark: 'Escuro' },
  data: 'Seus dados',
  exportTitle: 'Exportar',
  export: 'Exportar como JSON',
  exportAbout:
    'Salva seu histórico, opiniões, catálogos, pastas de música, músicas e configurações em um único arquivo.',
  exported: (path) => `Salvo em ${path}`,
  rawTables: 'Fórmulas em tabelas',
  rawTablesAbout:
    'Exporta como estão os títulos que começam com =, +, - ou @. Sem isso, eles recebem um apóstrofo para que uma planilha não os execute como fórmulas.',
  help: 'Ajuda',
  diagnostics: 'Diagnóstico',
  diagnosticsAbout:
    'Versões, tamanhos, estados e onde houve erros, para enviar quando algo não funcionar. Sem nomes, títulos, caminhos nem acessos.',
  diagnosticsCopy: 'Copiar diagnóstico',
  diagnosticsCopied: 'Copiado para a área de transferência',
  diagnosticsByHand:
    'A área de transferência não pôde ser usada. Selecione o texto abaixo e copie.',
  erase: 'Excluir…',
  eraseAbout:
    'Seu histórico, opiniões, catálogos importados, o que o Attune sabe da sua música, configurações e o acesso ao Spotify.',
  eraseTitle: 'Excluir tudo?',
  eraseBody:
    'Tudo o que o Attune guarda aqui sobre você será excluído: seu histórico, opiniões, catálogos importados, o que ele sabe dos seus arquivos de música, configurações e o acesso ao Spotify. Os arquivos de música ficam. Isso não pode ser desfeito.',
  eraseType: (word) => `Digite “${word}” para confirmar`,
  eraseWord: 'excluir',
  eraseDo: 'Excluir tudo',
  cancel: 'Cancelar',
  privacy: 'Privacidade',
  privacyLines: [
    'As imagens da câmera são lidas na memória deste aparelho e descartadas na hora. Nenhuma é salva nem enviada.',
    'O Attune guarda seu humor estimado, suas opiniões sobre as músicas e seus catálogos, e só neste aparelho.',
    'Um rosto mostra uma expressão, não um sentimento. O Attune pode errar; o que você diz sempre vale.',
    'Em pausa quer dizer fechada: a câmera é devolvida ao sistema.',
    'O Attune é para o seu próprio rosto e a sua própria música. Não foi feito para o trabalho, a escola nem para vigiar outras pessoas.',
  ],
  about: 'Sobre',
  version: (version) => `Attune ${version}`,
  licences:
    'MIT ou Apache 2.0, como você preferir. As obras de terceiros incluídas estão listadas com suas licenças na pasta “licences” da instalação.',
  releases: 'Novas versões',
  releasesAbout:
    'O Attune nunca pergunta por conta própria se há uma. Isto abre a página no seu navegador.',
  releasesOpen: 'Ver versões',
  again: 'Ver a introdução de novo',
};
