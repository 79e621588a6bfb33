import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('zh-Hans');
const tracks = (n: number) => `${number(n)} 首歌曲`;

/** Setting up access to Spotify, in Chinese. “User Management” and the like are names of Spotify’s pages. */
const wizard: Messages['spotify']['wizard'] = {
  title: '设置 Spotify',
  step: (at, of) => `第 ${at} 步，共 ${of} 步`,
  back: '返回',
  next: '下一步',
  why: '为什么需要你自己的 Spotify 应用',
  whyLines: [
    'Spotify 把新应用限制为五个人使用，而且所有者必须订阅 Premium。面向所有人的应用需要注册企业。',
    '所以 Attune 不自带应用。你可以花几分钟创建自己的应用。这需要 Premium，但不额外收费。',
    '只有你使用它：Attune 的请求只从这台电脑发往 Spotify，不会发往别处。',
  ],
  make: '创建应用',
  steps: [
    '打开 Spotify 的开发者控制台，登录并选择“Create app”。名称和描述可以随意填写。',
    '在“Redirect URI”中准确填入以下地址，不带端口：',
    '选择“Web API”，接受条款并保存。',
    '在“User Management”中，添加每个要使用它的账户的姓名和邮箱，包括你自己的。',
    '复制“Client ID”。Attune 不需要 client secret，请不要分享它。',
  ],
  dashboard: '打开控制台',
  redirect: 'Redirect URI',
  copy: '复制',
  copied: '已复制',
  copyByHand: '按 Ctrl+C 复制选中的文字',
  enter: '输入 Client ID',
  clientId: 'Client ID',
  clientIdHint: '32 位字母和数字',
  noClientId: '请先输入 Client ID。',
  test: '测试',
  testing: '正在向 Spotify 核对…',
  signIn: '登录 Spotify',
  browser: '请在浏览器中继续：在 Spotify 的页面上同意，然后回到这里。',
  browserNot: '如果没有打开页面，请把这个地址复制到浏览器中：',
  address: '登录页面地址',
  cancel: '取消',
};

/** What a test of the access found, in Chinese. */
export const check: Messages['spotify']['check'] = {
  works: (name) => (name === null ? '一切正常。' : `一切正常。已登录为 ${name}。`),
  needsSignIn: 'Client ID 有效。请登录以检查其余部分。',
  wrongClientId: 'Spotify 不认识这个 Client ID。请从你的应用页面重新复制。',
  ownerNotPremium:
    '应用所有者的账户没有 Premium，所以 Spotify 拒绝所有请求。订阅后可能需要几小时才能生效。',
  notAllowListed: '此账户不在你应用的名单中。请在控制台的“User Management”中添加。',
  offline: '无法连接 Spotify。请检查网络后重新测试。',
};

/** The account that is signed in, in Chinese. */
const account: Messages['spotify']['account'] = {
  as: (name) => `已登录为 ${name}`,
  signedIn: '已登录',
  app: (id) => `你的应用：${id}`,
  test: '测试',
  ends: (day) => `此登录将于 ${day} 到期。`,
  endsSoon: (day) => `你的登录将于 ${day} 到期。请重新登录以继续使用。`,
  again: '重新登录',
  session: '无法使用密钥环，所以登录只保持到你关闭 Attune 为止。',
  sessionWhy: {
    keyring_dismissed: '它的密码提示已被关闭或无法显示。重新登录时会再次询问。',
    keyring_locked: '它已锁定。请解锁后重新登录，以保持登录状态。',
    keyring_silent: '它没有响应，可能正在等待你输入密码。',
    keyring_unavailable: '此系统没有密钥环。',
    keyring_unusable: '其中有另一个以 Attune 为名的条目。请删除该条目后重新登录。',
  },
  signOut: '退出登录…',
  signOutTitle: '退出 Spotify？',
  signOutBody:
    '你的登录信息、Client ID 以及 Attune 保存的其他 Spotify 数据都会从这台电脑上删除。你的歌单会留在你的账户中。',
  signOutDo: '退出登录',
  permissions: '在 Spotify 网站上移除 Attune 的访问权限',
};

