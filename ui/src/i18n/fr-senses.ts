import type { Messages } from './en';
import type { senseErrors as englishErrors } from './en-senses';
import { grammar } from './grammar';

const { number, percent } = grammar('fr');

/** What the window says of the microphone and the pulse, in French. */
export const senses: Messages['senses'] = {
  label: 'Micro et pouls',
  name: { voice: 'Micro', pulse: 'Pouls', cameraPulse: 'Pouls par caméra' },
  state: {
    voice: {
      off: 'Micro coupé',
      starting: 'Démarrage du micro…',
      on: 'À l’écoute',
      waiting: 'Micro débranché, Attune l’attend',
      away: 'Micro coupé pendant ton absence',
      failed: 'Le micro n’a pas pu démarrer',
    },
    pulse: {
      off: 'Pouls désactivé',
      starting: 'Recherche de ta ceinture…',
      on: 'Pouls',
      waiting: 'Ceinture hors de portée, Attune l’attend',
      away: 'Ceinture déconnectée pendant ton absence',
      failed: 'La ceinture n’a pas pu se connecter',
    },
    cameraPulse: {
      off: 'Pouls par caméra',
      starting: 'Démarrage de la caméra…',
      on: 'Mesure de ton pouls',
      waiting: 'Caméra débranchée, Attune l’attend',
      away: 'Pouls par caméra',
      failed: 'Le pouls n’a pas pu être mesuré',
    },
  },
  reopened: 'de retour après ton absence',
  beats: (rate) => `${number(rate)} battements par minute`,
  battery: (charge) => `batterie ${percent(charge / 100)}`,
  signal: { clear: 'signal net', fair: 'signal correct', weak: 'première mesure' },
  gap: {
    noSpeech: 'attend que tu parles',
    tooShort: 'encore un peu, s’il te plaît',
    tooNoisy: 'trop de bruit autour de toi',
    music: 'entend de la musique',
    clipped: 'trop fort : éloigne-toi du micro',
    severalVoices: 'plusieurs personnes parlent',
    muted: 'le micro est coupé',
    noContact: 'la ceinture ne touche pas ta peau',
    noBeat: 'aucun battement perçu',
    learningRest: 'apprend ton pouls au repos',
    exercise: 'tu fais de l’exercice, donc il ne compte pas',
    measuring: 'ne bouge pas, visage éclairé',
    noFace: 'ton visage doit être seul à l’image',
    moreLight: 'plus de lumière sur ton visage, s’il te plaît',
    lessLight: 'moins de lumière sur ton visage, s’il te plaît',
    tooFar: 'rapproche-toi de la caméra',
    holdStill: 'ne bouge pas, s’il te plaît',
    tooFewPictures: 'la caméra donne trop peu d’images par seconde',
    noClearPulse: 'pas de pouls net',
  },
  sounded: (word, ago) => `ta voix semblait ${word}, ${ago}`,
  tone: {
    lively: 'vive',
    calm: 'calme',
    even: 'égale',
    pleasant: 'agréable',
    unpleasant: 'mécontente',
    and: (energy, pleasure) => `${energy} et ${pleasure}`,
  },
  say: 'Dis comment tu te sens',
  listenAlong: 'Écouter en continu',
  connect: 'Connecter la ceinture',
  measure: 'Mesurer mon pouls',
  measurement: 'Mesure de ton pouls',
  stop: 'Arrêter',
  stopAll: 'Arrêter tous les capteurs',
  again: 'Réessayer',
  explain: {
    title: {
      voice: 'Le ton de ta voix',
      pulse: 'Ton pouls',
      cameraPulse: 'Ton pouls par caméra',
    },
    infers: {
      voice:
        'Attune estime d’après ta façon de parler, jamais d’après ce que tu dis, à quel point ton humeur est peut-être énergique et agréable. Il peut se tromper : les voix diffèrent, et jouer un rôle, un rhume ou une pièce bruyante l’induisent en erreur.',
      pulse:
        'Attune estime d’après la vitesse de ton cœur, comparée à ton pouls au repos, combien d’énergie tu as peut-être. Cela ne dit rien de ta santé, et ce n’est pas un appareil médical.',
      cameraPulse:
        'Pendant une demi-minute, Attune mesure, d’après d’infimes changements de couleur de ta peau, à quelle vitesse bat ton cœur, et en estime combien d’énergie tu as peut-être. Place-toi près de la caméra, dans une lumière régulière, et ne bouge pas. S’il n’est pas sûr, il n’affiche aucun nombre. Ce n’est pas un appareil médical.',
    },
    keeps: {
      voice:
        'Au plus les 8 dernières secondes de son restent en mémoire pendant l’écoute, et ne sont jamais enregistrées ni envoyées. Ce qui est gardé, c’est ton humeur dans ton historique.',
      pulse:
        'Aucun battement n’est enregistré ni envoyé. Ce qui est gardé, c’est ton humeur dans ton historique et trois nombres pour ton pouls au repos.',
      cameraPulse:
        'Les couleurs moyennes de douze parties de ton visage restent en mémoire une demi-minute, et ne sont jamais enregistrées ni envoyées ; aucune image ne l’est. Si la caméra était fermée, elle ne s’ouvre que pour cela et se referme ensuite. Ce qui est gardé, c’est ton humeur dans ton historique et trois nombres pour ton pouls au repos.',
    },
    stops:
      'C’est actif seulement quand tu l’actives, et l’état est toujours affiché ici. « Arrêter » ferme l’appareil aussitôt. Ce qui a été appris se trouve sous « Ce qu’Attune a appris », où tu peux l’effacer.',
    accept: 'Activer',
    cancel: 'Pas maintenant',
    heading: {
      infers: 'Ce qu’il en déduit',
      keeps: 'Ce qu’il garde',
      stops: 'Comment l’arrêter',
    },
  },
  settings: {
    title: 'Micro et pouls',
    microphone: 'Micro',
    microphoneFirst: 'Micro du système',
    microphoneNone: 'Aucun micro trouvé',
    strap: 'Ceinture cardiaque',
    strapFirst: 'Première ceinture à portée',
    strapNone: 'Aucune ceinture à portée',
    gone: 'Appareil choisi (débranché)',
    search: 'Rechercher',
    searching: 'Recherche…',
    explain: 'Ce qu’Attune déduit de ta voix et de ton pouls',
    explainAbout: 'L’explication de la première activation.',
    show: 'Afficher',
  },
};

