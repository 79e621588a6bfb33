import type { Messages } from './en';
import { MANY_TIMES, mainLanguage, type Say, type Suits, type ReasonDetail } from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('zh-Hans');

const suits: Record<Suits, string> = {
  closeToMood: '接近你的心情',
  closeToHold: '接近你设定的心情',
  towardsBrighter: '正走向更明朗',
  towardsCalmer: '正走向更平静',
  towardsEnergy: '正走向更有活力',
  towardsHold: '正走向你设定的心情',
  towardsMood: '正走向你的心情',
  start: '适合从这里开始',
  closest: '差不多是你手头最接近的',
};

/** How music of a sound is called before “音乐”. */
const kinds: Readonly<Record<string, string>> = {
  brightEnergetic: '明亮而有活力的',
  bright: '明亮的',
  warmCalm: '温暖平静的',
  energetic: '有活力的',
  even: '平衡的',
  calm: '平静的',
  darkIntense: '深沉激烈的',
  dark: '深沉的',
  subdued: '低沉安静的',
};

/** Genres by their codes; others keep the name that came with them. */
export const genres: Readonly<Record<string, string>> = {
  pop: '流行',
  rock: '摇滚',
  metal: '金属',
  punk: '朋克',
  hipHop: '嘻哈',
  electronic: '电子',
  ambient: '氛围',
  soul: '灵魂',
  jazz: '爵士',
  blues: '蓝调',
  classical: '古典',
  folk: '民谣',
  country: '乡村',
  latin: '拉丁',
  reggae: '雷鬼',
  african: '非洲',
  eastern: '东方',
  score: '影视与游戏',
};

/** Quarters of the day. */
export const dayparts: Readonly<Record<string, string>> = {
  night: '深夜',
  morning: '早晨',
  afternoon: '下午',
  evening: '晚上',
};

const lists: Readonly<Record<string, string>> = {
  Happy: '快乐',
  Sad: '悲伤',
  Calm: '平静',
  Energetic: '活力',
};

const like = ({ stated }: ReasonDetail, what: string) => `你${stated ? '说过' : ''}喜欢${what}`;

const genre: Say = (told) => like(told, `${genres[told.detail] ?? ` ${told.detail} `}音乐`);

function language(told: ReasonDetail): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, '纯音乐');
  const name = nameOf(code);
  return like(told, name === undefined ? '这种语言的歌曲' : `${name}歌曲`);
}

function era(told: ReasonDetail): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(told, decade === undefined ? '1960 年以前的音乐' : ` ${decade} 年代的音乐`);
}

function finished({ detail }: ReasonDetail): string {
  const times = Number(detail);
  if (times >= MANY_TIMES) return '你多次把它听完';
  return times > 1 ? `你把它听完了 ${times} 次` : '你把它听完了';
}

function daytime(told: ReasonDetail): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  return like(told, `在${dayparts[part] ?? '这个时段'}听${kinds[energy] ?? '这样的'}音乐`);
}

const listed = (detail: string) => `“${lists[detail] ?? detail}”列表`;

/** Why a track was chosen, in Chinese, fit to follow “因为”. */
export const reasons: Messages['reasons'] = {
  sounds: {
    brightEnergetic: '明亮而有活力',
    bright: '明亮',
    warmCalm: '温暖平静',
    energetic: '有活力',
    even: '平衡',
    calm: '平静',
    darkIntense: '深沉激烈',
    dark: '深沉',
    subdued: '低沉安静',
  },
  suits,
  probably: (sound) => `可能${sound}`,
  paces: {
    slow: '慢速',
    unhurried: '舒缓',
    fast: '快速',
    slower: '比上一首更慢',
    faster: '比上一首更快',
  },
  modes: {
    minor: '小调',
    major: '大调',
    nowMinor: '小调（上一首是大调）',
    nowMajor: '大调（上一首是小调）',
  },
  composed: (pace, mode) => `是${pace}的${mode}`,
  fit: (sound, how) => (how === null ? `它听起来${sound}` : `它听起来${sound}，${suits[how]}`),
  name: {
    popular: () => '它很受欢迎',
    known: () => '它的知名度和你喜欢的音乐差不多',
    novel: () => '你还没有播放过它',
    explore: () => 'Attune 想知道你是否喜欢它',
    liked: () => '你喜欢它',
    rated: () => '你给它打了高分',
    starred: () => '你在服务器上给它加了星标',
    finished,
    artist: (told) => like(told, told.detail),
    genre,
    genreWord: genre,
    sound: (told) => like(told, `${kinds[told.detail] ?? '这样的'}音乐`),
    era,
    language,
    tempo: (told) => like(told, '这种速度的音乐'),
    register: (told) => like(told, '这种音高的音景'),
    daytime,
    classic: ({ detail }) => `它在${listed(detail)}中`,
    classicTop: ({ detail }) => `它是${listed(detail)}中最受欢迎的歌曲之一`,
    chosen: () => '你选择了它',
    resumed: () => '你上次没有听完',
  },
};
