import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'العنوان',
    artist: 'الفنان',
    album: 'الألبوم',
    popularity: 'الرواج',
    valence: 'الارتياح',
    arousal: 'الاستثارة',
    energy: 'الحيوية',
  },
  problem: {
    missing: (column) => `بيان ناقص: ${column}`,
    longName: (column, bytes) => `${column}: أطول من ${bytes} بايت`,
    noNumber: (column, text) => `${column}: «${text}» ليس رقمًا`,
    outOfRange: (column, text, low, high) => `${column}: القيمة ${text} ليست بين ${low} و${high}`,
    longLine: (kib) => `السطر أطول من ${kib} كيبيبايت`,
    nul: 'في السطر بايتات صفرية، فهو ليس نصًا',
    notUtf8: 'السطر ليس بترميز UTF-8، خلافًا لبقية الملف',
    openQuote: 'علامة اقتباس فُتحت في هذا السطر ولم تُغلق حيث ينبغي',
    width: (fields, columns) => `عدد الحقول: ${fields}، وعدد الأعمدة: ${columns}`,
    longField: (kib) => `أحد الحقول أطول من ${kib} كيبيبايت`,
    full: (tracks) => `من هذا الصف فصاعدًا: أقصى ما تتسع له القائمة من الأغاني هو ${tracks}`,
  },
};
