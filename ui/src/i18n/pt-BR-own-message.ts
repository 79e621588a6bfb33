import type { ownMessage } from './en-own-message';

/**
 * Brazilian Portuguese sentences for codes whose English message names a file, a number or a line: without the name,
 * but in the listener's language. Codes of the command line alone have none.
 */
export const ownWords: Partial<Record<keyof typeof ownMessage, string>> = {
  audio_damaged:
    'O som do arquivo está danificado. Substitua-o por outra cópia, e o Attune o lerá de novo.',
  audio_model:
    'O modelo que ouve as músicas não funciona. Os climas vêm do gênero e do artista. Reinstale o Attune para resolver.',
  audio_stopped: 'A análise foi interrompida.',
  audio_too_short: 'A gravação é curta demais para dizer como ela soa.',
  audio_unreadable: 'O arquivo não pôde ser lido. Confira se ele ainda está lá.',
  audio_unsupported: 'O formato do arquivo não é compatível.',
  camera_format:
    'A câmera não fornece uma imagem que o Attune possa usar. Escolha outra. A música continua.',
  csv_cancelled: 'A importação foi cancelada. Nada mudou.',
  csv_denied: 'O sistema não permite ler este arquivo. Confira as permissões dele.',
  csv_missing: 'O arquivo não existe mais. Escolha outro.',
  csv_no_columns:
    'Faltam no arquivo as colunas de título e artista. Confira se a primeira linha nomeia as colunas.',
  csv_unreadable: 'O arquivo não pôde ser lido até o fim, então nada foi importado.',
  data_folder_read_only:
    'O Attune não pode gravar em sua pasta de dados. Tudo funciona, mas nada de novo é salvo.',
  data_folder_unknown:
    'O sistema não indica nenhum lugar para os dados. Tudo funciona, mas nada é salvo.',
  database_corrupt: 'Seus dados salvos estão danificados. A música toca, mas nada de novo é salvo.',
  database_set_aside:
    'Seus dados salvos estavam danificados. O que pôde ser recuperado está em uso; o arquivo danificado está ao lado.',
  document_newer:
    'Uma parte foi salva por uma versão mais nova do Attune e fica intacta. Atualize o Attune para usá-la.',
  erase_incomplete:
    'Nem tudo pôde ser excluído. Feche outros programas que usam os arquivos e tente de novo.',
  export_empty: 'Não há nada para exportar.',
  export_failed: 'O arquivo não pôde ser gravado. Escolha outro lugar ou libere espaço.',
  export_kind: 'O nome do arquivo não indica nenhum formato conhecido.',
  file_coding:
    'O som deste arquivo está em um formato que o Attune não toca. Converta-o para FLAC ou MP3.',
  file_damaged: 'O arquivo está danificado. Substitua-o por outra cópia.',
  file_empty: 'O arquivo está vazio. Copie-o de novo.',
  file_no_sound: 'O arquivo não contém som. Talvez esteja cortado.',
  file_protected: 'O arquivo é protegido por quem o vendeu e não pode tocar aqui.',
  file_unknown: 'O arquivo não tem um formato de música conhecido.',
  file_unreadable: 'O arquivo não pôde ser lido. Confira se ele ainda está lá.',
  learned_unreadable:
    'O que o Attune aprendeu não pôde ser lido. Ele recomeça do zero; todo o resto funciona.',
  library_analysing: 'Outro Attune está analisando a biblioteca. Espere até ele terminar.',
  library_corrupt:
    'O banco de dados da sua música está danificado. Examine suas pastas de novo para reconstruí-lo.',
  library_failed: 'Algo deu errado com a biblioteca. Tente de novo.',
  library_folder_gone: 'Esta pasta não está mais na biblioteca.',
  library_folder_inside: 'Esta pasta está dentro de outra que já está na biblioteca.',
  library_folder_missing: 'Esta pasta não existe. Escolha outra.',
  library_in_memory: 'A biblioteca não pode ser salva. Ela vale até você fechar o Attune.',
  library_newer:
    'A biblioteca foi salva por uma versão mais nova do Attune. Atualize o Attune para usá-la.',
  library_not_watched:
    'Não é possível acompanhar mudanças em uma pasta. “Examinar de novo” as encontra mesmo assim.',
  library_scanning: 'Outro Attune está examinando as pastas. Espere até ele terminar.',
  library_set_aside:
    'O banco de dados da sua música estava danificado. O que pôde ser recuperado está em uso; o arquivo danificado está ao lado.',
  library_track_away: 'O arquivo desta música não está disponível agora. Conecte o disco dele.',
  library_track_gone: 'Esta música não está mais na biblioteca.',
  manifest_invalid: 'A lista de modelos está danificada. Reinstale o Attune para resolver.',
  model_failed:
    'Um modelo não pôde ser carregado. Todo o resto funciona. Reinstale o Attune para resolver.',
  model_output: 'Um modelo deu um resultado inutilizável. Tente de novo.',
  model_shape: 'Um modelo não corresponde a esta versão. Reinstale o Attune para resolver.',
  not_saved_yet: 'Algo ainda não pôde ser salvo. O Attune guarda e tenta de novo.',
  picture_missing: 'A imagem não existe mais. Escolha outra.',
  picture_too_large: 'A imagem é grande demais. Use uma menor.',
  playlist_failed: 'A playlist não pôde ser lida ou gravada.',
  runtime_incompatible:
    'Um componente para ler rostos tem a versão errada. Todo o resto funciona: arraste o ponto. Reinstale o Attune para resolver.',
  runtime_reports:
    'Um componente para ler rostos enviaria dados ao fabricante, por isso não é usado. Todo o resto funciona.',
  server_address: 'Não há servidor de música neste endereço. Confira-o.',
  server_bad_reply: 'O servidor respondeu algo que o Attune não entende.',
  server_certificate:
    'Ninguém garante o certificado do servidor. Compare a impressão digital antes de aceitar.',
  server_failed: 'O servidor informa um problema próprio. Tente mais tarde.',
  server_gone: 'Este servidor não está mais no Attune.',
  server_interrupted: 'A resposta do servidor foi interrompida. Tente de novo.',
  server_moved: 'O servidor aponta para outro endereço. Se estiver certo, digite-o aqui.',
  server_no_password: 'A senha do servidor não está no chaveiro. Entre de novo.',
  server_offline:
    'Não foi possível acessar o servidor. As músicas carregadas continuam tocando. Confira o endereço e sua conexão.',
  server_password: 'O servidor recusa o nome ou a senha. Confira os dois.',
  server_plain_password: 'O servidor só aceita a própria senha, e a conexão não é criptografada.',
  server_rate_limited: 'O servidor pede para esperar um pouco.',
  server_refused: 'O servidor recusou o pedido.',
  server_scanning: 'As músicas deste servidor já estão sendo lidas.',
  server_song_changed: 'A música mudou no servidor. Tente de novo.',
  server_song_gone: 'A música não está mais no servidor.',
  server_version: 'O servidor fala uma versão do Subsonic que o Attune não conhece.',
  servers_in_memory:
    'A lista dos seus servidores não pode ser salva. Ela vale até você fechar o Attune.',
  servers_set_aside:
    'A lista dos seus servidores estava danificada. O que pôde ser recuperado está em uso; o arquivo danificado está ao lado.',
  session_failed: 'O Attune não pôde iniciar por completo. Abra-o de novo.',
  session_gone: 'O Attune está sendo fechado.',
  settings_repaired: 'Algumas configurações não puderam ser lidas e voltaram ao padrão.',
  spotify_bad_reply: 'O Spotify respondeu algo que o Attune não entende.',
  spotify_endpoint_removed: 'O Spotify não oferece mais isso a apps novos.',
  spotify_interrupted:
    'O Spotify não respondeu por completo. Talvez o pedido tenha sido feito mesmo assim.',
  spotify_keyring: 'O chaveiro não pôde ser usado para o Spotify.',
  spotify_mood_budget: 'O humor está mudando rápido demais. O Spotify acompanha logo.',
  spotify_no_listener:
    'O Attune não pôde esperar a resposta do Spotify. Abra o Attune de novo e entre outra vez.',
  spotify_not_found: 'Isso não existe no Spotify.',
  spotify_not_now: 'O Spotify não permite isso agora. Tente daqui a pouco.',
  spotify_not_opened: 'O Spotify não pôde ser aberto. Abra-o você.',
  spotify_refused: 'O Spotify recusou o pedido.',
  spotify_scope_missing: 'Falta ao Attune uma permissão do Spotify. Saia e entre de novo.',
  spotify_server: 'O Spotify está com um problema próprio. Tente mais tarde.',
  spotify_unauthorised: 'O Spotify não aceita o acesso. Entre de novo.',
  store_failed: 'Algo não pôde ser salvo. Tente de novo.',
  task_failed: 'Algo deu errado. Tente de novo.',
  threads_unavailable: 'O sistema não deixa iniciar mais nada. Feche outros programas.',
  autostart_failed: 'O sistema não aceitou a mudança. Tente de novo.',
  shortcuts_not_set:
    'O ambiente não definiu os atalhos. Todo o resto funciona; ative-os de novo para tentar outra vez.',
  window_not_shown: 'A janela não pôde ser mostrada.',
};
