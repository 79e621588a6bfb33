import type { LeaningView, TermView } from '../api/backend';
import { degreeOf } from '../lib/degree';
import { t } from '.';

/** What a part of a score, or a leaning, is about. */
export function termName(code: string, detail: string): string {
  return t.terms.name[code]?.(detail) ?? t.terms.other;
}

/** How much a part of a score speaks for its track, or against it. */
export function termDegree({ value }: TermView): string {
  return t.terms.degree[value < 0 ? 'against' : 'for'][degreeOf(value)];
}

/** How strong a leaning is. */
export function leaningDegree({ value }: LeaningView): string {
  return t.terms.degree.leaning[degreeOf(value)];
}
