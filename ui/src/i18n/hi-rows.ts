import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'शीर्षक',
    artist: 'कलाकार',
    album: 'एल्बम',
    popularity: 'लोकप्रियता',
    valence: 'सुखदता',
    arousal: 'सक्रियता',
    energy: 'ऊर्जा',
  },
  problem: {
    missing: (column) => `जानकारी नहीं है: ${column}`,
    longName: (column, bytes) => `${column}: ${bytes} बाइट से लंबा`,
    noNumber: (column, text) => `${column}: “${text}” संख्या नहीं है`,
    outOfRange: (column, text, low, high) => `${column}: ${text}, ${low} और ${high} के बीच नहीं है`,
    longLine: (kib) => `पंक्ति ${kib} KiB से लंबी है`,
    nul: 'पंक्ति में शून्य बाइट हैं, इसलिए यह टेक्स्ट नहीं है',
    notUtf8: 'बाक़ी फ़ाइल से अलग, यह पंक्ति UTF-8 में नहीं है',
    openQuote: 'इस पंक्ति में खुला उद्धरण चिह्न वहाँ बंद नहीं होता जहाँ होना चाहिए',
    width: (fields, columns) => `फ़ील्ड की संख्या: ${fields}, स्तंभों की: ${columns}`,
    longField: (kib) => `एक फ़ील्ड ${kib} KiB से लंबा है`,
    full: (tracks) => `इस पंक्ति से आगे: एक सूची में ज़्यादा से ज़्यादा ${tracks} गाने आ सकते हैं`,
  },
};