/** Errors of microphone and strap by code, in French. */
export const senseErrors: typeof englishErrors = {
  bluetooth_unavailable:
    'Le Bluetooth est désactivé ou absent, donc aucune ceinture n’est joignable. Active-le, puis réessaie. Tout le reste fonctionne.',
  microphone_busy: 'Un autre programme utilise le micro. Ferme-le là-bas, puis réessaie.',
  microphone_denied:
    'Attune n’a pas le droit d’utiliser le micro. Autorise-le dans les réglages du système, puis réessaie.',
  microphone_format:
    'Attune ne peut pas utiliser le son de ce micro. Choisis-en un autre dans les réglages.',
  microphone_lost:
    'Le micro a été débranché ou ne fonctionne plus. Il redémarre dès qu’il est de retour.',
  microphone_none:
    'Aucun micro n’a été trouvé. Branche-en un et réessaie, ou déplace le point toi-même.',
  microphone_stuck:
    'Le micro ne répond pas et est peut-être encore allumé. Débranche-le ou choisis-en un autre.',
  strap_lost:
    'La ceinture est hors de portée ou s’est éteinte. Elle se reconnecte dès qu’elle est de retour.',
  strap_none: 'Aucune ceinture cardiaque à portée. Mets-la pour qu’elle s’allume, puis réessaie.',
  strap_stuck: 'Le Bluetooth ne répond pas. Désactive-le, réactive-le, puis réessaie.',
  voice_model:
    'Le modèle qui lit les voix manque ou est endommagé. Tout le reste fonctionne. Réinstalle Attune pour y remédier.',
};
