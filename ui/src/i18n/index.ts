import type { Affect, AppError, ReasonView, RowProblem } from '../api/backend';
import { speech, t } from './locale.svelte';
import { reasonText } from './reasons';

export { t };

/** An error's text in the language in use; the error's own message where its code has none. */
export function errorText({ code, message }: AppError): string {
  return t.errors[code] ?? message;
}

/** What is wrong with a row of an imported list, to stand behind a line's number. */
export function rowText(problem: RowProblem): string {
  const { column, problem: say } = t.rows;
  const { number } = speech();
  switch (problem.is) {
    case 'missing':
      return say.missing(column[problem.column]);
    case 'longName':
      return say.longName(column[problem.column], number(problem.bytes));
    case 'noNumber':
      return say.noNumber(column[problem.column], problem.text);
    case 'outOfRange': {
      const { text, low, high } = problem;
      return say.outOfRange(column[problem.column], text, number(low), number(high));
    }
    case 'width':
      return say.width(number(problem.fields), number(problem.columns));
    case 'longLine':
    case 'longField':
      return say[problem.is](number(problem.kib));
    case 'full':
      return say.full(number(problem.tracks));
    default:
      return say[problem.is];
  }
}

/** The strongest reasons joined, to follow "because". */
export function reasonsText(reasons: readonly ReasonView[], most = 2): string {
  return reasons
    .slice(0, most)
    .map((reason) => reasonText(reason))
    .join(t.track.and);
}

/** Why a track is on or comes next, as a clause of its own: "because it is calm and you like folk". */
export function whyText(reasons: readonly ReasonView[]): string {
  const [first] = reasons;
  return first?.code === 'resumed' ? t.track.resumed : t.track.because(reasonsText(reasons));
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
  return speech().series(parts.filter((part) => part !== null)) || middle;
}

/** How music of an affect sounds, in words: "dark, very calm". */
export function songText({ valence, arousal }: Affect): string {
  const { dark, bright, calm, energetic, middle } = t.plane;
  // Music is dark or bright, but not very much so: what it is like is told apart by its energy.
  const held = Math.max(-0.75, Math.min(0.75, valence));
  const parts = [degree(held, dark, bright), degree(arousal, calm, energetic)];
  return speech().series(parts.filter((part) => part !== null)) || middle;
}
