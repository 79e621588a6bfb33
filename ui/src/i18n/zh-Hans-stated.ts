import type { Messages } from './en';

/** The preferences that the listener states outright, in Chinese. */
export const stated: Messages['stated'] = {
  title: '你告诉 Attune 的喜好',
  nothing: '还没有。不说也没关系：Attune 也会从你播放的音乐中学习。',
  summary: { like: '你喜欢：', ratherNot: '不合你口味：' },
  about: '这在刚开始时最有帮助。时间久了，你听完和跳过的歌曲会更有分量，也不会完全排除任何音乐。',
  begin: '告诉 Attune 你喜欢什么…',
  change: '更改…',
  close: '完成',
  reset: '清除',
  resetOf: '清除你告诉 Attune 的喜好',
  answer: { like: '喜欢', ratherNot: '不合口味' },
  answerOf: {
    like: (name) => `喜欢：${name}`,
    ratherNot: (name) => `不合口味：${name}`,
  },
  artists: '艺人',
  families: '流派',
  words: (family) => `${family}中的流派`,
  eras: '年代',
  languages: '语言',
  search: '搜索艺人',
  nobody: (text) => `音乐库中没有与“${text}”匹配的艺人。`,
};
