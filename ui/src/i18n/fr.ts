import type { Messages } from './en';
import { services } from './en-player';
import { backup } from './fr-backup';
import { camera } from './fr-camera';
import { errors } from './fr-errors';
import { first } from './fr-first';
import { history } from './fr-history';
import { learned } from './fr-learned';
import { library, queue, report } from './fr-library';
import { own } from './fr-own';
import { player, soundscape } from './fr-player';
import { reasons } from './fr-reasons';
import { senses } from './fr-senses';
import { rows } from './fr-rows';
import { servers } from './fr-servers';
import { settings } from './fr-settings';
import { shortcuts } from './fr-shortcuts';
import { spotify } from './fr-spotify';
import { stated } from './fr-stated';
import { terms } from './fr-terms';
import { grammar } from './grammar';
import { reworded } from './reworded';

const { count, number } = grammar('fr');

/** French puts spaces that do not break before marks of two parts and inside of its quotation marks. */
const spaced = (text: string) =>
  text
    .replaceAll(/ (?=[;!?])/g, '\u202f')
    .replaceAll(/ (?=[:»])/g, '\u00a0')
    .replaceAll('« ', '«\u00a0');

const texts: Messages = {
  app: { name: 'Attune', loading: 'Chargement…', skip: 'Aller au contenu' },
  nav: {
    label: 'Vues',
    now: 'Maintenant',
    library: 'Bibliothèque',
    history: 'Historique',
    settings: 'Réglages',
    keys: 'Raccourcis',
  },
  // Words that are the same for everybody, where there are some; the others agree with “l’air”.
  words: {
    cheerful: 'de bonne humeur',
    excited: 'enthousiaste',
    content: 'à l’aise',
    calm: 'calme',
    tired: 'sans énergie',
    down: 'morose',
    tense: 'sous tension',
    upset: 'en colère',
    surprised: 'surpris',
    neutral: 'neutre',
  },
  mood: {
    may: {
      face: (word) => `Tu as peut-être l’air ${word}`,
      voice: (word) => `À t’entendre, tu es peut-être ${word}`,
      pulse: (word) => `Tu es peut-être ${word}`,
    },
    youSaid: (word) => `Tu te sens ${word}`,
    howAreYou: 'Comment te sens-tu ?',
    notSure: 'Pas sûr',
    confidence: {
      notSure: 'pas sûr',
      maybe: 'peut-être',
      fairlySure: 'plutôt sûr',
      sure: 'sûr',
    },
    reason: {
      nothingYet: 'Attune ne connaît pas encore ton humeur.',
      noFace: 'Aucun visage à l’image. Place-toi là où la caméra te voit.',
      severalFaces:
        'Il y a plus d’un visage à l’image. Attune ne lit le tien que si l’on ne voit que toi.',
      tooLongAgo:
        'Attune n’a pas vu ton visage depuis un moment. Place-toi devant la caméra, ou déplace le point.',
      tooDark: 'Il fait trop sombre pour lire ton visage. Plus de lumière de face aide.',
      tooBright:
        'La lumière sur ton visage est trop forte. Détourne-toi de la lampe ou de la fenêtre.',
      blurred: 'Ton visage est flou. Ne bouge pas, ou nettoie l’objectif.',
      tooSmall: 'Ton visage est trop loin. Rapproche-toi de la caméra.',
      hidden: 'Ton visage est tourné ou caché. Regarde vers la caméra.',
      unfamiliar:
        'Ce qui est à l’image ne ressemble guère à un visage. Vérifie où pointe la caméra.',
    },
    nothingSensedFor: {
      face: (time) => `Attune n’a pas vu ton visage depuis ${time}.`,
      voice: (time) => `Attune n’a pas entendu ta voix depuis ${time}.`,
      pulse: (time) => `Attune n’a pas senti ton pouls depuis ${time}.`,
    },
    ambiguous: {
      face: 'Ton expression peut vouloir dire plusieurs choses. Déplace le point si tu sais mieux.',
      voice: 'Ton ton n’en dit pas encore assez. Continue à parler, ou déplace le point.',
      pulse: 'Ton pouls seul n’en dit pas assez. Déplace le point, ou démarre la caméra.',
    },
    notSureKeeps: 'La musique reste comme elle est.',
    notSureStart: 'Déplace le point, ou allume la caméra.',
    sensed: {
      face: (ago) => `visage vu ${ago}`,
      voice: (ago) => `voix entendue ${ago}`,
      pulse: (ago) => `pouls senti ${ago}`,
    },
    setByYou: 'Choisi par toi',
    minutesLeft: (minutes) =>
      minutes < 1 ? 'encore moins de 1 min' : `encore ${number(minutes)} min`,
    undo: 'Annuler',
    undoCorrection: 'Annuler et revenir à ce que voit la caméra',
    correct: 'Ce n’est pas ça ? Déplace le point.',
    draft: 'Entrée pour valider, Échap pour annuler.',
    letGo: 'Lâche pour valider',
    stillFollows: (word, seconds) =>
      `La musique suit encore « ${word} » · change dans environ ${number(seconds)} s`,
  },
  plane: {
    label: 'Humeur, de désagréable à agréable et de calme à énergique',
    dot: 'Humeur : glisser, ou flèches et Entrée',
    hold: 'Humeur visée : glisser, ou flèches et Entrée',
    twoDimensional: 'curseur à deux dimensions',
    energetic: 'énergique',
    calm: 'calme',
    pleasant: 'agréable',
    unpleasant: 'désagréable',
    middle: 'au milieu',
    dark: 'sombre',
    bright: 'lumineux',
    slightly: (what) => `un peu ${what}`,
    very: (what) => `très ${what}`,
    goal: 'but',
  },
  camera,
  drop: {
    here: 'Dépose de la musique pour l’écouter, un dossier pour l’ajouter, une playlist ou un fichier CSV pour l’ouvrir, ou une photo pour en lire l’humeur',
    private: 'Une photo est lue une fois sur cet ordinateur et n’est jamais gardée.',
    leftOut: (name, files) =>
      `Attune ne peut pas utiliser ${files === 1 ? name : `${name} et ${count(files - 1, 'autre fichier', 'autres fichiers')}`}. Il ouvre la musique, les playlists, les dossiers, les fichiers CSV et les photos.`,
    tooMany: (more) =>
      `${count(more, 'fichier de plus ne tient', 'fichiers de plus ne tiennent')} pas dans la file d’attente.`,
    addTitle: (folders) =>
      folders === 1 ? 'Ajouter ce dossier à ta musique ?' : 'Ajouter ces dossiers à ta musique ?',
    addAbout:
      'Attune lit et analyse son contenu sur cet ordinateur seulement, et ne modifie jamais les fichiers.',
    add: 'Ajouter à ma musique',
  },
  senses,
  policy: {
    label: 'Ce que la musique doit faire',
    name: {
      match: 'Suivre',
      lift: 'Égayer',
      calm: 'Apaiser',
      energise: 'Dynamiser',
      hold: 'Garder',
      classic: 'Classique',
    },
    about: {
      match: 'S’accorde à ton humeur',
      lift: 'Égaie ton humeur, un titre à la fois',
      calm: 'Apaise, un titre à la fois',
      energise: 'Donne de l’énergie, un titre à la fois',
      hold: 'Reste sur l’anneau. Déplace-le où tu veux',
      classic: 'Une liste fixe par expression. Titres joyeux quand le moral est bas',
    },
    toGo: (songs) => `encore ${count(songs, 'titre', 'titres')}`,
    goal: (place) => `But : ${place}.`,
    chosenBy: (name, look) => `${name}, car tu as l’air ${look}`,
  },
  track: {
    now: 'En cours',
    because: (why) => `car ${why}`,
    resumed: 'repris là où tu l’avais laissé',
    and: ' et ',
    open: (service) => `Écouter sur ${service}`,
    openElsewhere: 'Écouter sur un autre service',
    playHere: 'Écouter sur cet ordinateur',
    like: 'J’aime',
    liked: 'Aimé',
    never: 'Ne plus jamais jouer ce titre',
    wrongMood: 'Bon titre, pas la bonne ambiance',
    next: 'Titre suivant',
    likeOf: (title) => `Aimer « ${title} »`,
    neverOf: (title) => `Ne plus jamais jouer « ${title} »`,
    pin: (title) => `Épingler « ${title} » dans la file d’attente`,
    unpin: (title) => `Détacher « ${title} »`,
    key: (label, key) => `${label} (${key})`,
    tile: (mood) => `son ${mood}`,
    why: 'Toutes les raisons',
    whyOf: (title) => `Pourquoi « ${title} » est dans la file d’attente`,
    more: 'Plus d’options pour ce titre',
    moreOf: (title) => `Plus d’options pour « ${title} »`,
    menu: {
      play: 'Écouter maintenant',
      up: 'Monter',
      down: 'Descendre',
      remove: 'Retirer de la file d’attente',
      wrongMood: 'Bon titre, pas la bonne ambiance',
      affect: 'Définir l’ambiance…',
      never: 'Ne jamais jouer ce titre',
      artistNever: (artist) => `Ne jamais jouer ${artist}`,
    },
    affect: {
      title: (title) => `Comment sonne « ${title} » pour toi ?`,
      about:
        'Déplace le point sur l’ambiance de la musique. Attune en tient compte pour remplir la file d’attente.',
      dot: 'Ambiance de ce titre : glisser, ou flèches',
      save: 'Définir l’ambiance',
    },
  },
  queue,
  library,
  report,
  rows,
  history,
  settings,
  shortcuts,
  first,
  banner: { label: 'Avis', dismiss: 'Masquer' },
  keys: {
    title: 'Raccourcis clavier',
    views: 'Maintenant, Bibliothèque, Historique, Réglages',
    space: 'Espace',
    enterKey: 'Entrée',
    play: 'Lecture ou pause',
    previous: 'Début du titre, ou titre précédent',
    next: 'Titre suivant',
    like: 'Aimer ce titre',
    never: 'Ne plus jamais jouer ce titre',
    undo: 'Annuler ta dernière action sur un titre',
    search: 'Chercher dans la bibliothèque',
    back: 'Reculer ou avancer de cinq secondes',
    louder: 'Baisser ou monter le volume',
    mini: 'Ouvrir ou fermer le mini-lecteur',
    help: 'Afficher ces raccourcis',
    arrows: 'Déplacer le point quand il a le focus',
    enter: 'Valider le point',
    close: 'Fermer',
  },
  time: {
    now: 'à l’instant',
    seconds: (n) => `${n} s`,
    minutes: (n) => `${n} min`,
    hours: (n) => `${n} h`,
    ago: (time) => `il y a ${time}`,
  },
  dialog: { close: 'Fermer' },
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

/** Every text of the window, in French: informal, as music apps speak to their listeners. */
export const fr = reworded<Messages>(texts, spaced);
