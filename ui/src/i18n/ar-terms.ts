import { dayparts, genres, reasons } from './ar-reasons';
import type { Messages } from './en';
import { grammar } from './grammar';

const { language: nameOf } = grammar('ar');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'الموسيقى المشرقة',
  arousal: 'الموسيقى الحيوية',
  valenceExtremes: 'الموسيقى المشرقة جدًا أو القاتمة جدًا',
  arousalExtremes: 'الموسيقى الهادئة جدًا أو الحيوية جدًا',
  diagonal: 'الموسيقى المشرقة الحيوية، أو القاتمة الهادئة',
};
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'موسيقى تتبع النمط الذي اخترته',
  brighter: 'موسيقى أكثر إشراقًا من مزاجك',
  livelier: 'موسيقى أكثر حيوية من مزاجك',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'الموسيقى السريعة',
  tempoExtremes: 'الموسيقى البطيئة جدًا أو السريعة جدًا',
};

function language(code: string): string {
  if (code === '') return 'لغتها';
  if (code === 'zxx') return 'الموسيقى الآلية';
  const name = nameOf(code);
  return name === undefined ? 'أغانٍ بلغات أخرى' : `أغانٍ بهذه اللغة: ${name}`;
}

function era(detail: string): string {
  if (detail === '') return 'زمن إصدارها';
  if (detail === 'before1960') return 'موسيقى ما قبل 1960';
  return `موسيقى عقد ${detail.replace(/s$/, '')}`;
}

/** The terms that a ranking adds up, and the learned preferences, in Arabic. */
export const terms: Messages['terms'] = {
  label: 'كل أسباب اختيار هذه الأغنية',
  base: 'نقطة البداية',
  baseDegree: 'متساوية لكل الأغاني',
  none: 'هذه الأغنية من قائمة ثابتة، فلا شيء يُوازَن.',
  degree: {
    for: {
      hardly: 'أثره ضئيل',
      little: 'لصالحها قليلًا',
      clearly: 'لصالحها',
      strongly: 'لصالحها بقوة',
    },
    against: {
      hardly: 'أثره ضئيل',
      little: 'ضدها قليلًا',
      clearly: 'ضدها',
      strongly: 'ضدها بقوة',
    },
    leaning: { hardly: 'يكاد لا يُذكر', little: 'قليلًا', clearly: 'بوضوح', strongly: 'بقوة' },
  },
  other: 'شيء آخر',
  name: {
    fit: (d) => fits[d] ?? 'تناسب مزاجك',
    sound: (d) => sounds[d] ?? (d === '' ? 'طابعها' : `طابعها: ${regions[d] ?? d}`),
    genre: (d) => (d === '' ? 'نوع موسيقاها' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'نوعها' : (genres[d] ?? upper(d))),
    artist: (d) => (d === '' ? 'فنانها' : d),
    track: () => 'ما فعلته معها من قبل',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'سرعتها',
    register: (d) => (d === 'high' ? 'المشاهد الصوتية العالية الطبقة' : 'طبقتها الصوتية'),
    popular: () => 'مدى رواجها',
    novel: () => 'لم تستمع إليها بعد',
    daytime: (d) => (d === '' ? 'وقت اليوم' : `الموسيقى الحيوية ${dayparts[d] ?? d}`),
    recent: () => 'شُغّلت مؤخرًا',
    flow: () => 'انسجامها مع الأغنية السابقة',
    chance: () => 'التنويع',
    explore: () => 'تجربة شيء جديد',
  },
};
