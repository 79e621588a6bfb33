import type { Messages } from './en';
import { grammar } from './grammar';

const { percent } = grammar('ja');

/** What the window says of the microphone and the pulse, in Japanese. */
export const senses: Messages['senses'] = {
  label: 'マイクと脈拍',
  name: { voice: 'マイク', pulse: '脈拍', cameraPulse: 'カメラで脈拍' },
  state: {
    voice: {
      off: 'マイクはオフです',
      starting: 'マイクを起動しています…',
      on: '聞き取り中',
      waiting: 'マイクの再接続を待っています',
      away: '離席中のためマイクはオフです',
      failed: 'マイクを起動できませんでした',
    },
    pulse: {
      off: '脈拍はオフです',
      starting: '心拍ベルトを探しています…',
      on: '脈拍',
      waiting: '心拍ベルトが圏外です。接続を待っています',
      away: '離席中のため心拍ベルトを切断しました',
      failed: '心拍ベルトに接続できませんでした',
    },
    cameraPulse: {
      off: 'カメラで脈拍',
      starting: 'カメラを起動しています…',
      on: '脈拍を測定しています',
      waiting: 'カメラの再接続を待っています',
      away: 'カメラで脈拍',
      failed: '脈拍を測定できませんでした',
    },
  },
  reopened: '戻ったので再開しました',
  beats: (rate) => `毎分${Math.round(rate)}拍`,
  battery: (charge) => `電池残量${percent(charge / 100)}`,
  signal: { clear: '信号は良好', fair: '信号は普通', weak: '最初の測定値' },
  gap: {
    noSpeech: '声を待っています',
    tooShort: 'もう少し話してください',
    tooNoisy: '周囲の音が大きすぎます',
    music: '音楽が聞こえています',
    clipped: '音が大きすぎます。マイクから離れてください',
    severalVoices: '複数の人が話しています',
    muted: 'マイクがミュートされています',
    noContact: '心拍ベルトが肌に触れていません',
    noBeat: '心拍を検知できません',
    learningRest: '安静時の脈拍を学習しています',
    exercise: '運動中のため数えていません',
    measuring: '顔に光を当てて、動かないでください',
    noFace: '自分の顔だけが映るようにしてください',
    moreLight: '顔をもう少し明るくしてください',
    lessLight: '顔の光を少し弱めてください',
    tooFar: 'カメラに近づいてください',
    holdStill: '動かないでください',
    tooFewPictures: 'カメラのフレーム数が足りません',
    noClearPulse: '脈拍がはっきりしません',
  },
  sounded: (word, ago) => `「${word}」に聞こえました（${ago}）`,
  tone: {
    lively: 'にぎやか',
    calm: '穏やか',
    even: '平静',
    pleasant: '心地よさそう',
    unpleasant: '不機嫌そう',
    and: (energy, pleasure) => `${energy}で${pleasure}`,
  },
  say: '気分を話す',
  listenAlong: '続けて聞き取る',
  connect: '心拍ベルトを接続',
  measure: '脈拍を測る',
  measurement: '脈拍の測定',
  stop: '停止',
  stopAll: 'すべての読み取りを停止',
  again: '再試行',
  explain: {
    title: { voice: '声の調子', pulse: '脈拍', cameraPulse: 'カメラで測る脈拍' },
    infers: {
      voice:
        'Attuneは話の内容ではなく声の調子から、気分の活発さと心地よさを推定します。間違えることもあります。声は人によって違い、演技、風邪、騒がしい部屋などに影響されます。',
      pulse:
        'Attuneは安静時と比べた心拍の速さから、どれくらい活発な状態かを推定します。健康状態については何も示さず、医療機器でもありません。',
      cameraPulse:
        'Attuneは30秒間、肌の色のごくわずかな変化から心拍の速さを測り、どれくらい活発な状態かを推定します。均一な光の中でカメラの近くに座り、動かないでください。確かでないときは数値を表示しません。医療機器ではありません。',
    },
    keeps: {
      voice:
        '聞き取り中、最大で直近8秒の音声がメモリに置かれますが、保存も送信もされません。残るのは履歴の気分だけです。',
      pulse:
        '心拍は保存も送信もされません。残るのは、履歴の気分と、安静時の脈拍を表す3つの数値だけです。',
      cameraPulse:
        '顔の12か所の平均色が30秒間メモリに置かれますが、保存も送信もされません。映像も同じです。カメラがオフだった場合は測定のためだけに起動し、終わるとオフに戻します。残るのは、履歴の気分と、安静時の脈拍を表す3つの数値だけです。',
    },
    stops:
      '自分でオンにしたときだけ動作し、状態は常にここに表示されます。「停止」を押すと機器はすぐにオフになります。学習した内容は「Attuneが学習したこと」で確認し、削除できます。',
    accept: 'オンにする',
    cancel: '今はしない',
    heading: { infers: '推定すること', keeps: '残すもの', stops: '停止のしかた' },
  },
  settings: {
    title: 'マイクと脈拍',
    microphone: 'マイク',
    microphoneFirst: 'システムの既定',
    microphoneNone: 'マイクが見つかりません',
    strap: '心拍ベルト',
    strapFirst: '最初に見つかったベルト',
    strapNone: '近くにベルトがありません',
    gone: '選択した機器（未接続）',
    search: '検索',
    searching: '検索しています…',
    explain: 'Attuneが声と脈拍から推定すること',
    explainAbout: '最初にオンにしたときの説明です。',
    show: '表示',
  },
};
