import type {
  Confidence,
  UndoableAction,
  LibrarySort,
  Modality,
  MoodWord,
  NotSureReason,
  Policy,
} from '../api/backend';
import type { Lacking } from '../lib/fit';
import { count, number } from './count';
import { backup } from './en-backup';
import { camera } from './en-camera';
import { senses } from './en-senses';
import { errors } from './en-errors';
import { first } from './en-first';
import { history } from './en-history';
import { learned } from './en-learned';
import { own } from './en-own';
import { player, services, soundscape } from './en-player';
import { rows } from './en-rows';
import { servers } from './en-servers';
import { settings } from './en-settings';
import { shortcuts } from './en-shortcuts';
import { spotify } from './en-spotify';
import { reasons } from './en-reasons';
import { terms } from './en-terms';
import { stated } from './en-stated';

/** Every text of the window, in English. */
export const en = {
  app: { name: 'Attune', loading: 'Loading…', skip: 'Skip to content' },
  nav: {
    label: 'Views',
    now: 'Now',
    library: 'Library',
    history: 'History',
    settings: 'Settings',
    keys: 'Shortcuts',
  },
  words: {
    cheerful: 'cheerful',
    excited: 'excited',
    content: 'content',
    calm: 'calm',
    tired: 'tired',
    down: 'down',
    tense: 'tense',
    upset: 'upset',
    surprised: 'surprised',
    neutral: 'neutral',
  } satisfies Record<MoodWord, string>,
  mood: {
    /** The mood in a word, by the sense that spoke last. */
    may: {
      face: (word: string) => `You may look ${word}`,
      voice: (word: string) => `You may sound ${word}`,
      pulse: (word: string) => `You may be ${word}`,
    } satisfies Record<Exclude<Modality, 'you'>, (word: string) => string>,
    youSaid: (word: string) => `You’re feeling ${word}`,
    howAreYou: 'How are you?',
    notSure: 'Not sure',
    confidence: {
      notSure: 'not sure',
      maybe: 'maybe',
      fairlySure: 'fairly sure',
      sure: 'sure',
    } satisfies Record<Confidence, string>,
    reason: {
      nothingYet: 'Attune doesn’t know your mood yet.',
      noFace: 'No face in view. Sit where the camera can see you.',
      severalFaces:
        'There’s more than one face in view. Attune only reads yours when you’re alone in the picture.',
      tooLongAgo:
        'Attune hasn’t seen you for a while. Sit in front of the camera, or drag the dot.',
      tooDark: 'It’s too dark to read your face. More light from the front helps.',
      tooBright: 'The light on your face is too bright. Turn away from the lamp or window.',
      blurred: 'Your face is blurred. Hold still, or clean the lens.',
      tooSmall: 'Your face is too far away. Move closer to the camera.',
      hidden: 'Your face is turned away or covered. Look towards the camera.',
      unfamiliar:
        'What’s in view doesn’t look much like a face. Check where the camera is pointing.',
    } satisfies Record<Exclude<NotSureReason, 'ambiguous'>, string>,
    nothingSensedFor: {
      face: (time: string) => `Attune hasn’t seen you for ${time}.`,
      voice: (time: string) => `Attune hasn’t heard you for ${time}.`,
      pulse: (time: string) => `Attune hasn’t felt your pulse for ${time}.`,
    } satisfies Record<Exclude<Modality, 'you'>, (time: string) => string>,
    /** What was sensed last doesn't say enough. */
    ambiguous: {
      face: 'Your expression could mean several things. Drag the dot if you know better.',
      voice: 'Your tone doesn’t say enough yet. Keep talking, or drag the dot.',
      pulse: 'Your pulse alone doesn’t say enough. Drag the dot, or start the camera.',
    } satisfies Record<Exclude<Modality, 'you'>, string>,
    notSureKeeps: 'The music stays as it is.',
    notSureStart: 'Drag the dot, or turn on the camera.',
    sensed: {
      face: (ago: string) => `seen ${ago}`,
      voice: (ago: string) => `heard ${ago}`,
      pulse: (ago: string) => `pulse felt ${ago}`,
    } satisfies Record<Exclude<Modality, 'you'>, (ago: string) => string>,
    setByYou: 'Set by you',
    minutesLeft: (minutes: number) => (minutes < 1 ? 'under 1 min left' : `${minutes} min left`),
    undo: 'Undo',
    undoCorrection: 'Undo and go back to what the camera sees',
    correct: 'Not right? Drag the dot.',
    draft: 'Enter to set, Esc to cancel.',
    letGo: 'Let go to set',
    stillFollows: (word: string, seconds: number) =>
      `Music still follows ${word} · changes in about ${seconds} s`,
  },
  plane: {
    label: 'Mood, from unpleasant to pleasant and from calm to energetic',
    dot: 'Mood: drag, or use the arrow keys and Enter',
    hold: 'Target mood: drag, or use the arrow keys and Enter',
    twoDimensional: 'two-dimensional slider',
    energetic: 'energetic',
    calm: 'calm',
    pleasant: 'pleasant',
    unpleasant: 'unpleasant',
    middle: 'in the middle',
    /** Pleasantness of music. */
    dark: 'dark',
    bright: 'bright',
    slightly: (what: string) => `slightly ${what}`,
    very: (what: string) => `very ${what}`,
    goal: 'goal',
  },
  camera,
  drop: {
    here: 'Drop music to play it, a folder to add it, a playlist or CSV to open it, or a photo to read its mood',
    private: 'A photo is read once on this computer and never kept.',
    leftOut: (name: string, files: number) =>
      `Attune can’t use ${files === 1 ? name : `${name} and ${count(files - 1, 'other', 'others')}`}. It opens music, playlists, folders, CSV files and photos.`,
    tooMany: (more: number) =>
      `${count(more, 'more file doesn’t', 'more files don’t')} fit into the queue.`,
    addTitle: (folders: number) =>
      folders === 1 ? 'Add this folder to your music?' : 'Add these folders to your music?',
    addAbout:
      'Attune reads and analyses what is in it on this computer only, and never changes the files.',
    add: 'Add to my music',
  },
  senses,
  policy: {
    label: 'What the music should do',
    name: {
      match: 'Match',
      lift: 'Lift',
      calm: 'Calm',
      energise: 'Energise',
      hold: 'Hold',
      classic: 'Classic',
    } satisfies Record<Policy, string>,
    about: {
      match: 'Matches your mood',
      lift: 'Lifts your mood, one song at a time',
      calm: 'Calms things down, one song at a time',
      energise: 'Builds up energy, one song at a time',
      hold: 'Stays at the ring. Drag it anywhere',
      classic: 'One fixed list per expression. Low moods get happy songs',
    } satisfies Record<Policy, string>,
    toGo: (songs: number) => `${count(songs, 'song', 'songs')} to go`,
    goal: (place: string) => `Goal: ${place}.`,
    chosenBy: (name: string, look: string) => `${name}, because you look ${look}`,
  },
  track: {
    now: 'Now playing',
    because: (reasons: string) => `because ${reasons}`,
    resumed: 'picked up where you left off',
    and: ' and ',
    open: (service: string) => `Listen on ${service}`,
    openElsewhere: 'Listen on another service',
    playHere: 'Play on this computer',
    like: 'Like',
    liked: 'Liked',
    never: 'Never play this again',
    wrongMood: 'Good song, wrong mood',
    next: 'Next track',
    likeOf: (title: string) => `Like “${title}”`,
    neverOf: (title: string) => `Never play “${title}” again`,
    pin: (title: string) => `Pin “${title}” in the queue`,
    unpin: (title: string) => `Unpin “${title}”`,
    key: (label: string, key: string) => `${label} (${key})`,
    tile: (mood: string) => `sounds ${mood}`,
    why: 'All reasons',
    whyOf: (title: string) => `Why “${title}” is in the queue`,
    more: 'More options for this track',
    moreOf: (title: string) => `More options for “${title}”`,
    menu: {
      play: 'Play now',
      up: 'Move up',
      down: 'Move down',
      remove: 'Remove from queue',
      wrongMood: 'Good song, wrong mood',
      affect: 'Set its mood…',
      never: 'Never play this song',
      artistNever: (artist: string) => `Never play ${artist}`,
    },
    affect: {
      title: (title: string) => `How does “${title}” sound to you?`,
      about: 'Drag the dot to the mood of the music. Attune goes by it when it fills the queue.',
      dot: 'Mood of this song: drag, or use the arrow keys',
      save: 'Set mood',
    },
  },
  queue: {
    title: 'Up next',
    empty: 'No music is turned on.',
    emptyDo: 'Turn on the starter catalogue or import a CSV file in the library.',
    toLibrary: 'Go to the library',
    blocked: 'There’s nothing left to play.',
    blockedDo: 'Everything that’s turned on is blocked. Allow some of it again.',
    end: 'Nothing else fits right now.',
    endDo: 'Turn on another catalogue in the library, or allow some blocked music again.',
    action: {
      finished: (title: string) => `Finished “${title}”.`,
      unliked: (title: string) => `Removed “${title}” from your likes.`,
      liked: (title: string) => `Added “${title}” to your likes.`,
      skipped: (title: string) => `Skipped “${title}”.`,
      removed: (title: string) => `Removed “${title}” from the queue.`,
      never: (title: string) => `“${title}” won’t play again.`,
      allowed: (title: string) => `“${title}” can play again.`,
      artistNever: (artist: string) => `${artist} won’t play again.`,
      artistAllowed: (artist: string) => `${artist} can play again.`,
      wrongMood: (title: string) => `Marked “${title}” as the wrong mood.`,
      placed: (title: string) => `Set the mood of “${title}”.`,
      pinned: (title: string) => `Pinned “${title}”.`,
      unpinned: (title: string) => `Unpinned “${title}”.`,
      statedForgotten: () => 'Cleared what you told Attune you like.',
    } satisfies Record<UndoableAction, (title: string) => string>,
    playNow: (title: string) => `Play “${title}” now`,
    moved: (title: string, place: number) => `“${title}” is now number ${place}.`,
    little: (files: boolean, what: string) =>
      `${files ? 'Your files have' : 'Your music has'} little that is ${what}. These come closest.`,
    lacking: {
      energetic: 'energetic',
      calm: 'calm',
      bright: 'bright',
      dark: 'dark',
    } satisfies Record<Lacking, string>,
    closest: 'The closest you have',
    mix: 'Mix in soundscapes',
    choose: 'Choose music…',
    undo: 'Undo',
    undoOf: (action: string) => `Undo: ${action}`,
    /** What an undo would take back next. */
    doing: {
      finished: (title: string) => `finishing “${title}”`,
      unliked: (title: string) => `removing the like of “${title}”`,
      liked: (title: string) => `liking “${title}”`,
      skipped: (title: string) => `skipping “${title}”`,
      removed: (title: string) => `removing “${title}”`,
      never: (title: string) => `blocking “${title}”`,
      allowed: (title: string) => `allowing “${title}” again`,
      artistNever: (artist: string) => `blocking ${artist}`,
      artistAllowed: (artist: string) => `allowing ${artist} again`,
      wrongMood: (title: string) => `the wrong mood of “${title}”`,
      placed: (title: string) => `setting the mood of “${title}”`,
      pinned: (title: string) => `pinning “${title}”`,
      unpinned: (title: string) => `unpinning “${title}”`,
      statedForgotten: () => 'clearing what you told Attune',
    } satisfies Record<UndoableAction, (title: string) => string>,
    undone: (doing: string) => `Undone. Undo ${doing} too?`,
    surprise: 'Surprise me',
    surpriseAbout: 'How much unfamiliar music goes into the queue.',
    surpriseKnown: 'familiar',
    surpriseNew: 'surprise me',
    surpriseValue: [
      'only music I know',
      'a little new music',
      'some of both',
      'a lot of new music',
      'mostly new music',
    ],
  },
  library: {
    title: 'Library',
    catalogues: 'Catalogues',
    starter: 'Starter catalogue',
    fromServers: 'From your servers',
    starterAbout: 'comes with Attune',
    added: (day: string) => `added ${day}`,
    addedToday: 'added today',
    tracks: (n: number) => count(n, 'track', 'tracks'),
    use: (name: string) => `Play music from ${name}`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    removeTitle: (name: string) => `Remove ${name}?`,
    removeBody: 'Its tracks are removed from the library. The file itself stays where it is.',
    import: 'Import CSV',
    importing: (name: string, rows: number) => `Reading ${name} · ${count(rows, 'row', 'rows')}`,
    importStarting: 'Waiting for a file…',
    importLabel: 'Import progress',
    importHint: 'The file needs title and artist columns. Mood, valence and energy columns help.',
    search: 'Search titles and artists',
    found: (n: number) => count(n, 'track', 'tracks'),
    none: 'The library is empty.',
    noneDo: 'Turn on the starter catalogue or import a CSV file.',
    noMatch: (query: string) => `No results for “${query}”.`,
    noMatchDo: 'Clear search',
    column: {
      title: 'Title',
      artist: 'Artist',
      year: 'Year',
      valence: 'Mood',
      arousal: 'Energy',
    } satisfies Record<LibrarySort, string>,
    mood: 'Mood',
    genre: 'Genre',
    unknown: '–',
    tableLabel: 'Tracks',
    playNext: (title: string) => `Play “${title}” next`,
  },
  report: {
    done: (tracks: number, name: string) =>
      `Imported ${count(tracks, 'track', 'tracks')} from ${name}`,
    nothing: 'None of the rows could be imported.',
    nothingDo: 'Check that the first line names the columns, then import the file again.',
    duplicates: (n: number) => `${count(n, 'duplicate row was', 'duplicate rows were')} merged`,
    bad: (n: number) => `${count(n, 'row was', 'rows were')} skipped`,
    lost: (n: number) => `${count(n, 'value was', 'values were')} left out, their songs are in`,
    line: (n: number) => `Line ${number(n)}`,
    more: (n: number) => `and ${number(n)} more`,
    close: 'Close report',
    notHere:
      'The queue plays from this computer, where these songs have no files, so they don’t come up.',
    useList: 'Use them as a list',
  },
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'Notices', dismiss: 'Dismiss' },
  keys: {
    title: 'Keyboard shortcuts',
    views: 'Now, Library, History, Settings',
    space: 'Space',
    enterKey: 'Enter',
    play: 'Play or pause',
    previous: 'Start of the track, or previous track',
    next: 'Next track',
    like: 'Like this track',
    never: 'Never play this track again',
    undo: 'Undo your last action on a track',
    search: 'Search the library',
    back: 'Back or forward five seconds',
    louder: 'Volume down or up',
    mini: 'Open or close the mini player',
    help: 'Show these shortcuts',
    arrows: 'Move the dot while it’s focused',
    enter: 'Set the dot',
    close: 'Close',
  },
  time: {
    now: 'just now',
    seconds: (n: number) => `${n} s`,
    minutes: (n: number) => `${n} min`,
    hours: (n: number) => `${n} h`,
    ago: (time: string) => `${time} ago`,
  },
  dialog: { close: 'Close' },
  backup,
  learned,
  own,
  player,
  services,
  soundscape,
  servers,
  spotify,
  terms,
  reasons,
  stated,
  errors,
};

/** The same shape with other texts in it. */
type Reworded<T> = T extends string
  ? string
  : T extends (...values: infer Values) => infer Said
    ? (...values: Values) => Reworded<Said>
    : { [Key in keyof T]: Reworded<T[Key]> };

/** What another language has to provide: every text, with the same parameters. */
export type Messages = Reworded<typeof en>;
