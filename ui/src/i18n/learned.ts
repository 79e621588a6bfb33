import type { Expression, MoodLearning, NeutralView } from '../api/backend';
import { t } from '.';
import { speech } from './locale.svelte';

/** A bias below this is not mentioned, as in the core. */
const WORTH_SAYING = 0.05;
/** A change of the log odds below this is not mentioned, as in the core. */
const CLEAR_CHANGE = 0.3;

const joined = (words: readonly string[]) => speech().list(words);

/** What was learned about a modality from corrections, one sentence each. */
export function habitSentences({ corrections, bias, noise }: MoodLearning): string[] {
  const { habits } = t.learned;
  if (corrections === 0) return [habits.nothing];
  const side = (by: number, below: string, above: string) =>
    Math.abs(by) < WORTH_SAYING ? [] : [by < 0 ? below : above];
  const sides = [
    ...side(bias.valence, habits.lessPleasant, habits.morePleasant),
    ...side(bias.arousal, habits.calmer, habits.moreEnergetic),
  ];
  const off = sides.length === 0 ? habits.fair : habits.off(joined(sides));
  const weight = noise < 0.88 ? habits.steady : noise > 1.14 ? habits.unsteady : habits.usual;
  return [habits.times(corrections), off, weight];
}

/** What the calibration to a neutral face changes, one sentence each. */
export function neutralSentences({ changes }: NeutralView): string[] {
  const words = (lowered: boolean) =>
    changes
      .filter((change) => (lowered ? change.lowered : -change.lowered) >= CLEAR_CHANGE)
      .map(({ expression }) => t.learned.expression[expression]);
  const [less, more] = [words(true), words(false)];
  return [
    ...(less.length > 0 ? [t.learned.neutral.less(joined(less))] : []),
    ...(more.length > 0 ? [t.learned.neutral.more(joined(more))] : []),
    ...(less.length + more.length === 0 ? [t.learned.neutral.little] : []),
  ];
}

/** An expression as an adjective: "smiling". */
export const expressionText = (expression: Expression): string => t.learned.expression[expression];
