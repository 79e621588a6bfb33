/** The introduction shown on first start, in English. */
export const first = {
  label: 'Welcome to Attune',
  step: (at: number, of: number) => `${at} of ${of}`,
  skip: 'Skip',
  back: 'Back',
  next: 'Next',
  done: 'Start listening',
  mood: {
    title: 'How are you right now?',
    drag: 'Drag the dot to where you are. The music follows.',
    silent: 'The first move starts a soundscape.',
    sounds: 'A soundscape that Attune composes as you listen.',
    camera: 'Your camera can do this for you. Pictures never leave this computer.',
    useCamera: 'Use camera',
    cameraOff: 'Close camera',
    self: 'I’ll drag it myself',
    how: 'With the camera on, a model on this computer reads your facial expression and estimates how pleasant and how energetic you may be. It sees expressions, not feelings, and can be wrong: what you say always counts. No picture is stored or sent, and you don’t need an account.',
    seesNothing: 'No face in view yet. Sit where there’s light on your face.',
    sees: (word: string) => `Attune can see your face. You may look ${word}.`,
  },
  music: {
    title: 'Where is your music?',
    starter: 'A catalogue of songs to get you started. Tracks open in Spotify.',
    csv: 'Have a list of songs as a CSV file? Import it now, or later in the library.',
  },
  taste: {
    title: 'Pick a few you love',
    about:
      'This is optional: Attune also learns from what you play. You can change it later in Settings under “What Attune has learned”.',
  },
};
