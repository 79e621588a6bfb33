import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('zh-Hans');
const songs = (n: number) => `${number(n)} 首歌曲`;
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in Chinese. */
export const servers: Messages['servers'] = {
  title: '服务器',
  none: '你的音乐服务器',
  noneAbout:
    '播放 Navidrome、Gonic、LMS、Ampache、Nextcloud Music 或其他支持 Subsonic 的服务器上的音乐。',
  add: '添加服务器',
  another: '另一台服务器',
  anotherAbout: 'Attune 只连接你在这里添加的服务器。',
  first: {
    name: '我的服务器',
    about: 'Navidrome、Gonic、Nextcloud Music 或其他支持 Subsonic 的服务器。',
  },
  form: {
    title: '添加服务器',
    again: (name) => `登录 ${name}`,
    address: '地址',
    addressHint: 'https://music.example.org',
    with: '登录方式',
    withs: { password: '密码', apiKey: 'API 密钥' },
    listener: '你在服务器上的用户名',
    password: '密码',
    key: 'API 密钥',
    name: '在 Attune 中的名称（可选）',
    nameHint: '家里',
    kept: '保存在此系统的密钥环中。',
    test: '测试',
    testing: '正在测试…',
    add: '添加服务器',
    adding: '正在添加…',
    signIn: '登录',
    missing: (field, way) => {
      if (field === 'address') return '请输入服务器地址。';
      if (field === 'listener') return '请输入你在服务器上的用户名。';
      return way === 'apiKey' ? '请输入 API 密钥。' : '请输入密码。';
    },
  },
  check: {
    works: (program) => (program === null ? '连接正常。' : `连接正常。服务器运行的是 ${program}。`),
    sendsPassword: '它只接受密码本身，所以 Attune 发送的就是密码。',
    wrongAddress: '请检查地址',
    certificate: '这是你的服务器吗？',
    wrongPassword: '请检查用户名和密码',
    plainPassword: '你的密码可能被他人看到',
    version: '服务器版本过旧或过新',
    failed: '服务器尚未就绪',
  },
  certificate: {
    problems: {
      unknown: '没有已知机构为该服务器的证书担保。',
      expired: '服务器的证书已过期。',
      otherName: '服务器的证书属于另一个地址。',
      changed: '服务器出示的证书与你之前接受的不同。如果你没有更换过，可能有人处在你和服务器之间。',
      other: '无法验证服务器的证书。',
    },
    compare: '请将这个 SHA-256 指纹与服务器上显示的对比。只有两者相同时才接受。',
    fingerprint: '指纹',
    accept: '两者相同，接受',
  },
  plain: {
    about:
      '此服务器只接受密码本身，而且连接未加密：网络上的其他人可能会看到密码。使用以 https:// 开头的地址可以避免。',
    send: '仍然发送',
  },
  songs,
  loaded: (n) => `这台电脑上有 ${songs(n)}`,
  readAt: (day, time) => `上次读取：${day} ${time}`,
  neverRead: '尚未完整读取',
  as: (listener) => `用户：${listener}`,
  asKey: '使用 API 密钥',
  waits: '正在等待另一台服务器',
  reading: (read, total) =>
    total === null
      ? `正在读取 · ${songs(read)}`
      : `正在读取第 ${number(read)} 首，共 ${songs(total)}`,
  stops: '正在停止…',
  readingLabel: '读取进度',
  stop: '停止读取',
  found: {
    same: '没有变化。',
    changes: (added, changed, removed) =>
      Object.entries({ 新增: added, 更改: changed, 移除: removed })
        .filter(([, n]) => n > 0)
        .map(([word, n]) => `${word} ${number(n)} 首`)
        .join('，'),
    stopped: '已停止。已读取的内容会保留。',
  },
  scan: '检查变化',
  more: (name) => `${name} 的更多选项`,
  scanAgain: '全部重新读取',
  test: '测试连接',
  signInAgain: '重新登录',
  unsaved: '无法保存你的密码，重启后需要再次输入。',
  scrobbles: '告知你播放的歌曲',
  scrobblesAbout: '服务器会统计播放次数，并可转发，例如到 Last.fm。',
  stars: '告知你喜欢的歌曲',
  starsAbout: '你在这里喜欢的歌曲会在服务器上加星标。',
  tell: (what, name) => `${name}：${what}`,
  cache: '已下载歌曲的空间',
  cacheAbout: (used, limit) =>
    `已使用 ${size(used)}，共 ${size(limit)}。最久没听的歌曲会为新歌曲让出空间；已下载的歌曲不依赖服务器也能播放。`,
  size,
  remove: '移除',
  removeTitle: (name) => `移除 ${name}？`,
  removeBody: 'Attune 会忘记其中的歌曲、分析所得、已下载的文件和你的密码。服务器上不会有任何变化。',
  removeDo: '移除服务器',
};
