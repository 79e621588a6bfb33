import type { Messages } from './en';
import { grammar } from './grammar';

const { percent } = grammar('hi');

/** The player bar and the sound settings, in Hindi. */
export const player: Messages['player'] = {
  title: 'प्लेयर',
  play: 'चलाएँ',
  pause: 'रोकें',
  previous: 'गाने की शुरुआत, या पिछला गाना',
  next: 'अगला गाना',
  position: 'गाने में स्थान',
  positionOf: (at, length) => `${length} में से ${at}`,
  volume: 'आवाज़',
  sound: 'आवाज़, आउटपुट और स्लीप टाइमर',
  mute: 'म्यूट करें',
  unmute: 'अनम्यूट करें',
  toNow: '“अभी” में दिखाएँ',
  mini: 'मिनी प्लेयर',
  big: 'मुख्य विंडो पर वापस',
  percent: (n) => percent(n / 100),
  resume: (at) => `${at} से आगे`,
  nothing: 'क़तार ख़ाली है',
  with: 'कहाँ चले',
  kinds: { list: 'केवल सूची', local: 'यह कंप्यूटर', spotify: 'Spotify' },
  settings: 'ध्वनि',
  withAbout:
    'यह कंप्यूटर: साउंडस्केप और आपके फ़ोल्डरों व सर्वरों का संगीत चलाता है, और क़तार में केवल वही होता है। Spotify: आपके खुले Spotify ऐप में चलाता है। केवल सूची: गाने आप ख़ुद खोलते हैं।',
  output: 'आउटपुट',
  outputAbout: 'डिस्कनेक्ट होने पर संगीत दूसरे आउटपुट पर चलता रहता है।',
  outputDefault: 'सिस्टम डिफ़ॉल्ट',
  outputGone: 'चुना गया आउटपुट (डिस्कनेक्ट है)',
  level: 'आवाज़ बराबर करना',
  levelAbout: 'सभी गाने एक जैसी आवाज़ में चलाता है। अगले गाने से लागू होता है।',
  crossfade: 'क्रॉसफ़ेड',
  crossfadeAbout: 'हर गाने को अगले गाने में घोलता है। क्रम में चल रहे एल्बम और साउंडस्केप अपने ही बदलाव रखते हैं।',
  seconds: (n) => `${n} सेकंड`,
  sleep: {
    title: 'स्लीप टाइमर',
    off: 'बंद',
    endOfTrack: 'इस गाने के अंत पर',
    minutes: (n) => `${n} मिनट`,
    stopsIn: (minutes) => `संगीत ${minutes} मिनट में रुकेगा`,
    stopsAtEnd: 'संगीत इस गाने के अंत पर रुकेगा',
  },
  window: 'विंडो',
  stay: 'विंडो बंद होने पर चलते रहें',
  stayAbout: 'Attune सिस्टम ट्रे में रहता है। नहीं तो विंडो बंद करने से वह बंद हो जाता है।',
  noTray: 'इस डेस्कटॉप में सिस्टम ट्रे नहीं है, इसलिए विंडो बंद करने से Attune बंद हो जाता है।',
  levels: { off: 'बंद', track: 'गाने के अनुसार', album: 'एल्बम के अनुसार' },
};

/** Soundscapes, in Hindi. */
export const soundscape: Messages['soundscape'] = {
  name: 'साउंडस्केप',
  about:
    'संगीत जिसे Attune आपके सुनते-सुनते इसी डिवाइस पर रचता है। यह एक ही रचना के भीतर भी आपके मूड के साथ चलता है।',
  origin: 'चलते-चलते इसी डिवाइस पर रचे जाते हैं',
  start: 'साउंडस्केप से शुरू करें',
  share: 'क़तार में साउंडस्केप',
  shareAbout: 'बाएँ सिरे पर वे तभी चलते हैं जब और कुछ न बचा हो।',
  none: 'जब मेरा संगीत ख़त्म हो',
  only: 'केवल यही',
  shareValue: ['जब मेरा संगीत ख़त्म हो', 'कुछ', 'आधे', 'ज़्यादातर', 'केवल साउंडस्केप'],
  plays: (tempo, key) => `${tempo} bpm, ${key}`,
  changed: (what, why) => `अब ${what}, ${why}`,
  up: {
    tempo: 'ज़्यादा तेज़',
    density: 'ज़्यादा घना',
    brightness: 'ज़्यादा उजला',
    register: 'ज़्यादा ऊँचा',
    percussion: 'ज़्यादा ताल के साथ',
    mode: 'ज़्यादा गर्मजोश सुर में',
  },
  down: {
    tempo: 'ज़्यादा धीमा',
    density: 'कम घना',
    brightness: 'ज़्यादा मुलायम',
    register: 'ज़्यादा नीचा',
    percussion: 'कम ताल के साथ',
    mode: 'ज़्यादा गहरे सुर में',
  },
  why: {
    moreEnergy: 'ज़्यादा ऊर्जा के लिए',
    calmer: 'ज़्यादा शांति के लिए',
    morePleasant: 'ज़्यादा उजले मूड के लिए',
    darker: 'ज़्यादा गंभीर मूड के लिए',
    lift: 'क्योंकि आपने मूड उठाने को कहा',
    calm: 'क्योंकि आपने शांति चाही',
    energise: 'क्योंकि आपने ऊर्जा चाही',
    hold: 'आपके चुने मूड की ओर',
  },
};
