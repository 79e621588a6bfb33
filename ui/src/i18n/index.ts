import type { Affect, AppError, ReasonView } from '../api/backend';
import { en, type Messages } from './en';

/** The texts of the language in use. */
export const t: Messages = en;

/** An error's text in the language in use; the error's own message where its code has none. */
export function errorText({ code, message }: AppError): string {
  return t.errors[code] ?? message;
}

/** The strongest reasons joined, to follow "because". */
export function reasonsText(reasons: readonly ReasonView[], most = 2): string {
  return reasons
    .slice(0, most)
    .map(({ text }) => text)
    .join(t.track.and);
}

function degree(x: number, low: string, high: string): string | null {
  const what = x < 0 ? low : high;
  const size = Math.abs(x);
  if (size < 0.15) return null;
  if (size < 0.4) return t.plane.slightly(what);
  return size > 0.75 ? t.plane.very(what) : what;
}

/** An affect in words: "slightly pleasant, calm". */
export function affectText({ valence, arousal }: Affect): string {
  const { unpleasant, pleasant, calm, energetic, middle } = t.plane;
  const parts = [degree(valence, unpleasant, pleasant), degree(arousal, calm, energetic)];
  return parts.filter((part) => part !== null).join(', ') || middle;
}
