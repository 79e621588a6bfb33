/** The introduction shown on first start, in English. */
export const first = {
  label: 'Welcome to Attune',
  step: (at: number, of: number) => `${at} of ${of}`,
  skip: 'Skip',
  back: 'Back',
  next: 'Next',
  done: 'Start listening',
  what: {
    title: 'Music that fits your mood',
    lines: [
      'With your camera on, Attune reads your facial expression on this device and estimates your mood: how pleasant and how energetic it may be.',
      'A model trained on pictures of faces does this. It sees expressions, not feelings, and it can be wrong. When it isn’t sure, it says so.',
      'From your mood it builds a queue of music and tells you why each track is in it.',
    ],
    right: 'You have the last word: drag the dot at any time, and Attune goes by that.',
    not: 'No picture is stored or sent. You don’t need an account, or even a camera.',
  },
  camera: {
    title: 'Use your camera?',
    about:
      'It opens only when you press Start, and Pause closes it immediately. You can do this later, or never.',
    seesNothing: 'No face in view yet. Sit where there’s light on your face.',
    sees: (word: string) => `Attune can see your face. You may look ${word}.`,
    closed: 'The camera is closed.',
  },
  music: {
    title: 'Where is your music?',
    starter: 'A catalogue of songs to get you started. Tracks open in Spotify.',
    csv: 'Have a list of songs as a CSV file? Import it now, or later in the library.',
  },
  taste: {
    title: 'What do you like?',
    about:
      'This is optional: Attune also learns from what you play. Your answers help it get started, and you can change them later in Settings under “What Attune has learned”.',
  },
};
