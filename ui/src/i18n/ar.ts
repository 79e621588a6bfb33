import { backup } from './ar-backup';
import { camera } from './ar-camera';
import { leftToRight, tracks } from './ar-count';
import { errors } from './ar-errors';
import { first } from './ar-first';
import { history } from './ar-history';
import { learned } from './ar-learned';
import { library, queue, report } from './ar-library';
import { own } from './ar-own';
import { player, soundscape } from './ar-player';
import { reasons } from './ar-reasons';
import { senses } from './ar-senses';
import { rows } from './ar-rows';
import { servers } from './ar-servers';
import { settings } from './ar-settings';
import { shortcuts } from './ar-shortcuts';
import { spotify } from './ar-spotify';
import { stated } from './ar-stated';
import { terms } from './ar-terms';
import type { Messages } from './en';
import { services } from './en-player';
import { grammar } from './grammar';

const { number } = grammar('ar');

/** Every text of the window, in Arabic: modern standard, moods as adjectives of «المزاج». */
export const ar: Messages = {
  app: { name: 'Attune', loading: 'جارٍ التحميل…', skip: 'الانتقال إلى المحتوى' },
  nav: {
    label: 'العروض',
    now: 'الآن',
    library: 'المكتبة',
    history: 'السجل',
    settings: 'الإعدادات',
    keys: 'الاختصارات',
  },
  words: {
    cheerful: 'مرح',
    excited: 'متحمس',
    content: 'راضٍ',
    calm: 'هادئ',
    tired: 'متعب',
    down: 'منخفض',
    tense: 'متوتر',
    upset: 'منزعج',
    surprised: 'متفاجئ',
    neutral: 'محايد',
  },
  mood: {
    may: {
      face: (word) => `من وجهك: ربما مزاجك ${word}`,
      voice: (word) => `من صوتك: ربما مزاجك ${word}`,
      pulse: (word) => `ربما مزاجك ${word}`,
    },
    youSaid: (word) => `مزاجك ${word}`,
    howAreYou: 'كيف حالك؟',
    notSure: 'غير متأكد',
    confidence: {
      notSure: 'غير مؤكد',
      maybe: 'ربما',
      fairlySure: 'شبه مؤكد',
      sure: 'مؤكد',
    },
    reason: {
      nothingYet: 'لا يعرف Attune مزاجك بعد.',
      noFace: 'لا يظهر وجه. اجلس حيث تراك الكاميرا.',
      severalFaces: 'يظهر أكثر من وجه. لا يقرأ Attune وجهك إلا عندما تكون وحدك في الصورة.',
      tooLongAgo: 'لم يرك Attune منذ مدة. اجلس أمام الكاميرا، أو اسحب النقطة.',
      tooDark: 'الظلام يمنع قراءة وجهك. يفيد مزيد من الضوء من الأمام.',
      tooBright: 'الضوء على وجهك ساطع جدًا. ابتعد عن المصباح أو النافذة.',
      blurred: 'وجهك غير واضح. اثبت مكانك، أو نظّف العدسة.',
      tooSmall: 'وجهك بعيد جدًا. اقترب من الكاميرا.',
      hidden: 'وجهك ملتفت أو مغطى. انظر نحو الكاميرا.',
      unfamiliar: 'ما يظهر لا يشبه وجهًا كثيرًا. تحقّق من اتجاه الكاميرا.',
    },
    nothingSensedFor: {
      face: (time) => `لم يرك Attune منذ ${time}.`,
      voice: (time) => `لم يسمعك Attune منذ ${time}.`,
      pulse: (time) => `لم يحسّ Attune نبضك منذ ${time}.`,
    },
    ambiguous: {
      face: 'قد يعني تعبيرك عدة أشياء. اسحب النقطة إن كنت أدرى.',
      voice: 'لا تكفي نبرتك بعد. تابع الكلام، أو اسحب النقطة.',
      pulse: 'لا يكفي نبضك وحده. اسحب النقطة، أو شغّل الكاميرا.',
    },
    notSureKeeps: 'تبقى الموسيقى كما هي.',
    notSureStart: 'اسحب النقطة، أو شغّل الكاميرا.',
    sensed: {
      face: (ago) => `آخر رؤية: ${ago}`,
      voice: (ago) => `آخر صوت: ${ago}`,
      pulse: (ago) => `آخر نبض: ${ago}`,
    },
    setByYou: 'من تحديدك',
    minutesLeft: (minutes) => (minutes < 1 ? 'بقي أقل من دقيقة' : `بقي ${number(minutes)} د`),
    undo: 'تراجع',
    undoCorrection: 'التراجع والعودة إلى ما تراه الكاميرا',
    correct: 'ليس صحيحًا؟ اسحب النقطة.',
    draft: 'Enter للتحديد، Esc للإلغاء.',
    letGo: 'أفلت للتحديد',
    stillFollows: (word, seconds) =>
      `ما زالت الموسيقى تتبع: ${word} · تتغيّر بعد نحو ${number(seconds)} ث`,
  },
  plane: {
    label: 'المزاج، من غير سارّ إلى سارّ ومن هادئ إلى حيوي',
    dot: 'المزاج: اسحب، أو استخدم مفاتيح الأسهم ومفتاح Enter',
    hold: 'المزاج المستهدف: اسحب، أو استخدم مفاتيح الأسهم ومفتاح Enter',
    twoDimensional: 'شريط تمرير ثنائي الأبعاد',
    energetic: 'حيوي',
    calm: 'هادئ',
    pleasant: 'سارّ',
    unpleasant: 'غير سارّ',
    middle: 'في الوسط',
    dark: 'قاتم',
    bright: 'مشرق',
    slightly: (what) => `${what} قليلًا`,
    very: (what) => `${what} جدًا`,
    goal: 'الهدف',
  },
  camera,
  drop: {
    here: 'أفلت موسيقى لتشغيلها، أو مجلدًا لإضافته، أو قائمة تشغيل أو ملف CSV لفتحهما، أو صورة لقراءة مزاجها',
    private: 'تُقرأ الصورة مرة واحدة على هذا الحاسوب ولا تُحفظ أبدًا.',
    leftOut: (name, files) =>
      `لا يمكن لـ Attune استخدام ${leftToRight(name)}${files === 1 ? '' : ` وغيره (${number(files - 1)})`}. يفتح الموسيقى وقوائم التشغيل والمجلدات وملفات CSV والصور.`,
    tooMany: (more) => `ملفات لم تتسع لها قائمة الانتظار: ${number(more)}.`,
    addTitle: (folders) =>
      folders === 1 ? 'هل تضيف هذا المجلد إلى موسيقاك؟' : 'هل تضيف هذه المجلدات إلى موسيقاك؟',
    addAbout: 'يقرؤه Attune ويحلله على هذا الحاسوب فقط، ولا يغيّر الملفات أبدًا.',
    add: 'إضافة إلى موسيقاي',
  },
  senses,
  policy: {
    label: 'اتجاه الموسيقى',
    name: {
      match: 'مواكبة',
      lift: 'رفع',
      calm: 'تهدئة',
      energise: 'تنشيط',
      hold: 'تثبيت',
      classic: 'تقليدي',
    },
    about: {
      match: 'تواكب مزاجك',
      lift: 'ترفع مزاجك، أغنية بعد أغنية',
      calm: 'تهدّئ الأجواء، أغنية بعد أغنية',
      energise: 'تزيد الحيوية، أغنية بعد أغنية',
      hold: 'تبقى عند الحلقة. اسحبها إلى أي مكان',
      classic: 'قائمة ثابتة لكل تعبير. المزاج المنخفض يحصل على أغانٍ مرحة',
    },
    toGo: (songs) => `بقي ${tracks(songs)}`,
    goal: (place) => `الهدف: ${place}.`,
    chosenBy: (name, look) => `${name}، لأن تعبيرك ${look}`,
  },
  track: {
    now: 'يُشغَّل الآن',
    because: (reasons) => `السبب: ${reasons}`,
    resumed: 'من حيث توقفت',
    and: '، و',
    open: (service) => `الاستماع في ${service}`,
    openElsewhere: 'الاستماع في خدمة أخرى',
    playHere: 'التشغيل على هذا الحاسوب',
    like: 'إضافة إلى المفضلة',
    liked: 'في المفضلة',
    never: 'عدم تشغيلها مجددًا',
    wrongMood: 'أغنية جيدة، مزاج خاطئ',
    next: 'الأغنية التالية',
    likeOf: (title) => `إضافة «${title}» إلى المفضلة`,
    neverOf: (title) => `عدم تشغيل «${title}» مجددًا`,
    pin: (title) => `تثبيت «${title}» في قائمة الانتظار`,
    unpin: (title) => `إلغاء تثبيت «${title}»`,
    key: (label, key) => `${label} (${key})`,
    tile: (mood) => `طابعها ${mood}`,
    why: 'كل الأسباب',
    whyOf: (title) => `لماذا «${title}» في قائمة الانتظار`,
    more: 'خيارات أخرى لهذه الأغنية',
    moreOf: (title) => `خيارات أخرى لأغنية «${title}»`,
    menu: {
      play: 'تشغيل الآن',
      up: 'نقل إلى أعلى',
      down: 'نقل إلى أسفل',
      remove: 'إزالة من قائمة الانتظار',
      wrongMood: 'أغنية جيدة، مزاج خاطئ',
      affect: 'تحديد مزاجها…',
      never: 'عدم تشغيل هذه الأغنية أبدًا',
      artistNever: (artist) => `عدم تشغيل ${artist} أبدًا`,
    },
    affect: {
      title: (title) => `ما طابع «${title}» في رأيك؟`,
      about: 'اسحب النقطة إلى مزاج الموسيقى. يعتمد Attune عليه عندما يملأ قائمة الانتظار.',
      dot: 'مزاج هذه الأغنية: اسحب، أو استخدم مفاتيح الأسهم',
      save: 'تحديد المزاج',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'إشعارات', dismiss: 'إخفاء' },
  keys: {
    title: 'اختصارات لوحة المفاتيح',
    views: 'الآن، المكتبة، السجل، الإعدادات',
    space: 'المسافة',
    enterKey: 'Enter',
    play: 'تشغيل أو إيقاف مؤقت',
    previous: 'بداية الأغنية، أو الأغنية السابقة',
    next: 'الأغنية التالية',
    like: 'إضافة هذه الأغنية إلى المفضلة',
    never: 'عدم تشغيل هذه الأغنية مجددًا',
    undo: 'التراجع عن آخر إجراء على أغنية',
    search: 'البحث في المكتبة',
    back: 'خمس ثوانٍ إلى الوراء أو الأمام',
    louder: 'خفض الصوت أو رفعه',
    mini: 'فتح المشغّل المصغّر أو إغلاقه',
    help: 'عرض هذه الاختصارات',
    arrows: 'تحريك النقطة وهي محددة',
    enter: 'تثبيت النقطة',
    close: 'إغلاق',
  },
  time: {
    now: 'الآن',
    seconds: (n) => `${n} ث`,
    minutes: (n) => `${n} د`,
    hours: (n) => `${n} س`,
    ago: (time) => `قبل ${time}`,
  },
  dialog: { close: 'إغلاق' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};
