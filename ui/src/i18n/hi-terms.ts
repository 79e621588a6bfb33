import type { Messages } from './en';
import { grammar } from './grammar';
import { dayparts, genres, reasons } from './hi-reasons';

const { language: nameOf } = grammar('hi');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: 'उजला संगीत',
  arousal: 'ऊर्जावान संगीत',
  valenceExtremes: 'बहुत उजला या बहुत गहरा संगीत',
  arousalExtremes: 'बहुत शांत या बहुत ऊर्जावान संगीत',
  diagonal: 'उजला और जोशीला, या गहरा और धीमा संगीत',
};
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: 'आपके चुने तरीक़े का संगीत',
  brighter: 'आपके मूड से ज़्यादा उजला संगीत',
  livelier: 'आपके मूड से ज़्यादा जोशीला संगीत',
};
const tempos: Readonly<Record<string, string>> = {
  fast: 'तेज़ संगीत',
  tempoExtremes: 'बहुत धीमा या बहुत तेज़ संगीत',
};

function language(code: string): string {
  if (code === '') return 'इसकी भाषा';
  if (code === 'zxx') return 'वाद्य संगीत';
  const name = nameOf(code);
  return name === undefined ? 'दूसरी भाषाओं के गाने' : `${name} गाने`;
}

function era(detail: string): string {
  if (detail === '') return 'यह कब आया';
  if (detail === 'before1960') return '1960 से पहले का संगीत';
  return `${detail.replace(/s$/, '')} के दशक का संगीत`;
}

/** The terms that a ranking adds up, and the learned preferences, in Hindi. */
export const terms: Messages['terms'] = {
  label: 'इस गाने के सभी कारण',
  base: 'आरंभ बिंदु',
  baseDegree: 'हर गाने के लिए एक जैसा',
  none: 'यह गाना एक तय सूची से है, इसलिए कुछ तौलना नहीं है।',
  degree: {
    for: {
      hardly: 'लगभग बेअसर',
      little: 'थोड़ा पक्ष में',
      clearly: 'पक्ष में',
      strongly: 'पूरी तरह पक्ष में',
    },
    against: {
      hardly: 'लगभग बेअसर',
      little: 'थोड़ा ख़िलाफ़',
      clearly: 'ख़िलाफ़',
      strongly: 'पूरी तरह ख़िलाफ़',
    },
    leaning: { hardly: 'न के बराबर', little: 'थोड़ा', clearly: 'साफ़ तौर पर', strongly: 'बहुत' },
  },
  other: 'कुछ और',
  name: {
    fit: (d) => fits[d] ?? 'आपके मूड से मेल',
    sound: (d) => sounds[d] ?? (d === '' ? 'यह कैसा सुनाई देता है' : `अंदाज़: ${regions[d] ?? d}`),
    genre: (d) => (d === '' ? 'संगीत का प्रकार' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'इसकी शैली' : (genres[d] ?? upper(d))),
    artist: (d) => (d === '' ? 'इसका कलाकार' : d),
    track: () => 'आपने पहले इसके साथ क्या किया',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'इसकी गति',
    register: (d) => (d === 'high' ? 'ऊँचे सुर के साउंडस्केप' : 'सुर कितना ऊँचा या नीचा है'),
    popular: () => 'यह कितना लोकप्रिय है',
    novel: () => 'आपने इसे अभी तक नहीं सुना',
    daytime: (d) => (d === '' ? 'दिन का समय' : `${dayparts[d] ?? d} ऊर्जावान संगीत`),
    recent: () => 'हाल ही में चला',
    flow: () => 'पिछले गाने के बाद कैसा बैठता है',
    chance: () => 'विविधता',
    explore: () => 'कुछ नया आज़माना',
  },
};
