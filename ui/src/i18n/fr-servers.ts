import type { Messages } from './en';
import { grammar } from './grammar';

const { count, number } = grammar('fr');
const songs = (n: number) => count(n, 'titre', 'titres');
const size = (megabytes: number) =>
  megabytes < 1000 ? `${number(megabytes)} Mo` : `${number(megabytes / 1000, 1)} Go`;

/** Texts about music servers of the listener's own, in French. */
export const servers: Messages['servers'] = {
  title: 'Serveurs',
  none: 'Ton serveur de musique',
  noneAbout:
    'Écoute la musique de Navidrome, Gonic, LMS, Ampache, Nextcloud Music ou de tout autre serveur qui parle Subsonic.',
  add: 'Ajouter un serveur',
  another: 'Un autre serveur',
  anotherAbout: 'Attune ne se connecte qu’aux serveurs que tu ajoutes ici.',
  first: {
    name: 'Mon serveur',
    about: 'Navidrome, Gonic, Nextcloud Music ou un autre serveur qui parle Subsonic.',
  },
  form: {
    title: 'Ajouter un serveur',
    again: (name) => `Se connecter à ${name}`,
    address: 'Adresse',
    addressHint: 'https://musique.example.org',
    with: 'Se connecter avec',
    withs: { password: 'Mot de passe', apiKey: 'Clé d’API' },
    listener: 'Ton nom sur le serveur',
    password: 'Mot de passe',
    key: 'Clé d’API',
    name: 'Nom dans Attune (facultatif)',
    nameHint: 'À la maison',
    kept: 'Gardé dans le trousseau de ce système.',
    test: 'Tester',
    testing: 'Test en cours…',
    add: 'Ajouter le serveur',
    adding: 'Ajout en cours…',
    signIn: 'Se connecter',
    missing: (field, way) => {
      if (field === 'address') return 'Saisis l’adresse de ton serveur.';
      if (field === 'listener') return 'Saisis ton nom sur le serveur.';
      return way === 'apiKey' ? 'Saisis la clé d’API.' : 'Saisis ton mot de passe.';
    },
  },
  check: {
    works: (program) =>
      program === null ? 'Tout fonctionne.' : `Tout fonctionne. Le serveur utilise ${program}.`,
    sendsPassword: 'Il n’accepte que le mot de passe lui-même, donc c’est ce qu’Attune envoie.',
    wrongAddress: 'Vérifie l’adresse',
    certificate: 'Est-ce bien ton serveur ?',
    wrongPassword: 'Vérifie le nom et le mot de passe',
    plainPassword: 'Ton mot de passe pourrait être lu',
    version: 'Le serveur est trop ancien ou trop récent',
    failed: 'Le serveur n’est pas prêt',
  },
  certificate: {
    problems: {
      unknown: 'Aucune autorité connue ne se porte garante du certificat du serveur.',
      expired: 'Le certificat du serveur a expiré.',
      otherName: 'Le certificat du serveur a été établi pour une autre adresse.',
      changed:
        'Le serveur présente un autre certificat que celui que tu as accepté. Si tu ne l’as pas remplacé, quelqu’un s’interpose peut-être entre toi et ton serveur.',
      other: 'Le certificat du serveur ne peut pas être vérifié.',
    },
    compare:
      'Compare cette empreinte SHA-256 à celle que montre ton serveur. Accepte-la seulement si elles sont identiques.',
    fingerprint: 'Empreinte',
    accept: 'Elles sont identiques. Accepter',
  },
  plain: {
    about:
      'Ce serveur n’accepte que le mot de passe lui-même, et la connexion n’est pas chiffrée : d’autres sur le réseau pourraient le lire. Une adresse qui commence par https:// l’évite.',
    send: 'L’envoyer quand même',
  },
  songs,
  loaded: (n) => `${songs(n)} sur cet ordinateur`,
  readAt: (day, time) => `dernière lecture : ${day}, ${time}`,
  neverRead: 'pas encore lu jusqu’au bout',
  as: (listener) => `sous le nom ${listener}`,
  asKey: 'avec une clé d’API',
  waits: 'Attend un autre serveur',
  reading: (read, total) =>
    total === null ? `Lecture · ${songs(read)}` : `Lecture : ${number(read)} sur ${songs(total)}`,
  stops: 'Arrêt en cours…',
  readingLabel: 'Avancement de la lecture',
  stop: 'Arrêter la lecture du serveur',
  found: {
    same: 'Rien n’a changé.',
    changes: (added, changed, removed) =>
      [
        ...(added > 0 ? [count(added, 'nouveau', 'nouveaux')] : []),
        ...(changed > 0 ? [count(changed, 'modifié', 'modifiés')] : []),
        ...(removed > 0 ? [count(removed, 'disparu', 'disparus')] : []),
      ].join(', '),
    stopped: 'Arrêté. Ce qui a été lu est gardé.',
  },
  scan: 'Chercher des changements',
  more: (name) => `Plus d’options pour ${name}`,
  scanAgain: 'Tout relire',
  test: 'Tester la connexion',
  signInAgain: 'Se reconnecter',
  unsaved: 'Ton mot de passe n’a pas pu être enregistré : il te sera demandé après un redémarrage.',
  scrobbles: 'Lui dire ce que tu écoutes',
  scrobblesAbout: 'Le serveur compte les écoutes et peut les transmettre, par exemple à Last.fm.',
  stars: 'Lui dire ce que tu aimes',
  starsAbout: 'Un titre que tu aimes ici reçoit une étoile là-bas.',
  tell: (what, name) => `${name} : ${what}`,
  cache: 'Espace pour les titres chargés',
  cacheAbout: (used, limit) =>
    `${size(used)} sur ${size(limit)} utilisés. Les titres écoutés il y a le plus longtemps laissent la place aux nouveaux ; les titres chargés jouent sans le serveur.`,
  size,
  remove: 'Retirer',
  removeTitle: (name) => `Retirer ${name} ?`,
  removeBody:
    'Attune oublie ses titres, ce qu’il a appris en les écoutant, les fichiers chargés et ton mot de passe. Rien ne change sur le serveur.',
  removeDo: 'Retirer le serveur',
};
