import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('ja');
const songs = (n: number) => `${number(n)}曲`;
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} MB` : `${number(megabytes / 1000, 1)} GB`;

/** Texts about music servers of the listener's own, in Japanese. */
export const servers: Messages['servers'] = {
  title: 'サーバー',
  none: '自分の音楽サーバー',
  noneAbout:
    'Navidrome、Gonic、LMS、Ampache、Nextcloud Musicなど、Subsonicに対応したサーバーの音楽を再生できます。',
  add: 'サーバーを追加',
  another: '別のサーバー',
  anotherAbout: 'Attuneはここで追加したサーバーにだけ接続します。',
  first: {
    name: '自分のサーバー',
    about: 'Navidrome、Gonic、Nextcloud Musicなど、Subsonicに対応したサーバーです。',
  },
  form: {
    title: 'サーバーを追加',
    again: (name) => `${name}にサインイン`,
    address: 'アドレス',
    addressHint: 'https://music.example.org',
    with: 'サインイン方法',
    withs: { password: 'パスワード', apiKey: 'APIキー' },
    listener: 'サーバーでのユーザー名',
    password: 'パスワード',
    key: 'APIキー',
    name: 'Attuneでの名前（任意）',
    nameHint: '自宅',
    kept: 'このシステムのキーリングに保管されます。',
    test: 'テスト',
    testing: 'テストしています…',
    add: 'サーバーを追加',
    adding: '追加しています…',
    signIn: 'サインイン',
    missing: (field, way) => {
      if (field === 'address') return 'サーバーのアドレスを入力してください。';
      if (field === 'listener') return 'サーバーでのユーザー名を入力してください。';
      return way === 'apiKey' ? 'APIキーを入力してください。' : 'パスワードを入力してください。';
    },
  },
  check: {
    works: (program) =>
      program === null
        ? '接続できました。'
        : `接続できました。サーバーでは${program}が動いています。`,
    sendsPassword:
      'このサーバーはパスワードそのものしか受け付けないため、Attuneはそれを送信します。',
    wrongAddress: 'アドレスを確認してください',
    certificate: 'これはあなたのサーバーですか？',
    wrongPassword: 'ユーザー名とパスワードを確認してください',
    plainPassword: 'パスワードを盗み見られるおそれがあります',
    version: 'サーバーのバージョンが古すぎるか、新しすぎます',
    failed: 'サーバーの準備ができていません',
  },
  certificate: {
    problems: {
      unknown: 'サーバーの証明書を保証する認証局が見つかりません。',
      expired: 'サーバーの証明書の期限が切れています。',
      otherName: 'サーバーの証明書は別のアドレスのものです。',
      changed:
        'サーバーの証明書が、以前に承認したものと違います。自分で入れ替えていない場合、第三者が通信に割り込んでいるおそれがあります。',
      other: 'サーバーの証明書を確認できません。',
    },
    compare:
      'このSHA-256フィンガープリントを、サーバーに表示されるものと比べてください。同じ場合だけ承認してください。',
    fingerprint: 'フィンガープリント',
    accept: '同じなので承認する',
  },
  plain: {
    about:
      'このサーバーはパスワードそのものしか受け付けず、接続も暗号化されていません。ネットワーク上の他人に読まれるおそれがあります。https://で始まるアドレスなら防げます。',
    send: 'それでも送信する',
  },
  songs,
  loaded: (n) => `このコンピューターに${songs(n)}`,
  readAt: (day, time) => `最後の読み込み：${day} ${time}`,
  neverRead: 'まだ最後まで読み込まれていません',
  as: (listener) => `${listener}として`,
  asKey: 'APIキーを使用',
  waits: '別のサーバーを待っています',
  reading: (read, total) =>
    total === null
      ? `読み込んでいます · ${songs(read)}`
      : `${number(total)}曲中${number(read)}曲を読み込み`,
  stops: '停止しています…',
  readingLabel: '読み込みの進行状況',
  stop: '読み込みを停止',
  found: {
    same: '変更はありません。',
    changes: (added, changed, removed) =>
      Object.entries({ 追加: added, 変更: changed, 削除: removed })
        .filter(([, n]) => n > 0)
        .map(([word, n]) => `${word}${number(n)}曲`)
        .join('、'),
    stopped: '停止しました。読み込んだ分は残っています。',
  },
  scan: '変更を確認',
  more: (name) => `${name}のその他の操作`,
  scanAgain: 'すべて読み直す',
  test: '接続をテスト',
  signInAgain: 'サインインし直す',
  unsaved: 'パスワードを保存できなかったため、再起動後にもう一度入力が必要です。',
  scrobbles: '再生した曲を知らせる',
  scrobblesAbout: 'サーバーが再生回数を数え、Last.fmなどに送ることができます。',
  stars: 'お気に入りを知らせる',
  starsAbout: 'ここでお気に入りにした曲に、サーバーでスターが付きます。',
  tell: (what, name) => `${name}：${what}`,
  cache: '保存する曲の容量',
  cacheAbout: (used, limit) =>
    `${size(limit)}中${size(used)}を使用。長く聴いていない曲から順に入れ替わります。保存した曲はサーバーなしで再生できます。`,
  size,
  remove: '削除',
  removeTitle: (name) => `${name}を削除しますか？`,
  removeBody:
    'このサーバーの曲、聴いて学習した内容、保存したファイル、パスワードがAttuneから削除されます。サーバー側は何も変わりません。',
  removeDo: 'サーバーを削除',
};
