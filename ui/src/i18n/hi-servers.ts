import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('hi');
const songs = (n: number) => count(n, 'गाना', 'गाने');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in Hindi. */
export const servers: Messages['servers'] = {
  title: 'सर्वर',
  none: 'आपका संगीत सर्वर',
  noneAbout:
    'Navidrome, Gonic, LMS, Ampache, Nextcloud Music या Subsonic समझने वाले किसी भी सर्वर से संगीत चलाएँ।',
  add: 'सर्वर जोड़ें',
  another: 'एक और सर्वर',
  anotherAbout: 'Attune केवल उन्हीं सर्वरों से जुड़ता है जो आप यहाँ जोड़ते हैं।',
  first: {
    name: 'मेरा सर्वर',
    about: 'Navidrome, Gonic, Nextcloud Music या Subsonic समझने वाला कोई और सर्वर।',
  },
  form: {
    title: 'सर्वर जोड़ें',
    again: (name) => `${name} में साइन इन करें`,
    address: 'पता',
    addressHint: 'https://music.example.org',
    with: 'साइन इन का तरीक़ा',
    withs: { password: 'पासवर्ड', apiKey: 'API कुंजी' },
    listener: 'सर्वर पर आपका नाम',
    password: 'पासवर्ड',
    key: 'API कुंजी',
    name: 'Attune में नाम (वैकल्पिक)',
    nameHint: 'घर पर',
    kept: 'यह इस सिस्टम की कीरिंग में रखा जाता है।',
    test: 'जाँचें',
    testing: 'जाँच हो रही है…',
    add: 'सर्वर जोड़ें',
    adding: 'जोड़ा जा रहा है…',
    signIn: 'साइन इन करें',
    missing: (field, way) => {
      if (field === 'address') return 'अपने सर्वर का पता लिखें।';
      if (field === 'listener') return 'सर्वर पर अपना नाम लिखें।';
      return way === 'apiKey' ? 'API कुंजी लिखें।' : 'अपना पासवर्ड लिखें।';
    },
  },
  check: {
    works: (program) =>
      program === null ? 'यह काम करता है।' : `यह काम करता है। सर्वर पर ${program} चल रहा है।`,
    sendsPassword: 'यह केवल पासवर्ड ही स्वीकार करता है, इसलिए Attune वही भेजता है।',
    wrongAddress: 'पता जाँचें',
    certificate: 'क्या यह आपका सर्वर है?',
    wrongPassword: 'नाम और पासवर्ड जाँचें',
    plainPassword: 'आपका पासवर्ड पढ़ा जा सकता है',
    version: 'सर्वर बहुत पुराना या बहुत नया है',
    failed: 'सर्वर तैयार नहीं है',
  },
  certificate: {
    problems: {
      unknown: 'कोई जानी-मानी संस्था सर्वर के प्रमाणपत्र की पुष्टि नहीं करती।',
      expired: 'सर्वर के प्रमाणपत्र की अवधि बीत चुकी है।',
      otherName: 'सर्वर का प्रमाणपत्र किसी और पते के लिए बना है।',
      changed:
        'सर्वर आपके स्वीकार किए प्रमाणपत्र से अलग प्रमाणपत्र दिखा रहा है। अगर आपने उसे नहीं बदला, तो हो सकता है कोई आपके और सर्वर के बीच हो।',
      other: 'सर्वर के प्रमाणपत्र की पुष्टि नहीं हो सकती।',
    },
    compare:
      'इस SHA-256 फ़िंगरप्रिंट को अपने सर्वर पर दिख रहे फ़िंगरप्रिंट से मिलाएँ। दोनों एक जैसे हों, तभी स्वीकार करें।',
    fingerprint: 'फ़िंगरप्रिंट',
    accept: 'एक जैसे हैं, स्वीकार करें',
  },
  plain: {
    about:
      'यह सर्वर केवल पासवर्ड ही स्वीकार करता है और कनेक्शन एन्क्रिप्टेड नहीं है: नेटवर्क पर दूसरे लोग उसे पढ़ सकते हैं। https:// से शुरू होने वाला पता इससे बचाता है।',
    send: 'फिर भी भेजें',
  },
  songs,
  loaded: (n) => `इस कंप्यूटर पर ${songs(n)}`,
  readAt: (day, time) => `पिछली बार पढ़ा: ${day}, ${time}`,
  neverRead: 'अभी पूरा नहीं पढ़ा गया',
  as: (listener) => `${listener} के नाम से`,
  asKey: 'API कुंजी से',
  waits: 'दूसरे सर्वर का इंतज़ार है',
  reading: (read, total) =>
    total === null
      ? `पढ़ा जा रहा है · ${songs(read)}`
      : `${count(total, 'गाने', 'गानों')} में से ${number(read)} पढ़े`,
  stops: 'रोका जा रहा है…',
  readingLabel: 'पढ़ने की प्रगति',
  stop: 'पढ़ना रोकें',
  found: {
    same: 'कुछ नहीं बदला।',
    changes: (added, changed, removed) =>
      Object.entries({ नए: added, बदले: changed, हटे: removed })
        .filter(([, n]) => n > 0)
        .map(([word, n]) => `${number(n)} ${word}`)
        .join(', '),
    stopped: 'रोका गया। जो पढ़ा गया, वह रखा है।',
  },
  scan: 'बदलाव जाँचें',
  more: (name) => `${name} के और विकल्प`,
  scanAgain: 'सब कुछ फिर पढ़ें',
  test: 'कनेक्शन जाँचें',
  signInAgain: 'फिर साइन इन करें',
  unsaved: 'आपका पासवर्ड सहेजा नहीं जा सका, इसलिए फिर शुरू करने पर आपसे पूछा जाएगा।',
  scrobbles: 'बताएँ कि आप क्या चलाते हैं',
  scrobblesAbout: 'सर्वर गिनता है कि क्या कितनी बार चला, और उसे आगे भेज सकता है, जैसे Last.fm को।',
  stars: 'बताएँ कि आपको क्या पसंद है',
  starsAbout: 'जो गाना आपको यहाँ पसंद है, उसे वहाँ तारा मिलता है।',
  tell: (what, name) => `${name}: ${what}`,
  cache: 'लोड किए गानों की जगह',
  cacheAbout: (used, limit) =>
    `${size(limit)} में से ${size(used)} इस्तेमाल में। सबसे पहले सुने गाने नए गानों के लिए जगह बनाते हैं; लोड किए गाने सर्वर के बिना भी चलते हैं।`,
  size,
  remove: 'हटाएँ',
  removeTitle: (name) => `${name} हटाएँ?`,
  removeBody:
    'Attune इसके गाने, उन्हें सुनकर सीखी बातें, लोड की फ़ाइलें और आपका पासवर्ड भूल जाता है। सर्वर पर कुछ नहीं बदलता।',
  removeDo: 'सर्वर हटाएँ',
};
