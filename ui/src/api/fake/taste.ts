import type { TasteView, StatedItem } from '../bindings';

/** The taste learned from that many invented lessons, plus the stated preferences. */
export function inventedTaste(
  lessons: number,
  said: StatedItem[],
): Pick<TasteView, 'lessons' | 'likes' | 'dislikes' | 'counted' | 'rated'> {
  const kept = { counted: 1240, rated: 86 };
  if (lessons === 0) return { ...kept, lessons, likes: [], dislikes: [] };
  const holm = said.some(({ name, answer }) => name === 'Mira Holm' && answer === 'like');
  return {
    ...kept,
    lessons,
    likes: [
      { term: 'genre', detail: 'folk', value: 0.21, stated: 0, evidence: 34 },
      { term: 'artist', detail: 'Mira Holm', value: 0.14, stated: holm ? 0.09 : 0, evidence: 9 },
      { term: 'sound', detail: 'valence', value: 0.09, stated: 0, evidence: 120 },
      { term: 'era', detail: '2010', value: 0.06, stated: 0, evidence: 51 },
      { term: 'language', detail: 'fr', value: 0.03, stated: 0, evidence: 8 },
    ],
    dislikes: [
      { term: 'genreWord', detail: 'punk', value: -0.16, stated: 0, evidence: 11 },
      { term: 'tempo', detail: 'fast', value: -0.08, stated: 0, evidence: 40 },
    ],
  };
}
