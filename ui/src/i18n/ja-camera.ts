import type { Messages } from './en';

/** What the window says of the camera, in Japanese. */
export const camera: Messages['camera'] = {
  label: 'カメラ',
  state: {
    off: 'カメラはオフです',
    starting: 'カメラを起動しています…',
    on: 'カメラはオンです',
    waiting: 'カメラの再接続を待っています',
    away: '離席中のためカメラはオフです',
    failed: 'カメラを起動できませんでした',
  },
  busy: 'カメラが使用中のため、待っています',
  forPulse: '脈拍を測るためカメラがオンです',
  rate: (looks) => `1秒に${looks}回読み取り`,
  reopened: '戻ったのでカメラを再開しました',
  start: 'カメラを起動',
  pause: '一時停止',
  retry: '再試行',
  picture: '写真を使う',
  waitingFor: (name) => `${name}の再接続を待っています`,
  first: '最初に見つかったカメラ',
  none: 'カメラが見つかりません',
  gone: '選択したカメラ（未接続）',
};
