import type { Messages } from './en';
import { services } from './en-player';
import { grammar } from './grammar';
import { backup } from './ja-backup';
import { camera } from './ja-camera';
import { errors } from './ja-errors';
import { first } from './ja-first';
import { history } from './ja-history';
import { learned } from './ja-learned';
import { library, queue, report } from './ja-library';
import { own } from './ja-own';
import { player, soundscape } from './ja-player';
import { reasons } from './ja-reasons';
import { senses } from './ja-senses';
import { rows } from './ja-rows';
import { servers } from './ja-servers';
import { settings } from './ja-settings';
import { shortcuts } from './ja-shortcuts';
import { spotify } from './ja-spotify';
import { stated } from './ja-stated';
import { terms } from './ja-terms';

const { number } = grammar('ja');

/** Every text of the window, in Japanese: polite and short. */
export const ja: Messages = {
  app: { name: 'Attune', loading: '読み込み中…', skip: 'コンテンツへ移動' },
  nav: {
    label: '表示',
    now: '再生中',
    library: 'ライブラリ',
    history: '履歴',
    settings: '設定',
    keys: 'ショートカット',
  },
  words: {
    cheerful: '楽しい',
    excited: 'わくわく',
    content: '満ち足りた',
    calm: '穏やか',
    tired: '疲れぎみ',
    down: '沈みがち',
    tense: '緊張ぎみ',
    upset: 'いらいら',
    surprised: '驚き',
    neutral: 'ニュートラル',
  },
  mood: {
    may: {
      face: (word) => `表情は「${word}」かもしれません`,
      voice: (word) => `声は「${word}」かもしれません`,
      pulse: (word) => `今は「${word}」かもしれません`,
    },
    youSaid: (word) => `今の気分は「${word}」`,
    howAreYou: '気分はいかがですか？',
    notSure: 'はっきりしません',
    confidence: {
      notSure: '不確か',
      maybe: 'たぶん',
      fairlySure: 'ほぼ確か',
      sure: '確か',
    },
    reason: {
      nothingYet: 'まだ気分がわかりません。',
      noFace: '顔が映っていません。カメラから見える場所に座ってください。',
      severalFaces: '複数の顔が映っています。Attuneは一人で映っているときだけ読み取ります。',
      tooLongAgo: 'しばらく顔を見ていません。カメラの前に座るか、点をドラッグしてください。',
      tooDark: '暗くて顔を読み取れません。正面から光を当ててください。',
      tooBright: '顔に当たる光が強すぎます。照明や窓から向きを変えてください。',
      blurred: '顔がぼやけています。動かないようにするか、レンズを拭いてください。',
      tooSmall: '顔が遠すぎます。カメラに近づいてください。',
      hidden: '顔が横を向いているか、隠れています。カメラのほうを見てください。',
      unfamiliar: '映っているものが顔らしく見えません。カメラの向きを確認してください。',
    },
    nothingSensedFor: {
      face: (time) => `${time}の間、顔を見ていません。`,
      voice: (time) => `${time}の間、声を聞いていません。`,
      pulse: (time) => `${time}の間、脈拍を検知していません。`,
    },
    ambiguous: {
      face: 'この表情はいろいろな意味に取れます。違うときは点をドラッグしてください。',
      voice: '声だけではまだわかりません。話し続けるか、点をドラッグしてください。',
      pulse: '脈拍だけではわかりません。点をドラッグするか、カメラを起動してください。',
    },
    notSureKeeps: '音楽はそのまま続きます。',
    notSureStart: '点をドラッグするか、カメラをオンにしてください。',
    sensed: {
      face: (ago) => `顔を確認：${ago}`,
      voice: (ago) => `声を確認：${ago}`,
      pulse: (ago) => `脈拍を確認：${ago}`,
    },
    setByYou: '自分で設定',
    minutesLeft: (minutes) => (minutes < 1 ? '残り1分未満' : `残り${number(minutes)}分`),
    undo: '元に戻す',
    undoCorrection: '元に戻して、カメラの読み取りに従う',
    correct: '違いますか？点をドラッグしてください。',
    draft: 'Enterで決定、Escでキャンセル。',
    letGo: '離すと決定',
    stillFollows: (word, seconds) =>
      `音楽はまだ「${word}」に合わせています · 約${number(seconds)}秒後に変わります`,
  },
  plane: {
    label: '気分：不快から心地よい、穏やかからエネルギッシュまで',
    dot: '気分：ドラッグ、または矢印キーとEnter',
    hold: '目標の気分：ドラッグ、または矢印キーとEnter',
    twoDimensional: '2次元スライダー',
    energetic: 'エネルギッシュ',
    calm: '穏やか',
    pleasant: '心地よい',
    unpleasant: '不快',
    middle: '中間',
    dark: '暗い',
    bright: '明るい',
    slightly: (what) => `少し${what}`,
    very: (what) => `とても${what}`,
    goal: '目標',
  },
  camera,
  drop: {
    here: 'ドロップすると、音楽は再生、フォルダーは追加、プレイリストやCSVは読み込み、写真は気分を読み取ります',
    private: '写真はこのコンピューターで一度だけ読み取り、保存しません。',
    leftOut: (name, files) =>
      `${files === 1 ? name : `${name}ほか${number(files - 1)}件`}は使えません。開けるのは音楽、プレイリスト、フォルダー、CSV、写真です。`,
    tooMany: (more) => `ほか${number(more)}件は再生待ちに入りきりません。`,
    addTitle: (folders) =>
      folders === 1
        ? 'このフォルダーを自分の音楽に追加しますか？'
        : 'これらのフォルダーを自分の音楽に追加しますか？',
    addAbout: '読み取りと解析はこのコンピューターだけで行い、ファイルは変更しません。',
    add: '自分の音楽に追加',
  },
  senses,
  policy: {
    label: '音楽の動き',
    name: {
      match: '合わせる',
      lift: '明るくする',
      calm: '落ち着く',
      energise: '元気にする',
      hold: '保つ',
      classic: '定番',
    },
    about: {
      match: '今の気分に合わせます',
      lift: '1曲ずつ気分を明るくします',
      calm: '1曲ずつ落ち着かせます',
      energise: '1曲ずつ活気を高めます',
      hold: 'リングの位置を保ちます。好きな場所へドラッグできます',
      classic: '表情ごとの固定リストです。沈んだ気分には楽しい曲を選びます',
    },
    toGo: (songs) => `あと${number(songs)}曲`,
    goal: (place) => `目標：${place}。`,
    chosenBy: (name, look) => `表情が「${look}」なので「${name}」`,
  },
  track: {
    now: '再生中',
    because: (reasons) => `${reasons}から`,
    resumed: '前回の続きから',
    and: 'し、',
    open: (service) => `${service}で聴く`,
    openElsewhere: '別のサービスで聴く',
    playHere: 'このコンピューターで再生',
    like: 'お気に入りに追加',
    liked: 'お気に入り',
    never: '今後再生しない',
    wrongMood: 'いい曲だけど気分が違う',
    next: '次の曲',
    likeOf: (title) => `「${title}」をお気に入りに追加`,
    neverOf: (title) => `「${title}」を今後再生しない`,
    pin: (title) => `「${title}」を再生待ちに固定`,
    unpin: (title) => `「${title}」の固定を解除`,
    key: (label, key) => `${label}（${key}）`,
    tile: (mood) => `曲調：${mood}`,
    why: 'すべての理由',
    whyOf: (title) => `「${title}」が選ばれた理由`,
    more: 'この曲のその他の操作',
    moreOf: (title) => `「${title}」のその他の操作`,
    menu: {
      play: '今すぐ再生',
      up: '上へ移動',
      down: '下へ移動',
      remove: '再生待ちから外す',
      wrongMood: 'いい曲だけど気分が違う',
      affect: '気分を設定…',
      never: 'この曲を再生しない',
      artistNever: (artist) => `${artist}を再生しない`,
    },
    affect: {
      title: (title) => `「${title}」はどんな気分の曲ですか？`,
      about: '曲の気分の場所へ点をドラッグしてください。Attuneは曲を選ぶときにこれを使います。',
      dot: 'この曲の気分：ドラッグ、または矢印キー',
      save: '気分を設定',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'お知らせ', dismiss: '閉じる' },
  keys: {
    title: 'キーボードショートカット',
    views: '再生中、ライブラリ、履歴、設定',
    space: 'スペース',
    enterKey: 'Enter',
    play: '再生または一時停止',
    previous: '曲の先頭、または前の曲',
    next: '次の曲',
    like: 'この曲をお気に入りに追加',
    never: 'この曲を今後再生しない',
    undo: '曲への直前の操作を元に戻す',
    search: 'ライブラリを検索',
    back: '5秒戻る、または進む',
    louder: '音量を下げる、または上げる',
    mini: 'ミニプレーヤーを開く、または閉じる',
    help: 'このショートカットを表示',
    arrows: 'フォーカス中の点を動かす',
    enter: '点を決定',
    close: '閉じる',
  },
  time: {
    now: 'たった今',
    seconds: (n) => `${n}秒`,
    minutes: (n) => `${n}分`,
    hours: (n) => `${n}時間`,
    ago: (time) => `${time}前`,
  },
  dialog: { close: '閉じる' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};
