import type { Messages } from './en';

/** The preferences that the listener states outright, in Hindi. */
export const stated: Messages['stated'] = {
  title: 'आपने Attune को क्या बताया',
  nothing: 'अभी कुछ नहीं। बताना ज़रूरी नहीं: Attune आपके चलाए गए गानों से भी सीखता है।',
  summary: { like: 'आपको पसंद:', ratherNot: 'आपके लिए नहीं:' },
  about:
    'यह शुरुआत में सबसे ज़्यादा मदद करता है। समय के साथ, आप जो पूरा सुनते और छोड़ते हैं उसका महत्व बढ़ता है, और कुछ भी पूरी तरह बाहर नहीं होता।',
  begin: 'Attune को अपनी पसंद बताएँ…',
  change: 'बदलें…',
  close: 'हो गया',
  reset: 'मिटाएँ',
  resetOf: 'Attune को बताई अपनी पसंद मिटाएँ',
  answer: { like: 'पसंद है', ratherNot: 'मेरे लिए नहीं' },
  answerOf: {
    like: (name) => `पसंद है: ${name}`,
    ratherNot: (name) => `मेरे लिए नहीं: ${name}`,
  },
  artists: 'कलाकार',
  families: 'शैलियाँ',
  words: (family) => `${family} की शैलियाँ`,
  eras: 'दशक',
  languages: 'भाषाएँ',
  search: 'कलाकार खोजें',
  nobody: (text) => `आपकी लाइब्रेरी में “${text}” से मेल खाता कोई कलाकार नहीं है।`,
};
