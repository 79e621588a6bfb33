import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('ta');

/** The history of moods, in Tamil. */
export const history: Messages['history'] = {
  title: 'வரலாறு',
  spans: { day: 'நாள்', week: 'வாரம்', month: 'மாதம்' },
  span: 'காட்டப்படும் காலம்',
  previous: { day: 'முந்தைய நாள்', week: 'முந்தைய வாரம்', month: 'முந்தைய மாதம்' },
  next: { day: 'அடுத்த நாள்', week: 'அடுத்த வாரம்', month: 'அடுத்த மாதம்' },
  weekdays: ['தி', 'செ', 'பு', 'வி', 'வெ', 'ச', 'ஞா'],
  summary: (day, mostly, songs) =>
    [
      day,
      ...(mostly ? [`பெரும்பாலும் ${mostly}`] : []),
      ...(songs ? [count(songs, 'பாடல்', 'பாடல்கள்')] : []),
    ].join(' · '),
  parts: { morning: 'காலை', afternoon: 'பிற்பகல்', evening: 'மாலை' },
  observed: {
    calmest: (part) => `${part}: உங்களின் மிக அமைதியான நேரம்.`,
    brightest: (part) => `${part}: உங்களின் மிகத் தெளிவான நேரம்.`,
  },
  onDays: (days, of) => `${of} நாட்களில் ${days} நாட்கள்.`,
  seeDays: 'அந்த நாட்களைப் பார்',
  add: 'ஒரு தருணத்தைச் சேர்',
  addTitle: 'எப்படி இருந்தீர்கள்?',
  addDo: 'சேர்',
  when: 'எப்போது',
  heard: (titles) => `→ ${titles}`,
  heardLabel: 'கேட்ட பாடல்கள்',
  today: 'இன்று',
  yesterday: 'நேற்று',
  strip: (today) => (today ? 'இன்று உங்கள் மனநிலை' : 'அன்று உங்கள் மனநிலை'),
  entries: (n) => count(n, 'பதிவு', 'பதிவுகள்'),
  time: 'நேரம்',
  mood: 'மனநிலை',
  sureness: 'உறுதி',
  source: 'மூலம்',
  sources: { face: 'உங்கள் முகம்', voice: 'உங்கள் குரல்', pulse: 'உங்கள் நாடி', you: 'நீங்கள்' },
  note: 'குறிப்பு',
  edit: 'திருத்து',
  editOf: (time) => `${time} பதிவைத் திருத்து`,
  delete: 'நீக்கு',
  deleteOf: (time) => `${time} பதிவை நீக்கு`,
  deleted: (time) => `${time} பதிவு நீக்கப்பட்டது.`,
  undo: 'செயல்தவிர்',
  editTitle: (time) => `${time}-க்கு எப்படி இருந்தீர்கள்?`,
  editDot: 'இந்தப் பதிவின் மனநிலை: இழுங்கள், அல்லது அம்புக்குறிகளையும் Enter-ஐயும் பயன்படுத்துங்கள்',
  noteHint: 'உங்களுக்கான குறிப்பு',
  save: 'சேமி',
  cancel: 'ரத்துசெய்',
  empty: 'இந்த நாளில் பதிவுகள் இல்லை.',
  emptyDo: 'கேமரா இயங்கும்போதும் நீங்கள் புள்ளியை இழுக்கும்போதும் பதிவுகள் சேரும்.',
  toNow: '“இப்போது” பகுதிக்குச் செல்',
};
