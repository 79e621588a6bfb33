import type { StatedAnswer } from '../api/backend';

/** The preferences that the listener states outright, in English. */
export const stated = {
  title: 'What you told Attune',
  nothing: 'Nothing yet. You don’t have to: Attune also learns from what you play.',
  summary: {
    like: 'You like:',
    ratherNot: 'Not for you:',
  } satisfies Record<StatedAnswer, string>,
  about:
    'This helps most at the start. Over time, what you finish and skip counts for more, and nothing is ruled out completely.',
  begin: 'Tell Attune what you like…',
  change: 'Change…',
  close: 'Done',
  reset: 'Clear',
  resetOf: 'Clear what you told Attune you like',
  answer: { like: 'Like', ratherNot: 'Not for me' } satisfies Record<StatedAnswer, string>,
  answerOf: {
    like: (name: string) => `Like: ${name}`,
    ratherNot: (name: string) => `Not for me: ${name}`,
  } satisfies Record<StatedAnswer, (name: string) => string>,
  artists: 'Artists',
  families: 'Genres',
  words: (family: string) => `Genres within ${family}`,
  eras: 'Decades',
  languages: 'Languages',
  search: 'Search for an artist',
  nobody: (text: string) => `No artists in your library match “${text}”.`,
};
