import type { ownMessage } from './en-own-message';

/**
 * French sentences for codes whose English message names a file, a number or a line: without the name, but in the
 * listener's language. Codes of the command line alone have none.
 */
export const ownWords: Partial<Record<keyof typeof ownMessage, string>> = {
  audio_damaged:
    'Le son du fichier est endommagé. Remplace-le par une autre copie, et Attune le relira.',
  audio_model:
    'Le modèle qui écoute la musique ne fonctionne pas. Les ambiances viennent du genre et de l’artiste à la place. Réinstalle Attune pour y remédier.',
  audio_stopped: 'L’analyse a été arrêtée.',
  audio_too_short: 'L’enregistrement est trop court pour dire comment il sonne.',
  audio_unreadable: 'Le fichier n’a pas pu être lu. Vérifie qu’il est toujours là.',
  audio_unsupported: 'Le format du fichier n’est pas pris en charge.',
  camera_format:
    'La caméra ne donne pas d’image qu’Attune puisse utiliser. Choisis-en une autre. La musique continue.',
  csv_cancelled: 'L’importation a été annulée. Rien n’a changé.',
  csv_denied: 'Le système ne permet pas de lire ce fichier. Vérifie ses droits d’accès.',
  csv_missing: 'Le fichier n’existe plus. Choisis-en un autre.',
  csv_no_columns:
    'Il manque au fichier des colonnes pour le titre et l’artiste. Vérifie que la première ligne nomme les colonnes.',
  csv_unreadable: 'Le fichier n’a pas pu être lu jusqu’au bout, donc rien n’a été importé.',
  data_folder_read_only:
    'Attune ne peut pas écrire dans son dossier de données. Tout fonctionne, mais rien de nouveau n’est enregistré.',
  data_folder_unknown:
    'Le système n’indique aucun endroit pour les données. Tout fonctionne, mais rien n’est enregistré.',
  database_corrupt:
    'Tes données enregistrées sont endommagées. La musique joue, mais rien de nouveau n’est enregistré.',
  database_set_aside:
    'Tes données enregistrées étaient endommagées. Ce qui a pu être sauvé est utilisé ; le fichier endommagé se trouve à côté.',
  document_newer:
    'Une partie a été enregistrée par une version plus récente d’Attune et reste intacte. Mets Attune à jour pour l’utiliser.',
  erase_incomplete:
    'Tout n’a pas pu être supprimé. Ferme les autres programmes qui utilisent les fichiers, puis recommence.',
  export_empty: 'Il n’y a rien à exporter.',
  export_failed:
    'Le fichier n’a pas pu être écrit. Choisis un autre endroit ou libère de l’espace.',
  export_kind: 'Le nom du fichier n’indique aucun format connu.',
  file_coding:
    'Le son de ce fichier est dans un format qu’Attune ne joue pas. Convertis-le en FLAC ou en MP3.',
  file_damaged: 'Le fichier est endommagé. Remplace-le par une autre copie.',
  file_empty: 'Le fichier est vide. Copie-le à nouveau.',
  file_no_sound: 'Le fichier ne contient aucun son. Il est peut-être tronqué.',
  file_protected: 'Le fichier est protégé par son vendeur et ne peut pas être joué ici.',
  file_unknown: 'Le fichier n’a pas de format musical connu.',
  file_unreadable: 'Le fichier n’a pas pu être lu. Vérifie qu’il est toujours là.',
  learned_unreadable:
    'Ce qu’Attune a appris n’a pas pu être lu. Il repart de zéro ; tout le reste fonctionne.',
  library_analysing:
    'Un autre Attune analyse la bibliothèque en ce moment. Attends qu’il ait terminé.',
  library_corrupt:
    'La base de données de ta musique est endommagée. Analyse à nouveau tes dossiers pour la reconstruire.',
  library_failed: 'Quelque chose s’est mal passé avec la bibliothèque. Recommence.',
  library_folder_gone: 'Ce dossier n’est plus dans la bibliothèque.',
  library_folder_inside: 'Ce dossier se trouve dans un autre qui est déjà dans la bibliothèque.',
  library_folder_missing: 'Ce dossier n’existe pas. Choisis-en un autre.',
  library_in_memory:
    'La bibliothèque ne peut pas être enregistrée. Elle dure jusqu’à ce que tu fermes Attune.',
  library_newer:
    'La bibliothèque a été enregistrée par une version plus récente d’Attune. Mets Attune à jour pour l’utiliser.',
  library_not_watched:
    'Les changements dans un dossier ne peuvent pas être suivis. « Analyser à nouveau » les trouve quand même.',
  library_scanning:
    'Un autre Attune parcourt les dossiers en ce moment. Attends qu’il ait terminé.',
  library_set_aside:
    'La base de données de ta musique était endommagée. Ce qui a pu être sauvé est utilisé ; le fichier endommagé se trouve à côté.',
  library_track_away: 'Le fichier de ce titre n’est pas là pour l’instant. Branche son disque.',
  library_track_gone: 'Ce titre n’est plus dans la bibliothèque.',
  manifest_invalid: 'La liste des modèles est endommagée. Réinstalle Attune pour y remédier.',
  model_failed:
    'Un modèle n’a pas pu être chargé. Tout le reste fonctionne. Réinstalle Attune pour y remédier.',
  model_output: 'Un modèle a donné un résultat inutilisable. Recommence.',
  model_shape: 'Un modèle ne correspond pas à cette version. Réinstalle Attune pour y remédier.',
  not_saved_yet: 'Quelque chose n’a pas encore pu être enregistré. Attune le garde et réessaie.',
  picture_missing: 'L’image n’existe plus. Choisis-en une autre.',
  picture_too_large: 'L’image est trop grande. Prends-en une plus petite.',
  playlist_failed: 'La playlist n’a pas pu être lue ou écrite.',
  runtime_incompatible:
    'Un composant pour lire les visages n’a pas la bonne version. Tout le reste fonctionne : déplace plutôt le point. Réinstalle Attune pour y remédier.',
  runtime_reports:
    'Un composant pour lire les visages enverrait des données à son fabricant, donc il n’est pas utilisé. Tout le reste fonctionne.',
  server_address: 'Il n’y a pas de serveur de musique à cette adresse. Vérifie-la.',
  server_bad_reply: 'Le serveur a répondu quelque chose qu’Attune ne comprend pas.',
  server_certificate:
    'Personne ne se porte garant du certificat du serveur. Compare son empreinte avant de l’accepter.',
  server_failed: 'Le serveur signale un problème de son côté. Réessaie plus tard.',
  server_gone: 'Ce serveur n’est plus dans Attune.',
  server_interrupted: 'La réponse du serveur a été interrompue. Recommence.',
  server_moved: 'Le serveur renvoie à une autre adresse. Si elle est juste, saisis-la ici.',
  server_no_password:
    'Le mot de passe du serveur n’est pas dans le trousseau. Connecte-toi à nouveau.',
  server_offline:
    'Le serveur est injoignable. Les titres chargés continuent de jouer. Vérifie l’adresse et ta connexion.',
  server_password: 'Le serveur refuse le nom ou le mot de passe. Vérifie les deux.',
  server_plain_password:
    'Le serveur n’accepte que le mot de passe lui-même, et la connexion n’est pas chiffrée.',
  server_rate_limited: 'Le serveur demande d’attendre un peu.',
  server_refused: 'Le serveur a refusé la demande.',
  server_scanning: 'Les titres de ce serveur sont déjà en cours de lecture.',
  server_song_changed: 'Le titre a changé sur le serveur. Recommence.',
  server_song_gone: 'Le titre n’est plus sur le serveur.',
  server_version: 'Le serveur parle une version de Subsonic qu’Attune ne connaît pas.',
  servers_in_memory:
    'La liste de tes serveurs ne peut pas être enregistrée. Elle dure jusqu’à ce que tu fermes Attune.',
  servers_set_aside:
    'La liste de tes serveurs était endommagée. Ce qui a pu être sauvé est utilisé ; le fichier endommagé se trouve à côté.',
  session_failed: 'Attune n’a pas pu démarrer complètement. Relance-le.',
  session_gone: 'Attune est en train de se fermer.',
  settings_repaired:
    'Certains réglages n’ont pas pu être lus et sont revenus à leur valeur par défaut.',
  spotify_bad_reply: 'Spotify a répondu quelque chose qu’Attune ne comprend pas.',
  spotify_endpoint_removed: 'Spotify ne propose plus cela aux nouvelles applis.',
  spotify_interrupted:
    'Spotify n’a pas répondu en entier. La demande a peut-être quand même été exécutée.',
  spotify_keyring: 'Le trousseau n’a pas pu être utilisé pour Spotify.',
  spotify_mood_budget: 'L’humeur change trop souvent en ce moment. Spotify suivra bientôt.',
  spotify_no_listener:
    'Attune n’a pas pu attendre la réponse de Spotify. Relance Attune et connecte-toi à nouveau.',
  spotify_not_found: 'Cela n’existe pas sur Spotify.',
  spotify_not_now: 'Spotify ne le permet pas pour l’instant. Réessaie dans un moment.',
  spotify_not_opened: 'Spotify n’a pas pu être ouvert. Ouvre-le toi-même.',
  spotify_refused: 'Spotify a refusé la demande.',
  spotify_scope_missing:
    'Il manque à Attune une autorisation de Spotify. Déconnecte-toi, puis reconnecte-toi.',
  spotify_server: 'Spotify a un problème de son côté. Réessaie plus tard.',
  spotify_unauthorised: 'Spotify n’accepte pas la connexion. Connecte-toi à nouveau.',
  store_failed: 'Quelque chose n’a pas pu être enregistré. Recommence.',
  task_failed: 'Quelque chose s’est mal passé. Recommence.',
  threads_unavailable:
    'Le système ne permet pas de lancer quoi que ce soit de plus. Ferme d’autres programmes.',
  autostart_failed: 'Ton système n’a pas accepté le changement. Réessaie.',
  shortcuts_not_set:
    'Ton bureau n’a pas défini les raccourcis. Tout le reste fonctionne ; réactive-les pour réessayer.',
  window_not_shown: 'La fenêtre n’a pas pu être affichée.',
};
