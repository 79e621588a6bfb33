import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('ta');
const songs = (n: number) => count(n, 'பாடல்', 'பாடல்கள்');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in Tamil. */
export const servers: Messages['servers'] = {
  title: 'சேவையகங்கள்',
  none: 'உங்கள் இசைச் சேவையகம்',
  noneAbout:
    'Navidrome, Gonic, LMS, Ampache, Nextcloud Music அல்லது Subsonic பேசும் வேறு சேவையகத்திலிருந்து இசையை இயக்குங்கள்.',
  add: 'சேவையகத்தைச் சேர்',
  another: 'மற்றொரு சேவையகம்',
  anotherAbout: 'நீங்கள் இங்கே சேர்க்கும் சேவையகங்களுடன் மட்டுமே Attune இணைகிறது.',
  first: {
    name: 'என் சேவையகம்',
    about: 'Navidrome, Gonic, Nextcloud Music அல்லது Subsonic பேசும் வேறு சேவையகம்.',
  },
  form: {
    title: 'சேவையகத்தைச் சேர்',
    again: (name) => `${name}: உள்நுழைக`,
    address: 'முகவரி',
    addressHint: 'https://music.example.org',
    with: 'உள்நுழையும் முறை',
    withs: { password: 'கடவுச்சொல்', apiKey: 'API விசை' },
    listener: 'சேவையகத்தில் உங்கள் பெயர்',
    password: 'கடவுச்சொல்',
    key: 'API விசை',
    name: 'Attune-இல் பெயர் (விருப்பம்)',
    nameHint: 'வீட்டில்',
    kept: 'இது இந்தக் கணினியின் சாவிக்கொத்தில் வைக்கப்படும்.',
    test: 'சோதி',
    testing: 'சோதிக்கிறது…',
    add: 'சேவையகத்தைச் சேர்',
    adding: 'சேர்க்கிறது…',
    signIn: 'உள்நுழைக',
    missing: (field, way) => {
      if (field === 'address') return 'உங்கள் சேவையகத்தின் முகவரியை உள்ளிடுங்கள்.';
      if (field === 'listener') return 'சேவையகத்தில் உங்கள் பெயரை உள்ளிடுங்கள்.';
      return way === 'apiKey' ? 'API விசையை உள்ளிடுங்கள்.' : 'கடவுச்சொல்லை உள்ளிடுங்கள்.';
    },
  },
  check: {
    works: (program) =>
      program === null ? 'இயங்குகிறது.' : `இயங்குகிறது. சேவையகத்தில் இருப்பது: ${program}.`,
    sendsPassword: 'இது கடவுச்சொல்லை மட்டுமே ஏற்கிறது; எனவே Attune அதையே அனுப்புகிறது.',
    wrongAddress: 'முகவரியைச் சரிபாருங்கள்',
    certificate: 'இது உங்கள் சேவையகமா?',
    wrongPassword: 'பெயரையும் கடவுச்சொல்லையும் சரிபாருங்கள்',
    plainPassword: 'உங்கள் கடவுச்சொல்லைப் பிறர் படிக்கலாம்',
    version: 'சேவையகம் மிகப் பழையது அல்லது மிகப் புதியது',
    failed: 'சேவையகம் தயாராக இல்லை',
  },
  certificate: {
    problems: {
      unknown: 'அறியப்பட்ட எந்த அமைப்பும் சேவையகத்தின் சான்றிதழை உறுதிசெய்யவில்லை.',
      expired: 'சேவையகத்தின் சான்றிதழ் காலாவதியானது.',
      otherName: 'சேவையகத்தின் சான்றிதழ் வேறொரு முகவரிக்கானது.',
      changed:
        'நீங்கள் ஏற்றதற்கு வேறான சான்றிதழைச் சேவையகம் காட்டுகிறது. நீங்கள் மாற்றவில்லையெனில், உங்களுக்கும் சேவையகத்துக்கும் இடையில் யாரோ இருக்கலாம்.',
      other: 'சேவையகத்தின் சான்றிதழைச் சரிபார்க்க முடியவில்லை.',
    },
    compare:
      'இந்த SHA-256 கைரேகையை உங்கள் சேவையகம் காட்டுவதுடன் ஒப்பிடுங்கள். இரண்டும் ஒன்றாக இருந்தால் மட்டுமே ஏற்றுக்கொள்ளுங்கள்.',
    fingerprint: 'கைரேகை',
    accept: 'இரண்டும் ஒன்றே. ஏற்கிறேன்',
  },
  plain: {
    about:
      'இந்தச் சேவையகம் கடவுச்சொல்லை மட்டுமே ஏற்கிறது; இணைப்பும் மறையாக்கப்படவில்லை: வலையமைப்பில் பிறர் அதைப் படிக்கலாம். https:// உடன் தொடங்கும் முகவரி இதைத் தடுக்கும்.',
    send: 'ஆனாலும் அனுப்பு',
  },
  songs,
  loaded: (n) => `இந்தக் கணினியில் ${songs(n)}`,
  readAt: (day, time) => `கடைசியாகப் படித்தது: ${day}, ${time}`,
  neverRead: 'இன்னும் முழுதாகப் படிக்கப்படவில்லை',
  as: (listener) => `${listener} ஆக`,
  asKey: 'API விசையுடன்',
  waits: 'மற்றொரு சேவையகத்துக்காகக் காத்திருக்கிறது',
  reading: (read, total) =>
    total === null ? `படிக்கிறது · ${songs(read)}` : `படிக்கிறது: ${number(read)} / ${songs(total)}`,
  stops: 'நிறுத்துகிறது…',
  readingLabel: 'படிப்பு முன்னேற்றம்',
  stop: 'படிப்பதை நிறுத்து',
  found: {
    same: 'எதுவும் மாறவில்லை.',
    changes: (added, changed, removed) =>
      Object.entries({ புதியவை: added, மாறியவை: changed, நீங்கியவை: removed })
        .filter(([, n]) => n > 0)
        .map(([word, n]) => `${word}: ${number(n)}`)
        .join(', '),
    stopped: 'நிறுத்தப்பட்டது. படித்தவை வைக்கப்பட்டுள்ளன.',
  },
  scan: 'மாற்றங்களைத் தேடு',
  more: (name) => `${name}: மேலும்`,
  scanAgain: 'அனைத்தையும் மீண்டும் படி',
  test: 'இணைப்பைச் சோதி',
  signInAgain: 'மீண்டும் உள்நுழைக',
  unsaved: 'கடவுச்சொல்லைச் சேமிக்க முடியவில்லை; மறுதொடக்கத்துக்குப் பின் மீண்டும் கேட்கப்படும்.',
  scrobbles: 'நீங்கள் கேட்பதைத் தெரிவி',
  scrobblesAbout: 'சேவையகம் எத்தனை முறை கேட்டீர்கள் என எண்ணும்; Last.fm போன்றவற்றுக்கு அனுப்பவும் கூடும்.',
  stars: 'உங்களுக்குப் பிடித்ததைத் தெரிவி',
  starsAbout: 'இங்கே பிடித்த பாடல் அங்கே நட்சத்திரம் பெறும்.',
  tell: (what, name) => `${name}: ${what}`,
  cache: 'பதிவிறக்கிய பாடல்களுக்கான இடம்',
  cacheAbout: (used, limit) =>
    `${size(limit)} இல் ${size(used)} பயன்பாட்டில். நீண்ட காலம் கேட்காத பாடல்கள் புதியவற்றுக்கு இடமளிக்கும்; பதிவிறக்கிய பாடல்கள் சேவையகமின்றியும் இயங்கும்.`,
  size,
  remove: 'நீக்கு',
  removeTitle: (name) => `${name} நீக்கவா?`,
  removeBody:
    'இதன் பாடல்கள், கேட்டுக் கற்றவை, பதிவிறக்கிய கோப்புகள், கடவுச்சொல் ஆகியவற்றை Attune மறந்துவிடும். சேவையகத்தில் எதுவும் மாறாது.',
  removeDo: 'சேவையகத்தை நீக்கு',
};
