import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('ja');

/** The history of moods, in Japanese. */
export const history: Messages['history'] = {
  title: '履歴',
  spans: { day: '日', week: '週', month: '月' },
  span: '表示する期間',
  previous: { day: '前の日', week: '前の週', month: '前の月' },
  next: { day: '次の日', week: '次の週', month: '次の月' },
  weekdays: ['月', '火', '水', '木', '金', '土', '日'],
  summary: (day, mostly, songs) =>
    [day, ...(mostly ? [`主に「${mostly}」`] : []), ...(songs ? [`${number(songs)}曲`] : [])].join(
      ' · ',
    ),
  parts: { morning: '朝', afternoon: '午後', evening: '夜' },
  observed: {
    calmest: (part) => `${part}がいちばん穏やかです。`,
    brightest: (part) => `${part}がいちばん気分が明るいです。`,
  },
  onDays: (days, of) => `${of}日のうち${days}日。`,
  seeDays: 'その日を見る',
  add: '記録を追加',
  addTitle: 'どんな気分でしたか？',
  addDo: '追加',
  when: '日時',
  heard: (titles) => `→ ${titles}`,
  heardLabel: '聴いた曲',
  today: '今日',
  yesterday: '昨日',
  strip: (today) => (today ? '今日の気分' : 'この日の気分'),
  entries: (n) => `${number(n)}件の記録`,
  time: '時刻',
  mood: '気分',
  sureness: '確かさ',
  source: '情報源',
  sources: { face: '表情', voice: '声', pulse: '脈拍', you: 'あなた' },
  note: 'メモ',
  edit: '編集',
  editOf: (time) => `${time}の記録を編集`,
  delete: '削除',
  deleteOf: (time) => `${time}の記録を削除`,
  deleted: (time) => `${time}の記録を削除しました。`,
  undo: '元に戻す',
  editTitle: (time) => `${time}の気分はどうでしたか？`,
  editDot: 'この記録の気分：ドラッグ、または矢印キーとEnter',
  noteHint: '自分用のメモを追加',
  save: '保存',
  cancel: 'キャンセル',
  empty: 'この日の記録はありません。',
  emptyDo: 'カメラがオンのときや、点をドラッグしたときに記録されます。',
  toNow: '「再生中」へ移動',
};
