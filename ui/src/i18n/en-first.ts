/** The cards of the first start, in English. */
export const first = {
  label: 'Welcome to Attune',
  step: (at: number, of: number) => `${at} of ${of}`,
  skip: 'Skip',
  back: 'Back',
  next: 'Next',
  done: 'Start listening',
  what: {
    title: 'Music that fits how you are',
    lines: [
      'With your camera on, Attune reads the expression of your face, here on your device, and places it on a plane from unpleasant to pleasant and from calm to energetic.',
      'A model trained on pictures of faces does this. It sees expressions, not feelings, and it can be wrong. When it is not sure, it says so.',
      'From that it keeps a queue of music and tells you why each track is in it.',
    ],
    right: 'You are right: drag the dot at any time, and that is what counts.',
    not: 'No picture is stored or sent. No account is needed. No camera is needed either.',
  },
  camera: {
    title: 'May Attune use your camera?',
    ask: 'It opens only when you press Start, and Pause closes it at once. You can do this later, or never.',
    seesNothing: 'No face in view yet. Sit where light falls on your face.',
    sees: (word: string) => `A face is in view. You may look ${word}.`,
    closed: 'The camera is closed.',
  },
  music: {
    title: 'Where your music is',
    starter: 'The starter catalogue gives you something to begin with. Tracks open in Spotify.',
    csv: 'Have a list of songs as a CSV file? Import it now or later in the library.',
  },
  taste: {
    title: 'What do you like?',
    about:
      'You may say so, or leave it: Attune learns from what you play. What you say here helps at the start, and can be changed later in the settings under “What Attune has learned”.',
  },
};
