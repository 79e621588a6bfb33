import type { Expression, ExpressionPolicies } from '../api/backend';

/** The expressions in the order they are listed. */
export const EXPRESSIONS: readonly Expression[] = [
  'neutral',
  'happiness',
  'surprise',
  'sadness',
  'anger',
  'disgust',
  'fear',
  'contempt',
];

/** The policies at first, as the core has them (`ExpressionPolicies::default`). */
export const DEFAULT_POLICIES: ExpressionPolicies = {
  neutral: 'match',
  happiness: 'match',
  surprise: 'match',
  sadness: 'lift',
  anger: 'calm',
  disgust: 'match',
  fear: 'calm',
  contempt: 'match',
};

/** Whether nothing was changed. */
export const areDefault = (policies: ExpressionPolicies): boolean =>
  EXPRESSIONS.every((name) => policies[name] === DEFAULT_POLICIES[name]);
