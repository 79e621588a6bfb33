import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in Brazilian Portuguese. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'Atalhos globais',
  about: 'Eles funcionam também enquanto você usa outro programa.',
  portalAbout:
    'Eles funcionam também enquanto você usa outro programa. O ambiente pergunta antes a você e decide as teclas; mude-as nas configurações dele.',
  none: 'Este ambiente não os oferece. Nas configurações dele, você pode atribuir teclas a comandos como “attune --toggle-play”.',
  asking: 'O ambiente está perguntando a você sobre os atalhos.',
  camera: 'Iniciar ou fechar a câmera',
  change: 'Mudar…',
  changeFor: (action) => `Mudar o atalho: ${action}`,
  press: 'Pressione as novas teclas…',
  pressAbout: 'Esc cancela, Backspace remove o atalho.',
  unset: 'Nenhum',
  taken: 'Usado por outro programa',
  needsHeld: (ctrl, alt, system) => `Segure também ${ctrl}, ${alt} ou ${system}.`,
  otherKey: 'Esta tecla não pode ser usada. Escolha uma letra, um número, F1 a F12 ou uma seta.',
  used: (action) => `Já usado para “${action}”.`,
  keys: {
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
    Super: 'Super',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Insert: 'Insert',
  },
};
