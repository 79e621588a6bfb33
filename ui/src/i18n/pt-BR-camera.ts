import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('pt-BR');

/** What the window says of the camera, in Brazilian Portuguese. */
export const camera: Messages['camera'] = {
  label: 'Câmera',
  state: {
    off: 'Câmera fechada',
    starting: 'Iniciando a câmera…',
    on: 'Câmera ligada',
    waiting: 'Câmera desconectada, o Attune espera por ela',
    away: 'Câmera fechada durante sua ausência',
    failed: 'A câmera não pôde ser iniciada',
  },
  busy: 'Câmera em uso, o Attune espera por ela',
  forPulse: 'Câmera ligada para medir seu pulso',
  rate: (looks) => `${count(looks, 'leitura', 'leituras')} por segundo`,
  reopened: 'Câmera ligada de novo após sua ausência',
  start: 'Iniciar câmera',
  pause: 'Pausar',
  retry: 'Tentar de novo',
  picture: 'Usar uma foto',
  waitingFor: (name) => `${name}: desconectada, o Attune espera por ela`,
  first: 'Primeira câmera disponível',
  none: 'Nenhuma câmera encontrada',
  gone: 'Câmera escolhida (desconectada)',
};
