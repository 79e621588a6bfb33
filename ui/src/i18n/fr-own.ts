import type { Messages } from './en';
import { map, page } from './fr-own-page';
import { grammar } from './grammar';

const { count, number } = grammar('fr');
const tracks = (n: number) => count(n, 'titre', 'titres');

/** Texts about the listener’s own music, in French. */
export const own: Messages['own'] = {
  tabs: 'Parties de la bibliothèque',
  tab: { own: 'Ta musique', catalogues: 'Catalogues', map: 'Carte' },
  name: 'Ta musique',
  origin: 'de tes dossiers',
  folders: 'Dossiers',
  add: 'Ajouter un dossier',
  addFirst: 'Choisir un dossier',
  added: (path) => `Analyse de ${path} en cours.`,
  addedPlays: (path) =>
    `Analyse de ${path} en cours. La file d’attente joue maintenant ta musique sur cet ordinateur.`,
  folderTracks: tracks,
  away: 'non branché',
  awayAbout: 'Ses titres restent dans la bibliothèque. Branche le disque pour les réécouter.',
  remove: (path) => `Retirer ${path}`,
  removeTitle: (path) => `Retirer ${path} de la bibliothèque ?`,
  removeBody:
    'Ses titres et leur analyse sont retirés de la bibliothèque. Les fichiers restent où ils sont.',
  removeDo: 'Retirer le dossier',
  rescan: 'Analyser à nouveau',
  rescanAbout: 'Attune surveille tes dossiers. Ceci les parcourt tous maintenant.',
  readAgain: 'Tout relire',
  readAgainAbout:
    'Lit chaque fichier, même ceux qui semblent inchangés. À utiliser quand de nouveaux tags n’apparaissent pas. Les titres aimés et les ambiances restent.',
  passedOver: (n, kinds) =>
    `${count(n, 'fichier est', 'fichiers sont')} d’un type qu’Attune ne lit pas : ${kinds}.`,
  passedOverKind: (n, kind) => `${number(n)} .${kind}`,
  looking: (found) =>
    `Recherche de musique · ${count(found, 'fichier trouvé', 'fichiers trouvés')}`,
  reading: (read, all) => `Lecture : ${number(read)} sur ${count(all, 'fichier', 'fichiers')}`,
  readingLabel: 'Avancement de la lecture',
  scanPaused: 'La lecture est en pause',
  pauseScan: 'Suspendre la lecture des fichiers',
  resumeScan: 'Reprendre la lecture des fichiers',
  listening: (done, total) => `Analyse : ${number(done)} sur ${tracks(total)}`,
  listeningAbout:
    'Attune écoute chaque titre une fois, sur cet ordinateur, pour apprendre comment il sonne.',
  listeningLabel: 'Avancement de l’analyse',
  listeningPaused: 'L’analyse est en pause',
  listeningStopped:
    'Les titres ne peuvent pas être analysés. Leur ambiance vient du genre et de l’artiste à la place.',
  pauseListening: 'Suspendre l’analyse',
  resumeListening: 'Reprendre l’analyse',
  unheard: (n) => count(n, 'titre n’a pas pu être analysé', 'titres n’ont pas pu être analysés'),
  unreadable: (n) => count(n, 'fichier n’a pas pu être lu', 'fichiers n’ont pas pu être lus'),
  unreadableTitle: 'Fichiers qui n’ont pas pu être lus',
  unreadableAbout:
    'Tous les autres fichiers sont dans la bibliothèque. Si tu répares ou remplaces l’un de ceux-ci, Attune le relit.',
  none: 'Ajoute ta propre musique',
  noneDo:
    'Choisis un dossier de musique. Attune le lit et l’analyse sur cet ordinateur seulement, et ne modifie ni n’envoie jamais rien.',
  scanning: 'Analyse de ta musique en cours.',
  scanningDo: 'Les titres apparaissent ici à mesure qu’ils sont trouvés.',
  nothing: 'Aucune musique n’a été trouvée dans tes dossiers.',
  nothingDo:
    'Attune joue MP3, FLAC, Ogg Vorbis, Opus, M4A, AAC, WAV et AIFF. Choisis un autre dossier, ou ajoute de la musique à celui-ci.',
  search: 'Titre, artiste, album, genre ou fichier',
  noMatch: (query) => `Aucun résultat pour « ${query} ».`,
  clear: 'Effacer la recherche',
  tableLabel: 'Tes titres',
  sortBy: 'Trier par',
  column: {
    title: 'Titre',
    artist: 'Artiste',
    album: 'Album',
    genre: 'Genre',
    year: 'Année',
    length: 'Durée',
    valence: 'Ambiance',
    arousal: 'Énergie',
    sureness: 'Certitude',
  },
  sort: {
    title: 'Titre',
    artist: 'Artiste',
    album: 'Album',
    genre: 'Genre',
    year: 'Année',
    length: 'Durée',
    valence: 'Ambiance : désagréable à agréable',
    arousal: 'Ambiance : calme à énergique',
    sureness: 'Certitude de l’ambiance',
  },
  ascending: 'Ordre croissant. Clique pour inverser.',
  descending: 'Ordre décroissant. Clique pour inverser.',
  waiting: 'pas encore analysé',
  unknown: '–',
  play: 'Écouter',
  playOf: (title) => `Écouter « ${title} »`,
  moreOf: (title) => `Plus d’options pour « ${title} »`,
  about: (title) => `À propos de « ${title} »`,
  menu: {
    play: 'Écouter maintenant',
    next: 'Écouter ensuite',
    about: 'À propos de ce titre',
    like: 'J’aime',
    affect: 'Définir l’ambiance…',
    never: 'Ne jamais jouer ce titre',
  },
  queued: (n) => `${count(n, 'titre vient', 'titres viennent')} ensuite.`,
  files: {
    label: 'Importer et exporter',
    import: 'Ouvrir une playlist…',
    saveFound: 'Enregistrer ces titres comme playlist…',
    saveQueue: 'Enregistrer la file d’attente comme playlist…',
    saveTable: 'Exporter ces titres en CSV…',
    saved: 'Playlist enregistrée.',
    savedBut: (n) =>
      `Playlist enregistrée sans ${count(n, 'titre qui n’a', 'titres qui n’ont')} pas de fichier sur cet ordinateur.`,
    table: (rows) => `${count(rows, 'ligne exportée', 'lignes exportées')}.`,
  },
  playlist: {
    found: (name, n) => `${name} : ${tracks(n)} dans ta bibliothèque`,
    none: (name) => `${name} : aucun de ses titres n’est dans ta bibliothèque.`,
    missing: (n) => `${count(n, 'titre n’est', 'titres ne sont')} pas dans ta bibliothèque`,
    line: (n) => `Ligne ${number(n)}`,
    more: (n) => `et ${number(n)} de plus`,
    play: 'Écouter maintenant',
    next: 'Écouter ensuite',
    close: 'Fermer la playlist',
  },
  page,
  map,
  first: {
    name: 'Ta propre musique',
    about:
      'Choisis un dossier de musique. Attune le lit sur cet ordinateur seulement et n’y change rien.',
  },
};
