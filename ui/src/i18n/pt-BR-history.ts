import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('pt-BR');

/** The history of moods, in Brazilian Portuguese. */
export const history: Messages['history'] = {
  title: 'Histórico',
  spans: { day: 'Dia', week: 'Semana', month: 'Mês' },
  span: 'Período mostrado',
  previous: { day: 'Dia anterior', week: 'Semana anterior', month: 'Mês anterior' },
  next: { day: 'Próximo dia', week: 'Próxima semana', month: 'Próximo mês' },
  weekdays: ['seg.', 'ter.', 'qua.', 'qui.', 'sex.', 'sáb.', 'dom.'],
  summary: (day, mostly, songs) =>
    [
      day,
      ...(mostly ? [`principalmente ${mostly}`] : []),
      ...(songs ? [count(songs, 'música', 'músicas')] : []),
    ].join(' · '),
  parts: { morning: 'As manhãs', afternoon: 'As tardes', evening: 'As noites' },
  observed: {
    calmest: (part) => `${part} são seu momento mais tranquilo.`,
    brightest: (part) => `${part} são seu momento mais agradável.`,
  },
  onDays: (days, of) => `Em ${days} de ${of} dias.`,
  seeDays: 'Ver esses dias',
  add: 'Adicionar um momento',
  addTitle: 'Como você estava?',
  addDo: 'Adicionar',
  when: 'Quando',
  heard: (titles) => `→ ${titles}`,
  heardLabel: 'Músicas ouvidas',
  today: 'Hoje',
  yesterday: 'Ontem',
  strip: (today) => (today ? 'Seu humor hoje' : 'Seu humor naquele dia'),
  entries: (n) => count(n, 'registro', 'registros'),
  time: 'Hora',
  mood: 'Humor',
  sureness: 'Certeza',
  source: 'Origem',
  sources: { face: 'seu rosto', voice: 'sua voz', pulse: 'seu pulso', you: 'você' },
  note: 'Nota',
  edit: 'Editar',
  editOf: (time) => `Editar o registro das ${time}`,
  delete: 'Excluir',
  deleteOf: (time) => `Excluir o registro das ${time}`,
  deleted: (time) => `Registro das ${time} excluído.`,
  undo: 'Desfazer',
  editTitle: (time) => `Como você estava às ${time}?`,
  editDot: 'Humor deste registro: arraste, ou use as setas e Enter',
  noteHint: 'Uma nota para você',
  save: 'Salvar',
  cancel: 'Cancelar',
  empty: 'Nenhum registro neste dia.',
  emptyDo: 'Registros são adicionados enquanto a câmera está ligada e quando você arrasta o ponto.',
  toNow: 'Ir para “Agora”',
};
