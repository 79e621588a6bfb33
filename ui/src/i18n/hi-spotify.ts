import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('hi');
const tracks = (n: number) => count(n, 'गाना', 'गाने');

/** Setting up access to Spotify, in Hindi. “User Management” and the like are names of Spotify’s pages. */
const wizard: Messages['spotify']['wizard'] = {
  title: 'Spotify सेट करें',
  step: (at, of) => `चरण ${at} / ${of}`,
  back: 'वापस',
  next: 'आगे',
  why: 'आपको अपना Spotify ऐप क्यों चाहिए',
  whyLines: [
    'Spotify किसी नए ऐप को पाँच लोगों तक सीमित रखता है, और तभी तक जब तक उसके मालिक के पास Premium हो। सबके लिए ऐप बनाने को पंजीकृत कारोबार चाहिए।',
    'इसलिए Attune के साथ ऐप नहीं आता। आप कुछ ही मिनटों में अपना बनाते हैं। उसके लिए Premium चाहिए, पर कोई अतिरिक्त ख़र्च नहीं है।',
    'उसे केवल आप इस्तेमाल करते हैं: Attune के अनुरोध इस कंप्यूटर से Spotify को जाते हैं, और कहीं नहीं।',
  ],
  make: 'ऐप बनाएँ',
  steps: [
    'Spotify का डेवलपर डैशबोर्ड खोलें, साइन इन करें और “Create app” चुनें। कोई भी नाम और विवरण रखें।',
    '“Redirect URI” में ठीक यही पता लिखें, बिना पोर्ट के:',
    '“Web API” चुनें, शर्तें मानें और सहेजें।',
    '“User Management” में हर उस खाते का नाम और ईमेल जोड़ें जो इसे इस्तेमाल करेगा, अपना भी।',
    '“Client ID” कॉपी करें। Attune को client secret नहीं चाहिए, इसलिए उसे किसी को न दें।',
  ],
  dashboard: 'डैशबोर्ड खोलें',
  redirect: 'Redirect URI',
  copy: 'कॉपी करें',
  copied: 'कॉपी हुआ',
  copyByHand: 'चुना हुआ पाठ कॉपी करने के लिए Ctrl+C दबाएँ',
  enter: 'Client ID लिखें',
  clientId: 'Client ID',
  clientIdHint: '32 अक्षर और अंक',
  noClientId: 'पहले अपनी Client ID लिखें।',
  test: 'जाँचें',
  testing: 'Spotify से जाँचा जा रहा है…',
  signIn: 'Spotify से साइन इन करें',
  browser: 'अपने ब्राउज़र में आगे बढ़ें: Spotify के पेज पर सहमति दें, फिर यहाँ लौटें।',
  browserNot: 'अगर कोई पेज नहीं खुला, तो यह पता ब्राउज़र में डालें:',
  address: 'साइन-इन पेज का पता',
  cancel: 'रद्द करें',
};

/** What a test of the access found, in Hindi. */
export const check: Messages['spotify']['check'] = {
  works: (name) =>
    name === null ? 'सब कुछ काम करता है।' : `सब कुछ काम करता है। ${name} के नाम से साइन इन है।`,
  needsSignIn: 'Client ID मान्य है। बाक़ी जाँचने के लिए साइन इन करें।',
  wrongClientId: 'Spotify इस Client ID को नहीं पहचानता। इसे अपने ऐप के पेज से फिर कॉपी करें।',
  ownerNotPremium:
    'जिस खाते का ऐप है, उसके पास Premium नहीं है, इसलिए Spotify हर अनुरोध ठुकराता है। सदस्यता लेने के बाद कुछ घंटे लग सकते हैं।',
  notAllowListed: 'यह खाता आपके ऐप की सूची में नहीं है। डैशबोर्ड में “User Management” में इसे जोड़ें।',
  offline: 'Spotify तक पहुँच नहीं है। अपना कनेक्शन देखें और फिर जाँचें।',
};

