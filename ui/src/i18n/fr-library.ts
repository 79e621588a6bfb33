import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('fr');
const tracks = (n: number) => count(n, 'titre', 'titres');

/** The queue, in French. */
export const queue: Messages['queue'] = {
  title: 'À suivre',
  empty: 'Aucune musique n’est activée.',
  emptyDo: 'Active le catalogue de départ ou importe un fichier CSV dans la bibliothèque.',
  toLibrary: 'Aller à la bibliothèque',
  blocked: 'Il n’y a plus rien à écouter.',
  blockedDo: 'Tout ce qui est activé est bloqué. Autorises-en une partie.',
  end: 'Rien d’autre ne convient pour l’instant.',
  endDo:
    'Active un autre catalogue dans la bibliothèque, ou autorise à nouveau de la musique bloquée.',
  action: {
    finished: (title) => `« ${title} » écouté jusqu’au bout.`,
    unliked: (title) => `« ${title} » retiré de tes titres aimés.`,
    liked: (title) => `« ${title} » ajouté à tes titres aimés.`,
    skipped: (title) => `« ${title} » passé.`,
    removed: (title) => `« ${title} » retiré de la file d’attente.`,
    never: (title) => `« ${title} » ne sera plus joué.`,
    allowed: (title) => `« ${title} » peut être joué à nouveau.`,
    artistNever: (artist) => `${artist} ne sera plus joué.`,
    artistAllowed: (artist) => `${artist} peut être joué à nouveau.`,
    wrongMood: (title) => `« ${title} » marqué « pas la bonne ambiance ».`,
    placed: (title) => `Ambiance de « ${title} » définie.`,
    pinned: (title) => `« ${title} » épinglé.`,
    unpinned: (title) => `« ${title} » détaché.`,
    statedForgotten: () => 'Ce que tu as dit aimer est effacé.',
  },
  playNow: (title) => `Écouter « ${title} » maintenant`,
  moved: (title, place) => `« ${title} » est maintenant à la place ${number(place)}.`,
  little: (files, what) =>
    `${files ? 'Parmi tes fichiers, il y a' : 'Tu as'} peu de musique ${what}. Voici ce qui s’en approche le plus.`,
  lacking: { energetic: 'énergique', calm: 'calme', bright: 'lumineuse', dark: 'sombre' },
  closest: 'Ce que tu as de plus proche',
  mix: 'Ajouter des paysages sonores',
  choose: 'Choisir de la musique…',
  undo: 'Annuler',
  undoOf: (action) => `Annuler : ${action}`,
  doing: {
    finished: (title) => `« ${title} » écouté jusqu’au bout`,
    unliked: (title) => `« ${title} » retiré des titres aimés`,
    liked: (title) => `« ${title} » aimé`,
    skipped: (title) => `« ${title} » passé`,
    removed: (title) => `« ${title} » retiré`,
    never: (title) => `« ${title} » bloqué`,
    allowed: (title) => `« ${title} » autorisé à nouveau`,
    artistNever: (artist) => `blocage de ${artist}`,
    artistAllowed: (artist) => `retour de ${artist}`,
    wrongMood: (title) => `« pas la bonne ambiance » pour « ${title} »`,
    placed: (title) => `ambiance de « ${title} » définie`,
    pinned: (title) => `« ${title} » épinglé`,
    unpinned: (title) => `« ${title} » détaché`,
    statedForgotten: () => 'préférences effacées',
  },
  undone: (doing) => `Annulé. Annuler aussi : ${doing} ?`,
  surprise: 'Surprends-moi',
  surpriseAbout: 'La part de musique inconnue dans la file d’attente.',
  surpriseKnown: 'connu',
  surpriseNew: 'surprends-moi',
  surpriseValue: [
    'seulement de la musique que je connais',
    'un peu de nouveautés',
    'un peu des deux',
    'beaucoup de nouveautés',
    'surtout des nouveautés',
  ],
};

/** Catalogues and their tracks, in French. */
export const library: Messages['library'] = {
  title: 'Bibliothèque',
  catalogues: 'Catalogues',
  starter: 'Catalogue de départ',
  fromServers: 'De tes serveurs',
  starterAbout: 'fourni avec Attune',
  added: (day) => `ajouté : ${day}`,
  addedToday: 'ajouté aujourd’hui',
  tracks,
  use: (name) => `Écouter la musique de ${name}`,
  remove: 'Retirer',
  removeOf: (name) => `Retirer ${name}`,
  removeTitle: (name) => `Retirer ${name} ?`,
  removeBody: 'Ses titres sont retirés de la bibliothèque. Le fichier lui-même reste où il est.',
  import: 'Importer un CSV',
  importing: (name, rows) => `Lecture de ${name} · ${count(rows, 'ligne', 'lignes')}`,
  importStarting: 'En attente d’un fichier…',
  importLabel: 'Avancement de l’importation',
  importHint:
    'Le fichier a besoin de colonnes pour le titre et l’artiste (« title », « artist »). Des colonnes pour l’ambiance, la valence et l’énergie aident (« mood », « valence », « energy »).',
  search: 'Chercher un titre ou un artiste',
  found: tracks,
  none: 'La bibliothèque est vide.',
  noneDo: 'Active le catalogue de départ ou importe un fichier CSV.',
  noMatch: (query) => `Aucun résultat pour « ${query} ».`,
  noMatchDo: 'Effacer la recherche',
  column: {
    title: 'Titre',
    artist: 'Artiste',
    year: 'Année',
    valence: 'Ambiance',
    arousal: 'Énergie',
  },
  mood: 'Ambiance',
  genre: 'Genre',
  unknown: '–',
  tableLabel: 'Titres',
  playNext: (title) => `Écouter « ${title} » ensuite`,
};

/** The report of an import, in French. */
export const report: Messages['report'] = {
  done: (n, name) => `${count(n, 'titre importé', 'titres importés')} depuis ${name}`,
  nothing: 'Aucune des lignes n’a pu être importée.',
  nothingDo: 'Vérifie que la première ligne nomme les colonnes, puis importe à nouveau le fichier.',
  duplicates: (n) => count(n, 'ligne en double fusionnée', 'lignes en double fusionnées'),
  bad: (n) => count(n, 'ligne ignorée', 'lignes ignorées'),
  lost: (n) =>
    `${count(n, 'valeur laissée de côté', 'valeurs laissées de côté')}, les titres sont importés`,
  line: (n) => `Ligne ${number(n)}`,
  more: (n) => `et ${number(n)} de plus`,
  close: 'Fermer le rapport',
  notHere:
    'La file d’attente joue depuis cet ordinateur, où ces titres n’ont pas de fichier. C’est pourquoi ils n’y sont pas.',
  useList: 'Les utiliser comme liste',
};
