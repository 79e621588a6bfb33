# Catalogues
row_problem = { $file }, ligne { $line } : { $problem }
rows_left_out = { $file } : { $rows ->
    [one] { $rows } autre ligne a été ignorée
   *[other] { $rows } autres lignes ont été ignorées
}
values_left_out = { $file } : { $values ->
    [one] { $values } valeur a été omise, mais sa ligne a été prise
   *[other] { $values } valeurs ont été omises, mais leurs lignes ont été prises
}

# Caméra et visages
camera_closed = La caméra est fermée pendant ton absence.
camera_open = La caméra est de nouveau allumée.
face_none = aucun visage
face_not_read = non lu
face_unsure = pas sûr : { $why }
affect = valence { $valence } ± { $valence_sd }  activation { $arousal } ± { $arousal_sd }

# Titres
column_name = titre
column_artist = artiste
column_mood = humeur
column_popularity = popularité
column_because = raison
queue_at_end = La file d’attente à la fin :
not_understood = Pas compris : { $line }
line_no_track = La ligne { $number } de l’entrée n’est pas un titre en JSON.

# Pouls
strap_not_found = Aucune ceinture n’a été trouvée. Mets-la, humidifie ses contacts et déconnecte-la des autres appareils.
strap_is_connected = connectée
strap_searching = Recherche de la ceinture…
strap_connected = Connecté à { $name }
strap_connected_battery = Connecté à { $name }, batterie { $percent } %
strap_unreadable = La ceinture a envoyé quelque chose d’illisible.
strap_waiting = Pas de connexion : { $why } Nouvelle recherche dans { $seconds } s.
pulse_rate = { $rate } bpm
pulse_sure = { $rate } bpm, confiance { $confidence }
skin_not_touched = pas de contact avec la peau

# Serveurs
server_works = Ça marche : { $program }, protocole { $protocol }.
server_works_unnamed = Ça marche : un serveur de musique, protocole { $protocol }.
server_scanned = { $server } : { $songs ->
    [one] { $songs } titre
   *[other] { $songs } titres
}, ajoutés : { $added }, modifiés : { $changed }, retirés : { $removed }
server_unchanged = le serveur dit que rien n’a changé
server_songs = { $songs ->
    [one] { $songs } titre
   *[other] { $songs } titres
}, chargés : { $loaded }
password_not_kept = Le mot de passe n’a pas été gardé : { $why }

# Historiques
history_kept = { $number } : { $source }, { $plays ->
    [one] { $plays } écoute
   *[other] { $plays } écoutes
} de { $tracks ->
    [one] { $tracks } titre
   *[other] { $tracks } titres
}
history_span = du { $from } au { $to }
history_counts = { $plays ->
    [one] { $plays } écoute
   *[other] { $plays } écoutes
} de { $tracks ->
    [one] { $tracks } titre
   *[other] { $tracks } titres
} de { $artists ->
    [one] { $artists } artiste
   *[other] { $artists } artistes
} ; jusqu’au bout : { $finished }, passées : { $skipped }
history_unused = Laissées de côté : { $left_out }, inutilisables : { $unusable }

# Erreurs dont la fenêtre ne dit rien, ou autre chose
error_annotations_invalid = Une ligne des annotations est inutilisable. Vérifie ses valeurs.
error_annotations_unreadable = Le fichier d’annotations n’a pas pu être lu. Vérifie le chemin et les colonnes.
error_bad_affect = Donne deux nombres de -1 à 1, par exemple 0.4,-0.2.
error_bad_expression = Cette expression n’existe pas. Choisis neutral, happiness, surprise, sadness, anger, disgust, fear ou contempt.
error_bad_policy = Cette consigne n’existe pas. Choisis match, lift, calm, energise, hold ou classic.
error_correlation_unreadable = La corrélation est illisible. Donne un nombre entre -1 et 1.
error_no_data_folder = Le système n’indique aucun dossier pour les données. Indiques-en un avec --data-dir.
error_no_display = Il n’y a pas d’écran où ouvrir une fenêtre. Utilise attune-cli.
error_nothing_measured = Il n’y avait rien à mesurer. Vérifie que les fichiers des annotations sont là.
error_output_failed = La sortie n’a pas pu être écrite. Vérifie le chemin et l’espace libre.
error_camera_none = Aucune caméra n’a été trouvée, ou pas celle qui est choisie. Branche-en une et réessaie.
error_microphone_none = Aucun micro n’a été trouvé, ou pas celui qui est choisi. Branche-en un et réessaie.
error_runtime_missing = Un composant pour lire les visages manque. Tout le reste fonctionne. Réinstalle Attune pour y remédier.
error_cpu_unsupported = Le processeur de cet ordinateur ne peut pas faire tourner le modèle des expressions. Tout le reste fonctionne.
error_picture_no_face = Aucun visage n’a été trouvé sur la photo. Choisis une autre photo.
error_picture_several_faces = Il y a plus d’un visage sur la photo. Choisis une photo où l’on ne voit qu’une personne.
error_picture_unclear = Le visage sur la photo est trop sombre, trop clair, flou, lointain ou caché. Choisis une photo plus nette.
