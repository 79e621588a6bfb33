import type { ErrorCode, Sense, SenseGap, DeviceState } from '../api/backend';
import { percent } from './count';

/** What the window says of the microphone and the pulse. */
export const senses = {
  label: 'Microphone and pulse',
  name: {
    voice: 'Microphone',
    pulse: 'Pulse',
    cameraPulse: 'Pulse by camera',
  } satisfies Record<Sense, string>,
  state: {
    voice: {
      off: 'Microphone off',
      starting: 'Starting microphone…',
      on: 'Listening',
      waiting: 'Microphone disconnected, waiting for it',
      away: 'Microphone off while you were away',
      failed: 'Microphone couldn’t start',
    },
    pulse: {
      off: 'Pulse off',
      starting: 'Looking for your strap…',
      on: 'Pulse',
      waiting: 'Strap out of reach, waiting for it',
      away: 'Strap disconnected while you were away',
      failed: 'Strap couldn’t connect',
    },
    cameraPulse: {
      off: 'Pulse by camera',
      starting: 'Starting camera…',
      on: 'Measuring your pulse',
      waiting: 'Camera disconnected, waiting for it',
      away: 'Pulse by camera',
      failed: 'Pulse couldn’t be measured',
    },
  } satisfies Record<Sense, Record<DeviceState, string>>,
  reopened: 'on again after you were away',
  beats: (rate: number) => `${Math.round(rate)} beats a minute`,
  /** The strap’s, in percent. */
  battery: (charge: number) => `battery ${percent(charge / 100)}`,
  /** How sure a pulse by camera is. */
  signal: { clear: 'clear signal', fair: 'fair signal', weak: 'first reading' },
  gap: {
    noSpeech: 'waiting for you to speak',
    tooShort: 'a little longer, please',
    tooNoisy: 'too much noise around you',
    music: 'it hears music',
    clipped: 'too loud: move away from the microphone',
    severalVoices: 'several people are talking',
    muted: 'the microphone is muted',
    noContact: 'the strap doesn’t touch your skin',
    noBeat: 'no heartbeat felt',
    learningRest: 'learning your resting pulse',
    exercise: 'you’re exercising, so it isn’t counted',
    measuring: 'hold still, with light on your face',
    noFace: 'only your face has to be in view',
    moreLight: 'more light on your face, please',
    lessLight: 'less light on your face, please',
    tooFar: 'move closer to the camera',
    holdStill: 'hold still, please',
    tooFewPictures: 'the camera gives too few pictures a second',
    noClearPulse: 'no clear pulse',
  } satisfies Record<SenseGap, string>,
  /** What one phrase told; `word` is a mood. */
  sounded: (word: string, ago: string) => `you sounded ${word}, ${ago}`,
  tone: {
    lively: 'lively',
    calm: 'calm',
    even: 'even',
    pleasant: 'pleasant',
    unpleasant: 'displeased',
    and: (energy: string, pleasure: string) => `${energy} and ${pleasure}`,
  },
  say: 'Say how you feel',
  listenAlong: 'Listen along',
  connect: 'Connect strap',
  measure: 'Measure my pulse',
  measurement: 'Measurement of your pulse',
  stop: 'Stop',
  stopAll: 'Stop all sensing',
  again: 'Retry',
  explain: {
    title: {
      voice: 'Your tone of voice',
      pulse: 'Your pulse',
      cameraPulse: 'Your pulse by camera',
    } satisfies Record<Sense, string>,
    infers: {
      voice:
        'Attune estimates from how you sound, never from what you say, how energetic and how pleasant your mood may be. It can be wrong: voices differ, and acting, a cold or a noisy room mislead it.',
      pulse:
        'Attune estimates from how fast your heart beats, against your own resting pulse, how energetic you may be. It says nothing about your health, and it isn’t a medical device.',
      cameraPulse:
        'For half a minute Attune measures, from tiny changes in the colour of your skin, how fast your heart beats, and estimates from that how energetic you may be. Sit close to the camera in even light and hold still. Where it isn’t sure, it shows no number. It isn’t a medical device.',
    } satisfies Record<Sense, string>,
    keeps: {
      voice:
        'At most the last 8 seconds of sound stay in memory while it listens, and are never saved or sent. What’s kept is your mood in your history.',
      pulse:
        'No heartbeat is saved or sent. What’s kept is your mood in your history and three numbers for your resting pulse.',
      cameraPulse:
        'Average colours of twelve parts of your face stay in memory for half a minute, and are never saved or sent; no picture is. If the camera was off, it’s opened only for this and closed afterwards. What’s kept is your mood in your history and three numbers for your resting pulse.',
    } satisfies Record<Sense, string>,
    stops:
      'It’s on only when you turn it on, and its state is always shown here. “Stop” closes the device at once. What it learned is on the Learned page, where you can delete it.',
    accept: 'Turn on',
    cancel: 'Not now',
    heading: { infers: 'What it infers', keeps: 'What it keeps', stops: 'How to stop' },
  },
  settings: {
    title: 'Microphone and pulse',
    microphone: 'Microphone',
    microphoneFirst: 'System default',
    microphoneNone: 'No microphone found',
    strap: 'Heart-rate strap',
    strapFirst: 'First strap in reach',
    strapNone: 'No strap in reach',
    gone: 'Selected device (disconnected)',
    search: 'Search',
    searching: 'Searching…',
    explain: 'What Attune infers from your voice and pulse',
    explainAbout: 'The explanation from the first time you turned them on.',
    show: 'Show',
  },
};

export const senseErrors = {
  bluetooth_unavailable:
    'Bluetooth is off or missing, so no strap can be reached. Turn it on, then retry. Everything else works.',
  microphone_busy: 'Another program is using the microphone. Close it there, then retry.',
  microphone_denied:
    'Attune isn’t allowed to use the microphone. Allow it in your system settings, then retry.',
  microphone_format: 'This microphone’s sound can’t be used. Choose another one in the settings.',
  microphone_lost:
    'The microphone was unplugged or stopped working. It starts again as soon as it’s back.',
  microphone_none: 'No microphone was found. Plug one in, then retry.',
  microphone_stuck:
    'The microphone isn’t responding and may still be on. Unplug it, or choose another one.',
  strap_lost:
    'The strap is out of reach or turned itself off. It connects again as soon as it’s back.',
  strap_none: 'No heart-rate strap is in reach. Put it on, so that it wakes up, then retry.',
  strap_stuck: 'Bluetooth isn’t responding. Turn it off and on again, then retry.',
  voice_model:
    'The model that reads voices is missing or damaged. Everything else works. Reinstall Attune to fix this.',
} satisfies Partial<Record<ErrorCode, string>>;
