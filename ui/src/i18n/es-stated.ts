import type { Messages } from './en';

/** The preferences that the listener states outright, in Spanish. */
export const stated: Messages['stated'] = {
  title: 'Lo que le dijiste a Attune',
  nothing: 'Nada todavía. No hace falta: Attune también aprende de lo que escuchas.',
  summary: { like: 'Te gusta:', ratherNot: 'No es para ti:' },
  about:
    'Ayuda sobre todo al principio. Con el tiempo cuenta más lo que terminas y lo que saltas, y nada queda descartado del todo.',
  begin: 'Decirle a Attune qué te gusta…',
  change: 'Cambiar…',
  close: 'Listo',
  reset: 'Borrar',
  resetOf: 'Borrar lo que dijiste que te gusta',
  answer: { like: 'Me gusta', ratherNot: 'No es para mí' },
  answerOf: {
    like: (name) => `Me gusta: ${name}`,
    ratherNot: (name) => `No es para mí: ${name}`,
  },
  artists: 'Artistas',
  families: 'Géneros',
  words: (family) => `Géneros dentro de ${family}`,
  eras: 'Décadas',
  languages: 'Idiomas',
  search: 'Buscar un artista',
  nobody: (text) => `Ningún artista de tu biblioteca coincide con «${text}».`,
};
