import type { Messages } from './en';

/** Restoring what was exported, and tables, in Chinese (simplified). */
export const backup: Messages['backup'] = {
  title: '恢复',
  about: '用导出的文件替换 Attune 现在保存的内容。替换前会先显示文件里有什么。',
  open: '恢复…',
  question: '恢复这个文件？',
  saved: '保存日期',
  moods: '心情',
  ratings: '反馈',
  stated: '偏好',
  catalogues: '导入的目录',
  histories: '收听记录',
  folders: '音乐文件夹',
  warning:
    '你的历史、反馈、目录、设置以及 Attune 学到的内容都会被替换，音乐会停止。现在的内容会先保存，以便你可以还原。音乐文件和登录信息保持不变。',
  confirm: '替换',
  taking: '正在恢复…',
  restored: (path) => `已恢复。之前的内容在 ${path}`,
  putBack: '还原',
  kinds: {
    pictures: '照片',
    tables: 'CSV 表格',
    histories: '收听记录',
    playlists: '播放列表',
    backups: '备份',
  },
  tables: '表格',
  tablesAbout: '你的心情和听过的内容，或音乐库中的所有歌曲，供电子表格使用。',
  history: '历史（CSV）',
  library: '音乐库（CSV）',
};
