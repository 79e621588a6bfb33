import type {
  CalibrationProblem,
  Expression,
  HistoryProblemKind,
  LearnedPart,
  Modality,
} from '../api/backend';
import { count } from './count';

/** The page “What Attune has learned”, and calibration to the listener’s neutral face, in English. */
export const learned = {
  title: 'What Attune has learned',
  about:
    'Attune learned all of this on this device from what you did and told it, and keeps it only here. You can clear each part separately.',
  open: 'Show',
  openAbout: 'Your taste, what’s blocked and how your face is read. You can clear any of it.',
  link: 'What Attune has learned',
  back: 'Settings',
  loading: 'Loading…',
  all: (n: number) => `Show all ${n}`,
  fewer: 'Show fewer',
  forget: 'Clear…',
  forgetDo: 'Clear',
  confirm: {
    taste: 'Clear',
    likes: 'Remove all',
    blocked: 'Allow all',
    trackMoods: 'Clear',
  } satisfies Record<LearnedPart, string>,
  plays: (n: number) => count(n, 'play or rating', 'plays and ratings'),
  stated: {
    like: 'you said you like it',
    ratherNot: 'you said it’s not for you',
    related: 'in part from other things you told Attune',
  },
  taste: {
    title: 'Your taste',
    from: (n: number) => `Based on ${count(n, 'play or rating', 'plays and ratings')}.`,
    likes: 'You tend to like',
    dislikes: 'You tend to skip',
    nothing: 'Nothing yet.',
    nothingDo: 'Play, like and skip tracks, and your preferences appear here.',
    nothingClear: 'Nothing stands out so far.',
  },
  past: {
    title: 'Your listening history',
    about:
      'Bring along what you heard elsewhere, and Attune knows your taste sooner. It reads Spotify’s data export, Last.fm (CSV), ListenBrainz and iTunes libraries. Everything stays on this device.',
    bring: 'Bring your listening history…',
    reading: 'Reading your history…',
    of: (source: string) => `Your history from ${source}`,
    plays: 'Plays',
    songs: 'Songs',
    span: 'From – to',
    found: 'Songs in your library',
    unread: 'Entries that couldn’t be read',
    leftOut: 'Podcasts, videos and private sessions, left out',
    more: (n: string) => `and ${n} more`,
    problem: {
      unnamed: 'no title or no artist',
      time: 'no readable time',
      malformed: 'not an entry of this format',
    } satisfies Record<HistoryProblemKind, string>,
    use: 'Use it',
    taking: 'Adding your history…',
    remove: 'Take back',
    removeOf: (source: string) => `Take back your history from ${source}`,
    counts: 'Play counts and ratings',
    countsAbout:
      'Attune also learns from the play counts, ratings and stars in your music files and on your servers.',
    counted: 'Songs with a play count',
    rated: 'Songs with a rating or star',
  },
  hearts: {
    title: 'Liked songs',
    nothing: 'No liked songs yet. Press the heart on a song you want to hear again.',
    remove: 'Remove',
    removeAll: 'Remove all…',
    removeOf: (title: string) => `Remove “${title}” from your likes`,
  },
  blocked: {
    title: 'Blocked',
    songs: 'Songs',
    artists: 'Artists',
    nothing: 'Nothing is blocked.',
    allow: 'Allow again',
    allowAll: 'Allow all…',
    allowOf: (name: string) => `Allow ${name} again`,
  },
  moods: {
    heading: 'Corrected moods',
    nothing:
      'You haven’t corrected the mood of any song. Songs you mark “Good song, wrong mood” or set a mood for appear here.',
    set: (mood: string) => `You set its mood: ${mood}.`,
    wrong: (n: number) =>
      n === 1
        ? 'You said “wrong mood”.'
        : `You said “wrong mood” ${n === 2 ? 'twice' : `${n} times`}.`,
    now: (mood: string) => `Attune now treats it as ${mood}.`,
    forgetOf: (title: string) => `Clear your correction of “${title}”`,
    title: (title: string) => `Clear your correction of “${title}”?`,
    body: 'Attune goes back to its own estimate. This can’t be undone.',
  },
  dialogTitle: {
    taste: 'Clear your taste?',
    likes: 'Remove all liked songs?',
    blocked: 'Allow everything again?',
    trackMoods: 'Clear all mood corrections?',
  } satisfies Record<LearnedPart, string>,
  dialogBody: {
    taste:
      'Attune forgets what it learned from the tracks you finished, skipped and removed. Your liked and blocked songs stay. This can’t be undone.',
    likes:
      'The songs stay in your library, but Attune forgets that you like them. This can’t be undone.',
    blocked: 'All songs and artists can play again. This can’t be undone.',
    trackMoods: 'All songs go back to Attune’s own estimates. This can’t be undone.',
  } satisfies Record<LearnedPart, string>,
  forgetOf: {
    taste: 'Clear your taste',
    likes: 'Remove all liked songs',
    blocked: 'Allow all songs and artists again',
    trackMoods: 'Clear all mood corrections',
  } satisfies Record<LearnedPart, string>,
  habits: {
    title: 'How you show a mood',
    about: 'When you drag the dot, Attune compares it with what it had estimated just before.',
    name: {
      face: 'Your face',
      voice: 'Your voice',
      pulse: 'Your pulse',
      you: 'Your own answers',
    } satisfies Record<Modality, string>,
    nothing:
      'Nothing yet. It’s read like most people’s. Drag the dot when Attune gets it wrong, and it learns from that.',
    times: (n: number) => (n === 1 ? 'You corrected it once.' : `You corrected it ${n} times.`),
    fair: 'It shows your mood about right.',
    off: (sides: string) => `It makes you seem ${sides} than you are, and Attune allows for that.`,
    lessPleasant: 'less pleasant',
    morePleasant: 'more pleasant',
    calmer: 'calmer',
    moreEnergetic: 'more energetic',
    steady: 'It’s been reliable, so it counts for more.',
    unsteady: 'It’s often been wrong, so it counts for less.',
    usual: 'It counts as much as before.',
    forgetOf: (name: string) => `Clear what was learned about ${name.toLowerCase()}`,
    dialogTitle: (name: string) => `Clear what was learned about ${name.toLowerCase()}?`,
    dialogBody: 'It will be read like most people’s again. This can’t be undone.',
  },
  neutral: {
    title: 'Your neutral face',
    part: 'How your face is read',
    none: 'Not calibrated yet. It takes five seconds and helps if your face naturally rests in a frown or a smile.',
    made: (day: string) => `Last calibrated: ${day}.`,
    show: 'Calibrate…',
    again: 'Recalibrate…',
    clear: 'Clear…',
    clearTitle: 'Clear the calibration?',
    clearBody:
      'Your face will be read like most people’s again. What Attune learned about your face from your corrections is cleared too. This can’t be undone.',
    clearDo: 'Clear',
    little: 'It already reads as neutral, so almost nothing changes.',
    less: (words: string) =>
      `At rest it can look ${words} when you aren’t. Attune now allows for that.`,
    more: (words: string) =>
      `At rest it looks less ${words} than most faces. Attune now gives slight signs of that more weight.`,
    about: [
      'Relax your face and look at the screen as you normally would. It takes five seconds.',
      'Attune stores a few numbers that say how your neutral face differs from most. It stores no picture.',
    ],
    startsOver: 'This clears what Attune has learned about your face from your corrections.',
    needsCamera: 'The camera is closed. Start it for this.',
    startCamera: 'Start camera',
    opening: 'Starting camera…',
    start: 'Start',
    tryAgain: 'Try again',
    waiting: 'Looking for your face…',
    looking: (seconds: number) =>
      `Hold still for ${count(seconds, 'more second', 'more seconds')}.`,
    progress: 'Calibration progress',
    cancel: 'Cancel',
    done: 'Done.',
    close: 'Close',
    problem: {
      noFace:
        'Your face wasn’t in view the whole time, so nothing was saved. Sit in front of the camera and try again.',
      severalFaces: 'More than one face was in view, so nothing was saved. Try again on your own.',
      unclear:
        'Attune couldn’t see your face clearly, so nothing was saved. Try again with more light, or closer to the camera.',
      notNeutral:
        'That didn’t look like a neutral face, so nothing was saved. Relax your face and try again.',
      cameraClosed: 'The camera was closed, so nothing was saved. Start it and try again.',
    } satisfies Record<CalibrationProblem, string>,
  },
  /** How a face looks, never how somebody feels. */
  expression: {
    neutral: 'neutral',
    happiness: 'smiling',
    surprise: 'surprised',
    sadness: 'downcast',
    anger: 'angry',
    disgust: 'disgusted',
    fear: 'afraid',
    contempt: 'scornful',
  } satisfies Record<Expression, string>,
};
