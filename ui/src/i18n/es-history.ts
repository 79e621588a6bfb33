import type { Messages } from './en';
import { grammar } from './grammar';

const { count } = grammar('es');

/** The history of moods, in Spanish. */
export const history: Messages['history'] = {
  title: 'Historial',
  spans: { day: 'Día', week: 'Semana', month: 'Mes' },
  span: 'Periodo que se muestra',
  previous: { day: 'Día anterior', week: 'Semana anterior', month: 'Mes anterior' },
  next: { day: 'Día siguiente', week: 'Semana siguiente', month: 'Mes siguiente' },
  weekdays: ['lun', 'mar', 'mié', 'jue', 'vie', 'sáb', 'dom'],
  summary: (day, mostly, songs) =>
    [
      day,
      ...(mostly ? [`sobre todo ${mostly}`] : []),
      ...(songs ? [count(songs, 'canción', 'canciones')] : []),
    ].join(' · '),
  parts: { morning: 'Las mañanas', afternoon: 'Las tardes', evening: 'Las noches' },
  observed: {
    calmest: (part) => `${part} son tu momento más tranquilo.`,
    brightest: (part) => `${part} son tu momento más agradable.`,
  },
  onDays: (days, of) => `En ${days} de ${of} días.`,
  seeDays: 'Ver esos días',
  add: 'Añadir un momento',
  addTitle: '¿Cómo te sentías?',
  addDo: 'Añadir',
  when: 'Cuándo',
  heard: (titles) => `→ ${titles}`,
  heardLabel: 'Canciones escuchadas',
  today: 'Hoy',
  yesterday: 'Ayer',
  strip: (today) => (today ? 'Tu ánimo hoy' : 'Tu ánimo ese día'),
  entries: (n) => count(n, 'entrada', 'entradas'),
  time: 'Hora',
  mood: 'Ánimo',
  sureness: 'Certeza',
  source: 'Fuente',
  sources: { face: 'tu cara', voice: 'tu voz', pulse: 'tu pulso', you: 'tú' },
  note: 'Nota',
  edit: 'Editar',
  editOf: (time) => `Editar la entrada de las ${time}`,
  delete: 'Eliminar',
  deleteOf: (time) => `Eliminar la entrada de las ${time}`,
  deleted: (time) => `Entrada de las ${time} eliminada.`,
  undo: 'Deshacer',
  editTitle: (time) => `¿Cómo te sentías a las ${time}?`,
  editDot: 'Ánimo de esta entrada: arrastra, o usa las flechas y Enter',
  noteHint: 'Una nota para ti',
  save: 'Guardar',
  cancel: 'Cancelar',
  empty: 'No hay entradas de este día.',
  emptyDo: 'Se añaden entradas mientras la cámara está encendida y cuando arrastras el punto.',
  toNow: 'Ir a «Ahora»',
};
