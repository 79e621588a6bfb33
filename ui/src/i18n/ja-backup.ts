import type { Messages } from './en';

/** Restoring what was exported, and tables, in Japanese. */
export const backup: Messages['backup'] = {
  title: '復元',
  about:
    'Attuneが現在保存している内容を、書き出したファイルで置き換えます。先に中身を確認できます。',
  open: '復元…',
  question: 'このファイルを復元しますか？',
  saved: '保存日',
  moods: '気分',
  ratings: 'フィードバック',
  stated: '好み',
  catalogues: '読み込んだカタログ',
  histories: '再生履歴',
  folders: '音楽フォルダー',
  warning:
    '履歴、フィードバック、カタログ、設定、Attuneが学習した内容が置き換えられ、音楽は停止します。現在の内容は先に保存されるので、元に戻せます。音楽ファイルとサインインはそのままです。',
  confirm: '置き換える',
  taking: '復元しています…',
  restored: (path) => `復元しました。以前の内容は${path}にあります`,
  putBack: '元に戻す',
  kinds: {
    pictures: '写真',
    tables: 'CSVの表',
    histories: '再生履歴',
    playlists: 'プレイリスト',
    backups: 'バックアップ',
  },
  tables: '表',
  tablesAbout: '気分と聴いた曲、またはライブラリのすべての曲を、表計算ソフト用に書き出します。',
  history: '履歴をCSVで',
  library: 'ライブラリをCSVで',
};
