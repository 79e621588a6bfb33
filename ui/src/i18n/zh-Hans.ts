import type { Messages } from './en';
import { services } from './en-player';
import { grammar } from './grammar';
import { backup } from './zh-Hans-backup';
import { camera } from './zh-Hans-camera';
import { errors } from './zh-Hans-errors';
import { first } from './zh-Hans-first';
import { history } from './zh-Hans-history';
import { learned } from './zh-Hans-learned';
import { library, queue, report } from './zh-Hans-library';
import { own } from './zh-Hans-own';
import { player, soundscape } from './zh-Hans-player';
import { reasons } from './zh-Hans-reasons';
import { senses } from './zh-Hans-senses';
import { rows } from './zh-Hans-rows';
import { servers } from './zh-Hans-servers';
import { settings } from './zh-Hans-settings';
import { shortcuts } from './zh-Hans-shortcuts';
import { spotify } from './zh-Hans-spotify';
import { stated } from './zh-Hans-stated';
import { terms } from './zh-Hans-terms';

const { number } = grammar('zh-Hans');

/** Every text of the window, in Chinese in simplified characters: informal, as music apps speak to their listeners. */
export const zhHans: Messages = {
  app: { name: 'Attune', loading: '正在加载…', skip: '跳到内容' },
  nav: {
    label: '视图',
    now: '现在',
    library: '音乐库',
    history: '历史',
    settings: '设置',
    keys: '快捷键',
  },
  words: {
    cheerful: '开心',
    excited: '兴奋',
    content: '满足',
    calm: '平静',
    tired: '疲倦',
    down: '低落',
    tense: '紧张',
    upset: '烦躁',
    surprised: '惊讶',
    neutral: '平常',
  },
  mood: {
    may: {
      face: (word) => `你看起来可能${word}`,
      voice: (word) => `你听起来可能${word}`,
      pulse: (word) => `你此刻可能${word}`,
    },
    youSaid: (word) => `你感觉${word}`,
    howAreYou: '你感觉怎么样？',
    notSure: '不确定',
    confidence: { notSure: '不确定', maybe: '或许', fairlySure: '比较确定', sure: '确定' },
    reason: {
      nothingYet: 'Attune 还不知道你的心情。',
      noFace: '画面中没有人脸。请坐到摄像头能看到的地方。',
      severalFaces: '画面中有多张脸。只有你独自在画面中时，Attune 才会读取。',
      tooLongAgo: 'Attune 有一会儿没看到你了。请坐到摄像头前，或拖动圆点。',
      tooDark: '光线太暗，无法读取你的脸。从正面加一些光会有帮助。',
      tooBright: '脸上的光太亮。请避开灯光或窗户。',
      blurred: '你的脸有些模糊。请保持不动，或擦拭镜头。',
      tooSmall: '你的脸太远了。请靠近摄像头。',
      hidden: '你的脸转开了或被遮住。请看向摄像头。',
      unfamiliar: '画面中的内容不太像人脸。请检查摄像头的朝向。',
    },
    nothingSensedFor: {
      face: (time) => `Attune 已有 ${time}没看到你。`,
      voice: (time) => `Attune 已有 ${time}没听到你。`,
      pulse: (time) => `Attune 已有 ${time}没感受到你的脉搏。`,
    },
    ambiguous: {
      face: '你的表情可能有多种含义。如果你更清楚，请拖动圆点。',
      voice: '你的语气还不足以判断。请继续说话，或拖动圆点。',
      pulse: '仅凭脉搏还不足以判断。请拖动圆点，或启动摄像头。',
    },
    notSureKeeps: '音乐保持不变。',
    notSureStart: '请拖动圆点，或开启摄像头。',
    sensed: {
      face: (ago) => `${ago}看到`,
      voice: (ago) => `${ago}听到`,
      pulse: (ago) => `${ago}感受到脉搏`,
    },
    setByYou: '由你设定',
    minutesLeft: (minutes) => (minutes < 1 ? '剩余不到 1 分钟' : `剩余 ${number(minutes)} 分钟`),
    undo: '撤销',
    undoCorrection: '撤销，恢复为摄像头看到的',
    correct: '不对吗？拖动圆点。',
    draft: 'Enter 设定，Esc 取消。',
    letGo: '松开即设定',
    stillFollows: (word, seconds) => `音乐仍跟随“${word}” · 约 ${number(seconds)} 秒后变化`,
  },
  plane: {
    label: '心情，从不愉快到愉快，从平静到有活力',
    dot: '心情：拖动，或使用方向键和 Enter',
    hold: '目标心情：拖动，或使用方向键和 Enter',
    twoDimensional: '二维滑块',
    energetic: '有活力',
    calm: '平静',
    pleasant: '愉快',
    unpleasant: '不愉快',
    middle: '居中',
    dark: '深沉',
    bright: '明亮',
    slightly: (what) => `略微${what}`,
    very: (what) => `非常${what}`,
    goal: '目标',
  },
  camera,
  drop: {
    here: '拖放音乐以播放，拖放文件夹以添加，拖放播放列表或 CSV 以打开，或拖放照片以读取心情',
    private: '照片只在这台电脑上读取一次，绝不保留。',
    leftOut: (name, files) =>
      `Attune 无法使用 ${files === 1 ? name : `${name} 等 ${number(files)} 个文件`}。可以打开音乐、播放列表、文件夹、CSV 和照片。`,
    tooMany: (more) => `还有 ${number(more)} 个文件放不进队列。`,
    addTitle: (folders) =>
      folders === 1 ? '将此文件夹添加到你的音乐？' : '将这些文件夹添加到你的音乐？',
    addAbout: 'Attune 只在这台电脑上读取和分析其中的内容，绝不更改文件。',
    add: '添加到我的音乐',
  },
  senses,
  policy: {
    label: '音乐的走向',
    name: {
      match: '契合',
      lift: '提振',
      calm: '平静',
      energise: '活力',
      hold: '保持',
      classic: '经典',
    },
    about: {
      match: '契合你的心情',
      lift: '一首一首地提振心情',
      calm: '一首一首地平静下来',
      energise: '一首一首地增添活力',
      hold: '停留在圆环处，可拖到任何位置',
      classic: '每种表情一份固定列表。低落时播放欢快的歌曲',
    },
    toGo: (songs) => `还有 ${number(songs)} 首`,
    goal: (place) => `目标：${place}。`,
    chosenBy: (name, look) => `${name}，因为你看起来${look}`,
  },
  track: {
    now: '正在播放',
    because: (reasons) => `因为${reasons}`,
    resumed: '从上次停下的地方继续',
    and: '，而且',
    open: (service) => `在 ${service} 上聆听`,
    openElsewhere: '在其他服务上聆听',
    playHere: '在这台电脑上播放',
    like: '喜欢',
    liked: '已喜欢',
    never: '不再播放',
    wrongMood: '好歌，但心情不对',
    next: '下一首',
    likeOf: (title) => `喜欢《${title}》`,
    neverOf: (title) => `不再播放《${title}》`,
    pin: (title) => `在队列中固定《${title}》`,
    unpin: (title) => `取消固定《${title}》`,
    key: (label, key) => `${label}（${key}）`,
    tile: (mood) => `听起来${mood}`,
    why: '所有理由',
    whyOf: (title) => `为什么《${title}》在队列中`,
    more: '这首歌曲的更多选项',
    moreOf: (title) => `《${title}》的更多选项`,
    menu: {
      play: '立即播放',
      up: '上移',
      down: '下移',
      remove: '从队列中移除',
      wrongMood: '好歌，但心情不对',
      affect: '设定心情…',
      never: '不再播放这首歌曲',
      artistNever: (artist) => `不再播放 ${artist}`,
    },
    affect: {
      title: (title) => `你觉得《${title}》听起来如何？`,
      about: '把圆点拖到这首音乐的心情处。Attune 填充队列时会以此为准。',
      dot: '这首歌曲的心情：拖动，或使用方向键',
      save: '设定心情',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: '通知', dismiss: '关闭' },
  keys: {
    title: '键盘快捷键',
    views: '现在、音乐库、历史、设置',
    space: '空格',
    enterKey: 'Enter',
    play: '播放或暂停',
    previous: '回到开头，或上一首',
    next: '下一首',
    like: '喜欢这首歌曲',
    never: '不再播放这首歌曲',
    undo: '撤销你对歌曲的上一步操作',
    search: '搜索音乐库',
    back: '后退或前进五秒',
    louder: '降低或提高音量',
    mini: '打开或关闭迷你播放器',
    help: '显示这些快捷键',
    arrows: '移动已聚焦的圆点',
    enter: '设定圆点',
    close: '关闭',
  },
  time: {
    now: '刚刚',
    seconds: (n) => `${n} 秒`,
    minutes: (n) => `${n} 分钟`,
    hours: (n) => `${n} 小时`,
    ago: (time) => `${time}前`,
  },
  dialog: { close: '关闭' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};
