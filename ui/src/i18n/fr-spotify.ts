import type { Messages } from './en';
import type { spotifyErrors as englishErrors } from './en-spotify';
import { account, check, wizard } from './fr-spotify-account';
import { grammar } from './grammar';

const { count } = grammar('fr');
const tracks = (n: number) => count(n, 'titre', 'titres');

/** Texts about Spotify, in French. */
export const spotify: Messages['spotify'] = {
  title: 'Spotify',
  off: 'Non connecté',
  about:
    'Crée des playlists pour ton humeur, utilise ta musique Spotify dans la file d’attente et écoute dans tes applis Spotify. Attune fonctionne aussi sans.',
  asking: 'Recherche d’une connexion enregistrée dans ton trousseau…',
  setUp: 'Configurer…',
  signIn: 'Se connecter',
  otherId: 'Utiliser un autre Client ID…',
  waiting: (time) =>
    `Spotify a demandé à Attune d’attendre jusqu’à ${time}. Tout le reste continue de fonctionner.`,
  wizard,
  check,
  account,
  plan: {
    title: 'Playlists et ta propre musique',
    works: 'Disponible avec toutes les offres.',
    control: 'Écoute dans tes applis Spotify',
    use: 'Jouer la file d’attente dans mes applis Spotify',
    controls: {
      untried:
        'Nécessite Premium. Attune ne l’a pas encore essayé, et Spotify ne dit pas aux applis quelle offre tu as.',
      works: 'Fonctionne avec ton offre.',
      needsPremium:
        'Nécessite Premium, que ton offre ne comprend pas. Les playlists et les liens fonctionnent.',
    },
  },
  own: {
    title: 'Ta musique Spotify dans la file d’attente',
    about:
      'Utilise ceux de tes titres aimés, favoris et récents qui sont aussi dans les catalogues d’Attune. Ils restent jusqu’à ce que tu fermes Attune ; rien n’en est enregistré ni appris.',
    bring: 'Utiliser',
    end: 'Ne plus utiliser',
    bringing: 'Récupération de tes titres…',
    found: (known, unknown) =>
      `${count(known, 'titre utilisé', 'titres utilisés')}. Attune ne connaît pas l’ambiance de ${count(unknown, 'autre', 'autres')}.`,
    none: 'Aucun de tes titres n’est dans les catalogues d’Attune. Importe un catalogue qui les contient.',
    here: 'de Spotify, jusqu’à ce que tu fermes Attune',
  },
  devices: {
    title: 'Appareils',
    about: 'Tes applis Spotify ouvertes. Choisis où la musique joue.',
    show: 'Afficher les appareils',
    again: 'Actualiser',
    looking: 'Recherche d’appareils…',
    none: 'Aucune appli Spotify n’est ouverte.',
    open: 'Ouvrir Spotify',
    get: 'Obtenir Spotify gratuitement',
    waiting: 'Attune attend que Spotify s’ouvre. La musique y démarrera d’elle-même.',
    here: 'joue ici',
    choose: (name) => `Écouter sur ${name}`,
    locked: 'ne peut pas être contrôlé',
  },
  playlist: {
    button: 'Créer une playlist Spotify',
    title: 'Créer une playlist Spotify avec cette file d’attente',
    purpose: 'Playlist pour',
    purposes: {
      mood: (word) => `l’humeur : ${word}`,
      policy: (name) => `le mode : ${name}`,
    },
    name: 'Nom',
    description: 'Description',
    pattern: '{mood} est remplacé par l’humeur ou le mode.',
    preview: 'Aperçu',
    looking: 'Recherche des titres sur Spotify…',
    willMake: (name, n) => `Ceci crée une nouvelle playlist privée « ${name} » avec ${tracks(n)}.`,
    willUpdate: (name, n) =>
      `Ceci remplace les titres de ta playlist « ${name} » par ${n === 1 ? 'ce titre' : `ces ${n} titres`}. Son nom, sa description et sa pochette restent les mêmes.`,
    nothing:
      'Aucun de ces titres n’a été trouvé sur Spotify, donc il n’y a rien à mettre dans une playlist.',
    missed: (n) => `${count(n, 'titre introuvable', 'titres introuvables')} sur Spotify`,
    byNames: 'trouvé par titre et artiste',
    back: 'Retour',
    make: 'Créer la playlist',
    update: 'Remplacer les titres',
    making: 'Enregistrement de la playlist…',
    made: (name, n) => `« ${name} » est maintenant dans ton compte Spotify, avec ${tracks(n)}.`,
    updated: (name, n) => `« ${name} » contient maintenant ${tracks(n)}.`,
    open: 'Écouter sur Spotify',
    close: 'Fermer',
  },
  attribution: { from: 'Titres et artistes fournis par Spotify.', open: 'Ouvrir Spotify' },
  embed: {
    title: 'Lecteur Spotify intégré',
    about:
      'Affiche le lecteur de Spotify pour les titres qui y sont. Il se charge depuis open.spotify.com, qui voit alors ton adresse IP.',
    frame: (title) => `Lecteur Spotify : ${title}`,
    loading: 'Chargement du lecteur Spotify…',
    offline: 'Tu es hors ligne, donc le lecteur Spotify ne peut pas s’afficher.',
    preview:
      'Joue un extrait d’environ 30 secondes. Ouvre le titre dans Spotify pour l’entendre en entier.',
    link: 'Écouter sur Spotify',
  },
};

