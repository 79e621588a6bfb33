import type { Messages } from './en';

export const rows: Messages['rows'] = {
  column: {
    title: 'タイトル',
    artist: 'アーティスト',
    album: 'アルバム',
    popularity: '人気',
    valence: '快さ',
    arousal: '覚醒度',
    energy: '活発さ',
  },
  problem: {
    missing: (column) => `${column}がありません`,
    longName: (column, bytes) => `${column}が${bytes}バイトを超えています`,
    noNumber: (column, text) => `${column}の「${text}」は数値ではありません`,
    outOfRange: (column, text, low, high) =>
      `${column}の${text}は${low}から${high}までの範囲にありません`,
    longLine: (kib) => `行が${kib} KiBを超えています`,
    nul: '行にNULバイトが含まれているため、テキストではありません',
    notUtf8: 'ファイルのほかの部分と違い、この行はUTF-8ではありません',
    openQuote: 'この行で始まった引用符が、正しい位置で閉じられていません',
    width: (fields, columns) => `フィールドの数は${fields}、列の数は${columns}です`,
    longField: (kib) => `${kib} KiBを超えるフィールドがあります`,
    full: (tracks) => `この行以降：リストに入るのは${tracks}曲までです`,
  },
};
