import type { CalibrationProblem, Expression, LearnedPart, Modality } from '../api/backend';
import { count } from './count';

/** The page of what was learned, and the five seconds of a face at rest, in English. */
export const learned = {
  title: 'What Attune has learned',
  about:
    'All of it is worked out here, from what you did and said, and kept only here. Each part can be forgotten by itself.',
  open: 'Show',
  openAbout: 'Your taste, what is blocked, how your face is read; forget any of it.',
  link: 'What Attune has learned',
  back: 'Settings',
  loading: 'One moment…',
  all: (n: number) => `Show all ${n}`,
  fewer: 'Show fewer',
  forget: 'Forget…',
  forgetDo: 'Forget',
  do: {
    taste: 'Forget',
    likes: 'Remove all',
    blocked: 'Allow all',
    trackMoods: 'Forget',
  } satisfies Record<LearnedPart, string>,
  plays: (n: number) => `from ${count(n, 'play or word', 'plays and words')}`,
  alsoSaid: 'and because you said so',
  taste: {
    title: 'Your taste',
    from: (n: number) => `From ${count(n, 'play and word', 'plays and words')} of yours.`,
    likes: 'You lean towards',
    dislikes: 'You lean away from',
    nothing: 'Nothing yet.',
    nothingDo: 'Finish, like and skip tracks, and what you lean to appears here.',
    nothingClear: 'Nothing stands out either way so far.',
  },
  hearts: {
    title: 'Songs you like',
    nothing: 'No hearts yet. Press the heart of a song you want to hear again.',
    remove: 'Remove heart',
    removeAll: 'Remove all…',
    removeOf: (title: string) => `Remove the heart from “${title}”`,
  },
  blocked: {
    title: 'Never played',
    songs: 'Songs',
    artists: 'Artists',
    nothing: 'Nothing is blocked.',
    allow: 'Allow again',
    allowAll: 'Allow all…',
    allowOf: (name: string) => `Allow ${name} again`,
  },
  moods: {
    title: 'Moods of songs',
    nothing: 'No song was moved. “Good song, wrong mood” and “Place on the plane” appear here.',
    placed: (place: string) => `You placed it: ${place}.`,
    wrong: (n: number) =>
      n === 1
        ? 'You said “wrong mood”.'
        : `You said “wrong mood” ${n === 2 ? 'twice' : `${n} times`}.`,
    now: (place: string) => `Now taken as ${place}.`,
    forgetOf: (title: string) => `Forget the mood of “${title}”`,
    ask: (title: string) => `Forget where “${title}” lies?`,
    says: 'Attune goes back to what it believed before. This cannot be undone.',
  },
  ask: {
    taste: 'Forget your taste?',
    likes: 'Take back all hearts?',
    blocked: 'Allow everything again?',
    trackMoods: 'Forget the moods of all songs?',
  } satisfies Record<LearnedPart, string>,
  says: {
    taste:
      'What was learned from finishing, skipping and removing goes. Hearts and what is blocked stay. This cannot be undone.',
    likes: 'The songs stay; that you like them is forgotten. This cannot be undone.',
    blocked: 'All songs and artists may come again. This cannot be undone.',
    trackMoods: 'All songs go back to where they were believed to lie. This cannot be undone.',
  } satisfies Record<LearnedPart, string>,
  forgetOf: {
    taste: 'Forget your taste',
    likes: 'Take back all hearts',
    blocked: 'Allow all songs and artists again',
    trackMoods: 'Forget the moods of all songs',
  } satisfies Record<LearnedPart, string>,
  habits: {
    title: 'How you show a mood',
    about: 'When you drag the dot, Attune compares it with what it saw and heard just before.',
    name: {
      face: 'Your face',
      voice: 'Your voice',
      pulse: 'Your pulse',
      you: 'Your word',
    } satisfies Record<Modality, string>,
    nothing:
      'Nothing yet: it is read as most people’s. Drag the dot when it is wrong, and this is learned.',
    times: (n: number) => (n === 1 ? 'You corrected it once.' : `You corrected it ${n} times.`),
    fair: 'It shows your mood about as it is.',
    off: (sides: string) => `It looks ${sides} than you are; that is taken off.`,
    lessPleasant: 'less pleasant',
    morePleasant: 'more pleasant',
    calmer: 'calmer',
    moreEnergetic: 'more energetic',
    steady: 'It proved steady, so it counts for more.',
    unsteady: 'It was often off, so it counts for less.',
    usual: 'It counts as much as before.',
    forgetOf: (name: string) => `Forget what was learned of ${name.toLowerCase()}`,
    ask: (name: string) => `Forget what was learned of ${name.toLowerCase()}?`,
    says: 'It is read as most people’s again. This cannot be undone.',
  },
  neutral: {
    title: 'Your face at rest',
    part: 'How your face is read',
    none: 'Not shown yet. Five seconds are enough, and faces that rest in a frown or a smile are read better.',
    made: (day: string) => `Last shown: ${day}.`,
    show: 'Show…',
    again: 'Show again…',
    clear: 'Clear…',
    clearAsk: 'Clear your face at rest?',
    clearSays:
      'Your face is read as most people’s again. What corrections taught about your face goes with it. This cannot be undone.',
    clearDo: 'Clear',
    little: 'It reads as neutral already, so next to nothing changes.',
    less: (words: string) =>
      `It looked a little ${words} without being meant so. It is read as less of that now.`,
    more: (words: string) =>
      `It looked less ${words} than most at rest. Slight signs of that count for more now.`,
    about: [
      'Relax your face and look at the screen as you do when nothing happens. It takes five seconds.',
      'Only a few numbers are kept: how your face at rest differs from most. No picture.',
    ],
    startsOver: 'What your corrections taught about your face starts over then.',
    needsCamera: 'The camera is closed. It has to be on for this.',
    startCamera: 'Start camera',
    opening: 'Opening the camera…',
    start: 'Start',
    tryAgain: 'Try again',
    waiting: 'Looking for your face…',
    looking: (seconds: number) => `Stay as you are: ${count(seconds, 'second', 'seconds')} more.`,
    progress: 'Looking at your face at rest',
    cancel: 'Cancel',
    done: 'Done.',
    close: 'Close',
    problem: {
      noFace:
        'Your face was not in view the whole time. Nothing was stored. Sit in front of the camera and try again.',
      severalFaces: 'More than one face was in view. Nothing was stored. Try again on your own.',
      unclear:
        'Your face could not be seen clearly. Nothing was stored. Try again with more light, or closer.',
      notNeutral:
        'That did not look like a face at rest. Nothing was stored. Try again without a smile.',
      cameraClosed: 'The camera was closed. Nothing was stored. Start it and try again.',
    } satisfies Record<CalibrationProblem, string>,
  },
  /** What a face looks like, never what somebody feels. */
  expression: {
    neutral: 'at rest',
    happiness: 'smiling',
    surprise: 'surprised',
    sadness: 'downcast',
    anger: 'angry',
    disgust: 'disgusted',
    fear: 'frightened',
    contempt: 'scornful',
  } satisfies Record<Expression, string>,
};
