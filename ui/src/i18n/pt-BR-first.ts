import type { Messages } from './en';

/** The introduction shown on first start, in Brazilian Portuguese. */
export const first: Messages['first'] = {
  label: 'Boas-vindas ao Attune',
  step: (at, of) => `${at} de ${of}`,
  skip: 'Pular',
  back: 'Voltar',
  next: 'Avançar',
  done: 'Começar a ouvir',
  mood: {
    title: 'Como você está agora?',
    drag: 'Arraste o ponto até onde você está. A música acompanha.',
    silent: 'O primeiro movimento inicia uma paisagem sonora.',
    sounds: 'Uma paisagem sonora que o Attune compõe enquanto você ouve.',
    camera: 'Sua câmera pode fazer isso por você. As imagens nunca saem deste computador.',
    useCamera: 'Usar a câmera',
    cameraOff: 'Fechar a câmera',
    self: 'Prefiro arrastar',
    how: 'Com a câmera ligada, um modelo neste computador lê a expressão do seu rosto e estima quão agradável e quão animado seu humor talvez esteja. Ele vê expressões, não sentimentos, e pode errar: o que você diz sempre vale. Nenhuma imagem é salva nem enviada, e você não precisa de conta.',
    seesNothing: 'Nenhum rosto à vista ainda. Fique onde haja luz no seu rosto.',
    sees: (word) => `O Attune vê seu rosto. Talvez você pareça ${word}.`,
  },
  music: {
    title: 'Onde está sua música?',
    starter: 'Um catálogo de músicas para começar. Elas abrem no Spotify.',
    csv: 'Tem uma lista de músicas em um arquivo CSV? Importe agora, ou mais tarde na biblioteca.',
  },
  taste: {
    title: 'Escolha o que você ama',
    about:
      'É opcional: o Attune também aprende com o que você ouve. Você pode mudar isso depois nas Configurações, em “O que o Attune aprendeu”.',
  },
};
