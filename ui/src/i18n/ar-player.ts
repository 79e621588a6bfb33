import { minutes, seconds } from './ar-count';
import type { Messages } from './en';
import { grammar } from './grammar';

const { percent } = grammar('ar');

/** The player bar and the sound settings, in Arabic. */
export const player: Messages['player'] = {
  title: 'المشغّل',
  play: 'تشغيل',
  pause: 'إيقاف مؤقت',
  previous: 'بداية الأغنية، أو الأغنية السابقة',
  next: 'الأغنية التالية',
  position: 'الموضع في الأغنية',
  positionOf: (at, length) => `${at} من ${length}`,
  volume: 'مستوى الصوت',
  sound: 'مستوى الصوت والمخرج ومؤقّت النوم',
  mute: 'كتم الصوت',
  unmute: 'إلغاء كتم الصوت',
  toNow: 'عرضها في «الآن»',
  mini: 'المشغّل المصغّر',
  tray: { show: 'إظهار Attune', previous: 'الأغنية السابقة', quit: 'إنهاء' },
  big: 'العودة إلى النافذة الرئيسية',
  percent: (n) => percent(n / 100),
  resume: (at) => `تُستأنف عند ${at}`,
  nothing: 'قائمة الانتظار فارغة',
  with: 'التشغيل عبر',
  kinds: { list: 'القائمة فقط', local: 'هذا الحاسوب', spotify: 'Spotify' },
  settings: 'الصوت',
  withAbout:
    'هذا الحاسوب: يشغّل المشاهد الصوتية والموسيقى التي في مجلداتك وعلى خوادمك، وقائمة الانتظار منها وحدها. Spotify: يشغّل في تطبيق Spotify المفتوح لديك. القائمة فقط: تفتح الأغاني بنفسك.',
  output: 'المخرج',
  outputAbout: 'إذا انقطع اتصاله، يستمر التشغيل على مخرج آخر.',
  outputDefault: 'افتراضي النظام',
  outputGone: 'المخرج المختار (غير متصل)',
  level: 'موازنة مستوى الصوت',
  levelAbout: 'يشغّل كل الأغاني بعلوّ واحد. يسري بدءًا من الأغنية التالية.',
  crossfade: 'تداخل الأغاني',
  crossfadeAbout:
    'يمزج نهاية كل أغنية ببداية التالية. أما الألبومات بترتيبها والمشاهد الصوتية فتحتفظ بانتقالاتها.',
  seconds,
  sleep: {
    title: 'مؤقّت النوم',
    off: 'إيقاف',
    endOfTrack: 'نهاية هذه الأغنية',
    minutes,
    stopsIn: (n) => `تتوقف الموسيقى بعد: ${minutes(n)}`,
    stopsAtEnd: 'تتوقف الموسيقى في نهاية هذه الأغنية',
  },
  window: 'النافذة',
  stay: 'متابعة العمل عند إغلاق النافذة',
  stayAbout: 'يبقى Attune في شريط النظام. وإلا فإغلاق النافذة ينهيه.',
  noTray: 'لا يوجد شريط نظام على سطح المكتب هذا، لذا فإغلاق النافذة ينهي Attune.',
  levels: { off: 'إيقاف', track: 'حسب الأغنية', album: 'حسب الألبوم' },
};

/** Soundscapes, in Arabic. */
export const soundscape: Messages['soundscape'] = {
  name: 'مشاهد صوتية',
  about: 'موسيقى يؤلّفها Attune على هذا الجهاز أثناء استماعك. تتبع مزاجك حتى داخل المقطوعة الواحدة.',
  origin: 'تُؤلَّف على هذا الجهاز أثناء تشغيلها',
  start: 'البدء بالمشاهد الصوتية',
  share: 'المشاهد الصوتية في قائمة الانتظار',
  shareAbout: 'عند أقل قيمة، لا تُشغَّل إلا حين لا يبقى شيء آخر.',
  none: 'عندما تنتهي موسيقاي',
  only: 'وحدها',
  shareValue: ['عندما تنتهي موسيقاي', 'بعضها', 'النصف', 'معظمها', 'المشاهد الصوتية وحدها'],
  plays: (tempo, key) => `${tempo} نبضة في الدقيقة، ${key}`,
  changed: (what, why) => `الآن ${what}، ${why}`,
  up: {
    tempo: 'أسرع',
    density: 'أكثف',
    brightness: 'أكثر إشراقًا',
    register: 'أعلى طبقة',
    percussion: 'بإيقاع أكثر',
    mode: 'على مقام أدفأ',
  },
  down: {
    tempo: 'أبطأ',
    density: 'أخف',
    brightness: 'أنعم',
    register: 'أخفض طبقة',
    percussion: 'بإيقاع أقل',
    mode: 'على مقام أقتم',
  },
  why: {
    moreEnergy: 'لمزيد من الحيوية',
    calmer: 'لمزيد من الهدوء',
    morePleasant: 'لمزاج أكثر إشراقًا',
    darker: 'لمزاج أكثر جدية',
    lift: 'لأنك طلبت رفع المزاج',
    calm: 'لأنك طلبت الهدوء',
    energise: 'لأنك طلبت الحيوية',
    hold: 'نحو المزاج الذي حددته',
  },
};
