import { times as timesOf } from './ar-count';
import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('ar');

const suits: Record<Suits, string> = {
  closeToMood: 'قريبة من مزاجك',
  closeToHold: 'قريبة من المزاج الذي حددته',
  towardsBrighter: 'في الطريق إلى مزاج أكثر إشراقًا',
  towardsCalmer: 'في الطريق إلى مزيد من الهدوء',
  towardsEnergy: 'في الطريق إلى مزيد من الحيوية',
  towardsHold: 'في الطريق إلى المزاج الذي حددته',
  towardsMood: 'في الطريق إلى مزاجك',
  start: 'بداية سهلة',
  closest: 'من أقرب ما لديك',
};

/** How music of a sound is called after «الموسيقى». */
const kinds: Readonly<Record<string, string>> = {
  brightEnergetic: 'المشرقة والحيوية',
  bright: 'المشرقة',
  warmCalm: 'الدافئة والهادئة',
  energetic: 'الحيوية',
  even: 'المتوازنة',
  calm: 'الهادئة',
  darkIntense: 'القاتمة والقوية',
  dark: 'القاتمة',
  subdued: 'الخافتة والهادئة',
};

/** Genres by their codes; others keep the name that came with them. */
export const genres: Readonly<Record<string, string>> = {
  pop: 'البوب',
  rock: 'الروك',
  metal: 'الميتال',
  punk: 'البانك',
  hipHop: 'الهيب هوب',
  electronic: 'الموسيقى الإلكترونية',
  ambient: 'موسيقى الأجواء',
  soul: 'السول',
  jazz: 'الجاز',
  blues: 'البلوز',
  classical: 'الموسيقى الكلاسيكية',
  folk: 'الفولك',
  country: 'الكانتري',
  latin: 'الموسيقى اللاتينية',
  reggae: 'الريغي',
  african: 'الموسيقى الأفريقية',
  eastern: 'الموسيقى الشرقية',
  score: 'موسيقى الأفلام والألعاب',
};

/** Quarters of the day. */
export const dayparts: Readonly<Record<string, string>> = {
  night: 'ليلًا',
  morning: 'صباحًا',
  afternoon: 'بعد الظهر',
  evening: 'مساءً',
};

const lists: Readonly<Record<string, string>> = {
  Happy: 'مرحة',
  Sad: 'شجيّة',
  Calm: 'هادئة',
  Energetic: 'حيوية',
};

const like = ({ stated }: ReasonDetail, what: string) =>
  stated ? `قلت إن ما يعجبك: ${what}` : `يعجبك: ${what}`;

const genre: Say = (told) => like(told, genres[told.detail] ?? told.detail);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'الموسيقى الآلية');
  return like(told, `الأغاني بهذه اللغة: ${nameOf(code) ?? told.detail}`);
}

function era(told: ReasonDetail): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(told, decade === undefined ? 'موسيقى ما قبل 1960' : `موسيقى عقد ${decade}`);
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  if (times >= MANY_TIMES) return 'استمعت إليها حتى النهاية مرات كثيرة';
  return times > 1 ? `استمعت إليها حتى النهاية ${timesOf(times)}` : 'استمعت إليها حتى النهاية';
}

function daytime(told: ReasonDetail): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  return like(told, `الموسيقى ${kinds[energy] ?? ''} ${dayparts[part] ?? 'في هذا الوقت'}`);
}

const listed = (detail: string) => `قائمة «${lists[detail] ?? detail}»`;

/** Why a track was chosen, in Arabic; the feminine is the song («الأغنية»). */
export const reasons: Messages['reasons'] = {
  sounds: {
    brightEnergetic: 'مشرقة وحيوية',
    bright: 'مشرقة',
    warmCalm: 'دافئة وهادئة',
    energetic: 'حيوية',
    even: 'متوازنة',
    calm: 'هادئة',
    darkIntense: 'قاتمة وقوية',
    dark: 'قاتمة',
    subdued: 'خافتة وهادئة',
  },
  suits,
  probably: (sound) => `${sound} على الأرجح`,
  paces: {
    slow: 'بطيئة',
    unhurried: 'متمهلة',
    fast: 'سريعة',
    slower: 'أبطأ من المقطوعة السابقة',
    faster: 'أسرع من المقطوعة السابقة',
  },
  modes: {
    minor: 'على مقام صغير',
    major: 'على مقام كبير',
    nowMinor: 'الآن على مقام صغير',
    nowMajor: 'الآن على مقام كبير',
  },
  composed: (pace, mode) => `${pace} و${mode}`,
  fit: (sound, how) => (how === null ? `هي ${sound}` : `هي ${sound}، ${suits[how]}`),
  name: {
    popular: () => 'هي رائجة',
    known: () => 'شهرتها قريبة من شهرة ما يعجبك',
    novel: () => 'لم تستمع إليها بعد',
    explore: () => 'يريد Attune أن يعرف إن كانت تعجبك',
    liked: () => 'هي من مفضلتك',
    rated: () => 'قيّمتها تقييمًا عاليًا',
    starred: () => 'وضعت لها نجمة على خادمك',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `الموسيقى ${kinds[told.detail] ?? told.detail}`),
    era,
    language,
    tempo: (told) => like(told, 'الموسيقى بهذه السرعة'),
    register: (told) => like(told, 'المشاهد الصوتية بهذه الطبقة'),
    daytime,
    classic: ({ detail }) => `هي ضمن ${listed(detail)}`,
    classicTop: ({ detail }) => `هي من أكثر الأغاني رواجًا في ${listed(detail)}`,
    chosen: () => 'أنت من اخترتها',
    resumed: () => 'لم تستمع إليها حتى نهايتها في المرة السابقة',
  },
};
