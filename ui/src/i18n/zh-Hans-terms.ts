import type { Messages } from './en';
import { grammar } from './grammar';
import { dayparts, genres, reasons } from './zh-Hans-reasons';

const { language: nameOf } = grammar('zh-Hans');
const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const sounds: Readonly<Record<string, string>> = {
  valence: '明亮的音乐',
  arousal: '有活力的音乐',
  valenceExtremes: '非常明亮或非常深沉的音乐',
  arousalExtremes: '非常平静或非常有活力的音乐',
  diagonal: '明亮活泼或深沉安静的音乐',
};
const regions: Readonly<Record<string, string>> = reasons.sounds;
const fits: Readonly<Record<string, string>> = {
  steered: '符合你所选模式的音乐',
  brighter: '比你的心情更明亮的音乐',
  livelier: '比你的心情更活泼的音乐',
};
const tempos: Readonly<Record<string, string>> = {
  fast: '快速的音乐',
  tempoExtremes: '非常慢或非常快的音乐',
};

function language(code: string): string {
  if (code === '') return '歌曲语言';
  if (code === 'zxx') return '纯音乐';
  const name = nameOf(code);
  return name === undefined ? '其他语言的歌曲' : `${name}歌曲`;
}

function era(detail: string): string {
  if (detail === '') return '发行年代';
  if (detail === 'before1960') return '1960 年以前的音乐';
  return `${detail.replace(/s$/, '')} 年代的音乐`;
}

/** The terms that a ranking adds up, and the learned preferences, in Chinese. */
export const terms: Messages['terms'] = {
  label: '选择这首歌曲的所有理由',
  base: '起点',
  baseDegree: '每首歌曲都一样',
  none: '这首歌曲来自固定列表，所以没有什么需要权衡。',
  degree: {
    for: { hardly: '几乎无影响', little: '略微加分', clearly: '加分', strongly: '大幅加分' },
    against: { hardly: '几乎无影响', little: '略微减分', clearly: '减分', strongly: '大幅减分' },
    leaning: { hardly: '几乎没有', little: '有一点', clearly: '明显', strongly: '强烈' },
  },
  other: '其他',
  name: {
    fit: (d) => fits[d] ?? '符合你的心情',
    sound: (d) => sounds[d] ?? (d === '' ? '听起来的感觉' : `听起来${regions[d] ?? d}`),
    genre: (d) => (d === '' ? '音乐类型' : (genres[d] ?? upper(d))),
    genreWord: (d) => (d === '' ? '流派' : (genres[d] ?? upper(d))),
    artist: (d) => (d === '' ? '艺人' : d),
    track: () => '你之前对它的操作',
    era,
    language,
    tempo: (d) => tempos[d] ?? '速度',
    register: (d) => (d === 'high' ? '高音区的音景' : '音高'),
    popular: () => '受欢迎程度',
    novel: () => '你还没有播放过它',
    daytime: (d) => (d === '' ? '一天中的时段' : `${dayparts[d] ?? d}听有活力的音乐`),
    recent: () => '最近播放过',
    flow: () => '与上一首的衔接',
    chance: () => '变化',
    explore: () => '尝试新音乐',
  },
};
