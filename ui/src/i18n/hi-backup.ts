import type { Messages } from './en';

/** Restoring what was exported, and tables, in Hindi. */
export const backup: Messages['backup'] = {
  title: 'बहाल करना',
  about: 'Attune में अभी जो सहेजा है, उसकी जगह निर्यात की गई फ़ाइल रखता है। पहले दिखता है कि उसमें क्या है।',
  open: 'बहाल करें…',
  question: 'यह फ़ाइल बहाल करें?',
  saved: 'सहेजने की तारीख़',
  moods: 'मूड',
  ratings: 'प्रतिक्रिया',
  stated: 'पसंद',
  catalogues: 'आयात किए कैटलॉग',
  histories: 'सुनने के इतिहास',
  folders: 'संगीत फ़ोल्डर',
  warning:
    'आपका इतिहास, प्रतिक्रिया, कैटलॉग, सेटिंग और Attune का सीखा हुआ बदल दिया जाएगा, और संगीत रुक जाएगा। अभी जो यहाँ है, वह पहले सहेजा जाता है, ताकि आप उसे वापस ला सकें। संगीत फ़ाइलें और साइन-इन जैसे हैं वैसे ही रहेंगे।',
  confirm: 'बदलें',
  taking: 'बहाल हो रहा है…',
  restored: (path) => `बहाल हो गया। पहले जो यहाँ था, वह ${path} में है`,
  putBack: 'वापस लाएँ',
  kinds: {
    pictures: 'फ़ोटो',
    tables: 'CSV तालिकाएँ',
    histories: 'सुनने का इतिहास',
    playlists: 'प्लेलिस्ट',
    backups: 'बैकअप',
  },
  tables: 'तालिकाएँ',
  tablesAbout: 'आपके मूड और जो आपने सुना, या आपकी लाइब्रेरी के सभी गाने, स्प्रेडशीट के लिए।',
  history: 'इतिहास CSV में',
  library: 'लाइब्रेरी CSV में',
};
