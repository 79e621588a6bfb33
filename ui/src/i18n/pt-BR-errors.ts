import { ownMessage } from './en-own-message';
import type { Messages } from './en';
import { ownWords } from './pt-BR-own-message';
import { playerErrors } from './pt-BR-player';
import { senseErrors } from './pt-BR-senses';
import { spotifyErrors } from './pt-BR-spotify';

/** A sentence for every error code, in Brazilian Portuguese: what happened, what still works, what to do. */
export const errors: Messages['errors'] = {
  ...ownMessage,
  ...ownWords,
  ...senseErrors,
  camera_none:
    'Nenhuma câmera foi encontrada. O Attune funciona sem ela: arraste o ponto. Ou conecte uma e tente de novo.',
  camera_busy: 'Outro programa está usando a câmera. Feche-a lá para usá-la aqui.',
  camera_denied:
    'O Attune não tem permissão para usar a câmera. Permita nas configurações do sistema (no Android: Apps, Attune, Permissões) e tente de novo.',
  camera_lost:
    'A câmera foi desconectada ou parou de funcionar. A música continua, e a câmera é iniciada de novo assim que voltar.',
  camera_stuck:
    'A câmera não responde e talvez ainda esteja ligada. Desconecte-a ou escolha outra. A música continua.',
  calibration_needs_camera:
    'Para isso, o Attune precisa ver seu rosto. Inicie a câmera e tente de novo.',
  model_missing:
    'Falta o modelo de expressões, por isso o Attune não consegue ler rostos. Todo o resto funciona. Reinstale o Attune para resolver.',
  model_corrupt:
    'O modelo de expressões está danificado, por isso o Attune não consegue ler rostos. Todo o resto funciona. Reinstale o Attune para resolver.',
  runtime_missing:
    'Falta um componente para ler rostos. Todo o resto funciona: arraste o ponto. Reinstale o Attune para resolver.',
  cpu_unsupported:
    'O processador deste computador não consegue executar o modelo de expressões. Todo o resto funciona: arraste o ponto.',
  picture_no_face:
    'Nenhum rosto foi encontrado na foto, então seu humor não mudou. Escolha outra foto.',
  picture_several_faces:
    'Há mais de um rosto na foto, então seu humor não mudou. Escolha uma foto em que só você apareça.',
  picture_unclear:
    'O rosto na foto está escuro demais, claro demais, borrado, longe ou coberto, então seu humor não mudou. Escolha uma foto mais nítida.',
  picture_unreadable:
    'Este arquivo não é uma imagem que o Attune consiga ler. Use JPEG, PNG ou WebP.',
  csv_empty: 'O arquivo está vazio, então nada foi importado. Escolha outro.',
  database_busy: 'O Attune já está aberto com seus dados. Feche-o lá e tente de novo.',
  backup_newer:
    'Este arquivo foi salvo por uma versão mais nova do Attune, então nada mudou. Atualize o Attune para restaurá-lo.',
  backup_unreadable:
    'Este arquivo não foi exportado pelo Attune ou está danificado. Nada mudou. Escolha outro arquivo.',
  database_newer:
    'Seus dados foram salvos por uma versão mais nova do Attune. Atualize o Attune para usá-los.',
  disk_full:
    'O disco está cheio, então nada de novo é salvo. A música continua. Libere algum espaço.',
  artist_unnamed: 'Esta música não tem artista para bloquear. Bloqueie a própria música.',
  track_gone: 'Esta música não está mais na sua biblioteca. Escolha outra.',
  preference_unknown: 'Sua resposta não pôde ser salva. Todo o resto continua igual.',
  catalogue_gone: 'Este catálogo foi removido.',
  history_gone: 'Este registro foi excluído.',
  ...playerErrors,
  ...spotifyErrors,
  bad_arguments: 'Não foi possível fazer isso, e nada mudou. Tente de novo.',
  unexpected: 'Algo deu errado, e o que você vê talvez não esteja atualizado. Tente de novo.',
};
