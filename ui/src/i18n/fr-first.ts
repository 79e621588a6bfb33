import type { Messages } from './en';

/** The introduction shown on first start, in French. */
export const first: Messages['first'] = {
  label: 'Bienvenue dans Attune',
  step: (at, of) => `${at} sur ${of}`,
  skip: 'Passer',
  back: 'Retour',
  next: 'Suivant',
  done: 'Lancer la musique',
  mood: {
    title: 'Comment te sens-tu ?',
    drag: 'Déplace le point là où tu en es. La musique suit.',
    silent: 'Le premier mouvement lance un paysage sonore.',
    sounds: 'Un paysage sonore qu’Attune compose pendant que tu écoutes.',
    camera: 'Ta caméra peut le faire pour toi. Les images ne quittent jamais cet ordinateur.',
    useCamera: 'Utiliser la caméra',
    cameraOff: 'Fermer la caméra',
    self: 'Je le déplace à la main',
    how: 'Quand la caméra est allumée, un modèle sur cet ordinateur lit l’expression de ton visage et estime à quel point ton humeur est peut-être agréable et énergique. Il voit des expressions, pas des sentiments, et peut se tromper : c’est toujours ce que tu dis qui compte. Aucune image n’est enregistrée ni envoyée, et tu n’as pas besoin de compte.',
    seesNothing: 'Pas encore de visage à l’image. Place-toi de façon à avoir le visage éclairé.',
    sees: (word) => `Attune voit ton visage. Tu as peut-être l’air ${word}.`,
  },
  music: {
    title: 'Où est ta musique ?',
    starter: 'Un catalogue de titres pour commencer. Ils s’ouvrent dans Spotify.',
    csv: 'Tu as une liste de titres en fichier CSV ? Importe-la maintenant, ou plus tard dans la bibliothèque.',
  },
  taste: {
    title: 'Choisis ce que tu adores',
    about:
      'C’est facultatif : Attune apprend aussi de ce que tu écoutes. Tu peux le changer plus tard dans les réglages, sous « Ce qu’Attune a appris ».',
  },
};
