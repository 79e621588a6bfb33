import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: '标题',
    artist: '艺人',
    album: '专辑',
    popularity: '受欢迎程度',
    valence: '愉快度',
    arousal: '唤醒度',
    energy: '能量',
  },
  problem: {
    missing: (column) => `缺少${column}`,
    longName: (column, bytes) => `${column}超过 ${bytes} 字节`,
    noNumber: (column, text) => `${column}“${text}”不是数字`,
    outOfRange: (column, text, low, high) => `${column} ${text} 不在 ${low} 到 ${high} 之间`,
    longLine: (kib) => `这一行超过 ${kib} KiB`,
    nul: '这一行含有空字节，因此不是文本',
    notUtf8: '与文件其余部分不同，这一行不是 UTF-8',
    openQuote: '这一行打开的引号没有在应有的位置关闭',
    width: (fields, columns) => `字段数为 ${fields}，列数为 ${columns}`,
    longField: (kib) => `有一个字段超过 ${kib} KiB`,
    full: (tracks) => `从这一行起：一个列表最多容纳 ${tracks} 首歌曲`,
  },
};
