import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('ja');
const tracks = (n: number) => `${number(n)}曲`;

/** Setting up access to Spotify, in Japanese. “User Management” and the like are names of Spotify’s pages. */
const wizard: Messages['spotify']['wizard'] = {
  title: 'Spotifyを設定',
  step: (at, of) => `ステップ${at} / ${of}`,
  back: '戻る',
  next: '次へ',
  why: '自分用のSpotifyアプリが必要な理由',
  whyLines: [
    'Spotifyでは、新しいアプリを使えるのは5人までで、所有者がPremiumに加入している間だけです。誰でも使えるアプリには登録された事業者であることが必要です。',
    'そのためAttuneにはアプリが付属していません。数分で自分用のアプリを作成できます。Premiumが必要ですが、追加料金はかかりません。',
    '使うのはあなただけです。Attuneの通信は、このコンピューターからSpotifyにだけ送られます。',
  ],
  make: 'アプリを作成',
  steps: [
    'Spotifyの開発者ダッシュボードを開き、サインインして「Create app」を選びます。名前と説明は自由です。',
    '「Redirect URI」に、次のアドレスをポート番号なしでそのまま入力します：',
    '「Web API」を選び、規約に同意して保存します。',
    '「User Management」に、使うアカウント（自分も含む）の名前とメールアドレスを追加します。',
    '「Client ID」をコピーします。client secretは不要なので、誰にも教えないでください。',
  ],
  dashboard: 'ダッシュボードを開く',
  redirect: 'Redirect URI',
  copy: 'コピー',
  copied: 'コピーしました',
  copyByHand: 'Ctrl+Cを押して選択中のテキストをコピーしてください',
  enter: 'Client IDを入力',
  clientId: 'Client ID',
  clientIdHint: '英数字32文字',
  noClientId: '先にClient IDを入力してください。',
  test: 'テスト',
  testing: 'Spotifyに確認しています…',
  signIn: 'Spotifyにサインイン',
  browser: 'ブラウザーで続けてください。Spotifyのページで同意したら、ここに戻ります。',
  browserNot: 'ページが開かない場合は、このアドレスをブラウザーにコピーしてください：',
  address: 'サインインページのアドレス',
  cancel: 'キャンセル',
};

/** What a test of the access found, in Japanese. */
export const check: Messages['spotify']['check'] = {
  works: (name) =>
    name === null
      ? 'すべて動作しています。'
      : `すべて動作しています。${name}としてサインインしています。`,
  needsSignIn: 'Client IDは有効です。残りを確認するにはサインインしてください。',
  wrongClientId:
    'SpotifyがこのClient IDを認識しません。アプリのページからもう一度コピーしてください。',
  ownerNotPremium:
    'アプリを所有するアカウントがPremiumに加入していないため、Spotifyがすべての要求を拒否します。加入後、使えるまで数時間かかることがあります。',
  notAllowListed:
    'このアカウントはアプリの一覧にありません。ダッシュボードの「User Management」で追加してください。',
  offline: 'Spotifyに接続できません。接続を確認して、もう一度テストしてください。',
};

/** The account that is signed in, in Japanese. */
const account: Messages['spotify']['account'] = {
  as: (name) => `${name}としてサインイン中`,
  signedIn: 'サインイン中',
  app: (id) => `自分のアプリ：${id}`,
  test: 'テスト',
  ends: (day) => `このサインインは${day}に終了します。`,
  endsSoon: (day) => `サインインは${day}に終了します。続けるにはサインインし直してください。`,
  again: 'サインインし直す',
  session: 'キーリングを使えなかったため、サインインはAttuneを閉じるまで有効です。',
  sessionWhy: {
    keyring_dismissed:
      'パスワードの入力画面が閉じられたか、表示できませんでした。サインインし直すと、もう一度表示されます。',
    keyring_locked: 'ロックされています。解除してからサインインし直すと、次回も有効です。',
    keyring_silent: '応答がありません。パスワードの入力を待っているのかもしれません。',
    keyring_unavailable: 'このシステムにはキーリングがありません。',
    keyring_unusable:
      'Attuneの名前で別の項目があります。その項目を削除してからサインインし直してください。',
  },
  signOut: 'サインアウト…',
  signOutTitle: 'Spotifyからサインアウトしますか？',
  signOutBody:
    'サインイン情報、Client IDなど、AttuneがSpotifyについて保存しているものがすべてこのコンピューターから削除されます。プレイリストはアカウントに残ります。',
  signOutDo: 'サインアウト',
  permissions: 'SpotifyのサイトでAttuneのアクセス権を削除',
};