/** Texts about Spotify, in Chinese. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: '未登录',
  about:
    '为你的心情制作歌单，在队列中使用你的 Spotify 音乐，并在你的 Spotify 应用中播放。没有它，Attune 也能使用。',
  asking: '正在密钥环中查找已保存的登录…',
  setUp: '设置…',
  signIn: '登录',
  otherId: '使用其他 Client ID…',
  waiting: (time) => `Spotify 要求 Attune 等到 ${time}。其他功能照常使用。`,
  wizard,
  check,
  account,
  plan: {
    title: '歌单和你自己的音乐',
    works: '任何方案都可用。',
    control: '在你的 Spotify 应用中播放',
    use: '在我的 Spotify 应用中播放队列',
    controls: {
      untried: '需要 Premium。Attune 还没有试过，Spotify 也不会告诉应用你使用的方案。',
      works: '你的方案可用。',
      needsPremium: '需要 Premium，你的方案不包含。歌单和链接可用。',
    },
  },
  own: {
    title: '队列中你的 Spotify 音乐',
    about:
      '使用你喜欢、常听和最近听过的歌曲中同时在 Attune 目录里的那些。保持到你关闭 Attune 为止；不会保存或学习任何相关内容。',
    bring: '使用',
    end: '停止使用',
    bringing: '正在获取你的歌曲…',
    found: (known, unknown) =>
      `正在使用 ${tracks(known)}。另有 ${number(unknown)} 首，Attune 不知道它们的心情。`,
    none: '你的歌曲都不在 Attune 的目录中。请导入包含它们的目录。',
    here: '来自 Spotify，直到你关闭 Attune',
  },
  devices: {
    title: '设备',
    about: '你打开的 Spotify 应用。选择在哪里播放音乐。',
    show: '显示设备',
    again: '刷新',
    looking: '正在查找设备…',
    none: '没有打开的 Spotify 应用。',
    open: '打开 Spotify',
    get: '免费获取 Spotify',
    waiting: '正在等待 Spotify 打开。之后音乐会自动在那里开始播放。',
    here: '正在此播放',
    choose: (name) => `在 ${name} 上播放`,
    locked: '无法控制',
  },
  playlist: {
    button: '制作 Spotify 歌单',
    title: '用这个队列制作 Spotify 歌单',
    purpose: '歌单用途',
    purposes: { mood: (word) => `心情：${word}`, policy: (name) => `模式：${name}` },
    name: '名称',
    description: '描述',
    pattern: '{mood} 会替换为心情或模式。',
    preview: '预览',
    looking: '正在 Spotify 上查找歌曲…',
    willMake: (name, n) => `将新建私密歌单“${name}”，包含 ${tracks(n)}。`,
    willUpdate: (name, n) =>
      `将用这 ${tracks(n)}替换你的歌单“${name}”中的歌曲。名称、描述和封面保持不变。`,
    nothing: '这些歌曲在 Spotify 上都没有找到，所以没有可放入歌单的内容。',
    missed: (n) => `${tracks(n)}在 Spotify 上没有找到`,
    byNames: '按标题和艺人匹配',
    back: '返回',
    make: '制作歌单',
    update: '替换歌曲',
    making: '正在保存歌单…',
    made: (name, n) => `“${name}”已在你的 Spotify 账户中，包含 ${tracks(n)}。`,
    updated: (name, n) => `“${name}”现在有 ${tracks(n)}。`,
    open: '在 Spotify 上聆听',
    close: '关闭',
  },
  attribution: { from: '标题和艺人信息来自 Spotify。', open: '打开 Spotify' },
  embed: {
    title: '嵌入式 Spotify 播放器',
    about:
      '为 Spotify 上有的歌曲显示 Spotify 自己的播放器。它从 open.spotify.com 加载，对方会看到你的 IP 地址。',
    frame: (title) => `Spotify 播放器：${title}`,
    loading: '正在加载 Spotify 播放器…',
    offline: '你处于离线状态，无法显示 Spotify 播放器。',
    preview: '播放约 30 秒的试听片段。要听完整歌曲，请在 Spotify 中打开。',
    link: '在 Spotify 上聆听',
  },
};
