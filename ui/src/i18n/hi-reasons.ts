import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('hi');

const suits: Record<Suits, string> = {
  closeToMood: 'आपके मूड के क़रीब',
  closeToHold: 'आपके चुने मूड के क़रीब',
  towardsBrighter: 'ज़्यादा उजले मूड की राह पर',
  towardsCalmer: 'ज़्यादा शांति की राह पर',
  towardsEnergy: 'ज़्यादा ऊर्जा की राह पर',
  towardsHold: 'आपके चुने मूड की राह पर',
  towardsMood: 'आपके मूड की राह पर',
  start: 'एक आसान शुरुआत',
  closest: 'आपके पास मौजूद सबसे क़रीबी गानों में',
};

const sounds: Messages['reasons']['sounds'] = {
  brightEnergetic: 'उजला और ऊर्जावान',
  bright: 'उजला',
  warmCalm: 'गर्मजोश और शांत',
  energetic: 'ऊर्जावान',
  even: 'संतुलित',
  calm: 'शांत',
  darkIntense: 'गहरा और तीव्र',
  dark: 'गहरा',
  subdued: 'मद्धम और धीमा',
};

/** The same by any code: how music of a sound is called before “संगीत”. */
const kinds: Readonly<Record<string, string>> = sounds;

/** Genres by their codes; others keep the name that came with them. */
export const genres: Readonly<Record<string, string>> = {
  pop: 'पॉप',
  rock: 'रॉक',
  metal: 'मेटल',
  punk: 'पंक',
  hipHop: 'हिप हॉप',
  electronic: 'इलेक्ट्रॉनिक संगीत',
  ambient: 'एंबिएंट संगीत',
  soul: 'सोल',
  jazz: 'जैज़',
  blues: 'ब्लूज़',
  classical: 'शास्त्रीय संगीत',
  folk: 'लोक संगीत',
  country: 'कंट्री',
  latin: 'लैटिन संगीत',
  reggae: 'रेगे',
  african: 'अफ़्रीकी संगीत',
  eastern: 'पूर्वी संगीत',
  score: 'फ़िल्म और गेम संगीत',
};

/** Quarters of the day. */
export const dayparts: Readonly<Record<string, string>> = {
  night: 'रात में',
  morning: 'सुबह',
  afternoon: 'दोपहर में',
  evening: 'शाम को',
};

const lists: Readonly<Record<string, string>> = {
  Happy: 'ख़ुशनुमा',
  Sad: 'दर्द भरे',
  Calm: 'शांत',
  Energetic: 'ऊर्जावान',
};

const like = ({ stated }: ReasonDetail, what: string) =>
  stated ? `आपने ${what} को अपनी पसंद बताया` : `आपको ${what} पसंद है`;

const genre: Say = (told) => like(told, genres[told.detail] ?? told.detail);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'वाद्य संगीत');
  return like(told, `${nameOf(code) ?? 'इस भाषा का'} संगीत`);
}

function era(told: ReasonDetail): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(told, decade === undefined ? '1960 से पहले का संगीत' : `${decade} के दशक का संगीत`);
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  if (times >= MANY_TIMES) return 'आपने इसे कई बार पूरा सुना';
  return times > 1 ? `आपने इसे ${times} बार पूरा सुना` : 'आपने इसे पूरा सुना';
}

function daytime(told: ReasonDetail): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  return like(told, `${dayparts[part] ?? 'इस समय'} ${kinds[energy] ?? 'ऐसा'} संगीत`);
}

const listed = (detail: string) => `“${lists[detail] ?? detail}” सूची`;

/** Why a track was chosen, in Hindi, fit to follow “क्योंकि”. */
export const reasons: Messages['reasons'] = {
  sounds,
  suits,
  probably: (sound) => `शायद ${sound}`,
  paces: {
    slow: 'धीमा',
    unhurried: 'इत्मीनान भरा',
    fast: 'तेज़',
    slower: 'पिछली रचना से धीमा',
    faster: 'पिछली रचना से तेज़',
  },
  modes: { minor: 'माइनर में', major: 'मेजर में', nowMinor: 'अब माइनर में', nowMajor: 'अब मेजर में' },
  composed: (pace, mode) => `${pace} और ${mode}`,
  fit: (sound, how) => (how === null ? `यह ${sound} है` : `यह ${sound} है, ${suits[how]}`),
  name: {
    popular: () => 'यह लोकप्रिय है',
    known: () => 'यह लगभग उतना ही जाना-माना है जितना आपकी पसंद का संगीत',
    novel: () => 'आपने इसे अभी तक नहीं सुना',
    explore: () => 'Attune जानना चाहता है कि यह आपको पसंद है या नहीं',
    liked: () => 'यह आपको पसंद है',
    rated: () => 'आपने इसे ऊँची रेटिंग दी है',
    starred: () => 'आपने अपने सर्वर पर इसे स्टार दिया है',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `${kinds[told.detail] ?? 'ऐसा'} संगीत`),
    era,
    language,
    tempo: (told) => like(told, 'इस गति का संगीत'),
    register: (told) => like(told, 'इस ऊँचाई का साउंडस्केप'),
    daytime,
    classic: ({ detail }) => `यह ${listed(detail)} में है`,
    classicTop: ({ detail }) => `यह ${listed(detail)} के सबसे लोकप्रिय गानों में है`,
    chosen: () => 'इसे आपने चुना',
    resumed: () => 'आपने इसे पिछली बार पूरा नहीं सुना',
  },
};
