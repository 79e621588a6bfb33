import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('hi');

/** The history of moods, in Hindi. */
export const history: Messages['history'] = {
  title: 'इतिहास',
  spans: { day: 'दिन', week: 'सप्ताह', month: 'महीना' },
  span: 'दिखाई जा रही अवधि',
  previous: { day: 'पिछला दिन', week: 'पिछला सप्ताह', month: 'पिछला महीना' },
  next: { day: 'अगला दिन', week: 'अगला सप्ताह', month: 'अगला महीना' },
  weekdays: ['सोम', 'मंगल', 'बुध', 'गुरु', 'शुक्र', 'शनि', 'रवि'],
  summary: (day, mostly, songs) =>
    [
      day,
      ...(mostly ? [`ज़्यादातर ${mostly}`] : []),
      ...(songs ? [count(songs, 'गाना', 'गाने')] : []),
    ].join(' · '),
  parts: { morning: 'सुबह', afternoon: 'दोपहर', evening: 'शाम' },
  observed: {
    calmest: (part) => `${part} आपका सबसे शांत समय है।`,
    brightest: (part) => `${part} आपका सबसे ख़ुशनुमा समय है।`,
  },
  onDays: (days, of) => `${of} में से ${days} दिन।`,
  seeDays: 'वे दिन देखें',
  add: 'एक पल जोड़ें',
  addTitle: 'आपका मूड कैसा था?',
  addDo: 'जोड़ें',
  when: 'कब',
  heard: (titles) => `→ ${titles}`,
  heardLabel: 'सुने गए गाने',
  today: 'आज',
  yesterday: 'कल',
  strip: (today) => (today ? 'आज आपका मूड' : 'उस दिन आपका मूड'),
  entries: (n) => count(n, 'प्रविष्टि', 'प्रविष्टियाँ'),
  time: 'समय',
  mood: 'मूड',
  sureness: 'भरोसा',
  source: 'स्रोत',
  sources: { face: 'आपका चेहरा', voice: 'आपकी आवाज़', pulse: 'आपकी नब्ज़', you: 'आप' },
  note: 'टिप्पणी',
  edit: 'बदलें',
  editOf: (time) => `${time} की प्रविष्टि बदलें`,
  delete: 'हटाएँ',
  deleteOf: (time) => `${time} की प्रविष्टि हटाएँ`,
  deleted: (time) => `${time} की प्रविष्टि हटाई गई।`,
  undo: 'पहले जैसा करें',
  editTitle: (time) => `${time} पर आपका मूड कैसा था?`,
  editDot: 'इस प्रविष्टि का मूड: खींचें, या तीर कुंजियाँ और Enter इस्तेमाल करें',
  noteHint: 'अपने लिए एक टिप्पणी जोड़ें',
  save: 'सहेजें',
  cancel: 'रद्द करें',
  empty: 'इस दिन की कोई प्रविष्टि नहीं है।',
  emptyDo: 'प्रविष्टियाँ तब जुड़ती हैं जब कैमरा चालू हो और जब आप बिंदु खींचें।',
  toNow: '“अभी” पर जाएँ',
};
