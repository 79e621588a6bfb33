import type { Messages } from './en';

/** The shortcuts that work while another program has the keyboard, in Hindi. */
export const shortcuts: Messages['shortcuts'] = {
  title: 'ग्लोबल शॉर्टकट',
  about: 'ये तब भी काम करते हैं जब आप कोई दूसरा प्रोग्राम इस्तेमाल कर रहे हों।',
  portalAbout:
    'ये तब भी काम करते हैं जब आप कोई दूसरा प्रोग्राम इस्तेमाल कर रहे हों। डेस्कटॉप पहले आपसे पूछता है और कुंजियाँ वही चुनता है; उन्हें उसकी सेटिंग में बदलें।',
  none: 'यह डेस्कटॉप इन्हें नहीं देता। इसकी अपनी सेटिंग में आप «attune --toggle-play» जैसे कमांड को कुंजियाँ दे सकते हैं।',
  asking: 'डेस्कटॉप आपसे शॉर्टकट के बारे में पूछ रहा है।',
  camera: 'कैमरा चालू या बंद करें',
  change: 'बदलें…',
  changeFor: (action) => `शॉर्टकट बदलें: ${action}`,
  press: 'नई कुंजियाँ दबाएँ…',
  pressAbout: 'Esc रद्द करता है, Backspace शॉर्टकट हटाता है।',
  unset: 'कोई नहीं',
  taken: 'कोई दूसरा प्रोग्राम इस्तेमाल कर रहा है',
  needsHeld: (ctrl, alt, system) => `साथ में ${ctrl}, ${alt} या ${system} भी दबाए रखें।`,
  otherKey: 'यह कुंजी इस्तेमाल नहीं हो सकती। कोई अक्षर, अंक, F1 से F12 या तीर की कुंजी चुनें।',
  used: (action) => `पहले से «${action}» के लिए है।`,
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
