import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('ta');

const suits: Record<Suits, string> = {
  closeToMood: 'உங்கள் மனநிலைக்கு நெருக்கமானது',
  closeToHold: 'நீங்கள் அமைத்த மனநிலைக்கு நெருக்கமானது',
  towardsBrighter: 'பிரகாசத்தை நோக்கியது',
  towardsCalmer: 'அமைதியை நோக்கியது',
  towardsEnergy: 'உற்சாகத்தை நோக்கியது',
  towardsHold: 'நீங்கள் அமைத்த மனநிலையை நோக்கியது',
  towardsMood: 'உங்கள் மனநிலையை நோக்கியது',
  start: 'எளிதான தொடக்கம்',
  closest: 'உங்களிடம் உள்ளவற்றில் மிக நெருங்கியது',
};

const sounds: Messages['reasons']['sounds'] = {
  brightEnergetic: 'பிரகாசமான, உற்சாகமான',
  bright: 'பிரகாசமான',
  warmCalm: 'இதமான, அமைதியான',
  energetic: 'உற்சாகமான',
  even: 'சமநிலையான',
  calm: 'அமைதியான',
  darkIntense: 'ஆழ்ந்த, தீவிரமான',
  dark: 'ஆழ்ந்த',
  subdued: 'அடங்கிய, மெல்லிய',
};

/** The same by any code: how music of a sound is called before “இசை”. */
const kinds: Readonly<Record<string, string>> = sounds;

/** Genres by their codes; others keep the name that came with them. */
export const genres: Readonly<Record<string, string>> = {
  pop: 'பாப்',
  rock: 'ராக்',
  metal: 'மெட்டல்',
  punk: 'பங்க்',
  hipHop: 'ஹிப் ஹாப்',
  electronic: 'மின்னணு இசை',
  ambient: 'சூழல் இசை',
  soul: 'சோல்',
  jazz: 'ஜாஸ்',
  blues: 'ப்ளூஸ்',
  classical: 'செவ்வியல் இசை',
  folk: 'நாட்டுப்புற இசை',
  country: 'கன்ட்ரி',
  latin: 'லத்தீன் இசை',
  reggae: 'ரெகே',
  african: 'ஆப்பிரிக்க இசை',
  eastern: 'கிழக்கத்திய இசை',
  score: 'திரை, விளையாட்டு இசை',
};

/** Quarters of the day. */
export const dayparts: Readonly<Record<string, string>> = {
  night: 'இரவில்',
  morning: 'காலையில்',
  afternoon: 'பிற்பகலில்',
  evening: 'மாலையில்',
};

const lists: Readonly<Record<string, string>> = {
  Happy: 'மகிழ்ச்சி',
  Sad: 'சோக கீதம்',
  Calm: 'அமைதி',
  Energetic: 'உற்சாகம்',
};

const like = ({ stated }: ReasonDetail, what: string) =>
  `உங்களுக்கு ${what} பிடிக்கும்${stated ? ' எனச் சொன்னீர்கள்' : ''}`;

const genre: Say = (told) => like(told, genres[told.detail] ?? told.detail);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'வாத்திய இசை');
  return like(told, `${nameOf(code) ?? 'இந்த மொழி'} பாடல்கள்`);
}

function era(told: ReasonDetail): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(told, decade === undefined ? '1960-க்கு முந்தைய இசை' : `${decade}களின் இசை`);
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  if (times >= MANY_TIMES) return 'இதைப் பலமுறை முழுதும் கேட்டீர்கள்';
  return times > 1 ? `இதை ${times} முறை முழுதும் கேட்டீர்கள்` : 'இதை முழுதும் கேட்டீர்கள்';
}

function daytime(told: ReasonDetail): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  return like(told, `${dayparts[part] ?? 'இந்நேரத்தில்'} ${kinds[energy] ?? 'இத்தகைய'} இசை`);
}

const listed = (detail: string) => `“${lists[detail] ?? detail}” பட்டியலில்`;

/** Why a track was chosen, in Tamil. */
export const reasons: Messages['reasons'] = {
  sounds,
  suits,
  probably: (sound) => `பெரும்பாலும் ${sound}`,
  paces: {
    slow: 'மெதுவான',
    unhurried: 'நிதானமான',
    fast: 'வேகமான',
    slower: 'முந்தைய பாடலை விட மெதுவான',
    faster: 'முந்தைய பாடலை விட வேகமான',
  },
  modes: { minor: 'மைனர்', major: 'மேஜர்', nowMinor: 'மைனருக்கு மாறிய', nowMajor: 'மேஜருக்கு மாறிய' },
  composed: (pace, mode) => `${pace} ${mode}`,
  fit: (sound, how) => (how === null ? `இது ${sound} பாடல்` : `இது ${sound} பாடல், ${suits[how]}`),
  name: {
    popular: () => 'இது பிரபலமானது',
    known: () => 'இது உங்களுக்குப் பிடித்த இசை அளவுக்கு அறியப்பட்டது',
    novel: () => 'இதை இன்னும் கேட்கவில்லை',
    explore: () => 'இது உங்களுக்குப் பிடிக்குமா என Attune அறிய விரும்புகிறது',
    liked: () => 'இது உங்களுக்குப் பிடிக்கும்',
    rated: () => 'இதற்கு உயர்ந்த மதிப்பீடு கொடுத்தீர்கள்',
    starred: () => 'உங்கள் சேவையகத்தில் இதற்கு நட்சத்திரம் கொடுத்தீர்கள்',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `${kinds[told.detail] ?? 'இத்தகைய'} இசை`),
    era,
    language,
    tempo: (told) => like(told, 'இந்த வேகத்திலான இசை'),
    register: (told) => like(told, 'இந்தச் சுருதியிலான ஒலிக்காட்சிகள்'),
    daytime,
    classic: ({ detail }) => `இது ${listed(detail)} உள்ளது`,
    classicTop: ({ detail }) => `இது ${listed(detail)} மிகப் பிரபலமான பாடல்களில் ஒன்று`,
    chosen: () => 'இதை நீங்கள் தேர்ந்தீர்கள்',
    resumed: () => 'கடந்த முறை இதை முழுவதும் கேட்கவில்லை',
  },
};
