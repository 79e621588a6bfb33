import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'தலைப்பு',
    artist: 'கலைஞர்',
    album: 'ஆல்பம்',
    popularity: 'பிரபலம்',
    valence: 'இனிமை',
    arousal: 'கிளர்ச்சி',
    energy: 'ஆற்றல்',
  },
  problem: {
    missing: (column) => `தகவல் இல்லை: ${column}`,
    longName: (column, bytes) => `${column}: ${bytes} பைட்டுகளைவிட நீளம்`,
    noNumber: (column, text) => `${column}: “${text}” ஒரு எண் அல்ல`,
    outOfRange: (column, text, low, high) =>
      `${column}: ${text}, ${low} முதல் ${high} வரையிலான எண் அல்ல`,
    longLine: (kib) => `வரி ${kib} KiB-ஐவிட நீளம்`,
    nul: 'வரியில் சுழிய பைட்டுகள் உள்ளன, எனவே இது உரை அல்ல',
    notUtf8: 'கோப்பின் மற்ற பகுதியைப் போல் இந்த வரி UTF-8 இல் இல்லை',
    openQuote: 'இந்த வரியில் தொடங்கிய மேற்கோள்குறி உரிய இடத்தில் முடியவில்லை',
    width: (fields, columns) => `புலங்களின் எண்ணிக்கை: ${fields}, நெடுவரிசைகள்: ${columns}`,
    longField: (kib) => `ஒரு புலம் ${kib} KiB-ஐவிட நீளம்`,
    full: (tracks) => `இந்த வரிசை முதல்: ஒரு பட்டியலில் அதிகபட்சம் ${tracks} பாடல்கள்`,
  },
};
