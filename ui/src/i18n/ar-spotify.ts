import { tracks } from './ar-count';
import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('ar');

/** Setting up access to Spotify, in Arabic. “User Management” and the like are names of Spotify’s pages. */
const wizard: Messages['spotify']['wizard'] = {
  title: 'إعداد Spotify',
  step: (at, of) => `الخطوة ${at} من ${of}`,
  back: 'رجوع',
  next: 'التالي',
  why: 'لماذا تحتاج إلى تطبيق Spotify خاص بك',
  whyLines: [
    'تحدّ Spotify التطبيق الجديد بخمسة أشخاص، وما دام لدى مالكه اشتراك Premium فقط. أما التطبيق المتاح للجميع فيتطلب شركة مسجّلة.',
    'لذا لا يأتي Attune بتطبيق جاهز. تنشئ تطبيقك في بضع دقائق. تحتاج إلى Premium لذلك، لكن دون تكلفة إضافية.',
    'أنت وحدك تستخدمه: تذهب طلبات Attune من هذا الحاسوب إلى Spotify ولا تذهب إلى أي مكان آخر.',
  ],
  make: 'إنشاء التطبيق',
  steps: [
    'افتح لوحة مطوّري Spotify وسجّل الدخول واختر «Create app». اختر أي اسم ووصف.',
    'أدخل في «Redirect URI» هذا العنوان تمامًا، دون منفذ:',
    'اختر «Web API» واقبل الشروط ثم احفظ.',
    'أضف في «User Management» الاسم والبريد الإلكتروني لكل حساب سيستخدمه، ومنها حسابك.',
    'انسخ «Client ID». لا يحتاج Attune إلى client secret، فلا تشاركه.',
  ],
  dashboard: 'فتح لوحة المطوّرين',
  redirect: 'Redirect URI',
  copy: 'نسخ',
  copied: 'نُسخ',
  copyByHand: 'اضغط Ctrl+C لنسخ النص المحدد',
  enter: 'إدخال Client ID',
  clientId: 'Client ID',
  clientIdHint: '32 حرفًا ورقمًا',
  noClientId: 'أدخل Client ID أولًا.',
  test: 'اختبار',
  testing: 'جارٍ التحقق لدى Spotify…',
  signIn: 'تسجيل الدخول بحساب Spotify',
  browser: 'تابع في متصفحك: وافق في صفحة Spotify ثم عد إلى هنا.',
  browserNot: 'إذا لم تُفتح صفحة، فانسخ هذا العنوان إلى متصفح:',
  address: 'عنوان صفحة تسجيل الدخول',
  cancel: 'إلغاء',
};

/** What a test of the access found, in Arabic. */
export const check: Messages['spotify']['check'] = {
  works: (name) => (name === null ? 'كل شيء يعمل.' : `كل شيء يعمل. الدخول مسجّل باسم ${name}.`),
  needsSignIn: 'قيمة Client ID صالحة. سجّل الدخول للتحقق من الباقي.',
  wrongClientId: 'لا تعرف Spotify قيمة Client ID هذه. انسخها من جديد من صفحة تطبيقك.',
  ownerNotPremium:
    'الحساب المالك للتطبيق بلا Premium، لذا ترفض Spotify كل الطلبات. بعد الاشتراك قد يستغرق الأمر بضع ساعات.',
  notAllowListed: 'هذا الحساب ليس في قائمة تطبيقك. أضفه في لوحة المطوّرين ضمن «User Management».',
  offline: 'تعذّر الوصول إلى Spotify. تحقّق من اتصالك واختبر من جديد.',
};

/** The account that is signed in, in Arabic. */
const account: Messages['spotify']['account'] = {
  as: (name) => `الدخول مسجّل باسم ${name}`,
  signedIn: 'الدخول مسجّل',
  app: (id) => `تطبيقك: ${id}`,
  test: 'اختبار',
  ends: (day) => `تُنهي Spotify تسجيل الدخول هذا في ${day}.`,
  endsSoon: (day) => `تُنهي Spotify تسجيل دخولك في ${day}. سجّل الدخول من جديد للمتابعة.`,
  again: 'تسجيل الدخول من جديد',
  session: 'تعذّر استخدام حلقة المفاتيح، لذا يبقى دخولك مسجّلًا حتى تغلق Attune فقط.',
  sessionWhy: {
    keyring_dismissed:
      'أُغلقت نافذة طلب كلمة مرورها أو تعذّر عرضها. سجّل الدخول من جديد لتسألك مرة أخرى.',
    keyring_locked: 'إنها مقفلة. افتح قفلها ثم سجّل الدخول من جديد ليبقى دخولك مسجّلًا.',
    keyring_silent: 'لا تستجيب. ربما تنتظر كلمة مرورك.',
    keyring_unavailable: 'لا توجد واحدة في هذا النظام.',
    keyring_unusable: 'فيها مدخل آخر باسم Attune. احذفه ثم سجّل الدخول من جديد.',
  },
  signOut: 'تسجيل الخروج…',
  signOutTitle: 'تسجيل الخروج من Spotify؟',
  signOutBody:
    'يُحذف من هذا الحاسوب تسجيل دخولك وClient ID وكل ما يحفظه Attune عن Spotify. تبقى قوائم التشغيل في حسابك.',
  signOutDo: 'تسجيل الخروج',
  permissions: 'إزالة وصول Attune من موقع Spotify',
};

