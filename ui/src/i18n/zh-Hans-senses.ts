import type { Messages } from './en';
import { grammar } from './grammar';

const { percent } = grammar('zh-Hans');

/** What the window says of the microphone and the pulse, in Chinese. */
export const senses: Messages['senses'] = {
  label: '麦克风和脉搏',
  name: { voice: '麦克风', pulse: '脉搏', cameraPulse: '摄像头测脉搏' },
  state: {
    voice: {
      off: '麦克风已关闭',
      starting: '正在启动麦克风…',
      on: '正在聆听',
      waiting: '麦克风已断开，正在等待重新连接',
      away: '你离开时麦克风已关闭',
      failed: '麦克风无法启动',
    },
    pulse: {
      off: '脉搏已关闭',
      starting: '正在查找心率带…',
      on: '脉搏',
      waiting: '心率带超出范围，正在等待',
      away: '你离开时心率带已断开',
      failed: '无法连接心率带',
    },
    cameraPulse: {
      off: '摄像头测脉搏',
      starting: '正在启动摄像头…',
      on: '正在测量脉搏',
      waiting: '摄像头已断开，正在等待重新连接',
      away: '摄像头测脉搏',
      failed: '无法测量脉搏',
    },
  },
  reopened: '你回来了，已重新开启',
  beats: (rate) => `每分钟 ${Math.round(rate)} 次`,
  battery: (charge) => `电量 ${percent(charge / 100)}`,
  signal: { clear: '信号清晰', fair: '信号一般', weak: '初步读数' },
  gap: {
    noSpeech: '等你说话',
    tooShort: '请再说久一点',
    tooNoisy: '周围太吵',
    music: '听到的是音乐',
    clipped: '声音太大：请离麦克风远一点',
    severalVoices: '有多个人在说话',
    muted: '麦克风已静音',
    noContact: '心率带没有贴到皮肤',
    noBeat: '没有感受到心跳',
    learningRest: '正在了解你的静息脉搏',
    exercise: '你正在运动，所以不计入',
    measuring: '请保持不动，让光照到脸上',
    noFace: '画面中应只有你的脸',
    moreLight: '脸上需要更多光线',
    lessLight: '脸上的光线请暗一点',
    tooFar: '请靠近摄像头',
    holdStill: '请保持不动',
    tooFewPictures: '摄像头每秒的画面太少',
    noClearPulse: '脉搏不清晰',
  },
  sounded: (word, ago) => `你听起来${word}，${ago}`,
  tone: {
    lively: '活泼',
    calm: '平静',
    even: '平稳',
    pleasant: '愉快',
    unpleasant: '不太高兴',
    and: (energy, pleasure) => `${energy}又${pleasure}`,
  },
  say: '说说你的感受',
  listenAlong: '持续聆听',
  connect: '连接心率带',
  measure: '测量脉搏',
  measurement: '脉搏测量',
  stop: '停止',
  stopAll: '停止所有感知',
  again: '重试',
  explain: {
    title: { voice: '你的语气', pulse: '你的脉搏', cameraPulse: '用摄像头测你的脉搏' },
    infers: {
      voice:
        'Attune 根据你的语气而不是说话的内容，估计你的心情可能有多少活力、多愉快。它可能出错：每个人的声音不同，表演、感冒或嘈杂的房间都会误导它。',
      pulse:
        'Attune 根据你的心跳相对静息脉搏的快慢，估计你可能有多少活力。它不反映你的健康状况，也不是医疗器械。',
      cameraPulse:
        'Attune 用半分钟时间，从皮肤颜色的细微变化测量心跳的快慢，据此估计你可能有多少活力。请坐近摄像头，在均匀的光线下保持不动。不确定时不会显示数字。它不是医疗器械。',
    },
    keeps: {
      voice: '聆听时，内存中最多保留最近 8 秒的声音，不会保存或发送。保留的是你历史中的心情。',
      pulse: '心跳不会保存或发送。保留的是你历史中的心情，以及表示静息脉搏的三个数字。',
      cameraPulse:
        '脸部十二个区域的平均颜色会在内存中停留半分钟，不会保存或发送；画面也是如此。如果摄像头原本是关闭的，只会为测量而打开，之后再关闭。保留的是你历史中的心情，以及表示静息脉搏的三个数字。',
    },
    stops:
      '只有你打开时它才会开启，状态始终显示在这里。“停止”会立即关闭设备。它学到的内容列在“Attune 学到了什么”中，你可以在那里删除。',
    accept: '开启',
    cancel: '暂不',
    heading: { infers: '它推断什么', keeps: '它保留什么', stops: '如何停止' },
  },
  settings: {
    title: '麦克风和脉搏',
    microphone: '麦克风',
    microphoneFirst: '系统默认',
    microphoneNone: '未找到麦克风',
    strap: '心率带',
    strapFirst: '范围内的第一条心率带',
    strapNone: '范围内没有心率带',
    gone: '所选设备（已断开）',
    search: '搜索',
    searching: '正在搜索…',
    explain: 'Attune 从声音和脉搏推断什么',
    explainAbout: '你第一次开启时看到的说明。',
    show: '显示',
  },
};
