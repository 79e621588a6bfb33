import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in Spanish. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'Atajos globales',
  about: 'Funcionan también mientras usas otro programa.',
  portalAbout:
    'Funcionan también mientras usas otro programa. Tu escritorio te pregunta antes y decide las teclas; puedes cambiarlas en sus ajustes.',
  none: 'Este escritorio no los ofrece. En sus propios ajustes puedes asignar teclas a órdenes como «attune --toggle-play».',
  asking: 'Tu escritorio te está preguntando por los atajos.',
  camera: 'Iniciar o cerrar la cámara',
  change: 'Cambiar…',
  changeFor: (action) => `Cambiar el atajo: ${action}`,
  press: 'Pulsa las teclas nuevas…',
  pressAbout: 'Esc cancela, Retroceso quita el atajo.',
  unset: 'Ninguno',
  taken: 'Lo usa otro programa',
  needsHeld: (ctrl, alt, system) => `Mantén pulsada también ${ctrl}, ${alt} o ${system}.`,
  otherKey: 'Esta tecla no sirve. Elige una letra, un número, de F1 a F12 o una flecha.',
  used: (action) => `Ya se usa para «${action}».`,
  keys: {
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Mayús',
    Super: 'Super',
    Home: 'Inicio',
    End: 'Fin',
    PageUp: 'Re Pág',
    PageDown: 'Av Pág',
    Insert: 'Insert',
  },
};
