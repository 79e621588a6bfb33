import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('fr');
const plays = (n: number) => count(n, 'écoute ou avis', 'écoutes et avis');

/** The page “What Attune has learned”, and calibration to the listener’s neutral face, in French. */
export const learned: Messages['learned'] = {
  title: 'Ce qu’Attune a appris',
  about:
    'Attune a appris tout cela sur cet appareil, de ce que tu as fait et de ce que tu lui as dit, et ne le garde qu’ici. Tu peux effacer chaque partie séparément.',
  open: 'Afficher',
  openAbout:
    'Tes goûts, ce qui est bloqué et la façon dont ton visage est lu. Tu peux tout effacer.',
  link: 'Ce qu’Attune a appris',
  back: 'Réglages',
  loading: 'Chargement…',
  all: (n) => `Tout afficher (${n})`,
  fewer: 'Afficher moins',
  forget: 'Effacer…',
  forgetDo: 'Effacer',
  confirm: {
    taste: 'Effacer',
    likes: 'Tout retirer',
    blocked: 'Tout autoriser',
    trackMoods: 'Effacer',
  },
  plays,
  stated: {
    like: 'tu as dit que tu aimes',
    ratherNot: 'tu as dit que ce n’est pas pour toi',
    related: 'en partie d’après autre chose que tu as dit à Attune',
  },
  taste: {
    title: 'Tes goûts',
    from: (n) => `D’après ${plays(n)}.`,
    likes: 'Tu as tendance à aimer',
    dislikes: 'Tu as tendance à passer',
    nothing: 'Rien pour l’instant.',
    nothingDo: 'Écoute, aime et passe des titres : tes préférences apparaîtront ici.',
    nothingClear: 'Rien ne ressort pour l’instant.',
  },
  past: {
    title: 'Ton historique d’écoute',
    about:
      'Apporte ce que tu as écouté ailleurs : Attune connaîtra tes goûts plus vite. Sont lus l’export de données de Spotify, Last.fm (CSV), ListenBrainz et les bibliothèques iTunes. Tout reste sur cet appareil.',
    bring: 'Apporter ton historique d’écoute…',
    reading: 'Lecture de ton historique…',
    of: (source) => `Ton historique de ${source}`,
    plays: 'Écoutes',
    songs: 'Titres',
    span: 'Du – au',
    found: 'Titres dans ta bibliothèque',
    unread: 'Entrées illisibles',
    leftOut: 'Podcasts, vidéos et sessions privées, laissés de côté',
    more: (n) => `et ${n} de plus`,
    problem: {
      unnamed: 'pas de titre ou pas d’artiste',
      time: 'pas de date lisible',
      malformed: 'pas une entrée de ce format',
    },
    use: 'L’utiliser',
    taking: 'Ajout de ton historique…',
    remove: 'Retirer',
    removeOf: (source) => `Retirer ton historique de ${source}`,
    counts: 'Compteurs d’écoutes et notes',
    countsAbout:
      'Attune apprend aussi des compteurs d’écoutes, des notes et des étoiles de tes fichiers musicaux et de tes serveurs.',
    counted: 'Titres avec un compteur d’écoutes',
    rated: 'Titres avec une note ou une étoile',
  },
  hearts: {
    title: 'Titres aimés',
    nothing:
      'Aucun titre aimé pour l’instant. Appuie sur le cœur d’un titre que tu veux réentendre.',
    remove: 'Retirer',
    removeAll: 'Tout retirer…',
    removeOf: (title) => `Retirer « ${title} » de tes titres aimés`,
  },
  blocked: {
    title: 'Bloqués',
    songs: 'Titres',
    artists: 'Artistes',
    nothing: 'Rien n’est bloqué.',
    allow: 'Autoriser à nouveau',
    allowAll: 'Tout autoriser…',
    allowOf: (name) => `Autoriser à nouveau ${name}`,
  },
  moods: {
    heading: 'Ambiances corrigées',
    nothing:
      'Tu n’as corrigé l’ambiance d’aucun titre. Ceux que tu marques « Bon titre, pas la bonne ambiance » ou dont tu définis l’ambiance apparaîtront ici.',
    set: (mood) => `Tu as défini son ambiance : ${mood}.`,
    wrong: (n) =>
      n === 1
        ? 'Tu as dit « pas la bonne ambiance ».'
        : `Tu as dit ${n} fois « pas la bonne ambiance ».`,
    now: (mood) => `Pour Attune, il est maintenant : ${mood}.`,
    forgetOf: (title) => `Effacer ta correction de « ${title} »`,
    title: (title) => `Effacer ta correction de « ${title} » ?`,
    body: 'Attune revient à sa propre estimation. Cette action est irréversible.',
  },
  dialogTitle: {
    taste: 'Effacer tes goûts ?',
    likes: 'Retirer tous les titres aimés ?',
    blocked: 'Tout autoriser à nouveau ?',
    trackMoods: 'Effacer toutes les corrections d’ambiance ?',
  },
  dialogBody: {
    taste:
      'Attune oublie ce qu’il a appris des titres que tu as écoutés jusqu’au bout, passés et retirés. Tes titres aimés et bloqués restent. Cette action est irréversible.',
    likes:
      'Les titres restent dans ta bibliothèque, mais Attune oublie que tu les aimes. Cette action est irréversible.',
    blocked:
      'Tous les titres et artistes pourront être joués à nouveau. Cette action est irréversible.',
    trackMoods:
      'Tous les titres reviennent aux estimations d’Attune. Cette action est irréversible.',
  },
  forgetOf: {
    taste: 'Effacer tes goûts',
    likes: 'Retirer tous les titres aimés',
    blocked: 'Autoriser à nouveau tous les titres et artistes',
    trackMoods: 'Effacer toutes les corrections d’ambiance',
  },
  habits: {
    title: 'Comment ton humeur se montre',
    about: 'Quand tu déplaces le point, Attune le compare à ce qu’il estimait juste avant.',
    name: {
      face: 'Ton visage',
      voice: 'Ta voix',
      pulse: 'Ton pouls',
      you: 'Tes propres réponses',
    },
    nothing:
      'Rien pour l’instant. La lecture se fait comme pour la plupart des gens. Déplace le point quand Attune se trompe : il en tire la leçon.',
    times: (n) => (n === 1 ? 'Tu as corrigé une fois.' : `Tu as corrigé ${n} fois.`),
    fair: 'Ton humeur se lit à peu près juste.',
    off: (sides) => `Tu parais ${sides} que tu ne l’es, et Attune en tient compte.`,
    lessPleasant: 'de moins bonne humeur',
    morePleasant: 'de meilleure humeur',
    calmer: 'plus calme',
    moreEnergetic: 'plus énergique',
    steady: 'C’est resté fiable, donc cela compte davantage.',
    unsteady: 'C’était souvent faux, donc cela compte moins.',
    usual: 'Cela compte autant qu’avant.',
    forgetOf: (name) => `Effacer ce qui a été appris : ${name}`,
    dialogTitle: (name) => `Effacer ce qui a été appris : ${name} ?`,
    dialogBody:
      'La lecture se fera de nouveau comme pour la plupart des gens. Cette action est irréversible.',
  },
  neutral: {
    title: 'Ton visage au repos',
    part: 'La façon dont ton visage est lu',
    none: 'Pas encore calibré. Cela prend cinq secondes et aide si ton visage au repos a naturellement l’air sévère ou souriant.',
    made: (day) => `Dernier calibrage : ${day}.`,
    show: 'Calibrer…',
    again: 'Recalibrer…',
    clear: 'Effacer…',
    clearTitle: 'Effacer le calibrage ?',
    clearBody:
      'Ton visage sera de nouveau lu comme celui de la plupart des gens. Ce qu’Attune a appris sur ton visage grâce à tes corrections est aussi effacé. Cette action est irréversible.',
    clearDo: 'Effacer',
    little: 'Il paraît déjà neutre, donc presque rien ne change.',
    less: (words) =>
      `Au repos, il peut avoir l’air ${words} sans que ce soit le cas. Attune en tient maintenant compte.`,
    more: (words) =>
      `Au repos, il a l’air moins ${words} que la plupart des visages. Attune donne maintenant plus de poids aux signes légers.`,
    about: [
      'Détends ton visage et regarde l’écran comme d’habitude. Cela prend cinq secondes.',
      'Attune garde quelques nombres qui disent en quoi ton visage au repos diffère des autres. Il ne garde aucune image.',
    ],
    startsOver: 'Cela efface ce qu’Attune a appris sur ton visage grâce à tes corrections.',
    needsCamera: 'La caméra est fermée. Démarre-la pour cela.',
    startCamera: 'Démarrer la caméra',
    opening: 'Démarrage de la caméra…',
    start: 'Commencer',
    tryAgain: 'Recommencer',
    waiting: 'Attune cherche ton visage…',
    looking: (seconds) => `Ne bouge plus pendant ${count(seconds, 'seconde', 'secondes')}.`,
    progress: 'Avancement du calibrage',
    cancel: 'Annuler',
    done: 'C’est fait.',
    close: 'Fermer',
    problem: {
      noFace:
        'Ton visage n’était pas toujours à l’image, donc rien n’a été enregistré. Place-toi devant la caméra et recommence.',
      severalFaces:
        'Plus d’un visage était à l’image, donc rien n’a été enregistré. Recommence sans personne d’autre.',
      unclear:
        'Attune ne voyait pas bien ton visage, donc rien n’a été enregistré. Recommence avec plus de lumière ou plus près de la caméra.',
      notNeutral:
        'Cela ne ressemblait pas à un visage au repos, donc rien n’a été enregistré. Détends ton visage et recommence.',
      cameraClosed:
        'La caméra a été fermée, donc rien n’a été enregistré. Démarre-la et recommence.',
    },
  },
  // As “l’air” and “le visage” ask for it, whoever is seen.
  expression: {
    neutral: 'neutre',
    happiness: 'souriant',
    surprise: 'surpris',
    sadness: 'abattu',
    anger: 'fâché',
    disgust: 'dégoûté',
    fear: 'apeuré',
    contempt: 'méprisant',
  },
};
