import type { StatedAnswer } from '../api/backend';

/** What the listener says outright of what they like, in English. */
export const stated = {
  title: 'What you said you like',
  nothing: 'You have not said anything. You need not: Attune learns from what you play.',
  said: {
    like: 'You like:',
    ratherNot: 'Rather not:',
  } satisfies Record<StatedAnswer, string>,
  weighs:
    'It helps most at the start. What you finish and skip outweighs it in time, and nothing is kept away altogether.',
  begin: 'Say what you like…',
  change: 'Change…',
  close: 'Close',
  reset: 'Reset',
  resetOf: 'Forget what you said you like',
  answer: { like: 'Like', ratherNot: 'Rather not' } satisfies Record<StatedAnswer, string>,
  answerOf: {
    like: (name: string) => `Like: ${name}`,
    ratherNot: (name: string) => `Rather not: ${name}`,
  } satisfies Record<StatedAnswer, (name: string) => string>,
  artists: 'Artists',
  families: 'Kinds of music',
  words: (family: string) => `${family}: genres`,
  eras: 'Times',
  languages: 'Languages',
  search: 'Search for an artist',
  nobody: (text: string) => `No artist called “${text}” is in your catalogues.`,
};
