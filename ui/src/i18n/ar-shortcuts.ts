import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in Arabic. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'اختصارات عامة',
  about: 'تعمل أيضًا أثناء استخدامك برنامجًا آخر.',
  portalAbout:
    'تعمل أيضًا أثناء استخدامك برنامجًا آخر. يسألك سطح المكتب أولًا ويحدد المفاتيح؛ ويمكنك تغييرها في إعداداته.',
  none: 'لا يوفرها سطح المكتب هذا. يمكنك في إعداداته تخصيص مفاتيح لأوامر مثل «attune --toggle-play».',
  asking: 'يسألك سطح المكتب عن الاختصارات.',
  camera: 'تشغيل الكاميرا أو إغلاقها',
  change: 'تغيير…',
  changeFor: (action) => `تغيير الاختصار: ${action}`,
  press: 'اضغط المفاتيح الجديدة…',
  pressAbout: 'Esc للإلغاء، وBackspace لإزالة الاختصار.',
  unset: 'لا شيء',
  taken: 'يستخدمه برنامج آخر',
  needsHeld: (ctrl, alt, system) => `اضغط معه أيضًا ${ctrl} أو ${alt} أو ${system}.`,
  otherKey: 'لا يمكن استخدام هذا المفتاح. اختر حرفًا أو رقمًا أو F1 إلى F12 أو مفتاح سهم.',
  used: (action) => `مستخدم بالفعل لـ «${action}».`,
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
