import type { Messages } from './en';
import { grammar } from './grammar';
import { dayparts, genres, reasons } from './ta-reasons';

const { language: nameOf } = grammar('ta');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'பிரகாசமான இசை',
  arousal: 'உற்சாகமான இசை',
  valenceExtremes: 'மிகப் பிரகாசமான அல்லது மிக ஆழ்ந்த இசை',
  arousalExtremes: 'மிக அமைதியான அல்லது மிக உற்சாகமான இசை',
  diagonal: 'பிரகாசமான துள்ளலிசை, அல்லது ஆழ்ந்த மெல்லிசை',
};
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'நீங்கள் தேர்ந்த முறையைப் பின்பற்றும் இசை',
  brighter: 'உங்கள் மனநிலையைவிடப் பிரகாசமான இசை',
  livelier: 'உங்கள் மனநிலையைவிடத் துள்ளலான இசை',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'வேகமான இசை',
  tempoExtremes: 'மிக மெதுவான அல்லது மிக வேகமான இசை',
};

function language(code: string): string {
  if (code === '') return 'இதன் மொழி';
  if (code === 'zxx') return 'வாத்திய இசை';
  return `${nameOf(code) ?? 'பிற மொழி'} பாடல்கள்`;
}

function era(detail: string): string {
  if (detail === '') return 'வெளியான காலம்';
  if (detail === 'before1960') return '1960-க்கு முந்தைய இசை';
  return `${detail.replace(/s$/, '')}களின் இசை`;
}

/** The terms that a ranking adds up, and the learned preferences, in Tamil. */
export const terms: Messages['terms'] = {
  label: 'இந்தப் பாடலுக்கான எல்லாக் காரணங்களும்',
  base: 'தொடக்கப் புள்ளி',
  baseDegree: 'எல்லாப் பாடல்களுக்கும் ஒன்றே',
  none: 'இந்தப் பாடல் நிலையான பட்டியலிலிருந்து வருகிறது; ஒப்பிட எதுவும் இல்லை.',
  degree: {
    for: {
      hardly: 'தாக்கம் மிகக் குறைவு',
      little: 'சற்றே ஆதரவு',
      clearly: 'ஆதரவு',
      strongly: 'வலுவான ஆதரவு',
    },
    against: {
      hardly: 'தாக்கம் மிகக் குறைவு',
      little: 'சற்றே எதிர்',
      clearly: 'எதிர்',
      strongly: 'வலுவான எதிர்',
    },
    leaning: { hardly: 'மிகக் குறைவு', little: 'சற்று', clearly: 'தெளிவாக', strongly: 'வலுவாக' },
  },
  other: 'வேறு',
  name: {
    fit: (d) => fits[d] ?? 'உங்கள் மனநிலைக்குப் பொருத்தம்',
    sound: (d) => sounds[d] ?? (d === '' ? 'ஒலிக்கும் விதம்' : `${regions[d] ?? d} இசை`),
    genre: (d) => (d === '' ? 'இசையின் வகை' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'இதன் வகை' : (genres[d] ?? upper(d))),
    artist: (d) => (d === '' ? 'இதன் கலைஞர்' : d),
    track: () => 'இதனுடன் நீங்கள் முன்பு செய்தவை',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'இதன் வேகம்',
    register: (d) => (d === 'high' ? 'உயர் சுருதி ஒலிக்காட்சிகள்' : 'சுருதியின் உயரம்'),
    popular: () => 'இதன் பிரபலம்',
    novel: () => 'இதை இன்னும் கேட்கவில்லை',
    daytime: (d) => (d === '' ? 'நாளின் நேரம்' : `${dayparts[d] ?? d} உற்சாகமான இசை`),
    recent: () => 'சமீபத்தில் கேட்டது',
    flow: () => 'முந்தைய பாடலுடன் இணக்கம்',
    chance: () => 'பல்வகைமை',
    explore: () => 'புதியதை முயல்வது',
  },
};
