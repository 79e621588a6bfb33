import type { Messages } from './en';

/** The preferences that the listener states outright, in Tamil. */
export const stated: Messages['stated'] = {
  title: 'நீங்கள் Attune-இடம் சொன்னவை',
  nothing: 'இன்னும் எதுவும் இல்லை. கட்டாயமில்லை: நீங்கள் கேட்பவற்றிலிருந்தும் Attune கற்கிறது.',
  summary: { like: 'உங்களுக்குப் பிடித்தவை:', ratherNot: 'உங்களுக்கு ஏற்றதல்ல:' },
  about:
    'இது தொடக்கத்தில் மிகவும் உதவும். காலப்போக்கில் நீங்கள் முழுதும் கேட்பவையும் தவிர்ப்பவையும் கூடுதலாகக் கருதப்படும்; எதுவும் முற்றிலும் விலக்கப்படாது.',
  begin: 'பிடித்தவற்றைச் சொல்…',
  change: 'மாற்று…',
  close: 'முடிந்தது',
  reset: 'அழி',
  resetOf: 'பிடித்ததாக Attune-இடம் சொன்னவற்றை அழி',
  answer: { like: 'பிடிக்கும்', ratherNot: 'எனக்கல்ல' },
  answerOf: {
    like: (name) => `பிடிக்கும்: ${name}`,
    ratherNot: (name) => `எனக்கல்ல: ${name}`,
  },
  artists: 'கலைஞர்கள்',
  families: 'வகைகள்',
  words: (family) => `${family}: உள்வகைகள்`,
  eras: 'காலகட்டங்கள்',
  languages: 'மொழிகள்',
  search: 'கலைஞரைத் தேடு',
  nobody: (text) => `“${text}” உடன் பொருந்தும் கலைஞர் உங்கள் நூலகத்தில் இல்லை.`,
};