/** The account that is signed in, in Hindi. */
const account: Messages['spotify']['account'] = {
  as: (name) => `${name} के नाम से साइन इन है`,
  signedIn: 'साइन इन है',
  app: (id) => `आपका ऐप: ${id}`,
  test: 'जाँचें',
  ends: (day) => `Spotify यह साइन-इन ${day} को समाप्त करेगा।`,
  endsSoon: (day) => `Spotify आपका साइन-इन ${day} को समाप्त करेगा। जारी रखने के लिए फिर साइन इन करें।`,
  again: 'फिर साइन इन करें',
  session: 'आपकी कीरिंग इस्तेमाल नहीं हो सकी, इसलिए साइन-इन Attune बंद करने तक ही रहेगा।',
  sessionWhy: {
    keyring_dismissed:
      'इसका पासवर्ड पूछने वाली विंडो बंद कर दी गई या दिखाई नहीं जा सकी। दोबारा साइन इन करें, तो यह फिर पूछेगी।',
    keyring_locked: 'यह लॉक है। इसे अनलॉक करें, फिर साइन इन बनाए रखने के लिए दोबारा साइन इन करें।',
    keyring_silent: 'यह जवाब नहीं दे रही। हो सकता है यह आपके पासवर्ड का इंतज़ार कर रही हो।',
    keyring_unavailable: 'इस सिस्टम में कीरिंग नहीं है।',
    keyring_unusable: 'इसमें Attune के नाम से कोई और प्रविष्टि है। उसे हटाएँ, फिर साइन इन करें।',
  },
  signOut: 'साइन आउट करें…',
  signOutTitle: 'Spotify से साइन आउट करें?',
  signOutBody:
    'आपका साइन-इन, आपकी Client ID और Spotify के बारे में Attune जो कुछ रखता है, सब इस कंप्यूटर से हटा दिया जाता है। आपकी प्लेलिस्ट आपके खाते में रहती हैं।',
  signOutDo: 'साइन आउट करें',
  permissions: 'Spotify की वेबसाइट पर Attune की पहुँच हटाएँ',
};

