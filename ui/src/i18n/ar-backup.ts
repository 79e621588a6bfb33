import type { Messages } from './en';
import { leftToRight } from './ar-count';

/** Restoring what was exported, and tables, in Arabic. */
export const backup: Messages['backup'] = {
  title: 'الاستعادة',
  about: 'يضع ملفًا مُصدَّرًا مكان ما يحفظه Attune الآن. ترى أولًا ما فيه.',
  open: 'استعادة…',
  question: 'استعادة هذا الملف؟',
  saved: 'حُفظ في',
  moods: 'الحالات المزاجية',
  ratings: 'الآراء',
  stated: 'التفضيلات',
  catalogues: 'الكتالوجات المستوردة',
  histories: 'سجلات الاستماع',
  folders: 'مجلدات الموسيقى',
  warning:
    'سيُستبدل سجلك وآراؤك وكتالوجاتك وإعداداتك وما تعلّمه Attune، وتتوقف الموسيقى. يُحفظ ما هو هنا الآن أولًا كي تتمكن من إرجاعه. تبقى ملفات الموسيقى وبيانات الدخول كما هي.',
  confirm: 'استبدال',
  taking: 'جارٍ الاستعادة…',
  restored: (path) => `تمت الاستعادة. ما كان هنا من قبل موجود في ${leftToRight(path)}`,
  putBack: 'إرجاع',
  kinds: {
    pictures: 'الصور',
    tables: 'جداول CSV',
    histories: 'سجلات الاستماع',
    playlists: 'قوائم التشغيل',
    backups: 'النسخ الاحتياطية',
  },
  tables: 'الجداول',
  tablesAbout: 'حالاتك المزاجية مع ما سمعته، أو كل الأغاني في مكتبتك، لبرامج الجداول.',
  history: 'السجل بصيغة CSV',
  library: 'المكتبة بصيغة CSV',
};
