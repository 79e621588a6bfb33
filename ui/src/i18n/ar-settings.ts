import { leftToRight } from './ar-count';
import type { Messages } from './en';

/** The settings view, in Arabic. */
export const settings: Messages['settings'] = {
  title: 'الإعدادات',
  camera: 'الكاميرا',
  cameraChoice: 'الكاميرا المستخدمة',
  cameraAtStart: 'تشغيل الكاميرا عند بدء Attune',
  cameraAtStartAbout: 'وإلا فستبقى مغلقة حتى تشغّلها.',
  closeWhenAway: 'إغلاق الكاميرا والميكروفون وحزام النبض أثناء غيابك',
  closeWhenAwayAbout:
    'عند قفل الشاشة أو سكون الحاسوب أو إغلاق غطائه. ما كان يعمل يعود إلى العمل عند رجوعك.',
  lookRate: 'معدل القراءة',
  lookRateAbout:
    'يقرأ Attune وجهك مرتين أو خمس مرات أو عشر مرات في الثانية. القراءات الأقل توفّر البطارية.',
  lookRates: { batterySaver: 'توفير البطارية', balanced: 'متوازن', frequent: 'متكرر' },
  music: 'الموسيقى',
  pace: 'سرعة التتبّع',
  paceAbout: 'مدى سرعة تتبّع الموسيقى لتغيّر المزاج.',
  paceCalm: 'بطيئة',
  paceLively: 'سريعة',
  expressions: 'الاختيار حسب التعبير',
  byExpression: 'دع تعبير وجهي يختار اتجاه الموسيقى',
  byExpressionAbout:
    'يتغيّر عندما يستقر وجهك على تعبير. اختيارك بنفسك «مواكبة» أو «رفع» أو غيرهما يوقف هذا.',
  whenILook: 'عندما يكون تعبيري',
  thePolicy: 'على الموسيقى',
  policyFor: (look) => `اتجاه الموسيقى عند التعبير: ${look}`,
  expressionsReset: 'استعادة الافتراضي',
  expressionsAreDefault: 'هذه هي القيم الافتراضية.',
  appearance: 'المظهر',
  theme: 'السمة',
  language: 'اللغة',
  languageSystem: (name) => `لغة النظام (${name})`,
  themes: { system: 'النظام', light: 'فاتحة', dark: 'داكنة' },
  data: 'بياناتك',
  exportTitle: 'التصدير',
  export: 'تصدير بصيغة JSON',
  exportAbout: 'يحفظ سجلك وآراءك وكتالوجاتك ومجلدات موسيقاك والأغاني والإعدادات في ملف واحد.',
  exported: (path) => `حُفظ في ${leftToRight(path)}`,
  rawTables: 'الصيغ في الجداول',
  rawTablesAbout:
    'يصدّر العناوين التي تبدأ بإحدى العلامات = أو + أو - أو @ كما هي. وإلا فتُضاف إليها فاصلة عليا كي لا تنفّذها برامج الجداول كصيغ.',
  help: 'المساعدة',
  diagnostics: 'التشخيص',
  diagnosticsAbout:
    'الإصدارات والأحجام والحالات ومواضع الأخطاء، لإرفاقها عند حدوث مشكلة. بلا أسماء أو عناوين أو مسارات أو بيانات دخول.',
  diagnosticsCopy: 'نسخ التشخيص',
  diagnosticsCopied: 'نُسخ إلى الحافظة',
  diagnosticsByHand: 'تعذّر استخدام الحافظة. حدّد النص أدناه وانسخه.',
  erase: 'حذف…',
  eraseAbout:
    'سجلك وآراؤك والكتالوجات المستوردة وما يعرفه Attune عن موسيقاك والإعدادات وتسجيل الدخول إلى Spotify.',
  eraseTitle: 'حذف كل شيء؟',
  eraseBody:
    'سيُحذف كل ما يحفظه Attune عنك هنا: سجلك وآراؤك والكتالوجات المستوردة وما يعرفه عن ملفات موسيقاك والإعدادات وتسجيل الدخول إلى Spotify. تبقى ملفات الموسيقى نفسها. لا يمكن التراجع عن ذلك.',
  eraseType: (word) => `اكتب «${word}» للتأكيد`,
  eraseWord: 'حذف',
  eraseDo: 'حذف كل شيء',
  cancel: 'إلغاء',
  privacy: 'الخصوصية',
  privacyLines: [
    'تُقرأ صور الكاميرا في ذاكرة هذا الجهاز وتُتلف فورًا. لا تُحفظ أي صورة ولا تُرسل.',
    'يحفظ Attune مزاجك المقدَّر وآراءك في الأغاني وكتالوجاتك، على هذا الجهاز فقط.',
    'الوجه يُظهر تعبيرًا لا شعورًا. قد يخطئ Attune، وما تقوله أنت هو المعتمد دائمًا.',
    'الإيقاف المؤقت يعني الإغلاق: تُعاد الكاميرا إلى النظام.',
    'Attune لوجهك وموسيقاك أنت. ليس مخصصًا للعمل أو المدرسة أو مراقبة الآخرين.',
  ],
  about: 'حول',
  version: (version) => `Attune ${version}`,
  licences:
    'برخصة MIT أو Apache 2.0 حسب اختيارك. أعمال الآخرين المضمّنة مذكورة مع رخصها في مجلد «licences» ضمن التثبيت.',
  releases: 'الإصدارات الجديدة',
  releasesAbout: 'لا يسأل Attune عنها من تلقاء نفسه أبدًا. يفتح هذا الصفحة في متصفحك.',
  releasesOpen: 'عرض الإصدارات',
  again: 'عرض المقدمة مرة أخرى',
};
