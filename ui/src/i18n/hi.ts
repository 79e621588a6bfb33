import type { Messages } from './en';
import { services } from './en-player';
import { grammar } from './grammar';
import { backup } from './hi-backup';
import { camera } from './hi-camera';
import { errors } from './hi-errors';
import { first } from './hi-first';
import { history } from './hi-history';
import { learned } from './hi-learned';
import { library, queue, report } from './hi-library';
import { own } from './hi-own';
import { player, soundscape } from './hi-player';
import { reasons } from './hi-reasons';
import { senses } from './hi-senses';
import { rows } from './hi-rows';
import { servers } from './hi-servers';
import { settings } from './hi-settings';
import { shortcuts } from './hi-shortcuts';
import { spotify } from './hi-spotify';
import { stated } from './hi-stated';
import { terms } from './hi-terms';

const { count, number } = grammar('hi');

/** Every text of the window, in Hindi: with आप; moods agree with «मूड», sounds with «संगीत» or «गाना». */
export const hi: Messages = {
  app: { name: 'Attune', loading: 'लोड हो रहा है…', skip: 'सामग्री पर जाएँ' },
  nav: {
    label: 'दृश्य',
    now: 'अभी',
    library: 'लाइब्रेरी',
    history: 'इतिहास',
    settings: 'सेटिंग',
    keys: 'शॉर्टकट',
  },
  words: {
    cheerful: 'ख़ुशनुमा',
    excited: 'उत्साहित',
    content: 'संतुष्ट',
    calm: 'शांत',
    tired: 'थका हुआ',
    down: 'बुझा-बुझा',
    tense: 'तनाव भरा',
    upset: 'परेशान',
    surprised: 'हैरान',
    neutral: 'सामान्य',
  },
  mood: {
    may: {
      face: (word) => `चेहरे से आपका मूड शायद ${word} है`,
      voice: (word) => `आवाज़ से आपका मूड शायद ${word} है`,
      pulse: (word) => `आपका मूड शायद ${word} है`,
    },
    youSaid: (word) => `आपका मूड ${word} है`,
    howAreYou: 'आप कैसे हैं?',
    notSure: 'पक्का नहीं',
    confidence: {
      notSure: 'पक्का नहीं',
      maybe: 'शायद',
      fairlySure: 'लगभग पक्का',
      sure: 'पक्का',
    },
    reason: {
      nothingYet: 'Attune अभी आपका मूड नहीं जानता।',
      noFace: 'कोई चेहरा नहीं दिख रहा। वहाँ बैठें जहाँ कैमरा आपको देख सके।',
      severalFaces: 'एक से ज़्यादा चेहरे दिख रहे हैं। Attune आपका चेहरा तभी पढ़ता है जब तस्वीर में केवल आप हों।',
      tooLongAgo: 'Attune ने आपको कुछ देर से नहीं देखा। कैमरे के सामने बैठें, या बिंदु खींचें।',
      tooDark: 'चेहरा पढ़ने के लिए बहुत अँधेरा है। सामने से ज़्यादा रोशनी मदद करेगी।',
      tooBright: 'चेहरे पर रोशनी बहुत तेज़ है। लैंप या खिड़की से हटें।',
      blurred: 'आपका चेहरा धुँधला है। स्थिर रहें, या लेंस साफ़ करें।',
      tooSmall: 'आपका चेहरा बहुत दूर है। कैमरे के पास आएँ।',
      hidden: 'आपका चेहरा मुड़ा हुआ या ढका है। कैमरे की ओर देखें।',
      unfamiliar: 'जो दिख रहा है, वह चेहरे जैसा कम लगता है। देखें कि कैमरा किधर है।',
    },
    nothingSensedFor: {
      face: (time) => `Attune ने आपको ${time} से नहीं देखा।`,
      voice: (time) => `Attune ने आपको ${time} से नहीं सुना।`,
      pulse: (time) => `Attune ने आपकी नब्ज़ ${time} से महसूस नहीं की।`,
    },
    ambiguous: {
      face: 'आपके भाव के कई मतलब हो सकते हैं। अगर आप बेहतर जानते हैं, तो बिंदु खींचें।',
      voice: 'आपका लहजा अभी काफ़ी नहीं बताता। बोलते रहें, या बिंदु खींचें।',
      pulse: 'केवल नब्ज़ काफ़ी नहीं बताती। बिंदु खींचें, या कैमरा शुरू करें।',
    },
    notSureKeeps: 'संगीत वैसा ही रहता है।',
    notSureStart: 'बिंदु खींचें, या कैमरा चालू करें।',
    sensed: {
      face: (ago) => `${ago} देखा`,
      voice: (ago) => `${ago} सुना`,
      pulse: (ago) => `${ago} नब्ज़ महसूस हुई`,
    },
    setByYou: 'आपका तय किया',
    minutesLeft: (minutes) => (minutes < 1 ? '1 मिनट से कम बाक़ी' : `${number(minutes)} मिनट बाक़ी`),
    undo: 'पहले जैसा करें',
    undoCorrection: 'पहले जैसा करें और कैमरे के अनुमान पर लौटें',
    correct: 'सही नहीं? बिंदु खींचें।',
    draft: 'तय करने के लिए Enter, रद्द करने के लिए Esc।',
    letGo: 'तय करने के लिए छोड़ें',
    stillFollows: (word, seconds) =>
      `संगीत अब भी “${word}” के साथ · क़रीब ${number(seconds)} सेकंड में बदलेगा`,
  },
  plane: {
    label: 'मूड, असुखद से सुखद और शांत से ऊर्जावान',
    dot: 'मूड: खींचें, या तीर कुंजियाँ और Enter इस्तेमाल करें',
    hold: 'लक्ष्य मूड: खींचें, या तीर कुंजियाँ और Enter इस्तेमाल करें',
    twoDimensional: 'दो दिशाओं वाला स्लाइडर',
    energetic: 'ऊर्जावान',
    calm: 'शांत',
    pleasant: 'सुखद',
    unpleasant: 'असुखद',
    middle: 'बीच में',
    dark: 'गहरा',
    bright: 'उजला',
    slightly: (what) => `थोड़ा ${what}`,
    very: (what) => `बहुत ${what}`,
    goal: 'लक्ष्य',
  },
  camera,
  drop: {
    here: 'चलाने के लिए संगीत, जोड़ने के लिए फ़ोल्डर, खोलने के लिए प्लेलिस्ट या CSV, या मूड पढ़ने के लिए फ़ोटो यहाँ छोड़ें',
    private: 'फ़ोटो इसी कंप्यूटर पर एक बार पढ़ी जाती है और कभी रखी नहीं जाती।',
    leftOut: (name, files) =>
      `Attune ${files === 1 ? name : `${name} और ${number(files - 1)} अन्य`} का इस्तेमाल नहीं कर सकता। वह संगीत, प्लेलिस्ट, फ़ोल्डर, CSV फ़ाइलें और फ़ोटो खोलता है।`,
    tooMany: (more) => `${number(more)} और फ़ाइलें कतार में नहीं आ पाईं।`,
    addTitle: (folders) => (folders === 1 ? 'यह फ़ोल्डर अपने संगीत में जोड़ें?' : 'ये फ़ोल्डर अपने संगीत में जोड़ें?'),
    addAbout: 'Attune उसे केवल इसी कंप्यूटर पर पढ़ता और परखता है, और फ़ाइलें कभी नहीं बदलता।',
    add: 'मेरे संगीत में जोड़ें',
  },
  senses,
  policy: {
    label: 'संगीत क्या करे',
    name: {
      match: 'मेल',
      lift: 'उत्साह',
      calm: 'शांति',
      energise: 'ऊर्जा',
      hold: 'ठहराव',
      classic: 'क्लासिक',
    },
    about: {
      match: 'आपके मूड से मेल खाता है',
      lift: 'एक-एक गाने से मूड उठाता है',
      calm: 'एक-एक गाने से शांति लाता है',
      energise: 'एक-एक गाने से ऊर्जा बढ़ाता है',
      hold: 'घेरे पर टिकता है। उसे कहीं भी खींचें',
      classic: 'हर भाव की एक तय सूची। बुझे मूड में ख़ुशनुमा गाने',
    },
    toGo: (songs) => `${count(songs, 'गाना', 'गाने')} बाक़ी`,
    goal: (place) => `लक्ष्य: ${place}।`,
    chosenBy: (name, look) => `${name}, क्योंकि चेहरे का भाव “${look}” है`,
  },
  track: {
    now: 'अभी चल रहा है',
    because: (reasons) => `क्योंकि ${reasons}`,
    resumed: 'जहाँ छोड़ा था, वहीं से',
    and: ' और ',
    open: (service) => `${service} पर सुनें`,
    openElsewhere: 'दूसरी सेवा पर सुनें',
    playHere: 'इस कंप्यूटर पर चलाएँ',
    like: 'पसंद करें',
    liked: 'पसंद है',
    never: 'इसे फिर कभी न चलाएँ',
    wrongMood: 'अच्छा गाना, ग़लत मूड',
    next: 'अगला गाना',
    likeOf: (title) => `“${title}” पसंद करें`,
    neverOf: (title) => `“${title}” फिर कभी न चलाएँ`,
    pin: (title) => `“${title}” को क़तार में पिन करें`,
    unpin: (title) => `“${title}” को अनपिन करें`,
    key: (label, key) => `${label} (${key})`,
    tile: (mood) => `अंदाज़: ${mood}`,
    why: 'सभी कारण',
    whyOf: (title) => `“${title}” क़तार में क्यों है`,
    more: 'इस गाने के और विकल्प',
    moreOf: (title) => `“${title}” के और विकल्प`,
    menu: {
      play: 'अभी चलाएँ',
      up: 'ऊपर ले जाएँ',
      down: 'नीचे ले जाएँ',
      remove: 'क़तार से हटाएँ',
      wrongMood: 'अच्छा गाना, ग़लत मूड',
      affect: 'इसका मूड तय करें…',
      never: 'यह गाना कभी न चलाएँ',
      artistNever: (artist) => `${artist} को कभी न चलाएँ`,
    },
    affect: {
      title: (title) => `“${title}” आपको कैसा लगता है?`,
      about: 'बिंदु को इस संगीत के मूड पर खींचें। क़तार भरते समय Attune इसी के अनुसार चलता है।',
      dot: 'इस गाने का मूड: खींचें, या तीर कुंजियाँ इस्तेमाल करें',
      save: 'मूड तय करें',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'सूचनाएँ', dismiss: 'हटाएँ' },
  keys: {
    title: 'कीबोर्ड शॉर्टकट',
    views: 'अभी, लाइब्रेरी, इतिहास, सेटिंग',
    space: 'स्पेस',
    enterKey: 'Enter',
    play: 'चलाएँ या रोकें',
    previous: 'गाने की शुरुआत, या पिछला गाना',
    next: 'अगला गाना',
    like: 'यह गाना पसंद करें',
    never: 'यह गाना फिर कभी न चलाएँ',
    undo: 'गाने पर अपना पिछला काम वापस लें',
    search: 'लाइब्रेरी में खोजें',
    back: 'पाँच सेकंड पीछे या आगे',
    louder: 'आवाज़ कम या ज़्यादा',
    mini: 'मिनी प्लेयर खोलें या बंद करें',
    help: 'ये शॉर्टकट दिखाएँ',
    arrows: 'फ़ोकस में होने पर बिंदु हिलाएँ',
    enter: 'बिंदु तय करें',
    close: 'बंद करें',
  },
  time: {
    now: 'अभी-अभी',
    seconds: (n) => `${n} सेकंड`,
    minutes: (n) => `${n} मिनट`,
    hours: (n) => `${n} घंटे`,
    ago: (time) => `${time} पहले`,
  },
  dialog: { close: 'बंद करें' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};
