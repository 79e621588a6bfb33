import type { Messages } from './en';

/** The introduction shown on first start, in Chinese. */
export const first: Messages['first'] = {
  label: '欢迎使用 Attune',
  step: (at, of) => `第 ${at} 步，共 ${of} 步`,
  skip: '跳过',
  back: '返回',
  next: '下一步',
  done: '开始聆听',
  mood: {
    title: '你现在感觉怎么样？',
    drag: '把圆点拖到你此刻的位置，音乐会随之而来。',
    silent: '第一次拖动会开始播放音景。',
    sounds: '这是 Attune 在你聆听时即时创作的音景。',
    camera: '摄像头可以代劳。画面绝不会离开这台电脑。',
    useCamera: '使用摄像头',
    cameraOff: '关闭摄像头',
    self: '我自己拖动',
    how: '摄像头开启时，这台电脑上的模型会读取你的面部表情，估计你可能有多愉快、多有活力。它看到的是表情而不是感受，也可能出错：始终以你说的为准。画面不会保存或发送，你也不需要账户。',
    seesNothing: '画面中还没有人脸。请坐到光线能照到脸的地方。',
    sees: (word) => `Attune 能看到你的脸。你看起来可能${word}。`,
  },
  music: {
    title: '你的音乐在哪里？',
    starter: '一份供你起步的歌曲目录。歌曲会在 Spotify 中打开。',
    csv: '有 CSV 格式的歌单？可以现在导入，也可以稍后在音乐库中导入。',
  },
  taste: {
    title: '选几样你喜欢的',
    about:
      '这一步可以跳过：Attune 也会从你播放的音乐中学习。之后可以在设置的“Attune 学到了什么”中更改。',
  },
};