/** Texts about Spotify, in Japanese. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: 'サインインしていません',
  about:
    '気分に合うプレイリストを作ったり、Spotifyの音楽を再生待ちに入れたり、Spotifyアプリで再生したりできます。SpotifyがなくてもAttuneは使えます。',
  asking: '保存されたサインインをキーリングで確認しています…',
  setUp: '設定…',
  signIn: 'サインイン',
  otherId: '別のClient IDを使う…',
  waiting: (time) =>
    `Spotifyから${time}まで待つように求められています。ほかの機能はそのまま使えます。`,
  wizard,
  check,
  account,
  plan: {
    title: 'プレイリストと自分の音楽',
    works: 'どのプランでも使えます。',
    control: 'Spotifyアプリでの再生',
    use: '再生待ちをSpotifyアプリで再生',
    controls: {
      untried:
        'Premiumが必要です。まだ試していません。Spotifyは加入中のプランをアプリに知らせません。',
      works: '現在のプランで使えます。',
      needsPremium:
        'Premiumが必要ですが、現在のプランには含まれていません。プレイリストとリンクは使えます。',
    },
  },
  own: {
    title: '再生待ちの中のSpotifyの音楽',
    about:
      'お気に入り、よく聴く曲、最近聴いた曲のうち、Attuneのカタログにもあるものを使います。Attuneを閉じるまで有効で、保存も学習もされません。',
    bring: '使う',
    end: '使うのをやめる',
    bringing: '曲を取得しています…',
    found: (known, unknown) =>
      `${tracks(known)}を使っています。ほかの${tracks(unknown)}は気分がわかりません。`,
    none: 'あなたの曲はAttuneのカタログにありません。それらを含むカタログを読み込んでください。',
    here: 'Spotifyから（Attuneを閉じるまで）',
  },
  devices: {
    title: 'デバイス',
    about: '開いているSpotifyアプリです。再生する場所を選んでください。',
    show: 'デバイスを表示',
    again: '更新',
    looking: 'デバイスを探しています…',
    none: '開いているSpotifyアプリがありません。',
    open: 'Spotifyを開く',
    get: 'Spotifyを無料で入手',
    waiting: 'Spotifyが開くのを待っています。開くと自動で再生が始まります。',
    here: 'ここで再生中',
    choose: (name) => `${name}で再生`,
    locked: '操作できません',
  },
  playlist: {
    button: 'Spotifyプレイリストを作成',
    title: '再生待ちからSpotifyプレイリストを作成',
    purpose: 'プレイリストの目的',
    purposes: { mood: (word) => `気分：${word}`, policy: (name) => `モード：${name}` },
    name: '名前',
    description: '説明',
    pattern: '{mood}は気分またはモードに置き換わります。',
    preview: 'プレビュー',
    looking: 'Spotifyで曲を探しています…',
    willMake: (name, n) => `${tracks(n)}の新しい非公開プレイリスト「${name}」を作成します。`,
    willUpdate: (name, n) =>
      `プレイリスト「${name}」の曲を、この${tracks(n)}に置き換えます。名前、説明、カバーは変わりません。`,
    nothing: 'Spotifyで見つかった曲がないため、プレイリストに入れるものがありません。',
    missed: (n) => `${tracks(n)}がSpotifyで見つかりませんでした`,
    byNames: 'タイトルとアーティストで照合',
    back: '戻る',
    make: 'プレイリストを作成',
    update: '曲を置き換える',
    making: 'プレイリストを保存しています…',
    made: (name, n) => `${tracks(n)}の「${name}」をSpotifyアカウントに作成しました。`,
    updated: (name, n) => `「${name}」は${tracks(n)}になりました。`,
    open: 'Spotifyで聴く',
    close: '閉じる',
  },
  attribution: { from: 'タイトルとアーティストはSpotifyの情報です。', open: 'Spotifyを開く' },
  embed: {
    title: '埋め込みSpotifyプレーヤー',
    about:
      'Spotifyにある曲に、Spotifyのプレーヤーを表示します。open.spotify.comから読み込むため、IPアドレスが伝わります。',
    frame: (title) => `Spotifyプレーヤー：${title}`,
    loading: 'Spotifyプレーヤーを読み込んでいます…',
    offline: 'オフラインのため、Spotifyプレーヤーを表示できません。',
    preview: '約30秒のプレビューを再生します。全曲を聴くにはSpotifyで開いてください。',
    link: 'Spotifyで聴く',
  },
};
