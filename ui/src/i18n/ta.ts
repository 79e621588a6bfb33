import type { Messages } from './en';
import { services } from './en-player';
import { grammar } from './grammar';
import { backup } from './ta-backup';
import { camera } from './ta-camera';
import { errors } from './ta-errors';
import { first } from './ta-first';
import { history } from './ta-history';
import { learned } from './ta-learned';
import { library, queue, report } from './ta-library';
import { own } from './ta-own';
import { player, soundscape } from './ta-player';
import { reasons } from './ta-reasons';
import { senses } from './ta-senses';
import { rows } from './ta-rows';
import { servers } from './ta-servers';
import { settings } from './ta-settings';
import { shortcuts } from './ta-shortcuts';
import { spotify } from './ta-spotify';
import { stated } from './ta-stated';
import { terms } from './ta-terms';

const { count, number } = grammar('ta');

/** Every text of the window, in Tamil: with நீங்கள்; short verbs on buttons. */
export const ta: Messages = {
  app: { name: 'Attune', loading: 'ஏற்றுகிறது…', skip: 'உள்ளடக்கத்துக்குச் செல்' },
  nav: {
    label: 'காட்சிகள்',
    now: 'இப்போது',
    library: 'நூலகம்',
    history: 'வரலாறு',
    settings: 'அமைப்புகள்',
    keys: 'குறுக்குவழிகள்',
  },
  words: {
    cheerful: 'மகிழ்ச்சி',
    excited: 'பரவசம்',
    content: 'மனநிறைவு',
    calm: 'அமைதி',
    tired: 'களைப்பு',
    down: 'சோர்வு',
    tense: 'பதற்றம்',
    upset: 'எரிச்சல்',
    surprised: 'வியப்பு',
    neutral: 'இயல்பு',
  },
  mood: {
    may: {
      face: (word) => `உங்கள் முகத்தில் ${word} தெரியலாம்`,
      voice: (word) => `உங்கள் குரலில் ${word} தெரியலாம்`,
      pulse: (word) => `உங்களுக்கு ${word} இருக்கலாம்`,
    },
    youSaid: (word) => `உங்கள் மனநிலை: ${word}`,
    howAreYou: 'எப்படி இருக்கிறீர்கள்?',
    notSure: 'உறுதியில்லை',
    confidence: {
      notSure: 'உறுதியில்லை',
      maybe: 'ஒருவேளை',
      fairlySure: 'ஓரளவு உறுதி',
      sure: 'உறுதி',
    },
    reason: {
      nothingYet: 'உங்கள் மனநிலை Attune-க்கு இன்னும் தெரியாது.',
      noFace: 'முகம் தெரியவில்லை. கேமராவுக்குத் தெரியும் இடத்தில் அமருங்கள்.',
      severalFaces:
        'ஒன்றுக்கு மேற்பட்ட முகங்கள் தெரிகின்றன. படத்தில் நீங்கள் மட்டும் இருக்கும்போதே Attune படிக்கும்.',
      tooLongAgo:
        'Attune உங்களைச் சிறிது நேரமாகப் பார்க்கவில்லை. கேமரா முன் அமருங்கள், அல்லது புள்ளியை இழுங்கள்.',
      tooDark: 'முகத்தைப் படிக்க மிக இருட்டாக உள்ளது. முன்பக்க ஒளி உதவும்.',
      tooBright: 'முகத்தில் ஒளி மிக அதிகம். விளக்கு அல்லது சன்னலிலிருந்து திரும்புங்கள்.',
      blurred: 'முகம் மங்கலாக உள்ளது. அசையாமல் இருங்கள், அல்லது லென்ஸைத் துடையுங்கள்.',
      tooSmall: 'முகம் மிகத் தொலைவில் உள்ளது. கேமராவுக்கு அருகில் வாருங்கள்.',
      hidden: 'முகம் திரும்பியோ மறைந்தோ உள்ளது. கேமராவைப் பாருங்கள்.',
      unfamiliar: 'தெரிவது முகம் போல இல்லை. கேமரா எங்கே நோக்குகிறது எனப் பாருங்கள்.',
    },
    nothingSensedFor: {
      face: (time) => `${time} ஆக Attune உங்களைப் பார்க்கவில்லை.`,
      voice: (time) => `${time} ஆக Attune உங்களைக் கேட்கவில்லை.`,
      pulse: (time) => `${time} ஆக Attune உங்கள் நாடியை உணரவில்லை.`,
    },
    ambiguous: {
      face: 'உங்கள் முகபாவத்துக்குப் பல பொருள் இருக்கலாம். உங்களுக்குத் தெரிந்தால் புள்ளியை இழுங்கள்.',
      voice: 'உங்கள் தொனி இன்னும் போதவில்லை. தொடர்ந்து பேசுங்கள், அல்லது புள்ளியை இழுங்கள்.',
      pulse: 'நாடி மட்டும் போதாது. புள்ளியை இழுங்கள், அல்லது கேமராவைத் தொடங்குங்கள்.',
    },
    notSureKeeps: 'இசை அப்படியே தொடரும்.',
    notSureStart: 'புள்ளியை இழுங்கள், அல்லது கேமராவை இயக்குங்கள்.',
    sensed: {
      face: (ago) => `பார்த்தது: ${ago}`,
      voice: (ago) => `கேட்டது: ${ago}`,
      pulse: (ago) => `நாடி உணர்ந்தது: ${ago}`,
    },
    setByYou: 'நீங்கள் அமைத்தது',
    minutesLeft: (minutes) =>
      minutes < 1 ? '1 நிமிடத்துக்கும் குறைவு' : `இன்னும் ${number(minutes)} நிமி.`,
    undo: 'செயல்தவிர்',
    undoCorrection: 'செயல்தவிர்த்து, கேமரா பார்ப்பதற்குத் திரும்பு',
    correct: 'சரியில்லையா? புள்ளியை இழுங்கள்.',
    draft: 'அமைக்க Enter, ரத்துசெய்ய Esc.',
    letGo: 'விட்டால் அமையும்',
    stillFollows: (word, seconds) =>
      `இசை இன்னும் “${word}” வழியில் · சுமார் ${number(seconds)} நொடியில் மாறும்`,
  },
  plane: {
    label: 'மனநிலை: இனிமையற்றது முதல் இனிமையானது வரை, அமைதி முதல் உற்சாகம் வரை',
    dot: 'மனநிலை: இழுங்கள், அல்லது அம்புக்குறிகளையும் Enter-ஐயும் பயன்படுத்துங்கள்',
    hold: 'இலக்கு மனநிலை: இழுங்கள், அல்லது அம்புக்குறிகளையும் Enter-ஐயும் பயன்படுத்துங்கள்',
    twoDimensional: 'இருதிசை நகர்த்தி',
    energetic: 'உற்சாகமான',
    calm: 'அமைதியான',
    pleasant: 'இனிமையான',
    unpleasant: 'இனிமையற்ற',
    middle: 'நடுவில்',
    dark: 'ஆழ்ந்த',
    bright: 'பிரகாசமான',
    slightly: (what) => `சற்று ${what}`,
    very: (what) => `மிக ${what}`,
    goal: 'இலக்கு',
  },
  camera,
  drop: {
    here: 'கேட்க இசையை, சேர்க்கக் கோப்புறையை, திறக்கப் பாடல் தொகுப்பை அல்லது CSV கோப்பை, மனநிலையைப் படிக்கப் படத்தை இங்கே விடுங்கள்',
    private: 'படம் இந்தக் கணினியில் ஒருமுறை படிக்கப்படும்; ஒருபோதும் வைக்கப்படாது.',
    leftOut: (name, files) =>
      `${files === 1 ? name : `${name} மற்றும் மேலும் ${number(files - 1)}`}: Attune பயன்படுத்த முடியாது. இசை, பாடல் தொகுப்புகள், கோப்புறைகள், CSV கோப்புகள், படங்கள் ஆகியவற்றைத் திறக்கும்.`,
    tooMany: (more) => `வரிசையில் இடமில்லாத கோப்புகள்: ${number(more)}.`,
    addTitle: (folders) =>
      folders === 1
        ? 'இந்தக் கோப்புறையை உங்கள் இசையில் சேர்க்கவா?'
        : 'இந்தக் கோப்புறைகளை உங்கள் இசையில் சேர்க்கவா?',
    addAbout:
      'Attune அதை இந்தக் கணினியில் மட்டுமே படித்துப் பகுப்பாய்வு செய்யும்; கோப்புகளை ஒருபோதும் மாற்றாது.',
    add: 'என் இசையில் சேர்',
  },
  senses,
  policy: {
    label: 'இசை செய்ய வேண்டியது',
    name: {
      match: 'பொருத்தம்',
      lift: 'உயர்வு',
      calm: 'அமைதி',
      energise: 'உற்சாகம்',
      hold: 'நிலை',
      classic: 'மரபு',
    },
    about: {
      match: 'உங்கள் மனநிலைக்குப் பொருந்தும்',
      lift: 'பாடலுக்குப் பாடல் மனநிலையை உயர்த்தும்',
      calm: 'பாடலுக்குப் பாடல் அமைதிப்படுத்தும்',
      energise: 'பாடலுக்குப் பாடல் உற்சாகம் கூட்டும்',
      hold: 'வளையத்தில் நிலைக்கும். அதை எங்கும் இழுக்கலாம்',
      classic: 'ஒவ்வொரு முகபாவத்துக்கும் ஒரு நிலையான பட்டியல். சோர்வான மனநிலைக்கு மகிழ்ச்சிப் பாடல்கள்',
    },
    toGo: (songs) => `இன்னும் ${count(songs, 'பாடல்', 'பாடல்கள்')}`,
    goal: (place) => `இலக்கு: ${place}.`,
    chosenBy: (name, look) => `${name}: முகத்தில் தெரிவது ${look}`,
  },
  track: {
    now: 'இப்போது இயங்குகிறது',
    because: (reasons) => `காரணம்: ${reasons}`,
    resumed: 'விட்ட இடத்திலிருந்து',
    and: '; ',
    open: (service) => `${service}-இல் கேள்`,
    openElsewhere: 'வேறு சேவையில் கேள்',
    playHere: 'இந்தக் கணினியில் இயக்கு',
    like: 'பிடிக்கும்',
    liked: 'பிடித்தது',
    never: 'இதை இனி இயக்காதே',
    wrongMood: 'நல்ல பாடல், தவறான மனநிலை',
    next: 'அடுத்த பாடல்',
    likeOf: (title) => `“${title}” பிடிக்கும்`,
    neverOf: (title) => `“${title}” பாடலை இனி இயக்காதே`,
    pin: (title) => `“${title}” பாடலை வரிசையில் பொருத்து`,
    unpin: (title) => `“${title}” பாடலை விடுவி`,
    key: (label, key) => `${label} (${key})`,
    tile: (mood) => `ஒலிப்பு: ${mood}`,
    why: 'எல்லாக் காரணங்களும்',
    whyOf: (title) => `“${title}” ஏன் வரிசையில் உள்ளது`,
    more: 'இந்தப் பாடலின் மேலும் விருப்பங்கள்',
    moreOf: (title) => `“${title}”: மேலும் விருப்பங்கள்`,
    menu: {
      play: 'இப்போது இயக்கு',
      up: 'மேலே நகர்த்து',
      down: 'கீழே நகர்த்து',
      remove: 'வரிசையிலிருந்து நீக்கு',
      wrongMood: 'நல்ல பாடல், தவறான மனநிலை',
      affect: 'மனநிலையை அமை…',
      never: 'இந்தப் பாடலை இனி இயக்காதே',
      artistNever: (artist) => `${artist}: இனி இயக்காதே`,
    },
    affect: {
      title: (title) => `“${title}” உங்களுக்கு எப்படி ஒலிக்கிறது?`,
      about: 'இசையின் மனநிலைக்குப் புள்ளியை இழுங்கள். வரிசையை நிரப்பும்போது Attune இதைப் பின்பற்றும்.',
      dot: 'இந்தப் பாடலின் மனநிலை: இழுங்கள், அல்லது அம்புக்குறிகளைப் பயன்படுத்துங்கள்',
      save: 'மனநிலையை அமை',
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
  banner: { label: 'அறிவிப்புகள்', dismiss: 'மறை' },
  keys: {
    title: 'விசைப்பலகைக் குறுக்குவழிகள்',
    views: 'இப்போது, நூலகம், வரலாறு, அமைப்புகள்',
    space: 'இடைவெளி',
    enterKey: 'Enter',
    play: 'இயக்கு அல்லது இடைநிறுத்து',
    previous: 'பாடலின் தொடக்கம், அல்லது முந்தைய பாடல்',
    next: 'அடுத்த பாடல்',
    like: 'இந்தப் பாடல் பிடிக்கும்',
    never: 'இந்தப் பாடலை இனி இயக்காதே',
    undo: 'பாடலில் செய்த கடைசிச் செயலைத் தவிர்',
    search: 'நூலகத்தில் தேடு',
    back: 'ஐந்து நொடி பின் அல்லது முன்',
    louder: 'ஒலியளவைக் குறை அல்லது கூட்டு',
    mini: 'சிறு பிளேயரைத் திற அல்லது மூடு',
    help: 'இந்தக் குறுக்குவழிகளைக் காட்டு',
    arrows: 'குவியத்தில் உள்ள புள்ளியை நகர்த்து',
    enter: 'புள்ளியை அமை',
    close: 'மூடு',
  },
  time: {
    now: 'இப்போதுதான்',
    seconds: (n) => `${n} நொடி`,
    minutes: (n) => `${n} நிமி.`,
    hours: (n) => `${n} மணி`,
    ago: (time) => `${time} முன்`,
  },
  dialog: { close: 'மூடு' },
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
