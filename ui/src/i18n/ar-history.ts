import { entries, tracks } from './ar-count';
import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('ar');

/** The history of moods, in Arabic. */
export const history: Messages['history'] = {
  title: 'السجل',
  spans: { day: 'يوم', week: 'أسبوع', month: 'شهر' },
  span: 'الفترة المعروضة',
  previous: { day: 'اليوم السابق', week: 'الأسبوع السابق', month: 'الشهر السابق' },
  next: { day: 'اليوم التالي', week: 'الأسبوع التالي', month: 'الشهر التالي' },
  weekdays: ['الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت', 'الأحد'],
  summary: (day, mostly, songs) =>
    [day, ...(mostly ? [`غالبًا: ${mostly}`] : []), ...(songs ? [tracks(songs)] : [])].join(' · '),
  parts: { morning: 'الصباح', afternoon: 'بعد الظهر', evening: 'المساء' },
  observed: {
    calmest: (part) => `أهدأ أوقاتك: ${part}.`,
    brightest: (part) => `أكثر أوقاتك إشراقًا: ${part}.`,
  },
  onDays: (days, of) => `الأيام التي كان فيها ذلك: ${number(days)} من ${number(of)}.`,
  seeDays: 'عرض تلك الأيام',
  add: 'إضافة لحظة',
  addTitle: 'كيف كان حالك؟',
  addDo: 'إضافة',
  when: 'متى',
  heard: (titles) => `← ${titles}`,
  heardLabel: 'الأغاني المسموعة',
  today: 'اليوم',
  yesterday: 'أمس',
  strip: (today) => (today ? 'مزاجك اليوم' : 'مزاجك في ذلك اليوم'),
  entries: entries,
  time: 'الوقت',
  mood: 'المزاج',
  sureness: 'درجة اليقين',
  source: 'المصدر',
  sources: { face: 'وجهك', voice: 'صوتك', pulse: 'نبضك', you: 'أنت' },
  note: 'ملاحظة',
  edit: 'تعديل',
  editOf: (time) => `تعديل تدوينة ${time}`,
  delete: 'حذف',
  deleteOf: (time) => `حذف تدوينة ${time}`,
  deleted: (time) => `حُذفت تدوينة ${time}.`,
  undo: 'تراجع',
  editTitle: (time) => `كيف كان حالك عند ${time}؟`,
  editDot: 'مزاج هذه التدوينة: اسحب، أو استخدم مفاتيح الأسهم ومفتاح Enter',
  noteHint: 'أضف ملاحظة لنفسك',
  save: 'حفظ',
  cancel: 'إلغاء',
  empty: 'لا توجد تدوينات لهذا اليوم.',
  emptyDo: 'تُضاف التدوينات أثناء عمل الكاميرا وعندما تسحب النقطة.',
  toNow: 'الانتقال إلى «الآن»',
};
