import type { Messages } from './en';
import { grammar } from './grammar';

const { number } = grammar('ja');
const plays = (n: number) => `${number(n)}件の再生と評価`;

/** The page “What Attune has learned”, and calibration to the listener’s neutral face, in Japanese. */
export const learned: Messages['learned'] = {
  title: 'Attuneが学習したこと',
  about:
    'Attuneがあなたの操作と入力から、このデバイスで学習した内容です。ここだけに保存され、項目ごとに消去できます。',
  open: '表示',
  openAbout: '好み、ブロックしたもの、表情の読み取り方です。どれも消去できます。',
  link: 'Attuneが学習したこと',
  back: '設定',
  loading: '読み込み中…',
  all: (n) => `${n}件すべて表示`,
  fewer: '表示を減らす',
  forget: '消去…',
  forgetDo: '消去',
  confirm: {
    taste: '消去',
    likes: 'すべて外す',
    blocked: 'すべて解除',
    trackMoods: '消去',
  },
  plays,
  stated: {
    like: '好きと回答',
    ratherNot: '好みではないと回答',
    related: '一部はほかの回答から',
  },
  taste: {
    title: 'あなたの好み',
    from: (n) => `${plays(n)}に基づいています。`,
    likes: 'よく好むもの',
    dislikes: 'よくスキップするもの',
    nothing: 'まだありません。',
    nothingDo: '曲の再生、お気に入り、スキップをすると、ここに好みが表示されます。',
    nothingClear: 'まだはっきりした好みはありません。',
  },
  past: {
    title: '再生履歴',
    about:
      'ほかで聴いた履歴を取り込むと、Attuneが好みを早く把握できます。Spotifyのデータエクスポート、Last.fm（CSV）、ListenBrainz、iTunesライブラリを読み込めます。すべてこのデバイスに残ります。',
    bring: '再生履歴を取り込む…',
    reading: '履歴を読み込んでいます…',
    of: (source) => `${source}の履歴`,
    plays: '再生回数',
    songs: '曲数',
    span: '期間',
    found: 'ライブラリにある曲',
    unread: '読み取れなかった項目',
    leftOut: '除外したポッドキャスト、動画、プライベートセッション',
    more: (n) => `ほか${n}件`,
    problem: {
      unnamed: '曲名またはアーティストがありません',
      time: '読み取れる日時がありません',
      malformed: 'この形式の項目ではありません',
    },
    use: '使う',
    taking: '履歴を追加しています…',
    remove: '取り消す',
    removeOf: (source) => `${source}の履歴を取り消す`,
    counts: '再生回数と評価',
    countsAbout: 'Attuneは音楽ファイルやサーバーにある再生回数、評価、スターからも学びます。',
    counted: '再生回数のある曲',
    rated: '評価またはスターのある曲',
  },
  hearts: {
    title: 'お気に入りの曲',
    nothing: 'お気に入りの曲はまだありません。また聴きたい曲のハートを押してください。',
    remove: '外す',
    removeAll: 'すべて外す…',
    removeOf: (title) => `「${title}」をお気に入りから外す`,
  },
  blocked: {
    title: 'ブロック中',
    songs: '曲',
    artists: 'アーティスト',
    nothing: 'ブロックしているものはありません。',
    allow: '解除',
    allowAll: 'すべて解除…',
    allowOf: (name) => `${name}のブロックを解除`,
  },
  moods: {
    heading: '修正した気分',
    nothing:
      '気分を修正した曲はまだありません。「いい曲だけど気分が違う」を選んだ曲や、気分を設定した曲がここに表示されます。',
    set: (mood) => `あなたが設定した気分：${mood}。`,
    wrong: (n) =>
      n === 1 ? '「気分が違う」と回答しました。' : `「気分が違う」と${n}回回答しました。`,
    now: (mood) => `今は「${mood}」の曲として扱っています。`,
    forgetOf: (title) => `「${title}」の修正を消去`,
    title: (title) => `「${title}」の修正を消去しますか？`,
    body: 'Attune自身の推定に戻ります。この操作は取り消せません。',
  },
  dialogTitle: {
    taste: '好みを消去しますか？',
    likes: 'お気に入りの曲をすべて外しますか？',
    blocked: 'すべてのブロックを解除しますか？',
    trackMoods: '気分の修正をすべて消去しますか？',
  },
  dialogBody: {
    taste:
      '最後まで聴いた曲、スキップした曲、外した曲から学習した内容が消去されます。お気に入りとブロックは残ります。この操作は取り消せません。',
    likes: '曲はライブラリに残りますが、お気に入りの情報は消去されます。この操作は取り消せません。',
    blocked: 'すべての曲とアーティストがまた再生されるようになります。この操作は取り消せません。',
    trackMoods: 'すべての曲がAttune自身の推定に戻ります。この操作は取り消せません。',
  },
  forgetOf: {
    taste: '好みを消去',
    likes: 'お気に入りの曲をすべて外す',
    blocked: 'すべての曲とアーティストのブロックを解除',
    trackMoods: '気分の修正をすべて消去',
  },
  habits: {
    title: '気分の表れ方',
    about: '点をドラッグすると、Attuneは直前の推定と比べます。',
    name: { face: '表情', voice: '声', pulse: '脈拍', you: '自分の回答' },
    nothing:
      'まだありません。一般的な人と同じように読み取ります。間違っているときに点をドラッグすると、そこから学習します。',
    times: (n) => `${n}回修正しました。`,
    fair: '気分がほぼそのまま表れています。',
    off: (sides) => `実際より${sides}見えるため、Attuneはその分を補正します。`,
    lessPleasant: '不快そうに',
    morePleasant: '心地よさそうに',
    calmer: '穏やかに',
    moreEnergetic: '活発に',
    steady: 'これまで確かだったため、より重視します。',
    unsteady: '外れることが多かったため、重視する度合いを下げます。',
    usual: 'これまでと同じ重みで扱います。',
    forgetOf: (name) => `「${name}」について学習した内容を消去`,
    dialogTitle: (name) => `「${name}」について学習した内容を消去しますか？`,
    dialogBody: '一般的な人と同じ読み取り方に戻ります。この操作は取り消せません。',
  },
  neutral: {
    title: '自然な表情',
    part: '表情の読み取り方',
    none: 'まだ調整されていません。5秒で終わります。普段の表情が険しく、または笑って見えやすい場合に役立ちます。',
    made: (day) => `前回の調整：${day}。`,
    show: '調整…',
    again: '再調整…',
    clear: '消去…',
    clearTitle: '調整を消去しますか？',
    clearBody:
      '一般的な人と同じ読み取り方に戻ります。修正から学習した表情の内容も消去されます。この操作は取り消せません。',
    clearDo: '消去',
    little: 'すでにニュートラルに見えるため、ほとんど変わりません。',
    less: (words) =>
      `力を抜いていると「${words}」の表情に見えることがあります。Attuneはその分を補正します。`,
    more: (words) =>
      `力を抜いているときの「${words}」の表れ方が、多くの人より弱めです。わずかな兆しも重視するようになりました。`,
    about: [
      '顔の力を抜いて、いつものように画面を見てください。5秒で終わります。',
      'Attuneは、自然な表情が多くの人とどう違うかを表すいくつかの数値を保存します。映像は保存しません。',
    ],
    startsOver: '修正から学習した表情の内容は消去されます。',
    needsCamera: 'カメラがオフです。調整するには起動してください。',
    startCamera: 'カメラを起動',
    opening: 'カメラを起動しています…',
    start: '開始',
    tryAgain: 'もう一度試す',
    waiting: '顔を探しています…',
    looking: (seconds) => `あと${seconds}秒、動かないでください。`,
    progress: '調整の進行状況',
    cancel: 'キャンセル',
    done: '完了しました。',
    close: '閉じる',
    problem: {
      noFace:
        '途中で顔が映らなくなったため、何も保存されませんでした。カメラの前に座って、もう一度試してください。',
      severalFaces:
        '複数の顔が映ったため、何も保存されませんでした。一人でもう一度試してください。',
      unclear:
        '顔がはっきり見えなかったため、何も保存されませんでした。明るくするかカメラに近づいて、もう一度試してください。',
      notNeutral:
        '自然な表情に見えなかったため、何も保存されませんでした。顔の力を抜いて、もう一度試してください。',
      cameraClosed:
        'カメラがオフになったため、何も保存されませんでした。起動して、もう一度試してください。',
    },
  },
  expression: {
    neutral: 'ニュートラル',
    happiness: '笑顔',
    surprise: '驚き',
    sadness: '沈んだ顔',
    anger: '怒り',
    disgust: '嫌そうな顔',
    fear: '不安げ',
    contempt: '冷ややか',
  },
};