/** Spotify’s errors by code, in French. */
export const spotifyErrors: typeof englishErrors = {
  browser_not_opened: 'Ton navigateur n’a pas pu être ouvert. Copies-y l’adresse toi-même.',
  keyring_unavailable:
    'Ce système n’a pas de trousseau, donc la connexion dure seulement jusqu’à ce que tu fermes Attune.',
  keyring_dismissed:
    'La demande de mot de passe du trousseau a été fermée ou n’a pas pu s’afficher, donc Attune ne peut pas lire la connexion qui y est gardée. Relance Attune ou reconnecte-toi, et il te le redemandera.',
  keyring_locked:
    'Ton trousseau est verrouillé, donc Attune ne peut pas lire la connexion qui y est gardée. Déverrouille-le, puis relance Attune.',
  keyring_silent:
    'Ton trousseau ne répond pas. Il attend peut-être ton mot de passe. Déverrouille-le, puis relance Attune.',
  keyring_unusable:
    'Ton trousseau contient une autre entrée au nom d’Attune. Supprime-la, puis reconnecte-toi.',
  playlist_not_planned: 'Regarde d’abord l’aperçu de la playlist, puis crée-la.',
  spotify_ends_soon:
    'Spotify met fin à ta connexion dans moins de deux semaines. Reconnecte-toi dans les réglages pour continuer.',
  spotify_not_signed_in: 'La connexion à Spotify n’est pas faite. Connecte-toi dans les réglages.',
  spotify_sign_in_ended: 'Ta connexion à Spotify a expiré. Tout le reste fonctionne.',
  spotify_wrong_client_id: check.wrongClientId,
  spotify_denied: 'Attune n’a pas reçu l’accès à Spotify. Reconnecte-toi et accepte.',
  spotify_sign_in_timeout: 'La connexion a pris plus de deux minutes. Recommence.',
  spotify_owner_not_premium: check.ownerNotPremium,
  spotify_not_allow_listed: check.notAllowListed,
  spotify_playlist_not_owned:
    'Cette playlist appartient à un autre compte, donc elle n’a pas été modifiée.',
  spotify_premium_required:
    'Contrôler la lecture nécessite Spotify Premium. Les playlists et les liens fonctionnent sans.',
  spotify_no_active_device:
    'Aucune appli Spotify n’est active. Ouvre Spotify, ou choisis un appareil.',
  spotify_device_gone: 'Cet appareil n’est plus disponible. Choisis-en un autre.',
  spotify_rate_limited:
    'Spotify a demandé à Attune d’attendre un moment. Les réglages disent jusqu’à quand.',
  spotify_quota_exceeded:
    'Ton appli Spotify a épuisé ses demandes pour l’instant. Les réglages disent quand elle pourra continuer.',
  spotify_offline: 'Spotify est injoignable. Tout le reste fonctionne. Vérifie ta connexion.',
};
