import { ownMessage } from './en-own-message';
import type { Messages } from './en';
import { ownWords } from './fr-own-message';
import { playerErrors } from './fr-player';
import { senseErrors } from './fr-senses';
import { spotifyErrors } from './fr-spotify';

/** A sentence for every error code, in French: what happened, what still works, what to do. */
export const errors: Messages['errors'] = {
  ...ownMessage,
  ...ownWords,
  ...senseErrors,
  camera_none:
    'Aucune caméra n’a été trouvée. Attune fonctionne aussi sans : déplace plutôt le point. Ou branche-en une et réessaie.',
  camera_busy: 'Un autre programme utilise la caméra. Ferme-la là-bas pour l’utiliser ici.',
  camera_denied:
    'Attune n’a pas le droit d’utiliser la caméra. Autorise-le dans les réglages du système (sur Android : Applications, Attune, Autorisations), puis réessaie.',
  camera_lost:
    'La caméra a été débranchée ou ne fonctionne plus. La musique continue, et la caméra redémarre dès qu’elle est de retour.',
  camera_stuck:
    'La caméra ne répond pas et est peut-être encore allumée. Débranche-la ou choisis-en une autre. La musique continue.',
  calibration_needs_camera:
    'Pour cela, Attune doit voir ton visage. Démarre la caméra, puis recommence.',
  model_missing:
    'Le modèle des expressions manque, donc Attune ne peut pas lire les visages. Tout le reste fonctionne. Réinstalle Attune pour y remédier.',
  model_corrupt:
    'Le modèle des expressions est endommagé, donc Attune ne peut pas lire les visages. Tout le reste fonctionne. Réinstalle Attune pour y remédier.',
  runtime_missing:
    'Un composant pour lire les visages manque. Tout le reste fonctionne : déplace plutôt le point. Réinstalle Attune pour y remédier.',
  cpu_unsupported:
    'Le processeur de cet ordinateur ne peut pas faire tourner le modèle des expressions. Tout le reste fonctionne : déplace plutôt le point.',
  picture_no_face:
    'Aucun visage n’a été trouvé sur la photo, donc ton humeur n’a pas changé. Choisis une autre photo.',
  picture_several_faces:
    'Il y a plus d’un visage sur la photo, donc ton humeur n’a pas changé. Choisis une photo où l’on ne voit que toi.',
  picture_unclear:
    'Le visage sur la photo est trop sombre, trop clair, flou, lointain ou caché, donc ton humeur n’a pas changé. Choisis une photo plus nette.',
  picture_unreadable:
    'Ce fichier n’est pas une image qu’Attune peut lire. Prends du JPEG, du PNG ou du WebP.',
  csv_empty: 'Le fichier est vide, donc rien n’a été importé. Choisis-en un autre.',
  database_busy: 'Attune est déjà ouvert avec tes données. Ferme-le là-bas, puis recommence.',
  backup_newer:
    'Ce fichier a été enregistré par une version plus récente d’Attune, donc rien n’a changé. Mets Attune à jour pour le restaurer.',
  backup_unreadable:
    'Ce fichier n’a pas été exporté par Attune, ou il est endommagé. Rien n’a changé. Choisis un autre fichier.',
  database_newer:
    'Tes données ont été enregistrées par une version plus récente d’Attune. Mets Attune à jour pour les utiliser.',
  disk_full:
    'Le disque est plein, donc rien de nouveau n’est enregistré. La musique continue. Libère un peu d’espace.',
  artist_unnamed: 'Ce titre n’a pas d’artiste à bloquer. Bloque plutôt le titre lui-même.',
  track_gone: 'Ce titre n’est plus dans ta bibliothèque. Choisis-en un autre.',
  preference_unknown: 'Ta réponse n’a pas pu être enregistrée. Rien d’autre n’a changé.',
  catalogue_gone: 'Ce catalogue a été retiré.',
  history_gone: 'Cette entrée a été supprimée.',
  ...playerErrors,
  ...spotifyErrors,
  bad_arguments: 'Cela n’a pas pu se faire, et rien n’a changé. Recommence.',
  unexpected:
    'Quelque chose s’est mal passé, et ce que tu vois n’est peut-être plus à jour. Recommence.',
};
