import type { Messages } from './en';
import { grammar } from './grammar';

const { percent } = grammar('zh-Hans');

/** The player bar and the sound settings, in Chinese. */
export const player: Messages['player'] = {
  title: '播放器',
  play: '播放',
  pause: '暂停',
  previous: '回到开头，或上一首',
  next: '下一首',
  position: '播放位置',
  positionOf: (at, length) => `${at}，共 ${length}`,
  volume: '音量',
  sound: '音量、输出和睡眠定时器',
  mute: '静音',
  unmute: '取消静音',
  toNow: '在“现在”中显示',
  mini: '迷你播放器',
  big: '返回主窗口',
  percent: (n) => percent(n / 100),
  resume: (at) => `从 ${at} 继续`,
  nothing: '播放队列是空的',
  with: '播放方式',
  kinds: { list: '仅列表', local: '这台电脑', spotify: 'Spotify' },
  settings: '声音',
  withAbout:
    '这台电脑：播放音景以及你文件夹和服务器中的音乐，队列中只有这些。Spotify：在你打开的 Spotify 应用中播放。仅列表：由你自己打开歌曲。',
  output: '输出',
  outputAbout: '如果它断开，会在另一个输出上继续播放。',
  outputDefault: '系统默认',
  outputGone: '所选输出（已断开）',
  level: '音量均衡',
  levelAbout: '以相同的响度播放所有歌曲。从下一首开始生效。',
  sleep: {
    title: '睡眠定时器',
    off: '关闭',
    endOfTrack: '这首播完后',
    minutes: (n) => `${n} 分钟`,
    stopsIn: (minutes) => `音乐将在 ${minutes} 分钟后停止`,
    stopsAtEnd: '音乐将在这首播完后停止',
  },
  window: '窗口',
  stay: '关闭窗口后继续运行',
  stayAbout: 'Attune 会留在系统托盘中。否则关闭窗口就会退出。',
  noTray: '此桌面没有系统托盘，关闭窗口会退出 Attune。',
  levels: { off: '关闭', track: '按歌曲', album: '按专辑' },
};

/** Soundscapes, in Chinese. */
export const soundscape: Messages['soundscape'] = {
  name: '音景',
  about: 'Attune 在你聆听时于这台设备上创作的音乐。它在一首之内也会跟随你的心情。',
  origin: '播放时在这台设备上创作',
  start: '从音景开始',
  share: '队列中的音景',
  shareAbout: '在最左端，只有没有其他音乐可播时才会播放。',
  none: '我的音乐播完时',
  only: '仅音景',
  shareValue: ['我的音乐播完时', '少量', '一半', '大部分', '仅音景'],
  plays: (tempo, key) => `${tempo} BPM，${key}`,
  changed: (what, why) => `现在${what}，${why}`,
  up: {
    tempo: '更快',
    density: '更密集',
    brightness: '更明亮',
    register: '更高',
    percussion: '打击乐更多',
    mode: '调式更温暖',
  },
  down: {
    tempo: '更慢',
    density: '更稀疏',
    brightness: '更柔和',
    register: '更低',
    percussion: '打击乐更少',
    mode: '调式更深沉',
  },
  why: {
    moreEnergy: '让活力更足',
    calmer: '让气氛更平静',
    morePleasant: '让心情更明朗',
    darker: '让气氛更沉静',
  },
};
