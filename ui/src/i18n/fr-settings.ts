import type { Messages } from './en';

/** The settings view, in French. */
export const settings: Messages['settings'] = {
  title: 'Réglages',
  camera: 'Caméra',
  cameraChoice: 'Caméra à utiliser',
  cameraAtStart: 'Démarrer la caméra au lancement d’Attune',
  cameraAtStartAbout: 'Sinon, elle reste fermée jusqu’à ce que tu la démarres.',
  closeWhenAway: 'Fermer caméra, micro et ceinture pendant ton absence',
  closeWhenAwayAbout:
    'Quand l’écran est verrouillé, que l’ordinateur est en veille ou que son capot est fermé. Ce qui était actif reprend à ton retour.',
  lookRate: 'Fréquence de lecture',
  lookRateAbout:
    'Attune lit ton visage deux, cinq ou dix fois par seconde. Moins de lectures économisent la batterie.',
  lookRates: { batterySaver: 'Économe', balanced: 'Équilibrée', frequent: 'Élevée' },
  music: 'Musique',
  pace: 'Rythme',
  paceAbout: 'À quelle vitesse la musique suit un changement d’humeur.',
  paceCalm: 'lent',
  paceLively: 'rapide',
  expressions: 'Choisir selon l’expression',
  byExpression: 'Laisser mon expression choisir ce que fait la musique',
  byExpressionAbout:
    'Le choix change dès que ton visage garde une expression. Si tu choisis toi-même « Suivre », « Égayer » ou autre chose, ceci se désactive.',
  whenILook: 'Quand j’ai l’air',
  thePolicy: 'la musique doit',
  policyFor: (look) => `Ce que fait la musique quand j’ai l’air ${look}`,
  expressionsReset: 'Rétablir les choix par défaut',
  expressionsAreDefault: 'Ce sont les choix par défaut.',
  appearance: 'Apparence',
  theme: 'Thème',
  language: 'Langue',
  languageSystem: (name) => `Système (${name})`,
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
  data: 'Tes données',
  exportTitle: 'Exportation',
  export: 'Exporter en JSON',
  exportAbout:
    'Enregistre ton historique, tes avis, catalogues, dossiers de musique, titres et réglages dans un seul fichier.',
  exported: (path) => `Enregistré : ${path}`,
  rawTables: 'Formules dans les tableaux',
  rawTablesAbout:
    'Exporte tels quels les titres qui commencent par =, +, - ou @. Sinon, ils reçoivent une apostrophe, pour qu’un tableur ne les exécute pas comme des formules.',
  help: 'Aide',
  diagnostics: 'Diagnostic',
  diagnosticsAbout:
    'Versions, tailles, états et endroits où des erreurs se sont produites, à joindre quand quelque chose ne marche pas. Aucun nom, titre, chemin ni connexion.',
  diagnosticsCopy: 'Copier le diagnostic',
  diagnosticsCopied: 'Copié dans le presse-papiers',
  diagnosticsByHand:
    'Le presse-papiers n’a pas pu être utilisé. Sélectionne le texte ci-dessous et copie-le.',
  erase: 'Supprimer…',
  eraseAbout:
    'Ton historique, tes avis, les catalogues importés, ce qu’Attune sait de ta musique, les réglages et la connexion à Spotify.',
  eraseTitle: 'Tout supprimer ?',
  eraseBody:
    'Tout ce qu’Attune garde ici à ton sujet sera supprimé : ton historique, tes avis, les catalogues importés, ce qu’il sait de tes fichiers de musique, les réglages et la connexion à Spotify. Les fichiers de musique eux-mêmes restent. Cette action est irréversible.',
  eraseType: (word) => `Saisis « ${word} » pour confirmer`,
  eraseWord: 'supprimer',
  eraseDo: 'Tout supprimer',
  cancel: 'Annuler',
  privacy: 'Vie privée',
  privacyLines: [
    'Les images de la caméra sont lues en mémoire sur cet appareil et aussitôt jetées. Aucune n’est enregistrée ni envoyée.',
    'Attune garde ton humeur estimée, tes avis sur les titres et tes catalogues, et seulement sur cet appareil.',
    'Un visage montre une expression, pas un sentiment. Attune peut se tromper ; c’est toujours ce que tu dis qui compte.',
    'En pause veut dire fermée : la caméra est rendue au système.',
    'Attune est fait pour ton propre visage et ta propre musique. Il n’est pas fait pour le travail, l’école ou la surveillance d’autres personnes.',
  ],
  about: 'À propos',
  version: (version) => `Attune ${version}`,
  licences:
    'MIT ou Apache 2.0, à ton choix. Les œuvres d’autrui incluses sont listées avec leurs licences dans le dossier « licences » de l’installation.',
  releases: 'Nouvelles versions',
  releasesAbout:
    'Attune ne demande jamais de lui-même s’il y en a une. Ceci ouvre la page dans ton navigateur.',
  releasesOpen: 'Voir les versions',
  again: 'Revoir l’introduction',
};
