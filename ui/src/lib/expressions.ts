import type { Expression, ExpressionPolicies } from '../api/backend';
import { DEFAULT_EXPRESSION_POLICIES } from '../api/bindings';

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

/** The default policy of each expression: the core's own table. */
export const DEFAULT_POLICIES: ExpressionPolicies = DEFAULT_EXPRESSION_POLICIES;

/** Whether all policies are the defaults. */
export const areDefault = (policies: ExpressionPolicies): boolean =>
  EXPRESSIONS.every((name) => policies[name] === DEFAULT_POLICIES[name]);
