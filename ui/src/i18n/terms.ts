import type { LeaningView, TermView } from '../api/backend';
import { strengthOf } from '../lib/strength';
import { t } from '.';

/** The name of a ranking term or a learned preference. */
export function termName(code: string, detail: string): string {
  return t.terms.name[code]?.(detail) ?? t.terms.other;
}

/** How strongly a term counts for its track or against it. */
export function termStrength({ value }: TermView): string {
  return t.terms.degree[value < 0 ? 'against' : 'for'][strengthOf(value)];
}

/** How strong a learned preference is. */
export function leaningStrength({ value }: LeaningView): string {
  return t.terms.degree.leaning[strengthOf(value)];
}
