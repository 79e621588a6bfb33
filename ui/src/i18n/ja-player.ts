import type { Messages } from './en';
import { grammar } from './grammar';

const { percent } = grammar('ja');

/** The player bar and the sound settings, in Japanese. */
export const player: Messages['player'] = {
  title: 'プレーヤー',
  play: '再生',
  pause: '一時停止',
  previous: '曲の先頭、または前の曲',
  next: '次の曲',
  position: '再生位置',
  positionOf: (at, length) => `${length}中${at}`,
  volume: '音量',
  sound: '音量、出力、スリープタイマー',
  mute: 'ミュート',
  unmute: 'ミュートを解除',
  toNow: '「再生中」で表示',
  mini: 'ミニプレーヤー',
  tray: { show: 'Attuneを表示', previous: '前の曲', quit: '終了' },
  big: 'メインウインドウに戻る',
  percent: (n) => percent(n / 100),
  resume: (at) => `${at}から再開`,
  nothing: '再生待ちの曲はありません',
  with: '再生先',
  kinds: { list: 'リストのみ', local: 'このコンピューター', spotify: 'Spotify' },
  settings: 'サウンド',
  withAbout:
    'このコンピューター：サウンドスケープと、フォルダーやサーバーにある音楽だけを再生します。Spotify：開いているSpotifyアプリで再生します。リストのみ：曲は自分で開きます。',
  output: '出力',
  outputAbout: '接続が切れると、別の出力で再生を続けます。',
  outputDefault: 'システムの既定',
  outputGone: '選択した出力（未接続）',
  level: '音量の均一化',
  levelAbout: 'すべての曲を同じ大きさで再生します。次の曲から反映されます。',
  crossfade: 'クロスフェード',
  crossfadeAbout:
    '曲の終わりを次の曲の始まりに重ねます。順に再生するアルバムとサウンドスケープは、それぞれのつながりを保ちます。',
  seconds: (n) => `${n}秒`,
  sleep: {
    title: 'スリープタイマー',
    off: 'オフ',
    endOfTrack: 'この曲の終わり',
    minutes: (n) => `${n}分`,
    stopsIn: (minutes) => `あと${minutes}分で音楽が止まります`,
    stopsAtEnd: 'この曲の終わりで音楽が止まります',
  },
  window: 'ウインドウ',
  stay: 'ウインドウを閉じても動作を続ける',
  stayAbout: 'Attuneはシステムトレイに残ります。オフの場合、ウインドウを閉じると終了します。',
  noTray: 'このデスクトップにはシステムトレイがないため、ウインドウを閉じるとAttuneは終了します。',
  levels: { off: 'オフ', track: '曲ごと', album: 'アルバムごと' },
};

/** Soundscapes, in Japanese. */
export const soundscape: Messages['soundscape'] = {
  name: 'サウンドスケープ',
  about:
    '聴いている間に、Attuneがこのデバイスで作曲する音楽です。曲の途中でも気分に合わせて変わります。',
  origin: '再生しながらこのデバイスで作曲',
  start: 'サウンドスケープで始める',
  share: 'サウンドスケープの割合',
  shareAbout: '左端では、ほかに再生するものがないときだけ流れます。',
  none: '音楽が終わったら',
  only: 'のみ',
  shareValue: ['音楽が終わったら', '少し', '半分', 'ほとんど', 'サウンドスケープのみ'],
  plays: (tempo, key) => `${tempo} BPM、${key}`,
  changed: (what, why) => `${why}、${what}なりました`,
  up: {
    tempo: '速く',
    density: 'にぎやかに',
    brightness: '明るく',
    register: '高く',
    percussion: '打楽器が多く',
    mode: '温かい調に',
  },
  down: {
    tempo: 'ゆっくりに',
    density: '音数が少なく',
    brightness: '柔らかく',
    register: '低く',
    percussion: '打楽器が少なく',
    mode: '暗い調に',
  },
  why: {
    moreEnergy: '活気を出すため',
    calmer: '落ち着くため',
    morePleasant: '明るい気分のため',
    darker: '落ち着いた深い気分のため',
    lift: '気分を上げたいとのことなので',
    calm: '落ち着きたいとのことなので',
    energise: '元気を出したいとのことなので',
    hold: '設定した気分に近づけるため',
  },
};
