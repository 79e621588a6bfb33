import type { Messages } from './en';

/** The preferences that the listener states outright, in Arabic. */
export const stated: Messages['stated'] = {
  title: 'ما أخبرت به Attune',
  nothing: 'لا شيء بعد. هذا ليس ضروريًا: يتعلّم Attune أيضًا مما تشغّله.',
  summary: { like: 'يعجبك:', ratherNot: 'لا يناسبك:' },
  about:
    'هذا مفيد في البداية خصوصًا. مع الوقت يزداد وزن ما تستمع إليه حتى النهاية وما تتخطاه، ولا يُستبعد شيء تمامًا.',
  begin: 'أخبر Attune بما يعجبك…',
  change: 'تغيير…',
  close: 'تم',
  reset: 'مسح',
  resetOf: 'مسح ما أخبرت Attune أنه يعجبك',
  answer: { like: 'يعجبني', ratherNot: 'لا يناسبني' },
  answerOf: {
    like: (name) => `يعجبني: ${name}`,
    ratherNot: (name) => `لا يناسبني: ${name}`,
  },
  artists: 'الفنانون',
  families: 'الأنواع',
  words: (family) => `أنواع ضمن ${family}`,
  eras: 'العقود',
  languages: 'اللغات',
  search: 'البحث عن فنان',
  nobody: (text) => `لا يوجد في مكتبتك فنان يطابق «${text}».`,
};
