import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('zh-Hans');

/** The history of moods, in Chinese. */
export const history: Messages['history'] = {
  title: '历史',
  spans: { day: '日', week: '周', month: '月' },
  span: '显示的时间范围',
  previous: { day: '前一天', week: '上一周', month: '上个月' },
  next: { day: '后一天', week: '下一周', month: '下个月' },
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  summary: (day, mostly, songs) =>
    [
      day,
      ...(mostly ? [`多数时候${mostly}`] : []),
      ...(songs ? [`${number(songs)} 首歌曲`] : []),
    ].join(' · '),
  parts: { morning: '早晨', afternoon: '下午', evening: '晚上' },
  observed: {
    calmest: (part) => `${part}是你最平静的时候。`,
    brightest: (part) => `${part}是你心情最明朗的时候。`,
  },
  onDays: (days, of) => `${of} 天中有 ${days} 天如此。`,
  seeDays: '查看这些天',
  add: '添加一个时刻',
  addTitle: '当时你感觉怎么样？',
  addDo: '添加',
  when: '时间',
  heard: (titles) => `→ ${titles}`,
  heardLabel: '听过的歌曲',
  today: '今天',
  yesterday: '昨天',
  strip: (today) => (today ? '你今天的心情' : '你当天的心情'),
  entries: (n) => `${number(n)} 条记录`,
  time: '时间',
  mood: '心情',
  sureness: '把握',
  source: '来源',
  sources: { face: '你的脸', voice: '你的声音', pulse: '你的脉搏', you: '你自己' },
  note: '备注',
  edit: '编辑',
  editOf: (time) => `编辑 ${time} 的记录`,
  delete: '删除',
  deleteOf: (time) => `删除 ${time} 的记录`,
  deleted: (time) => `已删除 ${time} 的记录。`,
  undo: '撤销',
  editTitle: (time) => `${time} 时你感觉怎么样？`,
  editDot: '这条记录的心情：拖动，或使用方向键和 Enter',
  noteHint: '给自己写一条备注',
  save: '保存',
  cancel: '取消',
  empty: '这一天没有记录。',
  emptyDo: '摄像头开启时，以及你拖动圆点时，会添加记录。',
  toNow: '前往“现在”',
};
