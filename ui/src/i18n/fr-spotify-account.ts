import type { Messages } from './en';

/** Setting up access to Spotify, in French. “User Management” and the like are names of Spotify’s pages. */
export const wizard: Messages['spotify']['wizard'] = {
  title: 'Configurer Spotify',
  step: (at, of) => `Étape ${at} sur ${of}`,
  back: 'Retour',
  next: 'Suivant',
  why: 'Pourquoi il te faut ta propre appli Spotify',
  whyLines: [
    'Spotify limite une nouvelle appli à cinq personnes, et seulement tant que son propriétaire a Premium. Une appli pour tout le monde exige une entreprise enregistrée.',
    'Attune n’en fournit donc pas. Tu crées la tienne en quelques minutes. Il te faut Premium, mais cela ne coûte rien de plus.',
    'Elle ne sert qu’à toi : les demandes d’Attune vont de cet ordinateur à Spotify et nulle part ailleurs.',
  ],
  make: 'Créer l’appli',
  steps: [
    'Ouvre le tableau de bord développeur de Spotify, connecte-toi et choisis « Create app ». Le nom et la description sont libres.',
    'Sous « Redirect URI », saisis exactement cette adresse, sans port :',
    'Choisis « Web API », accepte les conditions et enregistre.',
    'Sous « User Management », ajoute le nom et l’adresse e-mail de chaque compte qui s’en servira, y compris le tien.',
    'Copie le « Client ID ». Attune n’a pas besoin du « Client secret », alors ne le partage pas.',
  ],
  dashboard: 'Ouvrir le tableau de bord',
  redirect: 'Redirect URI',
  copy: 'Copier',
  copied: 'Copié',
  copyByHand: 'Appuie sur Ctrl+C pour copier le texte sélectionné',
  enter: 'Saisir le Client ID',
  clientId: 'Client ID',
  clientIdHint: '32 lettres et chiffres',
  noClientId: 'Saisis d’abord ton Client ID.',
  test: 'Tester',
  testing: 'Vérification auprès de Spotify…',
  signIn: 'Se connecter avec Spotify',
  browser: 'Continue dans ton navigateur : accepte sur la page de Spotify, puis reviens ici.',
  browserNot: 'Si aucune page ne s’est ouverte, copie cette adresse dans un navigateur :',
  address: 'Adresse de la page de connexion',
  cancel: 'Annuler',
};

/** What a test of the access found, in French. */
export const check: Messages['spotify']['check'] = {
  works: (name) =>
    name === null ? 'Tout fonctionne.' : `Tout fonctionne. Connecté sous le nom ${name}.`,
  needsSignIn: 'Le Client ID est valide. Connecte-toi pour vérifier le reste.',
  wrongClientId:
    'Spotify ne reconnaît pas ce Client ID. Copie-le à nouveau depuis la page de ton appli.',
  ownerNotPremium:
    'Le compte qui possède l’appli n’a pas Premium, donc Spotify refuse toutes les demandes. Après l’abonnement, cela peut prendre quelques heures.',
  notAllowListed:
    'Ce compte n’est pas sur la liste de ton appli. Ajoute-le dans le tableau de bord, sous « User Management ».',
  offline: 'Spotify est injoignable. Vérifie ta connexion et teste à nouveau.',
};

/** The account that is signed in, in French. */
export const account: Messages['spotify']['account'] = {
  as: (name) => `Connecté sous le nom ${name}`,
  signedIn: 'Connecté',
  app: (id) => `Ton appli : ${id}`,
  test: 'Tester',
  ends: (day) => `Spotify met fin à cette connexion le ${day}.`,
  endsSoon: (day) => `Spotify met fin à ta connexion le ${day}. Reconnecte-toi pour continuer.`,
  again: 'Se reconnecter',
  session:
    'Ton trousseau n’a pas pu être utilisé, donc la connexion dure seulement jusqu’à ce que tu fermes Attune.',
  sessionWhy: {
    keyring_dismissed:
      'Sa demande de mot de passe a été fermée ou n’a pas pu s’afficher. Reconnecte-toi, et il te le redemandera.',
    keyring_locked: 'Il est verrouillé. Déverrouille-le, puis reconnecte-toi pour le rester.',
    keyring_silent: 'Il ne répond pas. Il attend peut-être ton mot de passe.',
    keyring_unavailable: 'Ce système n’en a pas.',
    keyring_unusable:
      'Il contient une autre entrée au nom d’Attune. Supprime-la, puis reconnecte-toi.',
  },
  signOut: 'Se déconnecter…',
  signOutTitle: 'Se déconnecter de Spotify ?',
  signOutBody:
    'Ta connexion, ton Client ID et tout ce qu’Attune garde au sujet de Spotify sont supprimés de cet ordinateur. Tes playlists restent dans ton compte.',
  signOutDo: 'Se déconnecter',
  permissions: 'Retirer l’accès d’Attune sur le site de Spotify',
};
