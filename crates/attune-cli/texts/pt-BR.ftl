# Catálogos
row_problem = { $file }, linha { $line }: { $problem }
rows_left_out = { $file }: { $rows ->
    [one] mais { $rows } linha foi deixada de fora
   *[other] mais { $rows } linhas foram deixadas de fora
}
values_left_out = { $file }: { $values ->
    [one] { $values } valor foi deixado de fora, mas sua linha foi aceita
   *[other] { $values } valores foram deixados de fora, mas suas linhas foram aceitas
}

# Câmera e rostos
camera_closed = A câmera está fechada durante sua ausência.
camera_open = A câmera está ligada de novo.
face_none = nenhum rosto
face_not_read = não lido
face_unsure = incerto: { $why }
affect = valência { $valence } ± { $valence_sd }  ativação { $arousal } ± { $arousal_sd }

# Músicas
column_name = título
column_artist = artista
column_mood = humor
column_popularity = popularidade
column_because = motivo
queue_at_end = A fila no final:
not_understood = Não entendido: { $line }
line_no_track = A linha { $number } da entrada não é uma música em JSON.

# Pulso
strap_not_found = Nenhuma cinta foi encontrada. Coloque-a, umedeça os contatos e desconecte-a de outros aparelhos.
strap_is_connected = conectada
strap_searching = Procurando a cinta…
strap_connected = Conectado a { $name }
strap_connected_battery = Conectado a { $name }, bateria { $percent } %
strap_unreadable = A cinta enviou algo que não pode ser lido.
strap_waiting = Sem conexão: { $why } Nova busca em { $seconds } s.
pulse_rate = { $rate } bpm
pulse_sure = { $rate } bpm, confiança { $confidence }
skin_not_touched = sem contato com a pele

# Servidores
server_works = Funciona: { $program }, protocolo { $protocol }.
server_works_unnamed = Funciona: um servidor de música, protocolo { $protocol }.
server_scanned = { $server }: { $songs ->
    [one] { $songs } música
   *[other] { $songs } músicas
}, adicionadas: { $added }, alteradas: { $changed }, removidas: { $removed }
server_unchanged = o servidor diz que nada mudou
server_songs = { $songs ->
    [one] { $songs } música
   *[other] { $songs } músicas
}, carregadas: { $loaded }
password_not_kept = A senha não foi guardada: { $why }

# Históricos
history_kept = { $number }: { $source }, { $plays ->
    [one] { $plays } reprodução
   *[other] { $plays } reproduções
} de { $tracks ->
    [one] { $tracks } música
   *[other] { $tracks } músicas
}
history_span = de { $from } a { $to }
history_counts = { $plays ->
    [one] { $plays } reprodução
   *[other] { $plays } reproduções
} de { $tracks ->
    [one] { $tracks } música
   *[other] { $tracks } músicas
} de { $artists ->
    [one] { $artists } artista
   *[other] { $artists } artistas
}; até o fim: { $finished }, puladas: { $skipped }
history_unused = Deixadas de fora: { $left_out }, inutilizáveis: { $unusable }

# Erros dos quais a janela não diz nada, ou diz outra coisa
error_annotations_invalid = Uma linha das anotações não pode ser usada. Confira os valores.
error_annotations_unreadable = O arquivo de anotações não pôde ser lido. Confira o caminho e as colunas.
error_bad_affect = Informe dois números de -1 a 1, por exemplo 0.4,-0.2.
error_bad_expression = Essa expressão não existe. Escolha neutral, happiness, surprise, sadness, anger, disgust, fear ou contempt.
error_bad_policy = Essa diretriz não existe. Escolha match, lift, calm, energise, hold ou classic.
error_correlation_unreadable = Não é possível ler a correlação. Informe um número entre -1 e 1.
error_no_data_folder = O sistema não indica nenhuma pasta para os dados. Informe uma com --data-dir.
error_no_display = Não há tela em que abrir uma janela. Use o attune-cli.
error_nothing_measured = Não havia nada para medir. Confira se os arquivos das anotações estão lá.
error_output_failed = Não foi possível gravar a saída. Confira o caminho e o espaço livre.
error_camera_none = Nenhuma câmera foi encontrada, ou não a escolhida. Conecte uma e tente de novo.
error_microphone_none = Nenhum microfone foi encontrado, ou não o escolhido. Conecte um e tente de novo.
error_runtime_missing = Falta um componente para ler rostos. Todo o resto funciona. Reinstale o Attune para resolver.
error_cpu_unsupported = O processador deste computador não consegue executar o modelo de expressões. Todo o resto funciona.
error_picture_no_face = Nenhum rosto foi encontrado na foto. Escolha outra foto.
error_picture_several_faces = Há mais de um rosto na foto. Escolha uma foto em que só uma pessoa apareça.
error_picture_unclear = O rosto na foto está escuro demais, claro demais, borrado, longe ou coberto. Escolha uma foto mais nítida.
