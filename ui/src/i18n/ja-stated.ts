import type { Messages } from './en';

/** The preferences that the listener states outright, in Japanese. */
export const stated: Messages['stated'] = {
  title: 'Attuneに伝えた好み',
  nothing: 'まだありません。伝えなくても、Attuneは再生した曲から学習します。',
  summary: { like: '好き：', ratherNot: '好みではない：' },
  about:
    '使いはじめに最も役立ちます。使うほど、最後まで聴いた曲やスキップした曲のほうが重視されます。完全に除外されるものはありません。',
  begin: '好みを伝える…',
  change: '変更…',
  close: '完了',
  reset: '消去',
  resetOf: 'Attuneに伝えた好みを消去',
  answer: { like: '好き', ratherNot: '好みではない' },
  answerOf: {
    like: (name) => `好き：${name}`,
    ratherNot: (name) => `好みではない：${name}`,
  },
  artists: 'アーティスト',
  families: 'ジャンル',
  words: (family) => `${family}の中のジャンル`,
  eras: '年代',
  languages: '言語',
  search: 'アーティストを検索',
  nobody: (text) => `ライブラリに「${text}」に一致するアーティストはいません。`,
};
