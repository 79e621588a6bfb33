import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('ar');
const tracks = (n: number) =>
  count(n, 'أغنية', 'أغنية', { two: 'أغنيتان', few: 'أغانٍ', many: 'أغنية' });
const rowsOf = (n: number) => count(n, 'صف', 'صف', { two: 'صفّان', few: 'صفوف', many: 'صفًا' });

/** The queue, in Arabic. */
export const queue: Messages['queue'] = {
  title: 'التالي',
  empty: 'لا توجد موسيقى مفعّلة.',
  emptyDo: 'فعّل كتالوج البداية أو استورد ملف CSV من المكتبة.',
  toLibrary: 'الانتقال إلى المكتبة',
  blocked: 'لم يبقَ شيء للتشغيل.',
  blockedDo: 'كل ما هو مفعّل محظور. اسمح ببعضه من جديد.',
  end: 'لا شيء آخر يناسب الآن.',
  endDo: 'فعّل كتالوجًا آخر من المكتبة، أو اسمح ببعض الموسيقى المحظورة من جديد.',
  action: {
    finished: (title) => `اكتمل الاستماع إلى «${title}».`,
    unliked: (title) => `أُزيلت «${title}» من مفضلتك.`,
    liked: (title) => `أُضيفت «${title}» إلى مفضلتك.`,
    skipped: (title) => `جرى تخطي «${title}».`,
    removed: (title) => `أُزيلت «${title}» من قائمة الانتظار.`,
    never: (title) => `لن تُشغَّل «${title}» مجددًا.`,
    allowed: (title) => `يمكن تشغيل «${title}» من جديد.`,
    artistNever: (artist) => `لن يُشغَّل ${artist} مجددًا.`,
    artistAllowed: (artist) => `يمكن تشغيل ${artist} من جديد.`,
    wrongMood: (title) => `وُسمت «${title}» بأن مزاجها خاطئ.`,
    placed: (title) => `حُدّد مزاج «${title}».`,
    pinned: (title) => `ثُبّتت «${title}».`,
    unpinned: (title) => `أُلغي تثبيت «${title}».`,
    statedForgotten: () => 'مُسح ما أخبرت Attune أنه يعجبك.',
  },
  playNow: (title) => `تشغيل «${title}» الآن`,
  moved: (title, place) => `ترتيب «${title}» الآن: ${number(place)}.`,
  little: (files, what) =>
    `${files ? 'في ملفاتك' : 'في موسيقاك'} القليل مما طابعه ${what}. هذه هي الأقرب.`,
  lacking: { energetic: 'حيوي', calm: 'هادئ', bright: 'مشرق', dark: 'قاتم' },
  closest: 'أقرب ما لديك',
  mix: 'مزج مشاهد صوتية',
  choose: 'اختيار موسيقى…',
  undo: 'تراجع',
  undoOf: (action) => `تراجع: ${action}`,
  doing: {
    finished: (title) => `إكمال «${title}»`,
    unliked: (title) => `إزالة «${title}» من المفضلة`,
    liked: (title) => `إضافة «${title}» إلى المفضلة`,
    skipped: (title) => `تخطي «${title}»`,
    removed: (title) => `إزالة «${title}»`,
    never: (title) => `حظر «${title}»`,
    allowed: (title) => `السماح بتشغيل «${title}»`,
    artistNever: (artist) => `حظر ${artist}`,
    artistAllowed: (artist) => `السماح بتشغيل ${artist}`,
    wrongMood: (title) => `المزاج الخاطئ لأغنية «${title}»`,
    placed: (title) => `تحديد مزاج «${title}»`,
    pinned: (title) => `تثبيت «${title}»`,
    unpinned: (title) => `إلغاء تثبيت «${title}»`,
    statedForgotten: () => 'مسح ما أخبرت به Attune',
  },
  undone: (doing) => `تم التراجع. هل تريد التراجع أيضًا عن ${doing}؟`,
  surprise: 'فاجئني',
  surpriseAbout: 'كمية الموسيقى غير المألوفة في قائمة الانتظار.',
  surpriseKnown: 'مألوف',
  surpriseNew: 'مفاجأة',
  surpriseValue: [
    'ما أعرفه من الموسيقى فقط',
    'القليل من الموسيقى الجديدة',
    'شيء من كليهما',
    'الكثير من الموسيقى الجديدة',
    'موسيقى جديدة في الغالب',
  ],
};

/** Catalogues and their tracks, in Arabic. */
export const library: Messages['library'] = {
  title: 'المكتبة',
  catalogues: 'الكتالوجات',
  starter: 'كتالوج البداية',
  fromServers: 'من خوادمك',
  starterAbout: 'يأتي مع Attune',
  added: (day) => `أُضيف في ${day}`,
  addedToday: 'أُضيف اليوم',
  tracks,
  use: (name) => `تشغيل الموسيقى من ${name}`,
  remove: 'إزالة',
  removeOf: (name) => `إزالة ${name}`,
  removeTitle: (name) => `إزالة ${name}؟`,
  removeBody: 'تُزال أغانيه من المكتبة. يبقى الملف نفسه في مكانه.',
  import: 'استيراد CSV',
  importing: (name, rows) => `جارٍ قراءة ${name} · ${rowsOf(rows)}`,
  importStarting: 'بانتظار ملف…',
  importLabel: 'تقدّم الاستيراد',
  importHint:
    'يحتاج الملف إلى عمودي العنوان والفنان (title وartist). تفيد أيضًا أعمدة المزاج والارتياح والحيوية (mood وvalence وenergy).',
  search: 'البحث في العناوين والفنانين',
  found: tracks,
  none: 'المكتبة فارغة.',
  noneDo: 'فعّل كتالوج البداية أو استورد ملف CSV.',
  noMatch: (query) => `لا نتائج عن «${query}».`,
  noMatchDo: 'مسح البحث',
  column: {
    title: 'العنوان',
    artist: 'الفنان',
    year: 'السنة',
    valence: 'المزاج',
    arousal: 'الحيوية',
  },
  mood: 'المزاج',
  genre: 'النوع',
  unknown: '–',
  tableLabel: 'الأغاني',
  playNext: (title) => `تشغيل «${title}» تاليًا`,
};

/** The report of an import, in Arabic. */
export const report: Messages['report'] = {
  done: (n, name) => `استُورد من ${name}: ${tracks(n)}`,
  nothing: 'تعذّر استيراد أي صف.',
  nothingDo: 'تحقّق من أن السطر الأول يسمّي الأعمدة، ثم استورد الملف من جديد.',
  duplicates: (n) => `صفوف مكررة دُمجت: ${number(n)}`,
  bad: (n) => `صفوف جرى تخطيها: ${number(n)}`,
  lost: (n) => `قيم تعذّرت قراءتها وتُركت، وأُخذت أغانيها: ${number(n)}`,
  line: (n) => `السطر ${number(n)}`,
  more: (n) => `و${number(n)} غيرها`,
  close: 'إغلاق التقرير',
  notHere: 'تُشغَّل قائمة الانتظار من هذا الحاسوب، ولا ملفات لهذه الأغاني هنا، فلن تظهر فيها.',
  useList: 'استخدامها كقائمة',
};
