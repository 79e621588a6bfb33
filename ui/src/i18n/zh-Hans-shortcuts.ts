import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in simplified Chinese. */
export const shortcuts: Messages['shortcuts'] = {
  title: '全局快捷键',
  about: '使用其他程序时也有效。',
  portalAbout: '使用其他程序时也有效。桌面会先询问你，并决定使用哪些按键；可在桌面的设置中更改。',
  none: '此桌面不提供全局快捷键。你可以在桌面的设置中为“attune --toggle-play”之类的命令指定按键。',
  asking: '桌面正在询问你有关快捷键的事。',
  camera: '开启或关闭摄像头',
  change: '更改…',
  changeFor: (action) => `更改快捷键：${action}`,
  press: '请按新的按键…',
  pressAbout: 'Esc 取消，Backspace 移除快捷键。',
  unset: '无',
  taken: '已被其他程序占用',
  needsHeld: (ctrl, alt, system) => `请同时按住 ${ctrl}、${alt} 或 ${system}。`,
  otherKey: '不能使用此按键。请选择字母、数字、F1 至 F12 或方向键。',
  used: (action) => `已用于“${action}”。`,
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
