import type { Messages } from './en';
import { grammar } from './grammar';
import { dayparts, genres, reasons } from './ja-reasons';

const { language: nameOf } = grammar('ja');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: '明るい音楽',
  arousal: 'エネルギッシュな音楽',
  valenceExtremes: 'とても明るい、またはとても暗い音楽',
  arousalExtremes: 'とても穏やか、またはとてもエネルギッシュな音楽',
  diagonal: '明るくにぎやか、または暗く静かな音楽',
};
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: '選んだモードに沿う音楽',
  brighter: '今の気分より明るい音楽',
  livelier: '今の気分よりにぎやかな音楽',
};
const tempos: Readonly<Record<string, string>> = {
  fast: '速い音楽',
  tempoExtremes: 'とても遅い、またはとても速い音楽',
};

function language(code: string): string {
  if (code === '') return '曲の言語';
  if (code === 'zxx') return 'インストゥルメンタル';
  return `${nameOf(code) ?? 'その他の言語'}の曲`;
}

function era(detail: string): string {
  if (detail === '') return 'リリース時期';
  if (detail === 'before1960') return '1960年より前の音楽';
  return `${detail.replace(/s$/, '')}年代の音楽`;
}

/** The terms that a ranking adds up, and the learned preferences, in Japanese. */
export const terms: Messages['terms'] = {
  label: 'この曲が選ばれた理由',
  base: '出発点',
  baseDegree: 'どの曲も同じ',
  none: 'この曲は固定のリストから来ているため、比べるものはありません。',
  degree: {
    for: {
      hardly: 'ほぼ影響なし',
      little: '少しプラス',
      clearly: 'プラス',
      strongly: '大きくプラス',
    },
    against: {
      hardly: 'ほぼ影響なし',
      little: '少しマイナス',
      clearly: 'マイナス',
      strongly: '大きくマイナス',
    },
    leaning: { hardly: 'ごくわずか', little: '少し', clearly: 'はっきり', strongly: '強く' },
  },
  other: 'その他',
  name: {
    fit: (d) => fits[d] ?? '気分に合う',
    sound: (d) => sounds[d] ?? (d === '' ? '曲調' : (regions[d] ?? d)),
    genre: (d) => (d === '' ? '音楽の種類' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? 'ジャンル' : (genres[d] ?? upper(d))),
    artist: (d) => (d === '' ? 'アーティスト' : d),
    track: () => 'この曲へのこれまでの操作',
    era,
    language,
    tempo: (d) => tempos[d] ?? 'テンポ',
    register: (d) => (d === 'high' ? '高音域のサウンドスケープ' : '音域の高さ'),
    popular: () => '人気',
    novel: () => 'まだ再生していない',
    daytime: (d) => (d === '' ? '時間帯' : `${dayparts[d] ?? d}のエネルギッシュな音楽`),
    recent: () => '最近再生した',
    flow: () => '前の曲とのつながり',
    chance: () => '変化',
    explore: () => '新しいものを試す',
  },
};
