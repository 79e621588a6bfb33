import { tracks as songs } from './ar-count';
import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('ar');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} ميغابايت` : `${number(megabytes / 1000, 1)} غيغابايت`;

/** Texts about music servers of the listener's own, in Arabic. */
export const servers: Messages['servers'] = {
  title: 'الخوادم',
  none: 'خادم موسيقاك',
  noneAbout:
    'شغّل موسيقى من Navidrome أو Gonic أو LMS أو Ampache أو Nextcloud Music أو أي خادم آخر يدعم Subsonic.',
  add: 'إضافة خادم',
  another: 'خادم آخر',
  anotherAbout: 'لا يتصل Attune إلا بالخوادم التي تضيفها هنا.',
  first: {
    name: 'خادمي',
    about: 'Navidrome أو Gonic أو Nextcloud Music أو خادم آخر يدعم Subsonic.',
  },
  form: {
    title: 'إضافة خادم',
    again: (name) => `تسجيل الدخول إلى ${name}`,
    address: 'العنوان',
    addressHint: 'https://music.example.org',
    with: 'تسجيل الدخول بـ',
    withs: { password: 'كلمة مرور', apiKey: 'مفتاح API' },
    listener: 'اسمك على الخادم',
    password: 'كلمة المرور',
    key: 'مفتاح API',
    name: 'الاسم في Attune (اختياري)',
    nameHint: 'في المنزل',
    kept: 'يُحفظ في حلقة مفاتيح هذا النظام.',
    test: 'اختبار',
    testing: 'جارٍ الاختبار…',
    add: 'إضافة الخادم',
    adding: 'جارٍ الإضافة…',
    signIn: 'تسجيل الدخول',
    missing: (field, way) => {
      if (field === 'address') return 'أدخل عنوان خادمك.';
      if (field === 'listener') return 'أدخل اسمك على الخادم.';
      return way === 'apiKey' ? 'أدخل مفتاح API.' : 'أدخل كلمة المرور.';
    },
  },
  check: {
    works: (program) => (program === null ? 'إنه يعمل.' : `إنه يعمل. يشغّل الخادم ${program}.`),
    sendsPassword: 'لا يقبل إلا كلمة المرور نفسها، لذا فهي ما يرسله Attune.',
    wrongAddress: 'تحقّق من العنوان',
    certificate: 'هل هذا خادمك؟',
    wrongPassword: 'تحقّق من الاسم وكلمة المرور',
    plainPassword: 'قد يتمكن غيرك من قراءة كلمة مرورك',
    version: 'الخادم قديم جدًا أو حديث جدًا',
    failed: 'الخادم غير جاهز',
  },
  certificate: {
    problems: {
      unknown: 'لا تضمن شهادةَ الخادم أي جهة معروفة.',
      expired: 'شهادة الخادم منتهية الصلاحية.',
      otherName: 'صدرت شهادة الخادم لعنوان آخر.',
      changed:
        'يعرض الخادم شهادة غير التي قبلتها. إن لم تستبدلها أنت، فقد يكون هناك من يتوسط بينك وبين خادمك.',
      other: 'تعذّر التحقق من شهادة الخادم.',
    },
    compare: 'قارن بصمة SHA-256 هذه بالبصمة التي يعرضها خادمك. لا تقبلها إلا إذا تطابقتا.',
    fingerprint: 'البصمة',
    accept: 'متطابقتان. قبول',
  },
  plain: {
    about:
      'لا يقبل هذا الخادم إلا كلمة المرور نفسها، والاتصال غير مشفّر: قد يقرؤها آخرون على الشبكة. العنوان الذي يبدأ بـ https:// يمنع ذلك.',
    send: 'إرسالها رغم ذلك',
  },
  songs,
  loaded: (n) => `على هذا الحاسوب: ${songs(n)}`,
  readAt: (day, time) => `آخر قراءة: ${day}، ${time}`,
  neverRead: 'لم تكتمل قراءته بعد',
  as: (listener) => `باسم ${listener}`,
  asKey: 'بمفتاح API',
  waits: 'بانتظار خادم آخر',
  reading: (read, total) =>
    total === null
      ? `جارٍ القراءة · ${songs(read)}`
      : `جارٍ القراءة: ${number(read)} من ${songs(total)}`,
  stops: 'جارٍ الإيقاف…',
  readingLabel: 'تقدّم القراءة',
  stop: 'إيقاف القراءة',
  found: {
    same: 'لم يتغيّر شيء.',
    changes: (added, changed, removed) =>
      Object.entries({ جديد: added, معدّل: changed, محذوف: removed })
        .filter(([, n]) => n > 0)
        .map(([word, n]) => `${word}: ${number(n)}`)
        .join('، '),
    stopped: 'أُوقفت القراءة. ما قُرئ محفوظ.',
  },
  scan: 'البحث عن تغييرات',
  more: (name) => `خيارات أخرى لـ ${name}`,
  scanAgain: 'قراءة كل شيء من جديد',
  test: 'اختبار الاتصال',
  signInAgain: 'تسجيل الدخول من جديد',
  unsaved: 'تعذّر حفظ كلمة مرورك، لذا ستُطلب منك بعد إعادة التشغيل.',
  scrobbles: 'إبلاغه بما تشغّله',
  scrobblesAbout: 'يعدّ الخادم مرات التشغيل ويمكنه تمريرها، إلى Last.fm مثلًا.',
  stars: 'إبلاغه بما يعجبك',
  starsAbout: 'الأغنية التي تعجبك هنا تحصل على نجمة هناك.',
  tell: (what, name) => `${name}: ${what}`,
  cache: 'مساحة الأغاني المحمّلة',
  cacheAbout: (used, limit) =>
    `المستخدم ${size(used)} من ${size(limit)}. الأغاني الأقدم استماعًا تفسح المجال للجديدة، والأغاني المحمّلة تعمل دون الخادم.`,
  size,
  remove: 'إزالة',
  removeTitle: (name) => `إزالة ${name}؟`,
  removeBody:
    'ينسى Attune أغانيه وما تعلّمه من تحليلها والملفات المحمّلة وكلمة مرورك. لا يتغيّر شيء على الخادم.',
  removeDo: 'إزالة الخادم',
};
