import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in Japanese. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'グローバルショートカット',
  about: 'ほかのプログラムを使っている間も使えます。',
  portalAbout:
    'ほかのプログラムを使っている間も使えます。デスクトップが最初に確認し、キーを決めます。変更はデスクトップの設定で行ってください。',
  none: 'このデスクトップでは使えません。デスクトップの設定で、「attune --toggle-play」のようなコマンドにキーを割り当てられます。',
  asking: 'デスクトップがショートカットについて確認しています。',
  camera: 'カメラをオンまたはオフにする',
  change: '変更…',
  changeFor: (action) => `ショートカットを変更：${action}`,
  press: '新しいキーを押してください…',
  pressAbout: 'Escでキャンセル、Backspaceでショートカットを削除します。',
  unset: 'なし',
  taken: '別のプログラムが使っています',
  needsHeld: (ctrl, alt, system) => `${ctrl}、${alt}、${system}のいずれかも一緒に押してください。`,
  otherKey: 'このキーは使えません。文字、数字、F1～F12、矢印キーを選んでください。',
  used: (action) => `すでに「${action}」に使われています。`,
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
