import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in Tamil. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'எங்கும் இயங்கும் குறுக்குவழிகள்',
  about: 'நீங்கள் வேறு நிரலைப் பயன்படுத்தும்போதும் இவை இயங்கும்.',
  portalAbout:
    'நீங்கள் வேறு நிரலைப் பயன்படுத்தும்போதும் இவை இயங்கும். கணினி முதலில் உங்களிடம் கேட்டு விசைகளைத் தீர்மானிக்கும்; அவற்றை அதன் அமைப்புகளில் மாற்றலாம்.',
  none: 'இந்தக் கணினி இவற்றை வழங்கவில்லை. அதன் அமைப்புகளில் “attune --toggle-play” போன்ற கட்டளைகளுக்கு விசைகளை ஒதுக்கலாம்.',
  asking: 'குறுக்குவழிகளைப் பற்றிக் கணினி உங்களிடம் கேட்கிறது.',
  camera: 'கேமராவைத் தொடங்கு அல்லது அணை',
  change: 'மாற்று…',
  changeFor: (action) => `குறுக்குவழியை மாற்று: ${action}`,
  press: 'புதிய விசைகளை அழுத்துங்கள்…',
  pressAbout: 'Esc ரத்து செய்யும், Backspace குறுக்குவழியை நீக்கும்.',
  unset: 'எதுவுமில்லை',
  taken: 'மற்றொரு நிரல் பயன்படுத்துகிறது',
  needsHeld: (ctrl, alt, system) => `${ctrl}, ${alt} அல்லது ${system} விசையையும் சேர்த்து அழுத்துங்கள்.`,
  otherKey:
    'இந்த விசையைப் பயன்படுத்த முடியாது. எழுத்து, எண், F1 முதல் F12 அல்லது அம்பு விசையைத் தேர்ந்தெடுங்கள்.',
  used: (action) => `ஏற்கெனவே “${action}” என்பதற்குப் பயன்படுகிறது.`,
  keys: {
    Ctrl: 'Ctrl',
    Alt: 'Alt',
    Shift: 'Shift',
    Super: 'Super',
    Home: 'Home',
    End: 'End',
    PageUp: 'Page Up',
    PageDown: 'Page Down',
    Insert: 'Insert',
  },
};
