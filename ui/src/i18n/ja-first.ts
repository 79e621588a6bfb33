import type { Messages } from './en';

/** The introduction shown on first start, in Japanese. */
export const first: Messages['first'] = {
  label: 'Attuneへようこそ',
  step: (at, of) => `${at} / ${of}`,
  skip: 'スキップ',
  back: '戻る',
  next: '次へ',
  done: '聴きはじめる',
  mood: {
    title: '今の気分はいかがですか？',
    drag: '今の気分の場所へ点をドラッグすると、音楽がついてきます。',
    silent: '最初に動かすと、サウンドスケープが始まります。',
    sounds: '聴いている間にAttuneが作曲するサウンドスケープです。',
    camera: 'カメラに任せることもできます。映像がこのコンピューターの外に出ることはありません。',
    useCamera: 'カメラを使う',
    cameraOff: 'カメラをオフにする',
    self: '自分でドラッグする',
    how: 'カメラがオンの間、このコンピューター上のモデルが表情を読み取り、気分の心地よさと活発さを推定します。読み取るのは感情ではなく表情なので、間違えることもあります。いつでもあなたの入力が優先されます。映像は保存も送信もされず、アカウントも不要です。',
    seesNothing: 'まだ顔が映っていません。顔に光が当たる場所に座ってください。',
    sees: (word) => `顔が見えています。表情は「${word}」かもしれません。`,
  },
  music: {
    title: '音楽はどこにありますか？',
    starter: 'すぐに始められる曲のカタログです。曲はSpotifyで開きます。',
    csv: '曲のリストをCSVファイルでお持ちなら、今すぐ、または後でライブラリから読み込めます。',
  },
  taste: {
    title: '好きなものをいくつか選んでください',
    about:
      '選ばなくてもかまいません。Attuneは再生した曲からも学習します。後から設定の「Attuneが学習したこと」で変更できます。',
  },
};