/** Texts about Spotify, in Hindi. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: 'साइन इन नहीं है',
  about:
    'अपने मूड की प्लेलिस्ट बनाएँ, क़तार में अपना Spotify संगीत इस्तेमाल करें और अपने Spotify ऐप में चलाएँ। Attune इसके बिना भी काम करता है।',
  asking: 'कीरिंग में सहेजा साइन-इन देखा जा रहा है…',
  setUp: 'सेट करें…',
  signIn: 'साइन इन करें',
  otherId: 'दूसरी Client ID इस्तेमाल करें…',
  waiting: (time) => `Spotify ने Attune को ${time} तक रुकने को कहा है। बाक़ी सब चलता रहता है।`,
  wizard,
  check,
  account,
  plan: {
    title: 'प्लेलिस्ट और आपका अपना संगीत',
    works: 'हर प्लान पर उपलब्ध।',
    control: 'आपके Spotify ऐप में चलाना',
    use: 'क़तार मेरे Spotify ऐप में चलाएँ',
    controls: {
      untried:
        'Premium चाहिए। Attune ने अभी इसे आज़माया नहीं है, और Spotify ऐप को नहीं बताता कि आपका प्लान कौन-सा है।',
      works: 'आपके प्लान के साथ काम करता है।',
      needsPremium: 'Premium चाहिए, जो आपके प्लान में नहीं है। प्लेलिस्ट और लिंक काम करते हैं।',
    },
  },
  own: {
    title: 'क़तार में आपका Spotify संगीत',
    about:
      'आपके पसंदीदा, सबसे ज़्यादा और हाल में सुने गानों में से वे इस्तेमाल करता है जो Attune के कैटलॉग में भी हैं। वे Attune बंद करने तक रहते हैं; उनके बारे में कुछ भी सहेजा या सीखा नहीं जाता।',
    bring: 'इस्तेमाल करें',
    end: 'इस्तेमाल बंद करें',
    bringing: 'आपके गाने लाए जा रहे हैं…',
    found: (known, unknown) =>
      `${count(known, 'गाना इस्तेमाल में है', 'गाने इस्तेमाल में हैं')}। ${count(unknown, 'और गाने', 'और गानों')} का मूड Attune नहीं जानता।`,
    none: 'आपका कोई गाना Attune के कैटलॉग में नहीं है। ऐसा कैटलॉग आयात करें जिसमें वे हों।',
    here: 'Spotify से, Attune बंद करने तक',
  },
  devices: {
    title: 'डिवाइस',
    about: 'आपके खुले Spotify ऐप। चुनें कि संगीत कहाँ चले।',
    show: 'डिवाइस दिखाएँ',
    again: 'ताज़ा करें',
    looking: 'डिवाइस खोजे जा रहे हैं…',
    none: 'कोई Spotify ऐप खुला नहीं है।',
    open: 'Spotify खोलें',
    get: 'Spotify मुफ़्त पाएँ',
    waiting: 'Spotify के खुलने का इंतज़ार है। फिर संगीत वहाँ अपने आप शुरू होगा।',
    here: 'यहाँ चल रहा है',
    choose: (name) => `${name} पर चलाएँ`,
    locked: 'नियंत्रित नहीं हो सकता',
  },
  playlist: {
    button: 'Spotify प्लेलिस्ट बनाएँ',
    title: 'इस क़तार से Spotify प्लेलिस्ट बनाएँ',
    purpose: 'प्लेलिस्ट किसके लिए',
    purposes: { mood: (word) => `मूड: ${word}`, policy: (name) => `तरीक़ा: ${name}` },
    name: 'नाम',
    description: 'विवरण',
    pattern: '{mood} की जगह मूड या तरीक़ा आता है।',
    preview: 'पूर्वावलोकन',
    looking: 'Spotify पर गाने खोजे जा रहे हैं…',
    willMake: (name, n) => `इससे ${tracks(n)} वाली नई निजी प्लेलिस्ट “${name}” बनेगी।`,
    willUpdate: (name, n) =>
      `इससे आपकी प्लेलिस्ट “${name}” के गाने ${count(n, 'गाने', 'गानों')} से बदल जाएँगे। नाम, विवरण और कवर वही रहेंगे।`,
    nothing: 'इनमें से कोई गाना Spotify पर नहीं मिला, इसलिए प्लेलिस्ट में डालने को कुछ नहीं है।',
    missed: (n) => count(n, 'गाना Spotify पर नहीं मिला', 'गाने Spotify पर नहीं मिले'),
    byNames: 'शीर्षक और कलाकार से मिलाए गए',
    back: 'वापस',
    make: 'प्लेलिस्ट बनाएँ',
    update: 'गाने बदलें',
    making: 'प्लेलिस्ट सहेजी जा रही है…',
    made: (name, n) => `“${name}” अब आपके Spotify खाते में है: ${tracks(n)}।`,
    updated: (name, n) => `“${name}” में अब ${count(n, 'गाना है', 'गाने हैं')}।`,
    open: 'Spotify पर सुनें',
    close: 'बंद करें',
  },
  attribution: { from: 'शीर्षक और कलाकार Spotify से।', open: 'Spotify खोलें' },
  embed: {
    title: 'भीतर लगा Spotify प्लेयर',
    about:
      'Spotify पर मौजूद गानों के लिए Spotify का अपना प्लेयर दिखाता है। वह open.spotify.com से लोड होता है, जिसे तब आपका IP पता दिखता है।',
    frame: (title) => `Spotify प्लेयर: ${title}`,
    loading: 'Spotify प्लेयर लोड हो रहा है…',
    offline: 'आप ऑफ़लाइन हैं, इसलिए Spotify प्लेयर नहीं दिख सकता।',
    preview: 'क़रीब 30 सेकंड की झलक चलाता है। पूरा सुनने के लिए गाना Spotify में खोलें।',
    link: 'Spotify पर सुनें',
  },
};