/** Texts about Spotify, in Arabic. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: 'لم يُسجَّل الدخول',
  about:
    'أنشئ قوائم تشغيل لمزاجك، واستخدم موسيقاك من Spotify في قائمة الانتظار، وشغّل في تطبيقات Spotify لديك. يعمل Attune دونها أيضًا.',
  asking: 'جارٍ البحث في حلقة المفاتيح عن دخول محفوظ…',
  setUp: 'إعداد…',
  signIn: 'تسجيل الدخول',
  otherId: 'استخدام Client ID آخر…',
  waiting: (time) => `طلبت Spotify من Attune الانتظار حتى ${time}. كل ما عدا ذلك يعمل.`,
  wizard,
  check,
  account,
  plan: {
    title: 'قوائم التشغيل وموسيقاك',
    works: 'متاح في كل الاشتراكات.',
    control: 'التشغيل في تطبيقات Spotify لديك',
    use: 'تشغيل قائمة الانتظار في تطبيقات Spotify لديّ',
    controls: {
      untried: 'يتطلب Premium. لم يجرّبه Attune بعد، ولا تخبر Spotify التطبيقات باشتراكك.',
      works: 'يعمل مع اشتراكك.',
      needsPremium: 'يتطلب Premium، ولا يتضمنه اشتراكك. قوائم التشغيل والروابط تعمل.',
    },
  },
  own: {
    title: 'موسيقاك من Spotify في قائمة الانتظار',
    about:
      'يستخدم من أغانيك المفضلة والأكثر استماعًا والحديثة ما هو موجود أيضًا في كتالوجات Attune. تبقى حتى تغلق Attune، ولا يُحفظ عنها شيء ولا يُتعلَّم.',
    bring: 'استخدام',
    end: 'إيقاف الاستخدام',
    bringing: 'جارٍ جلب أغانيك…',
    found: (known, unknown) =>
      `قيد الاستخدام: ${tracks(known)}. لا يعرف Attune مزاج ${number(unknown)} غيرها.`,
    none: 'لا توجد أي من أغانيك في كتالوجات Attune. استورد كتالوجًا يحتويها.',
    here: 'من Spotify، حتى تغلق Attune',
  },
  devices: {
    title: 'الأجهزة',
    about: 'تطبيقات Spotify المفتوحة لديك. اختر أين تُشغَّل الموسيقى.',
    show: 'عرض الأجهزة',
    again: 'تحديث',
    looking: 'جارٍ البحث عن أجهزة…',
    none: 'لا يوجد تطبيق Spotify مفتوح.',
    open: 'فتح Spotify',
    get: 'الحصول على Spotify مجانًا',
    waiting: 'بانتظار فتح Spotify. تبدأ الموسيقى هناك تلقائيًا بعد ذلك.',
    here: 'يُشغَّل هنا',
    choose: (name) => `التشغيل على ${name}`,
    locked: 'لا يمكن التحكم فيه',
  },
  playlist: {
    button: 'إنشاء قائمة تشغيل في Spotify',
    title: 'إنشاء قائمة تشغيل في Spotify من قائمة الانتظار هذه',
    purpose: 'قائمة تشغيل من أجل',
    purposes: { mood: (word) => `المزاج: ${word}`, policy: (name) => `النمط: ${name}` },
    name: 'الاسم',
    description: 'الوصف',
    pattern: 'يُستبدل {mood} بالمزاج أو النمط.',
    preview: 'معاينة',
    looking: 'جارٍ البحث عن الأغاني في Spotify…',
    willMake: (name, n) => `سيُنشئ هذا قائمة تشغيل خاصة جديدة «${name}»، فيها ${tracks(n)}.`,
    willUpdate: (name, n) =>
      `سيستبدل هذا أغاني قائمتك «${name}» بهذه: ${tracks(n)}. يبقى اسمها ووصفها وغلافها كما هي.`,
    nothing: 'لم يُعثر على أي من هذه الأغاني في Spotify، فلا شيء لوضعه في قائمة تشغيل.',
    missed: (n) => `لم يُعثر عليها في Spotify: ${tracks(n)}`,
    byNames: 'مطابقة بالعنوان والفنان',
    back: 'رجوع',
    make: 'إنشاء قائمة التشغيل',
    update: 'استبدال الأغاني',
    making: 'جارٍ حفظ قائمة التشغيل…',
    made: (name, n) => `أصبحت «${name}» في حسابك على Spotify، وفيها ${tracks(n)}.`,
    updated: (name, n) => `في «${name}» الآن ${tracks(n)}.`,
    open: 'الاستماع في Spotify',
    close: 'إغلاق',
  },
  attribution: { from: 'العناوين والفنانون من Spotify.', open: 'فتح Spotify' },
  embed: {
    title: 'مشغّل Spotify المضمّن',
    about:
      'يعرض مشغّل Spotify نفسه للأغاني الموجودة فيه. يُحمَّل من open.spotify.com الذي يرى عندئذ عنوان IP الخاص بك.',
    frame: (title) => `مشغّل Spotify: ${title}`,
    loading: 'جارٍ تحميل مشغّل Spotify…',
    offline: 'أنت غير متصل بالإنترنت، لذا لا يمكن عرض مشغّل Spotify.',
    preview: 'يشغّل معاينة من نحو 30 ثانية. افتح الأغنية في Spotify لسماعها كاملة.',
    link: 'الاستماع في Spotify',
  },
};
