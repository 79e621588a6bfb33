import type { Messages } from './en';

/** What the window says of the camera, in Chinese. */
export const camera: Messages['camera'] = {
  label: '摄像头',
  state: {
    off: '摄像头已关闭',
    starting: '正在启动摄像头…',
    on: '摄像头已开启',
    waiting: '摄像头已断开，正在等待重新连接',
    away: '你离开时摄像头已关闭',
    failed: '摄像头无法启动',
  },
  forPulse: '摄像头已开启，用于测量脉搏',
  rate: (looks) => `每秒读取 ${looks} 次`,
  reopened: '你回来了，摄像头已重新开启',
  start: '启动摄像头',
  pause: '暂停',
  retry: '重试',
  picture: '使用照片',
  waitingFor: (name) => `${name} 已断开，正在等待重新连接`,
  busy: '摄像头正被占用，正在等待',
  first: '第一个可用的摄像头',
  none: '未找到摄像头',
  gone: '所选摄像头（已断开）',
};
