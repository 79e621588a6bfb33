import type { Messages } from './en';
import {
  MANY_TIMES,
  mainLanguage,
  type Say,
  type Sound,
  type Suits,
  type ReasonDetail,
} from './en-reasons';
import { grammar } from './grammar';

const { language: nameOf } = grammar('ja');

const sounds: Record<Sound, string> = {
  brightEnergetic: '明るくエネルギッシュな曲調',
  bright: '明るい曲調',
  warmCalm: '温かく穏やかな曲調',
  energetic: 'エネルギッシュな曲調',
  even: 'バランスのとれた曲調',
  calm: '穏やかな曲調',
  darkIntense: '暗く激しい曲調',
  dark: '暗い曲調',
  subdued: '控えめで静かな曲調',
};

/** The same by any code. */
const kinds: Readonly<Record<string, string>> = sounds;

const suits: Record<Suits, string> = {
  closeToMood: '今の気分に近い',
  closeToHold: '設定した気分に近い',
  towardsBrighter: '明るい気分への途中',
  towardsCalmer: '穏やかな気分への途中',
  towardsEnergy: '活発な気分への途中',
  towardsHold: '設定した気分への途中',
  towardsMood: '今の気分への途中',
  start: '入りやすい一曲',
  closest: '手持ちの中で最も近い',
};

/** Genres by their codes; others keep the name that came with them. */
export const genres: Readonly<Record<string, string>> = {
  pop: 'ポップ',
  rock: 'ロック',
  metal: 'メタル',
  punk: 'パンク',
  hipHop: 'ヒップホップ',
  electronic: 'エレクトロニック',
  ambient: 'アンビエント',
  soul: 'ソウル',
  jazz: 'ジャズ',
  blues: 'ブルース',
  classical: 'クラシック',
  folk: 'フォーク',
  country: 'カントリー',
  latin: 'ラテン',
  reggae: 'レゲエ',
  african: 'アフリカ音楽',
  eastern: '東洋音楽',
  score: '映画・ゲーム音楽',
};

/** Quarters of the day. */
export const dayparts: Readonly<Record<string, string>> = {
  night: '深夜',
  morning: '朝',
  afternoon: '午後',
  evening: '夜',
};

const lists: Readonly<Record<string, string>> = {
  Happy: '楽しい',
  Sad: '悲しい',
  Calm: '穏やか',
  Energetic: 'エネルギッシュ',
};

/** A clause in its polite form where it stands alone, and in its plain form before "から". */
const clause =
  (polite: string, plain: string): Say =>
  (_, alone) =>
    alone ? polite : plain;

const like = ({ stated }: ReasonDetail, what: string, alone: boolean) =>
  stated
    ? `${what}が好きと${alone ? '回答しました' : '回答した'}`
    : `${what}が好き${alone ? 'です' : 'だ'}`;

const genre: Say = (told, alone) => like(told, genres[told.detail] ?? told.detail, alone);

function language(told: ReasonDetail, alone: boolean): string {
  const code = mainLanguage(told.detail);
  if (code === 'zxx') return like(told, 'インストゥルメンタル', alone);
  return like(told, `${nameOf(code) ?? 'この言語'}の曲`, alone);
}

function era(told: ReasonDetail, alone: boolean): string {
  const decade = /\d{4}(?=s)/.exec(told.detail)?.[0];
  return like(told, decade === undefined ? '1960年より前の音楽' : `${decade}年代の音楽`, alone);
}

function finished({ detail }: ReasonDetail, alone: boolean): string {
  const times = Number(detail);
  const often = times >= MANY_TIMES ? '何度も' : times > 1 ? `${times}回` : '';
  return `最後まで${often}聴${alone ? 'きました' : 'いた'}`;
}

function daytime(told: ReasonDetail, alone: boolean): string {
  const [energy = '', part = ''] = told.detail.split(' ');
  const how = kinds[energy] ?? 'この曲調';
  return like(told, `${dayparts[part] ?? 'この時間帯'}に${how}の音楽`, alone);
}

const onList = (detail: string) => `「${lists[detail] ?? detail}」のリスト`;

/** Why a track was chosen, in Japanese. */
export const reasons: Messages['reasons'] = {
  sounds,
  suits,
  probably: (sound) => `おそらく${sound}`,
  paces: {
    slow: 'ゆっくりした',
    unhurried: 'ゆったりした',
    fast: '速い',
    slower: '前の曲より遅い',
    faster: '前の曲より速い',
  },
  modes: {
    minor: 'マイナーキー',
    major: 'メジャーキー',
    nowMinor: 'マイナーキーに変わった曲',
    nowMajor: 'メジャーキーに変わった曲',
  },
  composed: (pace, mode) => `${pace}テンポの${mode}`,
  fit: (sound, how, alone) => {
    if (how === null) return sound + (alone ? 'です' : 'だ');
    const end = alone ? 'です' : suits[how].endsWith('い') ? '' : 'だ';
    return `${sound}で、${suits[how]}${end}`;
  },
  name: {
    popular: clause('人気があります', '人気がある'),
    known: clause('好きな音楽と同じくらい知られています', '好きな音楽と同じくらい知られている'),
    novel: clause('まだ再生していません', 'まだ再生していない'),
    explore: clause('Attuneが好みを知りたい曲です', 'Attuneが好みを知りたい曲だ'),
    liked: clause('お気に入りの曲です', 'お気に入りの曲だ'),
    rated: clause('高く評価した曲です', '高く評価した曲だ'),
    starred: clause('サーバーでスターを付けた曲です', 'サーバーでスターを付けた曲だ'),
    finished,
    artist: (told, alone) => like(told, told.detail, alone),
    genre,
    genreWord: genre,
    sound: (told, alone) => like(told, `${kinds[told.detail] ?? 'この曲調'}の音楽`, alone),
    era,
    language,
    tempo: (told, alone) => like(told, 'このテンポの音楽', alone),
    register: (told, alone) => like(told, 'この音域のサウンドスケープ', alone),
    daytime,
    classic: ({ detail }, alone) => `${onList(detail)}に${alone ? 'あります' : 'ある'}`,
    classicTop: ({ detail }, alone) => `${onList(detail)}でも特に人気の曲${alone ? 'です' : 'だ'}`,
    chosen: clause('自分で選んだ曲です', '自分で選んだ曲だ'),
    resumed: clause('前回は途中までしか聴いていません', '前回は途中までしか聴いていない'),
  },
};
