import { readings } from './ar-count';
import type { Messages } from './en';

/** What the window says of the camera, in Arabic. */
export const camera: Messages['camera'] = {
  label: 'الكاميرا',
  state: {
    off: 'الكاميرا مغلقة',
    starting: 'جارٍ تشغيل الكاميرا…',
    on: 'الكاميرا تعمل',
    waiting: 'الكاميرا غير متصلة، بانتظار عودتها',
    away: 'أُغلقت الكاميرا أثناء غيابك',
    failed: 'تعذّر تشغيل الكاميرا',
  },
  busy: 'الكاميرا قيد الاستخدام، بانتظار تحرّرها',
  forPulse: 'الكاميرا تعمل لقياس نبضك',
  rate: (looks) => `${readings(looks)} في الثانية`,
  reopened: 'عادت الكاميرا إلى العمل بعد غيابك',
  start: 'تشغيل الكاميرا',
  pause: 'إيقاف مؤقت',
  retry: 'إعادة المحاولة',
  picture: 'استخدام صورة',
  waitingFor: (name) => `${name}: غير متصلة، بانتظار عودتها`,
  first: 'أول كاميرا متاحة',
  none: 'لم يُعثر على كاميرا',
  gone: 'الكاميرا المختارة (غير متصلة)',
};
